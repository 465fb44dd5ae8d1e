import { FORM_2021, requestRowKeys } from '#law/forms/index.ts';
import type { Band } from './bands.ts';
import { fold } from './fold.ts';
import { REQUEST_ROWS } from './formWords.ts';

/** The columns in the order of the form, folded. */
const COLUMNS = FORM_2021.applicantColumns.map((c) => fold(c.label));
const [PERSON, , , , , OTHER, TOTAL] = COLUMNS;

/** Fewer of the columns as rows' labels are words that happen to stand there. */
const FEWEST = 4;

/**
 * True where the words before the first row name the columns in another order than the form's, or a second total beside them.
 * The form's own head has two lines: 总计 stands before 商业企业 when it is read.
 */
export function oddColumns(head: string): boolean {
  const text = fold(head).replaceAll('法人或其他组织', '').replaceAll('法人和其他组织', '');
  const at = COLUMNS.map((c) => text.lastIndexOf(c));
  const inner = at.slice(0, COLUMNS.indexOf(OTHER!) + 1).filter((p) => p >= 0);
  if (inner.length < 3) return false;
  const person = at[COLUMNS.indexOf(PERSON!)]!;
  const total = at[COLUMNS.indexOf(TOTAL!)]!;
  return (
    inner.some((p, i) => i > 0 && p < inner[i - 1]!) || (total >= 0 && total < person) || /小计|合计/.test(text.slice(Math.max(0, person)))
  );
}

/**
 * The bands of a table that was turned on its side, the applicants down and the rows across, put back; null where it was not
 * turned. Empty where it was and its rows cannot be told.
 */
export function turnedBack(bands: readonly Band[]): Band[] | null {
  const lines = COLUMNS.map((c) => bands.find((b) => b.cells.length > COLUMNS.length && fold(b.label).endsWith(c)));
  if (lines.filter(Boolean).length < FEWEST) return null;
  const width = lines[0]?.cells.length ?? 0;
  const keys = [false, true].map((one) => requestRowKeys(FORM_2021, one)).find((k) => k.length === width);
  const head = fold(lines[0]?.label ?? '');
  const labels = keys?.map((k) => REQUEST_ROWS.find((r) => r.key === k)!);
  if (!keys || !labels || lines.some((l) => l?.cells.length !== width)) return [];
  let from = 0;
  for (const { words } of labels) {
    const places = words.map((w) => head.indexOf(w, from)).filter((p) => p >= 0);
    if (places.length === 0) return [];
    from = Math.min(...places) + 1;
  }
  return keys.map((_, i): Band => {
    const cells = lines.map((l) => l!.cells[i]!);
    return { label: labels[i]!.label, cells, n: cells[0]!.n, labelLine: lines[0]!.labelLine };
  });
}
