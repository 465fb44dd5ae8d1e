import { type RawBuilder, sql } from 'kysely';
import { compareNumbers } from '#domain/facts/context.ts';
import type { Fact } from '#domain/facts/fact.ts';
import type { PlacedRecord } from '#domain/facts/place.ts';
import type { CountedPage, CountedRecord, CountScope } from '#domain/facts/ports.ts';
import type { FactTerm, Predicate } from '#domain/facts/predicate.ts';
import { predicateOf } from '#domain/facts/predicates.ts';
import { addDays, day } from '#lib/day.ts';
import type { Db } from '../database.ts';

/** The end of a day in Asia/Shanghai as an instant: what was known on that day. */
export function endOfDay(asOf: string): Date {
  return new Date(`${addDays(day(asOf), 1)}T00:00:00+08:00`);
}

/** What was known at the end of the day: recorded by then, and happened by then. */
export function known(asOf: string | null): RawBuilder<unknown> {
  return asOf === null ? sql`` : sql`and recorded_at < ${endOfDay(asOf)} and happened_on <= ${asOf}`;
}

interface GroupRow {
  kind: Fact['kind'];
  place: string;
  before: number;
  during: number;
}

/** What the facts of some kinds add up to, by dimensions, before and during the span: one statement. */
export function groupStatement(kinds: readonly string[], scope: CountScope): RawBuilder<GroupRow> {
  return sql<GroupRow>`
    select kind, place,
           coalesce(sum(quantity) filter (where happened_on < ${scope.from}), 0)::bigint as before,
           coalesce(sum(quantity) filter (where happened_on >= ${scope.from}), 0)::bigint as during
    from facts
    where agency = ${scope.agency} and kind = any(${[...kinds]}) and happened_on <= ${scope.to} ${known(scope.asOf)}
    group by kind, place`;
}

function matches(dimensions: Fact['dimensions'], wanted: FactTerm['dimensions']): boolean {
  return Object.entries(wanted).every(([k, v]) => dimensions[k] === v);
}

function inSpan(row: GroupRow, span: FactTerm['span']): number {
  if (span === 'before') return row.before;
  return span === 'during' ? row.during : row.before + row.during;
}

/** The sums of counted figures; one statement for all of them, placed by the same predicates as in memory. */
export async function countAll(db: Db, predicates: readonly Predicate[], scope: CountScope): Promise<Map<string, number>> {
  const counted = predicates.filter((p) => !p.sumOf);
  const kinds = [...new Set(counted.flatMap((p) => p.terms.map((t) => t.kind)))];
  const { rows } = await groupStatement(kinds, scope).execute(db);
  const byKind = Map.groupBy(
    rows.map((row) => ({ ...row, dimensions: JSON.parse(row.place) as Fact['dimensions'] })),
    (row) => row.kind,
  );
  const sumOf = (t: FactTerm): number =>
    (byKind.get(t.kind) ?? []).reduce((n, row) => (matches(row.dimensions, t.dimensions) ? n + t.sign * inSpan(row, t.span) : n), 0);
  return new Map(counted.map((p) => [p.figure, p.terms.reduce((n, t) => n + sumOf(t), 0)]));
}

/** The figures a figure is made of, down to those with terms. */
export function countedParts(predicates: readonly Predicate[]): Predicate[] {
  return predicates.flatMap((p) => {
    if (!p.sumOf) return [p];
    return countedParts(p.sumOf.map((figure) => predicateOf(figure)).filter((x) => x !== undefined));
  });
}

const FIRST_DAY = '0001-01-01';

/** The terms of figures as rows of a table: figure, kind, dimensions, first and last day, sign. */
function termRows(predicates: readonly Predicate[], scope: CountScope): RawBuilder<unknown> | null {
  const rows = predicates.flatMap((p) =>
    countedParts([p]).flatMap((part) =>
      part.terms.map((t) => {
        const first = t.span === 'during' ? scope.from : FIRST_DAY;
        const last = t.span === 'before' ? addDays(day(scope.from), -1) : scope.to;
        return sql`(${p.figure}, ${t.kind}, ${JSON.stringify(t.dimensions)}::jsonb, ${first}::date, ${last}::date, ${t.sign}::int)`;
      }),
    ),
  );
  return rows.length === 0 ? null : sql.join(rows);
}

