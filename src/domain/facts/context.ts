import type { AgencyTree } from '../agencies/tree.ts';
import { type RegisterRecord, textOf as text } from '../registers/record.ts';

/** What the facts of a record hang on besides the record: who its organ is, and the records it is joined with. */
export interface FactContext {
  organOf(agency: string, on: string): string | null;
  /** The application a number in `near` names: of the same agency, else of the same organ. */
  request(near: RegisterRecord, number: string): RegisterRecord | null;
  /** The applications that name this one as the whole they were split from. */
  partsOf(whole: RegisterRecord): readonly RegisterRecord[];
  item(publication: RegisterRecord): RegisterRecord | null;
  publicationsOf(item: RegisterRecord): readonly RegisterRecord[];
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** The order of record numbers: 2 before 10, whatever stands around them. */
export function compareNumbers(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

function group(records: readonly RegisterRecord[], keyOf: (r: RegisterRecord) => string): Map<string, RegisterRecord[]> {
  const map = new Map<string, RegisterRecord[]>();
  for (const r of records) {
    const key = keyOf(r);
    const list = map.get(key);
    if (list) list.push(r);
    else map.set(key, [r]);
  }
  return map;
}

/** Who names whom in a column, the other way round. */
function pointingAt(
  records: readonly RegisterRecord[],
  key: string,
  find: (near: RegisterRecord, number: string) => RegisterRecord | null,
): Map<RegisterRecord, RegisterRecord[]> {
  const map = new Map<RegisterRecord, RegisterRecord[]>();
  for (const record of records) {
    const number = text(record, key);
    const target = number ? find(record, number) : null;
    if (!target || target === record) continue;
    const list = map.get(target);
    if (list) list.push(record);
    else map.set(target, [record]);
  }
  return map;
}

/** The context over a set of records held in memory. */
export function factContext(records: readonly RegisterRecord[], tree: AgencyTree): FactContext {
  const requests = records.filter((r) => r.register === 'requests');
  const byNumber = group(requests, (r) => r.number);
  const items = group(
    records.filter((r) => r.register === 'items'),
    (r) => r.number,
  );
  const publications = group(
    records.filter((r) => r.register === 'publications' && !r.void),
    (r) => text(r, 'item') ?? '',
  );
  const homeOf = (agency: string) => tree.organOf(agency, '9999-12-31') ?? agency;
  const near = (record: RegisterRecord, candidates: readonly RegisterRecord[] | undefined): RegisterRecord | null =>
    candidates?.find((c) => c.agency === record.agency) ??
    candidates?.filter((c) => homeOf(c.agency) === homeOf(record.agency)).sort((a, b) => (a.agency < b.agency ? -1 : 1))[0] ??
    null;
  const request = (record: RegisterRecord, number: string) => near(record, byNumber.get(number));
  const parts = pointingAt(requests, 'splitFrom', request);
  for (const list of parts.values()) list.sort((a, b) => compareNumbers(a.number, b.number));
  return {
    organOf: tree.organOf,
    request,
    partsOf: (whole) => parts.get(whole) ?? [],
    item: (publication) => near(publication, items.get(text(publication, 'item') ?? '')),
    publicationsOf: (item) => (publications.get(item.number) ?? []).filter((p) => near(p, items.get(item.number)) === item),
  };
}
