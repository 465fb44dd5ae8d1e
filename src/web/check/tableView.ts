import { type ShownTable, shownTable } from '#documents/checking/grids.ts';
import { type Markup, markup } from '#documents/markup.ts';
import type { Reading } from '#domain/report/model.ts';
import { mark, type Numbered } from './numbered.ts';

/** A report's table as it was read, and the findings that stand in it. */
export interface PlacedTable {
  readonly view: Markup;
  readonly placed: ReadonlySet<Numbered>;
}

const NAMES: Readonly<Record<number, string>> = { 2: '表二', 3: '表三', 4: '表四' };

function rowOf(key: string): string {
  return key.split('/').slice(0, 2).join('/');
}

function rowView({ label, cells }: ShownTable['rows'][number], at: ReadonlyMap<string, Numbered[]>, id: string): Markup {
  const [first] = cells;
  const row = first && rowOf(first.key) !== first.key ? (at.get(rowOf(first.key)) ?? []) : [];
  const shown = cells.map(({ key, text }) => {
    const [one, ...more] = at.get(key) ?? [];
    return markup`<td>${one ? [mark(one, id, text), ...more.map((n) => mark(n, id, ''))] : text}</td>`;
  });
  return markup`<tr><th scope="row">${label}${row.map((n) => mark(n, id, ''))}</th>${shown}</tr>`;
}

/** The table of section two, three or four with the numbers of the findings in their cells; null where it was not read. */
export function tableView(reading: Reading, section: number, numbered: readonly Numbered[], id: string): PlacedTable | null {
  const table = section >= 2 && section <= 4 ? shownTable(reading, section) : null;
  if (!table) return null;
  const keys = new Set(table.rows.flatMap((r) => r.cells.flatMap((c) => [c.key, rowOf(c.key)])));
  const own = numbered.filter(({ finding: { where } }) => where.section === section && where.cell !== undefined && keys.has(where.cell));
  const at = Map.groupBy(own, (n) => n.finding.where.cell ?? '');
  const head =
    table.heads.length > 0 && markup`<thead><tr><td></td>${table.heads.map((h) => markup`<th scope="col">${h}</th>`)}</tr></thead>`;
  const rows = table.rows.map((r) => rowView(r, at, id));
  return {
    view: markup`<div class="scroll" tabindex="0" role="group" aria-label="${NAMES[section]}，读出的数"><table class="as-read">${head}<tbody>${rows}</tbody></table></div>`,
    placed: new Set(own),
  };
}
