import { type RawBuilder, sql } from 'kysely';
import type { ColumnCount, LineCursor, LineQuery, PublicCatalogue, PublicLine, ShownLine } from '#domain/search/catalogue.ts';
import { type Visibility, visible } from '#domain/visibility/gate.ts';
import { askPlainly } from '../ask.ts';
import type { Database } from '../database.ts';
import { filtered } from './match.ts';

interface LineRow extends Omit<PublicLine, 'publishedAt' | 'url' | 'title' | 'listed'> {
  visibility: 'public';
  /** Milliseconds. */
  at: number;
  line: Pick<PublicLine, 'url' | 'title' | 'listed'>;
}

const LINE = sql`agency, kind, id, visibility, columns, type, validity, (extract(epoch from published_at) * 1000)::float8 as at, line`;
const ORDER = sql`published_at desc, agency desc, kind desc, id desc`;

function lineOf({ at, line, visibility: _, ...rest }: LineRow): PublicLine {
  return { ...rest, ...line, publishedAt: new Date(Math.round(at)).toISOString() };
}

const linesOf = (rows: readonly LineRow[]): PublicLine[] => rows.filter((r) => visible(r, null)).map(lineOf);

function whereOf({ columns, kinds, ...filter }: LineQuery): RawBuilder<unknown> {
  const parts = filtered(filter);
  if (columns) parts.push(sql`columns && ${[...columns]}::text[]`);
  if (kinds) parts.push(sql`kind = any(${[...kinds]}::text[])`);
  return sql.join(parts, sql` and `);
}

interface ShownRow extends Omit<ShownLine, 'publishedAt'> {
  visibility: Visibility;
  /** Milliseconds. */
  at: number;
}

/** The same conditions as {@link whereOf}, each with its place for a value. */
const ASKED: readonly (readonly [keyof LineQuery, (place: string) => string])[] = [
  ['agency', (p) => `agency = ${p}`],
  ['year', (p) => `year = ${p}`],
  ['type', (p) => `type = ${p}`],
  ['validity', (p) => `validity = ${p}`],
  ['columns', (p) => `columns && ${p}::text[]`],
  ['kinds', (p) => `kind = any(${p}::text[])`],
];

/** A page of a list as one question; its name tells which conditions it has. Of the line only what is shown is read. */
function pageQuestion(query: LineQuery, offset: number, limit: number): { name: string; text: string; values: unknown[] } {
  const values: unknown[] = [offset, limit];
  let name = 'page of lines by';
  let where = `visibility = 'public'`;
  for (const [key, condition] of ASKED) {
    if (query[key] === undefined) continue;
    where += ` and ${condition(`$${values.push(query[key])}`)}`;
    name += ` ${key}`;
  }
  const text = `select url, title, columns[1] as "column", validity, visibility, (extract(epoch from published_at) * 1000)::float8 as at
    from search_documents where ${where} order by published_at desc, agency desc, kind desc, id desc offset $1 limit $2`;
  return { name, text, values };
}

/** Lists over what is public. */
export function publicCatalogue(database: Database): PublicCatalogue {
  const db = database.replica;
  const count = async (query: LineQuery): Promise<number> => {
    const { rows } = await sql<{ total: number }>`select count(*) as total from search_documents where ${whereOf(query)}`.execute(db);
    return rows[0]?.total ?? 0;
  };
  const ask = database.ask ?? askPlainly(db);
  const page = async (query: LineQuery, offset: number, limit: number): Promise<ShownLine[]> => {
    const { name, text, values } = pageQuestion(query, offset, limit);
    const rows = await ask<ShownRow>(name, text, values);
    return rows.flatMap(({ url, title, column, validity, visibility, at }) =>
      visible({ visibility, agency: query.agency ?? '' }, null)
        ? [{ url, title, column, validity, publishedAt: new Date(Math.round(at)).toISOString() }]
        : [],
    );
  };
  return {
    list: async (query, offset, limit) => {
      const [total, lines] = await Promise.all([count(query), page(query, offset, limit)]);
      return { total, lines };
    },
    count,
    page,
    async after(query, cursor: LineCursor | null, limit) {
      const beyond = cursor
        ? sql`and (published_at, agency, kind, id) < (${cursor.publishedAt}::timestamptz, ${cursor.agency}, ${cursor.kind}, ${cursor.id})`
        : sql``;
      const { rows } = await sql<LineRow>`
        select ${LINE} from search_documents where ${whereOf(query)} ${beyond} order by ${ORDER} limit ${limit}`.execute(db);
      return linesOf(rows);
    },
    async counts(agency) {
      const { rows } = await sql<{ column: string; count: number; latest: Date }>`
        select c as column, count(*) as count, max(published_at) as latest from search_documents, unnest(columns) as c
        where agency = ${agency} and visibility = 'public' group by c`.execute(db);
      return rows.map((r): ColumnCount => ({ ...r, latest: r.latest.toISOString() }));
    },
    async choices(query) {
      const where = whereOf(query);
      const { rows } = await sql<{ year: number | null; type: string | null }>`
        select year, null as type from search_documents where ${where} group by year
        union all select null, type from search_documents where ${where} and type is not null group by type order by year desc, type`.execute(
        db,
      );
      return { years: rows.flatMap((r) => r.year ?? []), types: rows.flatMap((r) => r.type ?? []) };
    },
  };
}
