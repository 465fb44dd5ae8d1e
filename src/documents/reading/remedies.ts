import type { RemediesTable, Value } from '#domain/report/model.ts';
import { remedyKey } from '#law/forms/index.ts';
import { type BandCell, bandsOf } from './bands.ts';
import { readRow } from './cells.ts';
import { fold } from './fold.ts';
import { REMEDY_GROUP_KEYS, REMEDY_KEYS } from './formWords.ts';
import { doubtOf, emptyTable, notesOf, type TableReading } from './tableReading.ts';
import type { Token } from './tokens.ts';

const FIVE = REMEDY_KEYS.length;
const WIDTH = FIVE * REMEDY_GROUP_KEYS.length;
const SHAPE = {
  units: Array.from({ length: WIDTH }, () => 'count' as const),
  sums: REMEDY_GROUP_KEYS.map((_, g) => ({ from: g * FIVE, total: g * FIVE + FIVE - 1 })),
};
const HEADS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '未经复议直接起诉', '复议后起诉'];

/** The cells after the heads, up to fifteen or the next prose; null where there are no such heads. */
function cellsAfterHeads(tokens: readonly Token[]): { cells: BandCell[]; headsSeen: boolean } {
  const { bands, rest } = bandsOf(tokens);
  let seen = '';
  let cells: BandCell[] = [];
  for (const band of bands) {
    const label = fold(band.label);
    if (cells.length > 0 && (label.length > 14 || (HEADS.some((h) => label.includes(h)) === false && label.length > 8))) break;
    seen += label;
    if (HEADS.filter((h) => seen.includes(h)).length < 2) continue;
    if (
      cells.length === 0 &&
      band.cells.every((c) => c.kind === 'blank') &&
      bands.some((b) => b !== band && b.n > band.n && b.cells.length >= WIDTH)
    )
      continue;
    cells = [...cells, ...band.cells];
    if (cells.length >= WIDTH) break;
  }
  return { cells, headsSeen: HEADS.filter((h) => (seen + fold(rest)).includes(h)).length >= 3 };
}

/** Reads section four from its tokens: fifteen cells in three groups of five. */
export function readRemedies(tokens: readonly Token[]): TableReading<RemediesTable> {
  const { cells, headsSeen } = cellsAfterHeads(tokens);
  if (!headsSeen) return emptyTable();
  const out = emptyTable<RemediesTable>();
  const empty = (): RemediesTable => Object.fromEntries(REMEDY_GROUP_KEYS.map((g) => [g, REMEDY_KEYS.map(() => null)]));
  if (cells.length === 0) return { ...out, table: empty(), state: 'cut' };
  const row = readRow(cells, SHAPE);
  const lastLine = cells.at(-1)!.n;
  const table = empty();
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
    if (readings.length === 1 && row.complete) table[group] = readings[0]!;
    else out.doubts.push(doubtOf(`remedies/${group}`, readings, row.complete, row.why));
  }
  return { ...out, table, state: 'present', lastLine };
}

function distinctReadings(readings: readonly Value[][]): Value[][] {
  return [...new Map(readings.map((r) => [JSON.stringify(r), r])).values()];
}
