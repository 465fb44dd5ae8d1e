import type { FieldValue } from '#domain/registers/record.ts';

/** Why a cell can't be taken, in an office's words, and what to write instead. */
export interface Problem {
  readonly what: string;
  readonly fix: string;
}

/** A cell read as a field's value, or why not. */
export type Parsed<T extends FieldValue = FieldValue> = { readonly value: T } | Problem;

export function problem(what: string, fix: string): Problem {
  return { what, fix };
}

export function isProblem(parsed: Parsed): parsed is Problem {
  return 'what' in parsed;
}

/** Full-width forms to half-width, all kinds of blanks to none. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/g, '');
}
