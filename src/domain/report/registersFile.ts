import { parseJson } from '#lib/json.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import type { Agency, AgencyLevel } from '../agencies/agency.ts';
import type { OpeningFigures } from '../facts/opening.ts';
import { REGISTERS } from '../registers/all.ts';
import type { Declaration } from '../registers/declaration.ts';
import type { CaseEvent, FieldValue, RegisterRecord } from '../registers/record.ts';
import type { Register } from '../registers/register.ts';
import type { Registers } from './compile.ts';
import type { Tables } from './model.ts';
import { agencyErrors, declarationErrors, type PlacedRecord, recordErrors } from './registersChecks.ts';
import { errorsText, type FileError, schemaErrors } from './registersErrors.ts';
import { isFreeChoice, REGISTERS_FILE } from './registersSchema.ts';

type Loose = Readonly<Record<string, unknown>>;

const LEVELS: readonly AgencyLevel[] = ['village', 'township', 'subdistrict', 'department', 'county', 'city', 'cityDepartment', 'province'];

/** The refusal of a whole file, with its errors (the first two hundred). */
export interface FileRefusal extends Refusal {
  readonly errors: readonly FileError[];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function list(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

function agencyOf(a: Loose): Agency {
  const name = String(a['name']);
  return {
    code: String(a['code']),
    name,
    shortName: text(a['shortName']) ?? name,
    kind: a['kind'] as Agency['kind'],
    // Counting does not ask for the level; an unknown one has no power to make rules, like a department.
    level: LEVELS.find((l) => l === a['level']) ?? 'department',
    parent: text(a['parent']),
    from: text(a['from']),
    to: text(a['to']),
  };
}

function voidOf(value: unknown): RegisterRecord['void'] {
  if (!value) return null;
  if (typeof value !== 'object') return { reason: text(value) ?? '', on: '' };
  const { reason, on } = value as Loose;
  return { reason: text(reason) ?? '', on: text(on) ?? '' };
}

/** A word of the office's own as the choice it means, where it means one. */
function freeChoice(register: Register, field: string, value: FieldValue): FieldValue {
  if (typeof value !== 'string' || !isFreeChoice(register.key, field)) return value;
  const choices = register.fields.find((f) => f.key === field)?.choices ?? [];
  return choices.find((c) => c.value === value || c.label === value || c.synonyms?.includes(value))?.value ?? value;
}

function eventOf(e: Loose): CaseEvent {
  const event: CaseEvent = { on: String(e['on']), kind: String(e['kind']) };
  if (e['id'] !== undefined && e['id'] !== null) event.id = String(e['id']);
  if (typeof e['days'] === 'number') event.days = e['days'];
  for (const key of ['until', 'outcome', 'reason', 'recordedAt'] as const) {
    const value = text(e[key]);
    if (value) event[key] = value;
  }
  return event;
}

function recordOf(register: Register, raw: Loose, agency: string, number: string): RegisterRecord {
  const values: Record<string, FieldValue> = {};
  for (const { key } of register.fields) {
    const value = raw[key];
    if (value === undefined || value === null || key === register.numberField) continue;
    values[key] = freeChoice(register, key, value as FieldValue);
  }
  return {
    register: register.key,
    agency,
    number,
    version: 1,
    origin: 'import',
    void: voidOf(raw['void']),
    values,
    events: list(raw['events']).map(eventOf),
    personKey: null,
    recordedAt: text(raw['recordedAt']) ?? '',
    recordedBy: '',
  };
}

/** A publication belongs to the agency of its item and may have no number of its own. */
function publicationHome(raw: Loose, items: ReadonlyMap<string, string>): string {
  return text(raw['agency']) ?? items.get(String(raw['item'])) ?? '';
}

function recordsOf(file: Loose): { records: PlacedRecord[]; errors: FileError[] } {
  const records: PlacedRecord[] = [];
  const errors: FileError[] = [];
  const items = new Map<string, string>();
  const shared = new Set<string>();
  for (const item of list(file['items'])) {
    const id = String(item['id']);
    if (items.has(id) && items.get(id) !== item['agency']) shared.add(id);
    items.set(id, String(item['agency']));
  }
  for (const register of REGISTERS) {
    list(file[register.key]).forEach((raw, i) => {
      const path = `${register.key}[${i}]`;
      const home = register.key === 'publications' ? publicationHome(raw, items) : String(raw['agency']);
      if (register.key === 'publications' && !raw['agency'] && shared.has(String(raw['item']))) {
        errors.push({
          path: `${path}.item`,
          value: String(raw['item']),
          wrong: '有两个机关的信息用这个索引号',
          fix: '在发布记录里写明 agency',
        });
      }
      const number = text(raw[register.numberField]) ?? `${text(raw['item']) ?? register.key}#${i + 1}`;
      records.push({ path, numberField: register.numberField, record: recordOf(register, raw, home, number) });
    });
  }
  return { records, errors };
}

function declarationOf(d: Loose): Declaration {
  return {
    agency: String(d['agency']),
    register: d['register'] as Declaration['register'],
    from: String(d['from']),
    to: String(d['to']),
    state: d['state'] as Declaration['state'],
    by: text(d['by']) ?? '',
    on: text(d['on']) ?? '',
  };
}

function openingOf(o: Loose): OpeningFigures {
  const { proactive = null, requests = null, remedies = null } = o['tables'] as Partial<Tables>;
  return { agency: String(o['agency']), year: Number(o['year']), tables: { proactive, requests, remedies } };
}

const MOST_ERRORS = 200;

function refuseFile(errors: readonly FileError[]): FileRefusal {
  return { ...refuse(errorsText(errors)), errors: errors.slice(0, MOST_ERRORS) };
}

/** Reads a registers file already parsed as JSON. All or nothing: with one error nothing is read, and every error is named. */
export function readRegisters(input: unknown): Registers | FileRefusal {
  const parsed = REGISTERS_FILE.safeParse(input);
  if (!parsed.success) return refuseFile(schemaErrors(parsed.error.issues, input));
  const file = parsed.data as Loose;
  const agencies = list(file['agencies']).map(agencyOf);
  const declarations = list(file['declarations']).map(declarationOf);
  const opening = list(file['opening']).map(openingOf);
  const { records, errors } = recordsOf(file);
  const known = records.filter((r) => r.record.register !== 'publications' || r.record.agency !== '');
  const all = [
    ...agencyErrors(agencies),
    ...declarationErrors(declarations, opening, agencies),
    ...errors,
    ...recordErrors(known, agencies),
  ];
  if (all.length > 0) return refuseFile(all);
  return { agencies, declarations, opening, records: records.map((r) => r.record) };
}

/** The file is larger than any office's registers of many years. */
const LARGEST_BYTES = 256 * 1024 * 1024;

/** Reads the bytes of a registers file: UTF-8 JSON, with or without a byte order mark. */
export function readRegistersFile(bytes: Uint8Array): Registers | FileRefusal {
  const whole = (wrong: string, fix: string) => refuseFile([{ path: '文件', value: undefined, wrong, fix }]);
  if (bytes.length > LARGEST_BYTES) return whole(`有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 256 MB`, '按机关或年度分成几个文件');
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return whole('不是 UTF-8 编码', '另存为 UTF-8 编码的 JSON');
  }
  const read = parseJson(content);
  return 'value' in read ? readRegisters(read.value) : whole(read.wrong, '核对括号、逗号和引号');
}
