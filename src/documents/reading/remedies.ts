import type { RemediesTable, Value } from '#domain/report/model.ts';
import { FORM_2021, remedyKey } from '#law/forms/index.ts';
import { type Band, type BandCell, bandsOf } from './bands.ts';
import { type RowReading, readRow } from './cells.ts';
import { fold } from './fold.ts';
import { REMEDY_GROUP_KEYS, REMEDY_KEYS } from './formWords.ts';
import { blanksOf, doubtOf, emptyTable, noteLines, notesOf, type TableReading } from './tableReading.ts';
import type { Token } from './tokens.ts';

const FIVE = REMEDY_KEYS.length;
const WIDTH = FIVE * REMEDY_GROUP_KEYS.length;
const SHAPE = {
  units: Array.from({ length: WIDTH }, () => 'count' as const),
  sums: REMEDY_GROUP_KEYS.map((_, g) => ({ from: g * FIVE, total: g * FIVE + FIVE - 1 })),
};
const HEADS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '未经复议直接起诉', '复议后起诉'];
/** The same heads where a line-wise reading tears them. */
const TORN_HEADS = ['维持', '纠正', '审结', '结果维', '结果纠', '其他结', '尚未审', '未经复议', '复议后'];
const LONGEST_HEAD = 8;
/** The heads of all groups together. */
const LONGEST_HEADS = 150;

/** How the three groups are named, in the order of the form. */
const GROUPS = ['行政复议', '未经复议', '复议后'];
const RESULTS = FORM_2021.remedyColumns.map((c) => fold(c.label));

/** The head of the next group's own table, after a group's five cells. */
function nextGroup(label: string, taken: number): boolean {
  return taken % FIVE === 0 && label.includes(GROUPS[taken / FIVE] ?? '？') && countIn(label, HEADS) >= 4;
}

/** The cells of a table with its results down and its groups across, in the order of the form; null where it is none. */
function turnedBack(bands: readonly Band[]): BandCell[] | null {
  const groups = REMEDY_GROUP_KEYS.length;
  const from = bands.findIndex((_, i) =>
    RESULTS.every((r, k) => bands[i + k]?.cells.length === groups && fold(bands[i + k]!.label).endsWith(r)),
  );
  if (from < 0) return null;
  const head = bands
    .slice(0, from + 1)
    .map((b) => fold(b.label))
    .join('');
  const after = head.lastIndexOf(GROUPS[2]!);
  const direct = head.lastIndexOf(GROUPS[1]!, after);
  // Groups in another order: which figure is whose is not known.
  if (direct < 0 || head.lastIndexOf(GROUPS[0]!, direct - 1) < 0) return [];
  return REMEDY_GROUP_KEYS.flatMap((_, g) => RESULTS.map((__, k) => bands[from + k]!.cells[g]!));
}

const RESULT_WORDS = new RegExp(RESULTS.slice(0, FIVE - 1).join('|'), 'g');
const ODD = '表头各列的次序与规定格式不同，不能确定哪个数属于哪一列';

/** True where the words before the figures name the groups, or the results of each, in another order than the form's. */
function oddHeads(head: string): boolean {
  const [direct, after] = [HEADS[4]!, HEADS[5]!];
  const groups = [head.indexOf(direct), head.indexOf(after)] as const;
  if (groups[0] > groups[1] && groups[1] >= 0 && head.lastIndexOf(after) === groups[1]) return true;
  const results = [...head.matchAll(RESULT_WORDS)].map((m) => RESULTS.indexOf(m[0]));
  const size = FIVE - 1;
  if (results.length === 0 || results.length % size > 0) return false;
  const lots = Array.from({ length: results.length / size }, (_, i) => results.slice(i * size, i * size + size));
  return lots.every((l) => new Set(l).size === size) && lots.some((l) => l.some((r, i) => r !== i));
}

function countIn(text: string, words: readonly string[]): number {
  return words.filter((w) => text.includes(w)).length;
}

