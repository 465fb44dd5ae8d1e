import type { Block } from '../blocks.ts';
import { isFurniture } from '../dump.ts';
import type { PageItem, PlacedCell, TextLine } from './page.ts';

type Line = Extract<PageItem, { kind: 'line' }>;

/** Lines printed alike at the same height on most pages: running heads and feet. */
function repeated(pages: readonly (readonly PageItem[])[]): Set<string> {
  const count = new Map<string, number>();
  for (const page of pages) {
    const lines = page.filter((i): i is Line => i.kind === 'line');
    for (const l of [...lines.slice(0, 2), ...lines.slice(-2)]) {
      const key = `${Math.round(l.y / 4)}/${l.text.replace(/\d+/g, '#')}`;
      count.set(key, (count.get(key) ?? 0) + 1);
    }
  }
  return new Set([...count].filter(([, n]) => n >= 3 && n > pages.length / 2).map(([k]) => k));
}

function body(page: readonly PageItem[], heads: ReadonlySet<string>): PageItem[] {
  return page.filter(
    (i) => i.kind === 'table' || !(isFurniture(i.text) || heads.has(`${Math.round(i.y / 4)}/${i.text.replace(/\d+/g, '#')}`)),
  );
}

/** The margins of the running text. */
function margins(lines: readonly Line[]): { left: number; right: number } {
  const long = lines.filter((l) => l.text.length >= 15);
  const use = long.length >= 3 ? long : lines;
  const sorted = (pick: (l: TextLine) => number): number[] => use.map(pick).sort((a, b) => a - b);
  const lefts = sorted((l) => l.x0);
  const rights = sorted((l) => l.x1);
  return { left: lefts[Math.floor(lefts.length * 0.25)] ?? 0, right: rights[Math.floor(rights.length * 0.75)] ?? 0 };
}

/** Fewer empty cells than this may be a row of its own. */
const FEWEST_EMPTY = 5;

/** The words of a row that a page cuts off: no figure among them, and hardly anything but empty cells. */
function isRest(row: readonly PlacedCell[] | undefined): row is readonly PlacedCell[] {
  if (!row) return false;
  const filled = row.filter((c) => c.text.trim() !== '');
  return filled.length > 0 && row.length - filled.length >= FEWEST_EMPTY && filled.every((c) => !/^[\d\s.,-]+$/.test(c.text));
}

const textOf = (row: readonly PlacedCell[] | undefined): string => row?.map((c) => c.text).join('\t') ?? '';

/** The items with every row that a page cuts put together again; a head that is printed again on each page stays. */
function withoutTears(items: readonly PageItem[]): PageItem[] {
  const out: PageItem[] = [];
  for (const item of items) {
    const last = out.at(-1);
    const head = item.kind === 'table' && last?.kind === 'table' && textOf(item.rows[0]) === textOf(last.rows[0]) ? 1 : 0;
    const rest = item.kind === 'table' ? item.rows[head] : undefined;
    const cut = last?.kind === 'table' ? last.rows.at(-1) : undefined;
    const fits =
      isRest(rest) &&
      cut?.some((c) => /^\d/.test(c.text)) &&
      rest.every((r) => r.text.trim() === '' || cut.some((c) => c.column === r.column));
    if (item.kind !== 'table' || last?.kind !== 'table' || last.columns !== item.columns || !fits || !cut) {
      out.push(item);
      continue;
    }
    const whole = cut.map((c) => ({ ...c, text: c.text + (rest.find((r) => r.column === c.column)?.text ?? '') }));
    out[out.length - 1] = { ...last, rows: [...last.rows.slice(0, -1), whole] };
    out.push({ ...item, rows: item.rows.filter((row) => row !== rest) });
  }
  return out;
}

/** Lines as paragraphs: a new one begins with an indent, after a line that ends short, or after a larger gap. */
export function blocksOfPages(pages: readonly (readonly PageItem[])[]): Block[] {
  const heads = repeated(pages);
  const kept = pages.map((p) => body(p, heads));
  const { left, right } = margins(kept.flat().filter((i): i is Line => i.kind === 'line'));
  const blocks: Block[] = [];
  let n = 0;
  let open: { text: string; last: TextLine } | null = null;
  const close = (): void => {
    if (open) blocks.push({ kind: 'paragraph', n: ++n, text: open.text });
    open = null;
  };
  for (const item of withoutTears(kept.flat())) {
    if (item.kind === 'table') {
      close();
      blocks.push({
        kind: 'table',
        grid: { rows: item.rows, columns: item.columns, headerRows: 0 },
        lines: item.rows.map((row) => {
          n++;
          return row.map(() => n);
        }),
      });
      continue;
    }
    const continues: boolean =
      open !== null &&
      item.x0 <= left + item.size * 1.2 &&
      open.last.x1 >= right - item.size * 2.5 &&
      Math.abs(open.last.size - item.size) < 1.5 &&
      !/ {2}/.test(item.text) &&
      !/ {2}/.test(open.last.text);
    if (continues && open) open = { text: open.text + item.text, last: item };
    else {
      close();
      open = { text: item.text, last: item };
    }
  }
  close();
  return blocks;
}
