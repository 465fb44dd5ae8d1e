import type { Choice, Field, Register } from '#domain/registers/register.ts';
import { findHeader, type Header } from './header.ts';
import { type ColumnMapping, type KeptMapping, mapColumns, signatureOf } from './mapping.ts';
import type { SheetGrid } from './sheet.ts';
import { type MoneyUnit, moneyUnitIn } from './values/number.ts';
import { squeeze } from './values/parsed.ts';
import { type SheetYear, yearOfSheet } from './year.ts';

/** A sheet with its header found and its columns mapped. */
export interface SheetLayout {
  readonly sheet: SheetGrid;
  readonly header: Header;
  readonly mapping: ColumnMapping;
  readonly year: SheetYear | null;
  /** What the sheet's own title names, selected year or not; to warn where they differ. */
  readonly titleYear: SheetYear | null;
  /** The money unit named above the header (单位：万元). */
  readonly unit: MoneyUnit;
  /** Fields no column gives and the sheet's title names: 培训台账 → 类别 培训. */
  readonly fromTitle: readonly { readonly field: Field; readonly choice: Choice }[];
}

/** What a caller settles for a whole import. */
export interface LayoutChoices {
  readonly fileName: string;
  /** The year chosen by the person; it overrules titles. */
  readonly year: number | null;
  /** Mappings the office has confirmed. */
  readonly kept: readonly KeptMapping[];
}

/** Finds header, columns, year and unit of a sheet for one register; null when its titles are not that register's. */
export function layOut(sheet: SheetGrid, register: Register, choices: LayoutChoices): SheetLayout | null {
  const header = findHeader(sheet, register) ?? keptHeader(sheet, choices.kept, register);
  if (!header) return null;
  const signature = signatureOf(header);
  const kept = choices.kept.find((k) => k.register === register.key && (k.signature === signature || k.signature === '*')) ?? null;
  const mapping = mapColumns(header, register, kept);
  const titleYear = yearOfSheet(sheet, header.top, choices.fileName);
  const year = choices.year === null ? titleYear : ({ year: choices.year, from: '选定' } as const);
  const above = textsAbove(sheet, header.top);
  const unit = above.map((text) => moneyUnitIn(/单位[:：]?(.*)/.exec(text)?.[1] ?? '')).find((u) => u !== null) ?? '元';
  return {
    sheet,
    header,
    mapping,
    year,
    titleYear,
    unit,
    fromTitle: choicesInTitle(register, mapping, [...above, sheet.name, choices.fileName]),
  };
}

function textsAbove(sheet: SheetGrid, top: number): string[] {
  return sheet.rows.filter((row) => row.number < top).flatMap((row) => [...row.cells.values()].map((cell) => squeeze(cell.text)));
}

/** A sheet whose titles say nothing to us but that someone has mapped before: the first row with titles of that mapping. */
function keptHeader(sheet: SheetGrid, kept: readonly KeptMapping[], register: Register): Header | null {
  const titles = new Set(kept.filter((k) => k.register === register.key).flatMap((k) => Object.keys(k.columns)));
  const row = sheet.rows.find((r) => [...r.cells.values()].filter((cell) => titles.has(squeeze(cell.text))).length >= 2);
  if (!row) return null;
  const found = [...row.cells].map(([column, cell]) => ({ column, path: [squeeze(cell.text)] })).sort((a, b) => a.column - b.column);
  return { top: row.number, bottom: row.number, titles: found, score: 0 };
}

function choicesInTitle(register: Register, mapping: ColumnMapping, titles: readonly string[]): SheetLayout['fromTitle'] {
  const given = new Set(mapping.columns.flatMap((c) => (c.use.kind === 'field' || c.use.kind === 'tick' ? [c.use.field] : [])));
  const missing = register.fields.filter((field) => field.kind === 'choice' && field.required && !given.has(field.key));
  return missing.flatMap((field) => {
    for (const title of titles.filter((t) => t.length <= 40)) {
      const named = (field.choices ?? []).filter((c) =>
        [c.label, ...(c.synonyms ?? [])].some((name) => name.length >= 2 && !/^其[他它]/.test(name) && title.includes(name)),
      );
      if (named.length === 1) return [{ field, choice: named[0]! }];
      if (named.length > 1) return [];
    }
    return [];
  });
}
