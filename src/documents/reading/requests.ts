import type { RequestsTable, Value } from '#domain/report/model.ts';
import { FORM_2021, identitiesOf, requestKey } from '#law/forms/index.ts';
import { type Aligned, align } from './align.ts';
import { type Band, type BandCell, bandsOf, labelsBehind, mendTorn, unfold } from './bands.ts';
import { type RowReading, readRow } from './cells.ts';
import { matchInside } from './distance.ts';
import { fold } from './fold.ts';
import { APPLICANT_KEYS, GROUP_ROWS, REQUEST_ROWS } from './formWords.ts';
import { mistypedHeads, printedLabel } from './labels.ts';
import { printedTwice, type SpareColumn, spareColumn, withoutColumn } from './requestColumns.ts';
import { oddColumns, turnedBack } from './requestHeads.ts';
import { type Choice, type RowEquation, settle } from './settle.ts';
import { blanksOf, doubtOf, emptyTable, noteLines, notesOf, type TableReading } from './tableReading.ts';
import type { Token } from './tokens.ts';

const WIDTH = APPLICANT_KEYS.length;
const CELL_KEYS = new Map(REQUEST_ROWS.map(({ key }) => [key, APPLICANT_KEYS.map((c) => requestKey(key, c))]));
const SHAPE = { units: APPLICANT_KEYS.map(() => 'count' as const), sums: [{ from: 0, total: WIDTH - 1 }] };
const WANTED = REQUEST_ROWS.map((r) => ({ key: r.key, words: r.words, width: WIDTH, atEnd: r.key === '3.6' }));

const POSITION = new Map(WANTED.map((w, i) => [w.key, i]));
const WORDS = new Map(WANTED.map((w) => [w.key, w.words[0]!]));
const LABELS = REQUEST_ROWS.map((r) => fold(r.label));
const FIRST = WANTED[0]!.words[0]!;
const LAST = WANTED.at(-1)!.words[0]!;

/** Words of the table's own head. */
const HEADED = /[勾钩]稽关系|申请人情况/;

/** One number behind words, as prose has it: 办理申请 7 件. A row has seven, or as many digits in one. */
function saidInProse(band: Band): boolean {
  const [first, ...others] = band.cells.filter((c) => c.kind === 'value');
  return others.length === 0 && (first?.kind !== 'value' || first.text.replace(/\D/g, '').length < WIDTH) && band.cells.length < WIDTH;
}

/** Fewer rows than this are no table of section three. */
const FEWEST = 2;

/**
 * The column sums of the form as equations between rows; outcome rows the report does not print are no part of them.
 * @param oneOther （六）其他处理 is one row
 */
function equations(printed: ReadonlySet<string>, oneOther: boolean): RowEquation[] {
  const columns = ['T3-BALANCE', 'T3-OUTCOMES'] as const;
  return columns.map((rule) => {
    const identity = identitiesOf(FORM_2021, oneOther).find((i) => i.rule === rule)!;
    const row = (cell: string): string => cell.split('/')[1]!;
    const terms = identity.terms.filter((t) => rule === 'T3-BALANCE' || printed.has(row(t.cell)));
    return new Map([[row(identity.cell), -1 as const], ...terms.map((t) => [row(t.cell), t.sign] as const)]);
  });
}

/** Section three may print （六）其他处理 as one row or three, never both: the three win. */
function oneOrThree(found: readonly Aligned[]): Aligned[] {
  const three = found.some((f) => f.key.startsWith('3.6.'));
  return found.filter((f) => f.key !== '3.6' || !three);
}

/** Rows whose labels are printed without any cell before the next row's label: every cell is blank. */
function blankRows(found: readonly Aligned[], bands: readonly Band[]): Set<string> {
  const out = new Set<string>();
  const used = new Set(found.map((f) => f.key));
  for (const [i, f] of found.entries()) {
    const from = i === 0 ? -1 : POSITION.get(found[i - 1]!.key)!;
    const lost = WANTED.slice(from + 1, POSITION.get(f.key)!).filter((w) => !used.has(w.key) && w.key !== '3.6');
    if (lost.length === 0) continue;
    const text = fold(labelsUpTo(bands, found[i - 1]?.band, f.band));
    for (const w of lost) {
      const word = w.key === '3.6.3' ? '3其他' : w.words[0]!;
      const match = matchInside(word, text);
      if (match.distance <= word.length * (word.length < 6 ? 0 : 0.2)) out.add(w.key);
    }
  }
  return out;
}

