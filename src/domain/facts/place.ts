import { compareNumbers } from './context.ts';
import type { Fact } from './fact.ts';
import type { FactTerm, Predicate } from './predicate.ts';
import { predicateOf } from './predicates.ts';

/** A figure counted: its value as a whole number (money still in fen), and the records behind it. */
export interface Placed {
  readonly value: number;
  /** The records whose facts do not cancel out, in the order of their numbers. */
  readonly records: readonly PlacedRecord[];
}

export interface PlacedRecord {
  readonly unit: string;
  readonly number: string;
}

/** Facts of one kind and one set of dimensions. */
interface FactGroup {
  readonly dimensions: Fact['dimensions'];
  readonly facts: { readonly record: RankedRecord; readonly happenedOn: string; readonly quantity: number }[];
}

/** A record with its place in the order of numbers. */
interface RankedRecord extends PlacedRecord {
  rank: number;
}

/** Facts of one organ arranged for counting many figures. */
export interface FactIndex {
  readonly groups: ReadonlyMap<Fact['kind'], readonly FactGroup[]>;
}

/** Arranges facts of one organ for `place`. */
export function indexFacts(facts: Iterable<Fact>): FactIndex {
  const records = new Map<string, RankedRecord>();
  const groups = new Map<string, FactGroup>();
  const kinds = new Map<Fact['kind'], FactGroup[]>();
  for (const fact of facts) {
    const recordKey = `${fact.unit}\u0000${fact.record}`;
    let record = records.get(recordKey);
    if (!record) records.set(recordKey, (record = { unit: fact.unit, number: fact.record, rank: 0 }));
    const entries = Object.entries(fact.dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
    const groupKey = JSON.stringify([fact.kind, entries]);
    let group = groups.get(groupKey);
    if (!group) {
      groups.set(groupKey, (group = { dimensions: fact.dimensions, facts: [] }));
      kinds.set(fact.kind, [...(kinds.get(fact.kind) ?? []), group]);
    }
    group.facts.push({ record, happenedOn: fact.happenedOn, quantity: fact.quantity });
  }
  const inOrder = [...records.values()].sort((a, b) => compareNumbers(a.number, b.number) || compareNumbers(a.unit, b.unit));
  for (const [rank, record] of inOrder.entries()) record.rank = rank;
  return { groups: kinds };
}

function inSpan(span: FactTerm['span'], on: string, from: string, to: string): boolean {
  if (span === 'before') return on < from;
  if (span === 'upTo') return on <= to;
  return from <= on && on <= to;
}

function matches(group: FactGroup, dimensions: FactTerm['dimensions']): boolean {
  return Object.entries(dimensions).every(([key, value]) => group.dimensions[key] === value);
}

interface Ranked {
  readonly value: number;
  readonly records: readonly RankedRecord[];
}

function byRank(a: RankedRecord, b: RankedRecord): number {
  return a.rank - b.rank;
}

function placeTerms(index: FactIndex, terms: readonly FactTerm[], from: string, to: string): Ranked {
  let value = 0;
  const net = new Map<RankedRecord, number>();
  for (const { kind, dimensions, span, sign } of terms) {
    for (const group of index.groups.get(kind) ?? []) {
      if (!matches(group, dimensions)) continue;
      for (const { record, happenedOn, quantity } of group.facts) {
        if (!inSpan(span, happenedOn, from, to)) continue;
        value += sign * quantity;
        net.set(record, (net.get(record) ?? 0) + sign * quantity);
      }
    }
  }
  const records = [...net].filter(([, quantity]) => quantity !== 0).map(([record]) => record);
  return { value, records: records.sort(byRank) };
}

/**
 * Counts figures over the facts of one organ for [from, to], both days included: the signed sum of a figure's terms, or the
 * sum of the figures it totals. Each figure is counted once, however many totals it stands in.
 */
export function placer(index: FactIndex, from: string, to: string): (predicate: Predicate) => Placed {
  const known = new Map<string, Ranked>();
  const count = (predicate: Predicate): Ranked => {
    const before = known.get(predicate.figure);
    if (before) return before;
    const placed = predicate.sumOf ? total(predicate.sumOf) : placeTerms(index, predicate.terms, from, to);
    known.set(predicate.figure, placed);
    return placed;
  };
  const total = (figures: readonly string[]): Ranked => {
    const parts = figures.map((figure) => {
      const part = predicateOf(figure);
      if (!part) throw new Error(`no figure ${figure}`);
      return count(part);
    });
    const records = [...new Set(parts.flatMap((p) => p.records))];
    return { value: parts.reduce((n, p) => n + p.value, 0), records: records.sort(byRank) };
  };
  return (predicate) => {
    const { value, records } = count(predicate);
    return { value, records: records.map(({ unit, number }) => ({ unit, number })) };
  };
}

/** Counts one figure; see `placer`. */
export function place(index: FactIndex, predicate: Predicate, from: string, to: string): Placed {
  return placer(index, from, to)(predicate);
}
