import type { Calendar } from '#law/calendar/index.ts';
import type { Day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { AgencyStore } from '../agencies/ports.ts';
import { agencyTree } from '../agencies/tree.ts';
import type { MovedCase } from '../calendar/keeping.ts';
import type { RegisterStore } from '../registers/ports.ts';
import { caseClock } from './caseClock.ts';

/** The open cases of every agency whose due date another calendar moves. */
export async function movedCases(
  ports: { readonly registers: RegisterStore; readonly agencies: AgencyStore },
  before: Calendar,
  after: Calendar,
  today: Day,
): Promise<MovedCase[]> {
  const { codes } = agencyTree(await ports.agencies.all());
  const { records } = await ports.registers.list({ register: 'requests', agencies: codes, filter: { outcomeOn: null }, size: 0 });
  return records.flatMap((record): MovedCase[] => {
    const [was, is] = [caseClock(record, before, today), caseClock(record, after, today)];
    if (isRefusal(was) || isRefusal(is) || was.dueOn === is.dueOn) return [];
    return [{ agency: record.agency, number: record.number, before: was.dueOn, after: is.dueOn }];
  });
}