/** The cells after the heads, up to fifteen or the next prose; null where there are no such heads. */
function cellsAfter(bands: readonly Band[], rest: string, heads: readonly string[]): BandCell[] | null {
  const seen = new Set<string>();
  // The end of what came before: a head may be torn between two labels.
  let near = '';
  const see = (text: string): void => {
    near += text;
    for (const h of heads) if (near.includes(h)) seen.add(h);
    near = near.slice(-LONGEST_HEAD);
  };
  let cells: BandCell[] = [];
  for (const [i, band] of bands.entries()) {
    const label = fold(band.label);
    const prose = label.length > 14 || (countIn(label, heads) === 0 && label.length > 8);
    if (cells.length > 0 && prose && !nextGroup(label, cells.length)) break;
    see(label);
    if (seen.size < 2) continue;
    const headBlanks =
      cells.length === 0 && band.cells.every((c) => c.kind === 'blank') && bands.slice(i + 1).some((b) => b.cells.length >= WIDTH);
    if (headBlanks) continue;
    cells = [...cells, ...band.cells];
    if (cells.length >= WIDTH) break;
  }
  see(fold(rest));
  return seen.size >= 3 ? cells : null;
}

/** Where only torn heads are there, prose may say the same words: nothing but a whole row of figures is taken. */
function wholeRow(cells: readonly BandCell[] | null): BandCell[] | null {
  if (!cells || cells.length > WIDTH) return null;
  const digits = cells.reduce((n, c) => n + (c.kind === 'value' && /^[\d,]+$/.test(c.text) ? c.text.length : 0), 0);
  return digits >= WIDTH ? [...cells] : null;
}

/** Reads section four from its tokens: fifteen cells in three groups of five. */
export function readRemedies(tokens: readonly Token[]): TableReading<RemediesTable> {
  const { bands, rest } = bandsOf(tokens);
  const turned = turnedBack(bands);
  const cells = turned ?? cellsAfter(bands, rest, HEADS) ?? wholeRow(cellsAfter(bands, rest, TORN_HEADS));
  if (!cells) return emptyTable();
  const out = emptyTable<RemediesTable>();
  const empty = (): RemediesTable => Object.fromEntries(REMEDY_GROUP_KEYS.map((g) => [g, REMEDY_KEYS.map(() => null)]));
  if (cells.length === 0) return { ...out, table: empty(), state: 'cut' };
  const read = readRow(cells, SHAPE);
  const head = bands
    .filter((b) => b.n <= cells[0]!.n)
    .map((b) => fold(b.label))
    .join('')
    .slice(-LONGEST_HEADS);
  const odd = read.kind === 'known' && new Set(read.cells.map((c) => c.value)).size > 1 && !turned && oddHeads(head);
  const row: RowReading = odd ? { kind: 'open', readings: [read.cells.map((c) => c.value)], complete: false, why: ODD } : read;
  const lastLine = cells.at(-1)!.n;
  const table = empty();
  const keys = REMEDY_GROUP_KEYS.flatMap((g) => REMEDY_KEYS.map((c) => remedyKey(g, c)));
  noteLines(out.cellLines, keys, row, cells);
  const groups = REMEDY_GROUP_KEYS.map((group, g) => ({ group, from: g * FIVE }));
  if (row.kind === 'known') {
    for (const { group, from } of groups) {
      const own = row.cells.slice(from, from + FIVE);
      table[group] = own.map((c) => c.value);
      out.notes.push(
        ...notesOf(
          REMEDY_KEYS.map((c) => remedyKey(group, c)),
          own,
        ),
      );
    }
    return { ...out, table, state: 'present', lastLine };
  }
  for (const { group, from } of groups) {
    const readings = distinctReadings(row.readings.map((r) => r.slice(from, from + FIVE)));
    if (readings.length === 1 && row.complete) {
      table[group] = readings[0]!;
      const names = REMEDY_KEYS.map((c) => remedyKey(group, c));
      out.notes.push(...blanksOf(names, readings[0]!, lastLine));
    } else out.doubts.push(doubtOf(`remedies/${group}`, readings, row.complete, row.why));
  }
  return { ...out, table, state: 'present', lastLine };
}

function distinctReadings(readings: readonly Value[][]): Value[][] {
  return [...new Map(readings.map((r) => [JSON.stringify(r), r])).values()];
}
