import { ACTIVITIES } from '../activities/register.ts';
import { TICKETS } from '../hotline/register.ts';
import { ADMINISTRATIVE } from '../publishing/administrative.ts';
import { ITEMS } from '../publishing/items.ts';
import { NORMATIVE_DOCUMENTS } from '../publishing/normativeDocuments.ts';
import { PUBLICATIONS } from '../publishing/publications.ts';
import { REMEDIES } from '../remedies/register.ts';
import { PROBLEMS } from '../report/problems.ts';
import { REQUESTS } from '../requests/register.ts';
import type { Register, RegisterKey } from './register.ts';

/** Every register of the office, in the order a screen lists them. */
export const REGISTERS: readonly Register[] = [
  REQUESTS,
  ITEMS,
  PUBLICATIONS,
  NORMATIVE_DOCUMENTS,
  ADMINISTRATIVE,
  REMEDIES,
  TICKETS,
  ACTIVITIES,
  PROBLEMS,
];

/** The definition of a register. */
export function registerOf(key: RegisterKey): Register {
  const found = REGISTERS.find((r) => r.key === key);
  if (!found) throw new Error(`no register ${key}`);
  return found;
}

/** The registers a declaration is asked for, in the order of the list. */
export const DECLARED_REGISTERS: readonly RegisterKey[] = REGISTERS.filter((r) => r.declared).map((r) => r.key);