function joined(terms: RawBuilder<unknown>, scope: CountScope): RawBuilder<unknown> {
  return sql`
    facts f join (values ${terms}) t (figure, kind, dimensions, first_day, last_day, sign)
      on f.kind = t.kind and f.dimensions @> t.dimensions and f.happened_on between t.first_day and t.last_day
    where f.agency = ${scope.agency} ${known(scope.asOf)}`;
}

interface RecordRow {
  register: CountedRecord['register'];
  unit: string;
  record: string;
  on_day: string;
  quantity: number;
  total: number;
}

/** The records behind figures: those whose facts do not cancel out. */
export async function recordsOf(
  db: Db,
  predicates: readonly Predicate[],
  scope: CountScope,
  page: { page: number; size: number } | undefined,
): Promise<CountedPage> {
  const terms = termRows(predicates, scope);
  if (!terms) return { records: [], total: 0 };
  const limit = page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``;
  const { rows } = await sql<RecordRow>`
    select register, unit, record, max(happened_on) as on_day, sum(sign * quantity)::bigint as quantity, count(*) over () as total
    from ${joined(terms, scope)}
    group by register, unit, record having sum(sign * quantity) <> 0
    order by length(record), record, unit ${limit}`.execute(db);
  return {
    records: rows.map((r) => ({ register: r.register, unit: r.unit, number: r.record, on: r.on_day, quantity: r.quantity })),
    total: rows[0]?.total ?? 0,
  };
}

/** All records behind each figure, in the order of their numbers. */
export async function recordLists(
  db: Db,
  predicates: readonly Predicate[],
  scope: CountScope,
  since?: Date,
): Promise<Map<string, PlacedRecord[]>> {
  const lists = new Map(predicates.map((p) => [p.figure, [] as PlacedRecord[]]));
  const terms = termRows(predicates, scope);
  if (!terms) return lists;
  const { rows } = await sql<{ figure: string; unit: string; record: string }>`
    select t.figure, unit, record from ${joined(terms, scope)} ${since ? sql`and recorded_at > ${since}` : sql``}
    group by t.figure, register, unit, record having sum(sign * quantity) <> 0`.execute(db);
  for (const r of rows) lists.get(r.figure)?.push({ unit: r.unit, number: r.record });
  for (const list of lists.values()) list.sort((a, b) => compareNumbers(a.number, b.number) || compareNumbers(a.unit, b.unit));
  return lists;
}

/** The sum of figures by the month their facts happened in. */
export async function byMonth(db: Db, predicates: readonly Predicate[], scope: CountScope): Promise<{ month: string; n: number }[]> {
  const terms = termRows(predicates, scope);
  if (!terms) return [];
  const { rows } = await sql<{ month: string; n: number }>`
    select to_char(happened_on, 'YYYY-MM') as month, sum(sign * quantity)::bigint as n from ${joined(terms, scope)}
    group by 1 having sum(sign * quantity) <> 0 order by 1`.execute(db);
  return rows;
}

/** How many records stand behind each figure. */
export async function recordCounts(db: Db, predicates: readonly Predicate[], scope: CountScope): Promise<Map<string, number>> {
  const terms = termRows(predicates, scope);
  if (!terms) return new Map();
  const { rows } = await sql<{ figure: string; n: number }>`
    select figure, count(*) as n from (
      select t.figure from ${joined(terms, scope)}
      group by t.figure, f.register, f.unit, f.record having sum(sign * quantity) <> 0
    ) behind group by figure`.execute(db);
  return new Map(rows.map((r) => [r.figure, r.n]));
}
