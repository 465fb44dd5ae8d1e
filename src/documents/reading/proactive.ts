import type { ProactiveTable, Value } from '#domain/report/model.ts';
import { type CellUnit, type Form, formOf, type ProactiveBlock } from '#law/forms/index.ts';
import { type Aligned, align, type Wanted } from './align.ts';
import { bandsOf, labelsBehind } from './bands.ts';
import { type ReadCell, type RowReading, readRow } from './cells.ts';
import { fold } from './fold.ts';
import { EDITION_WORDS } from './formWords.ts';
import { mistypedHeads, printedLabel } from './labels.ts';
import { doubtOf, emptyTable, noteLines, notesOf, type TableReading } from './tableReading.ts';
import type { Token } from './tokens.ts';

/** The edition whose own words a text of section two shows more of; null where it shows none. */
export function proactiveEdition(text: string): Form['edition'] | null {
  const folded = fold(text);
  const count = (edition: Form['edition']): number => EDITION_WORDS[edition].filter((w) => folded.includes(w)).length;
  const old = count('2019');
  const now = count('2021');
  if (old === 0 && now === 0) return null;
  return old > now ? '2019' : '2021';
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly block: ProactiveBlock;
}

function rowsOf(form: Form): Row[] {
  return form.proactive.flatMap((block) => block.rows.map((r) => ({ key: r.key, label: r.label, block })));
}

/** The rows wanted of an edition, worked out once. */
const wantedRows = new Map<Form['edition'], readonly Wanted[]>();

function wantedOfForm(form: Form): readonly Wanted[] {
  let wanted = wantedRows.get(form.edition);
  if (!wanted) wantedRows.set(form.edition, (wanted = rowsOf(form).map(wantedOf)));
  return wanted;
}

function wantedOf(row: Row): Wanted {
  const full = fold(row.label);
  const words = full.startsWith('行政规范') ? [full, full.slice(2)] : full === '规范性文件' ? [full, `行政${full}`] : [full];
  return { key: row.key, words, width: row.block.columns.length };
}

/** 元 where the head says so: the cell is then turned into 万元. */
function headInYuan(text: string, label: string): boolean {
  const at = fold(text).lastIndexOf(fold(label).slice(0, 4));
  return at >= 0 && /^.{2,8}?(?:单位)?元/.test(fold(text).slice(at, at + 14)) && !/^.{2,8}万元/.test(fold(text).slice(at, at + 14));
}

function inTenThousand(row: RowReading, units: readonly CellUnit[]): RowReading {
  const scale = (v: Value, i: number): Value => (units[i] === 'money' && v !== null ? Number(`${v}e-4`) : v);
  if (row.kind === 'open') return { ...row, readings: row.readings.map((r) => r.map(scale)) };
  const cells = row.cells.map((c, i): ReadCell => {
    if (units[i] !== 'money' || c.value === null || c.value === 0 || /元/.test(c.printed)) return c;
    return { ...c, value: scale(c.value, i), note: 'remark', printed: `${c.printed}元` };
  });
  return { ...row, cells };
}

const ODD = '表头各列的次序与规定格式不同，不能确定哪个数属于哪一列';

/** True where the words before a block's first row name its columns in another order than the form's. */
function oddHeads(block: ProactiveBlock, found: readonly Aligned[]): boolean {
  const first = found.find((f) => block.rows.some((r) => r.key === f.key));
  const head = fold(first?.band.label ?? '');
  const at = block.columns.map((c) => head.lastIndexOf(fold(c.label)));
  return at.every((p) => p >= 0) && at.some((p, i) => i > 0 && p < at[i - 1]!);
}

const BEHIND = '行名印在数字后面，不能确定哪个数属于哪一行';

/**
 * Reads section two from its tokens in the shape of the edition it shows.
 * @param ends no section follows: a last row that is not there was cut off, not left out
 */
export function readProactive(tokens: readonly Token[], ends = false): TableReading<ProactiveTable> {
  const { bands: printed, rest } = bandsOf(tokens);
  const behind = labelsBehind(printed, rest, '规章', '行政事业性收费', 3);
  const bands = behind ?? printed;
  const text = `${bands.map((b) => b.label).join(' ')} ${rest}`.slice(0, 20_000);
  const edition = proactiveEdition(text);
  const form = formOf(edition ?? '2021');
  const rows = rowsOf(form);
  const found = align(bands, wantedOfForm(form)).filter((f) => f.rate < 1);
  if (found.length < 2) return emptyTable();
  const out = emptyTable<ProactiveTable>();
  const table: ProactiveTable = {};
  const last = Math.max(...found.map((f) => rows.findIndex((r) => r.key === f.key)));
  const cut = found.length < 3 || last < rows.length - (ends ? 1 : 2);
  for (const [i, row] of rows.entries()) {
    const columns = row.block.columns;
    const prefix = `proactive/${row.key}`;
    const keys = row.block.flat ? [prefix] : columns.map((c) => `${prefix}/${c.key}`);
    const store = (values: readonly Value[]): void => {
      table[row.key] = row.block.flat ? values[0]! : Object.fromEntries(columns.map((c, j) => [c.key, values[j]!]));
    };
    const hit = found.find((f) => f.key === row.key);
    if (!hit) {
      if (cut && i > last) store(columns.map(() => null));
      else out.absentRows.push(prefix);
      continue;
    }
    const units = columns.map((c) => c.unit);
    const plainRow = readRow(hit.band.cells, { units, sums: [] });
    const money = columns.find((c) => c.unit === 'money');
    const reading = money && headInYuan(hit.band.label, money.label) ? inTenThousand(plainRow, units) : plainRow;
    noteLines(out.cellLines, keys, reading, hit.band.cells);
    const odd = behind ? BEHIND : columns.length > 1 && oddHeads(row.block, found) ? ODD : null;
    if (reading.kind === 'known' && odd) {
      store(columns.map(() => null));
      out.doubts.push(doubtOf(prefix, [reading.cells.map((c) => c.value)], false, odd));
    } else if (reading.kind === 'known') {
      store(reading.cells.map((c) => c.value));
      out.notes.push(...notesOf(keys, reading.cells));
    } else {
      store(columns.map(() => null));
      out.doubts.push(doubtOf(prefix, reading.readings, reading.complete, reading.why));
    }
    const note = printedLabel(prefix, hit.band.label, row.label, hit.band.labelLine, wantedOf(row).words);
    if (note && fold(note.printed) !== '') out.labels.push(note);
  }
  const heads = form.proactive.flatMap((b) => b.columns.map((c) => c.label));
  out.labels.unshift(...mistypedHeads('proactive', text, heads, bands[0]?.labelLine ?? 0));
  const lastLine = Math.max(...found.map((f) => f.band.cells.at(-1)?.n ?? 0));
  return { ...out, table, state: cut ? 'cut' : 'present', edition, lastLine };
}
