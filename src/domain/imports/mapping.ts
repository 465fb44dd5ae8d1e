import type { Actor } from '#domain/people/actor.ts';
import type { Field, Register, RegisterKey } from '#domain/registers/register.ts';
import type { ColumnTitle, Header } from './header.ts';
import { fieldLikeness, LIKELY, plainLabel, SURE } from './labels.ts';
import { columnLetter } from './sheet.ts';
import { tickOf } from './ticks.ts';

/** What a column of the office's sheet is for us. */
export type ColumnUse =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'tick'; readonly field: string; readonly choice: string }
  | { readonly kind: 'rowNumber' }
  | { readonly kind: 'none' };

/** One column, how it is used, and how surely. */
export interface MappedColumn {
  readonly column: number;
  readonly letter: string;
  /** 申请人 / 姓名 */
  readonly title: string;
  readonly use: ColumnUse;
  /** 1: kept or given by a person. */
  readonly confidence: number;
  /** For a column not used: the field it may be. */
  readonly maybe: string | null;
}

/** A mapping as an office keeps it: column titles (`申请人 / 姓名`) → `field`, `field=choice`, or null for a column of the office's own. */
export interface KeptMapping {
  readonly register: RegisterKey;
  readonly signature: string;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** Where confirmed mappings are kept, so that the same sheet is not asked about twice. */
export interface ImportMappings {
  of(agency: string, register: RegisterKey): Promise<readonly KeptMapping[]>;
  keep(agency: string, mapping: KeptMapping, by: Actor): Promise<void>;
}

/** All columns of one sheet. */
export interface ColumnMapping {
  readonly register: RegisterKey;
  readonly signature: string;
  readonly columns: readonly MappedColumn[];
  /** Titles that two columns or two fields claim equally: someone has to say. */
  readonly questions: readonly { readonly column: number; readonly what: string; readonly fix: string }[];
}

/** What a title alone can say; below what a person has said. */
const GUESS_MOST = 0.99;

const ROW_NUMBER = /^(序号|序|行号|no|项次)$/;

function titleOf(title: ColumnTitle): string {
  return title.path.join(' / ');
}

/** The same titles in the same order: the same form of sheet, whatever year it is from. */
export function signatureOf(header: Header): string {
  return header.titles.map((title) => title.path.map(plainLabel).join('/')).join('|');
}

/** Maps every column: as kept where someone said so, else by its title. Unsure columns stay unused and say what they may be. */
export function mapColumns(header: Header, register: Register, kept: KeptMapping | null = null): ColumnMapping {
  const guesses = header.titles.map((title) => keptUse(title, register, kept) ?? guess(title, register));
  const questions: ColumnMapping['questions'][number][] = [];
  const columns = guesses.map((mapped) => settleRivals(mapped, guesses, register, questions));
  return { register: register.key, signature: signatureOf(header), columns, questions };
}

/** The mapping in the form an office keeps. */
export function toKept(mapping: ColumnMapping): KeptMapping {
  const columns = Object.fromEntries(mapping.columns.flatMap((c) => (c.use.kind === 'rowNumber' ? [] : [[c.title, useText(c.use)]])));
  return { register: mapping.register, signature: mapping.signature, columns };
}

function useText(use: ColumnUse): string | null {
  if (use.kind === 'field') return use.field;
  return use.kind === 'tick' ? `${use.field}=${use.choice}` : null;
}

function base(title: ColumnTitle) {
  return { column: title.column, letter: columnLetter(title.column), title: titleOf(title), maybe: null };
}

function keptUse(title: ColumnTitle, register: Register, kept: KeptMapping | null): MappedColumn | null {
  const name = [titleOf(title), title.path.at(-1)!].find((n) => kept && Object.hasOwn(kept.columns, n));
  if (!kept || name === undefined) return null;
  const [key, choice] = (kept.columns[name] ?? '').split('=');
  const field = register.fields.find((f) => f.key === key);
  const known = field && (choice === undefined || field.choices?.some((c) => c.value === choice));
  if (kept.columns[name] !== null && !known) return null;
  const use: ColumnUse = !field
    ? { kind: 'none' }
    : choice
      ? { kind: 'tick', field: field.key, choice }
      : { kind: 'field', field: field.key };
  return { ...base(title), use, confidence: 1 };
}

function guess(title: ColumnTitle, register: Register): MappedColumn {
  if (ROW_NUMBER.test(plainLabel(title.path.at(-1)!))) return { ...base(title), use: { kind: 'rowNumber' }, confidence: 1 };
  const [best] = ranked(title, register);
  const tick = tickOf(title.path, register);
  if (tick && (!best || best.sure < 0.9)) {
    return { ...base(title), use: { kind: 'tick', field: tick.field.key, choice: tick.choice.value }, confidence: 0.9 };
  }
  if (!best || best.sure < LIKELY) return { ...base(title), use: { kind: 'none' }, confidence: 0 };
  if (best.sure < SURE) return { ...base(title), use: { kind: 'none' }, confidence: best.sure, maybe: best.field.key };
  return { ...base(title), use: { kind: 'field', field: best.field.key }, confidence: Math.min(best.sure, GUESS_MOST) };
}

function ranked(title: ColumnTitle, register: Register): { field: Field; sure: number }[] {
  return register.fields.map((field) => ({ field, sure: fieldLikeness(title.path, field) })).sort((a, b) => b.sure - a.sure);
}

/** Two columns for one field: the surer one has it; equally sure ones are a question. */
function settleRivals(
  mapped: MappedColumn,
  all: readonly MappedColumn[],
  register: Register,
  questions: ColumnMapping['questions'][number][],
): MappedColumn {
  const { use } = mapped;
  if (use.kind !== 'field') return mapped;
  const rivals = all.filter((other) => other !== mapped && other.use.kind === 'field' && other.use.field === use.field);
  if (rivals.every((other) => other.confidence < mapped.confidence)) return mapped;
  const label = register.fields.find((f) => f.key === use.field)!.label;
  const equals = rivals.filter((other) => other.confidence === mapped.confidence);
  if (equals.some((other) => other.column > mapped.column) && rivals.every((other) => other.confidence <= mapped.confidence)) {
    const letters = [mapped, ...equals].map((c) => `${c.letter}列“${c.title}”`).join('、');
    questions.push({ column: mapped.column, what: `${letters}都像是“${label}”`, fix: '请选定用哪一列，另一列选“不导入”' });
  }
  return { ...mapped, use: { kind: 'none' }, maybe: use.field };
}
