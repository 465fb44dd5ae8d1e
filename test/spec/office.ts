import { DECLARED_REGISTERS } from '../../src/domain/registers/index.ts';
import { type Compiled, compile, type Registers } from '../../src/domain/report/compile.ts';
import { type Value, valueAt } from '../../src/domain/report/model.ts';
import { readRegisters } from '../../src/domain/report/registersFile.ts';
import type { CellKey } from '../../src/law/forms/index.ts';
import { day, parseDay } from '../../src/lib/day.ts';
import { isRefusal } from '../../src/lib/result.ts';

/** An invented township with an internal unit and a village, every register declared for ten years unless said. */
export const AGENCIES = [
  { code: 'zhen', name: '青石镇人民政府', shortName: '青石镇', kind: 'reportingOrgan', level: 'township', parent: null },
  { code: 'zhan', name: '青石镇农业服务站', shortName: '农业站', kind: 'internalUnit', level: 'township', parent: 'zhen' },
  { code: 'cun', name: '下河村民委员会', shortName: '下河村', kind: 'villageCommittee', level: 'village', parent: 'zhen' },
];

export function kept(register: string, from = '2021-01-01', to = '2030-12-31', agency = 'zhen') {
  return { agency, register, from, to, state: 'kept', by: '办公室', on: to };
}

/** 零报告 of one register. */
export function nil(register: string, from = '2021-01-01', to = '2030-12-31', agency = 'zhen') {
  return { ...kept(register, from, to, agency), state: 'nil' };
}

/** Every register kept; the monthly figures nil where a test has none, so that no month is missing. */
function declared(sheet: Sheet) {
  return DECLARED_REGISTERS.map((r) => (r === 'administrative' && !sheet['administrative'] ? nil(r) : kept(r)));
}

export type Sheet = Readonly<Record<string, unknown>>;

/** Registers of the invented township, read as a registers file is. */
export function registers(sheet: Sheet): Registers {
  const read = readRegisters({ agencies: AGENCIES, declarations: declared(sheet), opening: [], ...sheet });
  if (isRefusal(read)) throw new Error(read.refused);
  return read;
}

/** The report of a year (`2023`), a month (`2023-04`) or a span (`2023-04-01..2023-06-30`). */
export function report(sheet: Sheet, when: string, asOf: string | null = null, agency = 'zhen'): Compiled {
  const [from, to] = spanOf(when);
  const compiled = compile(registers(sheet), { agency, from: day(from), to: day(to), asOf: asOf ? day(asOf) : null });
  if (isRefusal(compiled)) throw new Error(compiled.refused);
  return compiled;
}

export function spanOf(when: string): [string, string] {
  if (when.includes('..')) return when.split('..') as [string, string];
  if (when.length === 4) return [`${when}-01-01`, `${when}-12-31`];
  const last = [31, 30, 29, 28].find((d) => parseDay(`${when}-${d}`));
  return [`${when}-01`, `${when}-${last}`];
}

export function cell(compiled: Compiled, key: CellKey): Value | undefined {
  return valueAt(compiled.report.tables, key);
}

/** Rows 1, 2, 3.7 and 4 of the total column. */
export function flow(compiled: Compiled): (Value | undefined)[] {
  return ['1', '2', '3.7', '4'].map((row) => cell(compiled, `requests/${row}/total`));
}

export function rules(compiled: Compiled): string[] {
  return compiled.findings.map((f) => f.rule);
}

/** An application by a natural person, received over the counter on a day and, if said, answered with a result. */
export function request(number: string, receivedOn: string, outcome?: string, outcomeOn?: string, more: Sheet = {}): Sheet {
  return {
    number,
    agency: 'zhen',
    applicantKind: 'naturalPerson',
    channel: 'counter',
    events: [{ on: receivedOn, kind: 'received' }],
    outcome: outcome ?? null,
    outcomeOn: outcomeOn ?? null,
    ...more,
  };
}