function labelsUpTo(bands: readonly Band[], after: Band | undefined, to: Band): string {
  const start = after ? bands.indexOf(after) + 1 : 0;
  return bands
    .slice(start, bands.indexOf(to) + 1)
    .map((b) => b.label)
    .join(' ')
    .slice(-400);
}

/**
 * Reads section three from its tokens: rows anchored on the statutory labels, seven cells each.
 * @param ends no section follows: a last row that is not there was cut off, not left out
 */
export function readRequests(tokens: readonly Token[], ends = false): TableReading<RequestsTable> {
  const { bands: printed, rest } = bandsOf(tokens);
  const behind = labelsBehind(printed, rest, FIRST, LAST, WIDTH);
  const raw = behind ?? mendTorn(printed, rest, LABELS);
  const bands = turnedBack(raw) ?? raw.flatMap((b) => (holdsColumns(b) ? [] : unfold(b, WIDTH, GROUP_ROWS)));
  const aligned = oneOrThree(align(bands, WANTED));
  const headed = HEADED.test(rest) || bands.some((b) => HEADED.test(b.label));
  if (aligned.length < FEWEST || (!headed && aligned.every(({ band }) => saidInProse(band)))) return emptyTable();
  const spare = spareColumn(aligned, WIDTH);
  const found = spare?.at == null ? aligned : aligned.map((f) => ({ ...f, band: withoutColumn(f.band, spare, WIDTH) }));
  const twice = printedTwice(bands, aligned, WORDS);
  const oneOther = found.some((f) => f.key === '3.6');
  const odd = behind ? BEHIND : oddColumns(labelsUpTo(bands, undefined, aligned[0]!.band)) ? ODD : null;
  const left = leftOver(bands, aligned);
  const rows = new Map(
    found.map((f): [string, RowReading] => {
      const readings = twice.get(f.key);
      if (readings) return [f.key, { kind: 'open', readings, complete: false, why: TWICE }];
      return [f.key, amid(inPlace(readUnder(odd, f.band.cells), f, spare), f, found, left)];
    }),
  );
  const open = [...rows.values()].some((r) => r.kind === 'open');
  const settled = open ? settle(choicesOf(rows), equations(new Set(rows.keys()), oneOther), WIDTH) : new Map<string, Value[][]>();
  const out = emptyTable<RequestsTable>();
  const blank = blankRows(aligned, bands);
  const keys = WANTED.map((w) => w.key).filter((k) => (oneOther ? !k.startsWith('3.6.') : k !== '3.6'));
  const cut = !rows.has('4') && !blank.has('4') && (ends || !rows.has('3.7'));
  const last = Math.max(...keys.map((k, i) => (rows.has(k) ? i : -1)));
  const table: RequestsTable = {};
  for (const [i, key] of keys.entries()) {
    const cellKeys = CELL_KEYS.get(key)!;
    const row = rows.get(key);
    const hit = found.find((f) => f.key === key);
    const line = hit?.band.n;
    if (!row || !hit) {
      if (blank.has(key))
        out.notes.push(...cellKeys.map((cell) => ({ cell, kind: 'blank' as const, printed: '', line: lineBefore(found, key) })));
      if (blank.has(key) || (cut && i > last)) table[key] = APPLICANT_KEYS.map(() => null);
      else out.absentRows.push(`requests/${key}`);
      continue;
    }
    noteLines(out.cellLines, cellKeys, row, hit.band.cells);
    const { values, doubt } = decide(key, row, settled);
    table[key] = values;
    if (doubt) out.doubts.push(doubt);
    if (row.kind === 'known') out.notes.push(...notesOf(cellKeys, row.cells));
    else if (!doubt) out.notes.push(...blanksOf(cellKeys, values, hit.band.n));
    out.labels.push(...labelNotes(hit, line));
  }
  const head = `${bands[0]?.label ?? ''} ${rest}`.slice(0, 600);
  out.labels.unshift(...mistypedHeads('requests', head, HEADS, bands[0]?.labelLine ?? 0));
  const edition = oneOther ? '2019' : [...rows.keys(), ...blank].some((k) => k.startsWith('3.6.')) ? '2021' : null;
  return { ...out, table, state: cut ? 'cut' : 'present', edition, lastLine: Math.max(...found.map((f) => f.band.cells.at(-1)?.n ?? 0)) };
}

const HEADS = ['申请人情况', '法人或其他组织', '商业企业', '科研机构', '社会公益组织', '法律服务机构'];

