import type { FieldValue } from '#domain/registers/record.ts';
import type { Field, Register } from '#domain/registers/register.ts';
import { cellValue } from './cellValue.ts';
import type { SheetLayout } from './layout.ts';
import type { MappedColumn } from './mapping.ts';
import type { ImportFinding } from './plan.ts';
import type { SheetCell, SheetRow, TallMerges } from './sheet.ts';
import { CHANNEL_FIELD } from './target.ts';
import { parseChoiceCell } from './values/choice.ts';
import { isTick } from './values/flag.ts';
import { moneyUnitIn } from './values/number.ts';
import { isProblem, type Problem } from './values/parsed.ts';

/** A line read: its values, what is wrong, and the columns the values came from. */
export interface RowValues {
  readonly values: Readonly<Record<string, FieldValue>>;
  /** The channels of the line's publications, where it names several. */
  readonly channels: readonly string[];
  readonly errors: readonly ImportFinding[];
  readonly columnOf: ReadonlyMap<string, { readonly column: MappedColumn; readonly cell: SheetCell }>;
}

/** A finding about a column of a line. */
export function findingAt(
  layout: SheetLayout,
  row: number | null,
  column: MappedColumn | null,
  value: string | null,
  p: Problem,
): ImportFinding {
  return {
    sheet: layout.sheet.name,
    row,
    column: column?.column ?? null,
    columnLetter: column?.letter ?? null,
    header: column?.title ?? null,
    value,
    ...p,
  };
}

/** What reading a line needs of the lines above it: cells merged over several lines. */
export interface Above {
  readonly merges: TallMerges;
  rowAt(number: number): SheetRow | undefined;
}

/** The cell of a column in a line: its own, or that of the cells merged over several lines above it. */
function cellAt(layout: SheetLayout, row: SheetRow, column: number, above: Above): SheetCell | undefined {
  const own = row.cells.get(column);
  if (own) return own;
  const merge = above.merges.above(row.number, column);
  return merge && merge.top > layout.header.bottom ? above.rowAt(merge.top)?.cells.get(column) : undefined;
}

/** Reads a line by the sheet's mapping. */
export function readRow(layout: SheetLayout, row: SheetRow, register: Register, above: Above): RowValues {
  const values: Record<string, FieldValue> = {};
  const errors: ImportFinding[] = [];
  const columnOf = new Map<string, { column: MappedColumn; cell: SheetCell }>();
  const ticked = new Map<string, string[]>();
  let channels: readonly string[] = [];
  for (const { field, choice } of layout.fromTitle) values[field.key] = choice.value;
  for (const column of layout.mapping.columns) {
    const cell = cellAt(layout, row, column.column, above);
    const { use } = column;
    if (!cell || use.kind === 'none' || use.kind === 'rowNumber') continue;
    const field = register.fields.find((f) => f.key === use.field)!;
    const fail = (p: Problem) => errors.push(findingAt(layout, row.number, column, cell.text, p));
    columnOf.set(field.key, { column, cell });
    if (use.kind === 'tick') {
      if (isTick(cell)) ticked.set(field.key, [...(ticked.get(field.key) ?? []), use.choice]);
      else if (!/^[0×✗xX—\-/]$/.test(cell.text.trim())) fail({ what: `“${cell.text}”看不出是不是打勾`, fix: '适用的打√，不适用的留空' });
      continue;
    }
    const several = field.key === CHANNEL_FIELD ? severalChannels(field, cell) : null;
    if (several) {
      channels = several;
      values[field.key] = several[0]!;
      continue;
    }
    const unit = moneyUnitIn(column.title) ?? layout.unit;
    const parsed = cellValue(field, cell, { year: layout.year?.year ?? null, unit });
    if (isProblem(parsed)) fail(hinted(parsed, field));
    else if (parsed.value !== null) values[field.key] = parsed.value;
  }
  for (const [key, choices] of ticked) settleTicks(key, choices);
  return { values, channels, errors, columnOf };

  function settleTicks(key: string, choices: readonly string[]): void {
    if (choices.length === 1) values[key] = choices[0]!;
    else
      errors.push(
        findingAt(layout, row.number, columnOf.get(key)!.column, '√', {
          what: `同一行打了${choices.length}个勾`,
          fix: '只在适用的一列打√',
        }),
      );
  }
}

/** A list the office keeps in words of its own can be left out; a field the statute asks for can't. */
function hinted(p: Problem, field: Field): Problem {
  if (field.kind !== 'choice' || field.required || field.key === 'outcome') return p;
  return { ...p, fix: `${p.fix}；整列都是自己的分类的，可在列对应里把这一列选为“不导入”` };
}

/** 政府网站、微信公众号 → both; null unless every part is a channel. */
function severalChannels(field: Field, cell: SheetCell): readonly string[] | null {
  const parts = cell.text.split(/[、,，;；/+\n]+|和|及/).filter((part) => part.trim() !== '');
  if (parts.length < 2 || !isProblemFree(field, cell.text, parts)) return null;
  const values = parts.map((text) => parseChoiceCell(field, { kind: 'text', text }));
  return [...new Set(values.flatMap((v) => (isProblem(v) || v.value === null ? [] : [v.value])))];
}

function isProblemFree(field: Field, whole: string, parts: readonly string[]): boolean {
  const named = (field.choices ?? []).some((c) => c.label === whole.trim() || c.synonyms?.includes(whole.trim()));
  return !named && parts.every((text) => !isProblem(parseChoiceCell(field, { kind: 'text', text })));
}
