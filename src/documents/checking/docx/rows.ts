import type { Reading } from '#domain/report/model.ts';
import { FORM_2021, formOf } from '#law/forms/index.ts';
import { shownTable } from '../grids.ts';

/** A cell of a table as it is written out again; `key` where it holds a figure. */
export interface WrittenCell {
  readonly text: string;
  readonly key: string | null;
}

function head(text: string): WrittenCell {
  return { text, key: null };
}

/** Section two as the form prints it: each item of the law, its heads, its rows. */
function proactiveRows(reading: Reading, figures: ReadonlyMap<string, string>): WrittenCell[][] {
  const form = reading.report.form ? formOf(reading.report.form) : FORM_2021;
  return form.proactive.flatMap((b) => [
    [head(b.item)],
    [b.corner, ...b.columns.map((c) => c.label)].map(head),
    ...b.rows.map((r) => [
      head(r.label),
      ...b.columns.map((c) => {
        const key = b.flat ? `proactive/${r.key}` : `proactive/${r.key}/${c.key}`;
        return { key, text: figures.get(key) ?? '' };
      }),
    ]),
  ]);
}

/** The rows of a section's table as read; empty where it was not. A blank cell stays blank, one in doubt is ？. */
export function writtenRows(reading: Reading, section: number): WrittenCell[][] {
  const shown = section >= 2 && section <= 4 ? shownTable(reading, section) : null;
  if (!shown) return [];
  const text = (t: string): string => (t === '（空）' ? '' : t);
  if (section === 2) {
    const cells = shown.rows.flatMap((r) => r.cells.map((c) => [c.key, text(c.text.slice(c.text.lastIndexOf('：') + 1))] as const));
    return proactiveRows(reading, new Map(cells));
  }
  const heads = ['', ...shown.heads].map(head);
  return [heads, ...shown.rows.map((r) => [head(r.label), ...r.cells.map((c) => ({ key: c.key, text: text(c.text) }))])];
}
