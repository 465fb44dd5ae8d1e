import type { Agency } from '../agencies/agency.ts';
import type { OpeningFigures } from '../facts/opening.ts';
import type { Declaration } from '../registers/declaration.ts';
import type { RegisterRecord } from '../registers/record.ts';
import type { FileError } from './registersErrors.ts';

/** A record with its place in the file. */
export interface PlacedRecord {
  /** `requests[3]` */
  readonly path: string;
  readonly numberField: string;
  readonly record: RegisterRecord;
}

const FOREVER = '9999-12-31';

function duplicates<T>(list: readonly T[], keyOf: (x: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((x) => {
    const key = keyOf(x);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** Agencies: states of one code must not overlap; an internal unit has a parent that is there (of others the parent is not asked for). */
export function agencyErrors(agencies: readonly Agency[]): FileError[] {
  const codes = new Set(agencies.map((a) => a.code));
  return agencies.flatMap((a, i): FileError[] => {
    const path = `agencies[${i}]`;
    const errors: FileError[] = [];
    if (a.from && a.to && a.from > a.to)
      errors.push({ path: `${path}.to`, value: a.to, wrong: `早于 from（${a.from}）`, fix: '核对两个日期' });
    const earlier = agencies
      .slice(0, i)
      .some((b) => b.code === a.code && (b.from ?? '') <= (a.to ?? FOREVER) && (a.from ?? '') <= (b.to ?? FOREVER));
    if (earlier)
      errors.push({ path: `${path}.code`, value: a.code, wrong: '与前面同代码的机关期间重叠', fix: '写明各自的 from、to，或删去重复的' });
    if (a.kind === 'internalUnit' && !a.parent)
      errors.push({ path: `${path}.parent`, value: a.parent, wrong: '内设机构没有写所属机关', fix: '补填所属机关的代码' });
    if (a.kind === 'internalUnit' && a.parent && !codes.has(a.parent))
      errors.push({ path: `${path}.parent`, value: a.parent, wrong: '没有这个代码的机关', fix: '核对代码，或在 agencies 里补上' });
    return errors;
  });
}

function unknownAgency(codes: ReadonlySet<string>, path: string, agency: string): FileError[] {
  return codes.has(agency)
    ? []
    : [{ path: `${path}.agency`, value: agency, wrong: '没有这个代码的机关', fix: '核对代码，或在 agencies 里补上' }];
}

/** Declarations and opening figures: of an agency that is there, days in order, one opening a year. */
export function declarationErrors(
  declarations: readonly Declaration[],
  opening: readonly OpeningFigures[],
  agencies: readonly Agency[],
): FileError[] {
  const codes = new Set(agencies.map((a) => a.code));
  const errors = declarations.flatMap((d, i): FileError[] => {
    const path = `declarations[${i}]`;
    const order = d.from > d.to ? [{ path: `${path}.to`, value: d.to, wrong: `早于 from（${d.from}）`, fix: '核对两个日期' }] : [];
    return [...unknownAgency(codes, path, d.agency), ...order];
  });
  errors.push(...opening.flatMap((o, i) => unknownAgency(codes, `opening[${i}]`, o.agency)));
  for (const o of duplicates(opening, (x) => `${x.agency} ${x.year}`)) {
    errors.push({ path: `opening[${opening.indexOf(o)}].year`, value: o.year, wrong: '同一机关同一年度有两份期初数', fix: '只留一份' });
  }
  return errors;
}

/** Records: of an agency that is there, a number used once in its agency and register. */
export function recordErrors(records: readonly PlacedRecord[], agencies: readonly Agency[]): FileError[] {
  const codes = new Set(agencies.map((a) => a.code));
  const errors = records.flatMap(({ path, record }) => unknownAgency(codes, path, record.agency));
  const same = duplicates(records, ({ record: r }) => `${r.register}\u0000${r.agency}\u0000${r.number}`);
  return [
    ...errors,
    ...same.map(({ path, numberField, record }) => ({
      path: `${path}.${numberField}`,
      value: record.number,
      wrong: `${record.agency}的这本登记簿里编号重复`,
      fix: '每件一个编号；同一件只写一次',
    })),
  ];
}
