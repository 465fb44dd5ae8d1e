import type { Agency } from '#domain/agencies/agency.ts';
import { agencyTree } from '#domain/agencies/tree.ts';
import type { ImportMappings } from '#domain/imports/index.ts';
import type { Actor } from '#domain/people/actor.ts';
import { REGISTERS, type Register } from '#domain/registers/index.ts';
import type { RegisterStore } from '#domain/registers/ports.ts';
import type { Day } from '#lib/day.ts';
import { UsageError } from '../command.ts';

/** What import and export need of the running system. */
export interface RegisterOffice {
  readonly registers: RegisterStore;
  readonly mappings: ImportMappings;
  agencies(): Promise<readonly Agency[]>;
  /** For whom a command acts. */
  readonly actor: Actor;
  readonly today: Day;
  close(): Promise<void>;
}

/** Opens the system's data; only a command that needs data calls it. */
export type OpenOffice = () => Promise<RegisterOffice>;

/** The registers a person may name, by key and title. */
export function registerNames(): string {
  return REGISTERS.map((r) => `  ${r.key.padEnd(20)}${r.title}`).join('\n');
}

/** A register by its key or its Chinese title. Throws `UsageError`. */
export function registerNamed(name: string): Register {
  const found = REGISTERS.find((r) => r.key === name || r.title === name || r.key.toLowerCase() === name.toLowerCase());
  if (!found) throw new UsageError(`没有“${name}”这本登记簿；有：\n${registerNames()}`);
  return found;
}

/** An agency's code by code, name or short name. Throws `UsageError`. */
export async function agencyNamed(office: RegisterOffice, wanted: string): Promise<string> {
  const agencies = await office.agencies();
  const [code, ...others] = agencyTree(agencies).find(wanted);
  if (!code) {
    const some = agencies.slice(0, 20).map((a) => `${a.name}（${a.code}）`);
    throw new UsageError(`没有“${wanted}”这个机关${some.length > 0 ? `；有：${some.join('、')}` : ''}。`);
  }
  if (others.length > 0) throw new UsageError(`“${wanted}”有几个机关：${[code, ...others].join('、')}；请用代码指明。`);
  return code;
}

/** `--year`. Throws `UsageError`. */
export function yearArgument(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^(19|20)\d{2}$/.test(text)) throw new UsageError(`--year “${text}”不是年份，写成 2023 的样子。`);
  return Number(text);
}