const ODD = '表头各列的次序或列数与规定格式不同，不能确定哪个数属于哪一列';

const BEHIND = '行名印在数字后面，不能确定哪一行数字属于哪一行';

/** Many labels and then many figures: whether rows or columns of them follow is not known. */
function holdsColumns(band: Band): boolean {
  if (band.cells.length < FEWEST * WIDTH) return false;
  const folded = fold(band.label);
  return WANTED.filter((w) => w.words[0]!.length > 5 && folded.includes(w.words[0]!)).length > FEWEST;
}

/** Figures under heads in another order, or before their labels, are in doubt, whatever their sums; a row of one and the same figure under such heads is not. */
function readUnder(why: string | null, cells: readonly BandCell[]): RowReading {
  const row = readRow(cells, SHAPE);
  if (why === null || (why === ODD && new Set(cells.map((c) => (c.kind === 'value' ? c.text : ''))).size === 1)) return row;
  return { kind: 'open', readings: row.kind === 'known' ? [row.cells.map((c) => c.value)] : row.readings, complete: false, why };
}

const TWICE = '这一节印了两张表，同一行的数字不同，不能确定以哪一张为准';

const SPARE = '表格比规定格式多一列，不能确定多的是哪一列';

/** A row of a table with a column too many, where it cannot be told which: whatever one row's sum says. */
function inPlace(row: RowReading, f: Aligned, spare: SpareColumn | undefined): RowReading {
  if (spare?.at !== null || row.kind === 'open' || f.band.cells.length !== WIDTH + 1) return row;
  return { kind: 'open', readings: [row.cells.map((c) => c.value)], complete: false, why: SPARE };
}

const TORN = '行名断开，旁边还有一行数字没有行名，不能确定哪一行数字属于这一行';

/** Rows of figures between the first and the last found row that no label was found for. */
function leftOver(bands: readonly Band[], found: readonly Aligned[]): Band[] {
  const used = new Set(found.map((f) => f.band));
  const between = bands.slice(bands.indexOf(found[0]!.band), bands.indexOf(found.at(-1)!.band));
  return between.filter((b) => !used.has(b) && b.cells.length === WIDTH && b.cells.every((c) => c.kind === 'value'));
}

/** A row whose label is torn, in a run of such rows beside figures without a label: all may be shifted by one. */
function amid(row: RowReading, f: Aligned, found: readonly Aligned[], left: readonly Band[]): RowReading {
  if (f.rate === 0 || left.length === 0 || row.kind !== 'known') return row;
  const at = found.indexOf(f);
  const from = found.slice(0, at).findLast((r) => r.rate === 0)?.band.n ?? 0;
  const to = found.slice(at + 1).find((r) => r.rate === 0)?.band.n ?? Number.POSITIVE_INFINITY;
  const beside = left.filter((b) => b.n >= from && b.n <= to).map((b) => readRow(b.cells, SHAPE));
  if (beside.length === 0) return row;
  const readings = [row, ...beside].flatMap((r) => (r.kind === 'known' ? [r.cells.map((c) => c.value)] : r.readings));
  return { kind: 'open', readings, complete: false, why: TORN };
}

function choicesOf(rows: ReadonlyMap<string, RowReading>): Choice[] {
  return [...rows].map(([key, row]) => ({
    key,
    readings: row.kind === 'known' ? [row.cells.map((c) => c.value)] : row.complete ? row.readings : [],
  }));
}

function decide(key: string, row: RowReading, settled: ReadonlyMap<string, Value[][]>) {
  if (row.kind === 'known') return { values: row.cells.map((c) => c.value), doubt: null };
  const left = row.complete ? (settled.get(key) ?? row.readings) : row.readings;
  if (left.length === 1 && row.complete) return { values: left[0]!, doubt: null };
  return { values: APPLICANT_KEYS.map((): Value => null), doubt: doubtOf(`requests/${key}`, left, row.complete, row.why) };
}

function labelNotes(f: Aligned, line: number | undefined) {
  const row = REQUEST_ROWS.find((r) => r.key === f.key)!;
  if (f.rate >= 1) return [];
  const note = printedLabel(`requests/${f.key}`, f.band.label, row.label, line ?? f.band.labelLine, row.words);
  return note ? [note] : [];
}

function lineBefore(found: readonly Aligned[], key: string): number {
  const order = WANTED.map((w) => w.key);
  const next = found.find((f) => order.indexOf(f.key) > order.indexOf(key));
  return next?.band.labelLine ?? 0;
}
