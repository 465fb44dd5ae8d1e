/** When a sentence may be said. All conditions of a sentence must hold. */
export type Condition =
  | { readonly figure: string; readonly is: 'zero' | 'some' }
  /** The office has stated this fact of itself (its site, its contact …). */
  | { readonly fact: string }
  /** The list has (or has not) an entry. */
  | { readonly list: string; readonly is: 'empty' | 'some' };

/**
 * One way to say a thing. `{year}` stands for a fact of the office, `{{key}}` for a bound number, `{{key|words}}` for
 * words that say its zero, `[[list]]` for an enumeration. Numbers that name a figure appear only as bindings.
 */
export interface Sentence {
  readonly text: string;
  readonly when?: readonly Condition[];
}

/** A thing to say: the first alternative whose conditions hold is said, or nothing. */
export interface Statement {
  readonly id: string;
  /** What the statement is about, for the list of what is missing. */
  readonly about: string;
  readonly alternatives: readonly Sentence[];
}

/** A paragraph of the report; the office's own edit of it hangs on the key. */
export interface ParagraphTemplate {
  readonly key: string;
  /** 0 preamble, 1–6 sections. */
  readonly section: number;
  readonly level: 'text' | 'h2';
  readonly statements: readonly Statement[];
}

/** All figures must be zero. */
export function allZero(...figures: readonly string[]): Condition[] {
  return figures.map((figure) => ({ figure, is: 'zero' }));
}

/** A statement with a single way to say it. */
export function always(id: string, about: string, text: string, ...when: readonly Condition[]): Statement {
  return { id, about, alternatives: [{ text, when }] };
}

/** A heading of the second level. */
export function heading(key: string, section: number, text: string): ParagraphTemplate {
  return { key, section, level: 'h2', statements: [always(key, text, text)] };
}

/** A paragraph of sentences. */
export function paragraph(key: string, section: number, ...statements: readonly Statement[]): ParagraphTemplate {
  return { key, section, level: 'text', statements };
}
