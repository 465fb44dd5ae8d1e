import { FORM_2019, FORM_2021, FORMS, type RequestRow } from '#law/forms/index.ts';
import { withoutNumber } from './align.ts';
import { fold } from './fold.ts';

/** The seven columns of section three. */
export const APPLICANT_KEYS = FORM_2021.applicantColumns.map((c) => c.key);

/** The five columns and three groups of section four. */
export const REMEDY_KEYS = FORM_2021.remedyColumns.map((c) => c.key);
export const REMEDY_GROUP_KEYS = FORM_2021.remedyGroups.map((g) => g.key);

export interface WordedRow {
  readonly key: string;
  readonly label: string;
  /** Folded wordings without number, the statutory one first. */
  readonly words: readonly string[];
}

function worded(row: RequestRow): WordedRow {
  const full = fold(withoutNumber(row.label));
  const short = fold(withoutNumber(row.label.replace(/（[^（）]{4,}）/g, '')));
  const words = [full, ...(short === full ? [] : [short])];
  if (row.role === 'sum') words.push('合计');
  if (full === '其他') words.push('其它');
  return { key: row.key, label: row.label, words };
}

/** Every row that any edition prints in section three, in the printed order; `3.6` stands before its three. */
export const REQUEST_ROWS: readonly WordedRow[] = (() => {
  const rows = new Map<string, RequestRow>();
  for (const form of [FORM_2021, FORM_2019]) for (const r of form.requestRows) if (!rows.has(r.key)) rows.set(r.key, r);
  const order = [...rows.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return order.map((k) => worded(rows.get(k)!));
})();

/** The labels of a group's rows by the group's folded label without number: 不予公开 → its eight. */
export const GROUP_ROWS: ReadonlyMap<string, readonly string[]> = (() => {
  const out = new Map<string, string[]>();
  for (const row of FORM_2021.requestRows) {
    if (!row.group) continue;
    const group = fold(withoutNumber(row.group));
    out.set(group, [...(out.get(group) ?? []), row.label]);
  }
  return out;
})();

/** Words only one edition's section two prints. */
export const EDITION_WORDS = {
  '2019': distinct('2019'),
  '2021': distinct('2021'),
} as const;

function distinct(edition: '2019' | '2021'): string[] {
  const words = (form: (typeof FORMS)[number]): Set<string> =>
    new Set(form.proactive.flatMap((b) => [b.item, ...b.columns.map((c) => c.label), ...b.rows.map((r) => r.label)]).map(fold));
  const others = FORMS.filter((f) => f.edition !== edition).flatMap((f) => [...words(f)]);
  return [...words(FORMS.find((f) => f.edition === edition)!)].filter(
    (w) => w.length >= 4 && !others.some((o) => o.includes(w) || w.includes(o)),
  );
}

/** Every word a table of any edition prints beside its figures, folded, without its number. */
const PRINTED: ReadonlySet<string> = new Set(
  FORMS.flatMap((f) => [
    ...f.proactive.flatMap((b) => [b.item, '信息内容', ...b.columns.map((c) => c.label), ...b.rows.map((r) => r.label)]),
    ...f.requestRows.flatMap((r) => [r.label, withoutNumber(r.label), r.group ?? '']),
    ...f.applicantColumns.map((c) => c.label),
    ...f.remedyColumns.map((c) => c.label),
  ]).map(fold),
);

/** True for a label or head of a table, spaces and punctuation aside. */
export function isFormWord(text: string): boolean {
  const folded = fold(text);
  return folded !== '' && PRINTED.has(folded);
}
