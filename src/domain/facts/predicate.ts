import type { RegisterKey } from '#domain/registers/register.ts';
import type { FactKind } from './fact.ts';

/** `during`: happenedOn in [from, to] · `before`: happenedOn < from · `upTo`: happenedOn ≤ to. */
export type Span = 'during' | 'before' | 'upTo';

/** One term of a figure: facts of a kind whose dimensions equal these, in a span, with a sign. */
export interface FactTerm {
  readonly kind: FactKind;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly span: Span;
  readonly sign: 1 | -1;
}

/**
 * What one figure counts. One table of these places facts into cells, in memory and in SQL alike.
 * A figure without terms is the sum of other figures (`sumOf`), so that a total can't be counted another way.
 */
export interface Predicate {
  /** A cell of the form (`requests/3.1/naturalPerson`) or a figure of the text (`figures/tickets/closed`). */
  readonly figure: string;
  readonly terms: readonly FactTerm[];
  readonly sumOf?: readonly string[];
  /** The registers that must be declared for the period, else the figure is null. */
  readonly registers: readonly RegisterKey[];
  /** fen → 万元 for cells in money. */
  readonly unit: 'count' | 'money';
}
