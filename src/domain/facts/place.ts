import { compareNumbers } from './context.ts';
import type { Fact } from './fact.ts';
import type { FactTerm, Predicate } from './predicate.ts';
import { predicateOf } from './predicates.ts';

/** A figure counted: its value as a whole number (money still in fen), and the records behind it. */
export interface Placed {
  readonly value: number;
  /** The records whose facts do not cancel out, by unit and number. */
  readonly records: readonly PlacedRecord[];
}

export interface PlacedRecord {
  readonly unit: string;
  readonly number: string;
}

/** Facts arranged by kind, for placing many figures over the same facts. */
export type FactIndex = ReadonlyMap<Fact['kind'], readonly Fact[]>;

/** Arranges facts of one organ for `place`. */
export function indexFacts(facts: Iterable<Fact>): FactIndex {
  const index = new Map<Fact['kind'], Fact[]>();
  for (const fact of facts) {
    const list = index.get(fact.kind);
    if (list) list.push(fact);
    else index.set(fact.kind, [fact]);
  }
  return index;
}

function inSpan(term: FactTerm, on: string, from: string, to: string): boolean {
  if (term.span === 'before') return on < from;
  if (term.span === 'upTo') return on <= to;
  return from <= on && on <= to;
}

function matches(fact: Fact, dimensions: FactTerm['dimensions']): boolean {
  for (const key in dimensions) if (fact.dimensions[key] !== dimensions[key]) return false;
  return true;
}

function keyOf(record: PlacedRecord): string {
  return `${record.unit}\u0000${record.number}`;
}

/** Records in the order of their numbers, each once. */
function ordered(records: Iterable<PlacedRecord>): PlacedRecord[] {
  const byKey = new Map<string, PlacedRecord>();
  for (const r of records) byKey.set(keyOf(r), r);
  return [...byKey.values()].sort((a, b) => compareNumbers(a.number, b.number) || compareNumbers(a.unit, b.unit));
}

/**
 * Counts one figure over the facts of one organ for [from, to], both days included: the signed sum of its terms, or the sum
 * of the figures it totals.
 */
export function place(index: FactIndex, predicate: Predicate, from: string, to: string): Placed {
  if (predicate.sumOf) {
    const parts = predicate.sumOf.map((figure) => {
      const part = predicateOf(figure);
      if (!part) throw new Error(`no figure ${figure}`);
      return place(index, part, from, to);
    });
    return { value: parts.reduce((n, p) => n + p.value, 0), records: ordered(parts.flatMap((p) => p.records)) };
  }
  let value = 0;
  const net = new Map<string, { record: PlacedRecord; quantity: number }>();
  for (const term of predicate.terms) {
    for (const fact of index.get(term.kind) ?? []) {
      if (!inSpan(term, fact.happenedOn, from, to) || !matches(fact, term.dimensions)) continue;
      const quantity = term.sign * fact.quantity;
      value += quantity;
      const record = { unit: fact.unit, number: fact.record };
      const known = net.get(keyOf(record));
      if (known) known.quantity += quantity;
      else net.set(keyOf(record), { record, quantity });
    }
  }
  return { value, records: ordered([...net.values()].filter((n) => n.quantity !== 0).map((n) => n.record)) };
}
