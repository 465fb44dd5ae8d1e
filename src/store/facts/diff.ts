import { canonical } from '#domain/events/chain.ts';
import type { Fact } from '#domain/facts/fact.ts';

/** A fact's row as it is inserted. */
export interface FactRow extends Omit<Fact, 'recordedAt'> {
  readonly place: string;
  readonly recordedAt: Date;
}

/** What is counted of a record at the moment under one kind, dimensions and date: facts and reversals added up. */
export interface NetFact {
  readonly agency: string;
  readonly kind: Fact['kind'];
  readonly place: string;
  readonly happenedOn: string;
  readonly quantity: number;
  /** The version whose fact it is. */
  readonly version: number;
  readonly recordedAt: Date;
}

/** The dimensions in canonical order: what facts are grouped by. */
export function placeOf(dimensions: Fact['dimensions']): string {
  return canonical(dimensions);
}

export function netKey(f: Pick<NetFact, 'agency' | 'kind' | 'place' | 'happenedOn'>): string {
  return `${f.agency}\n${f.kind}\n${f.place}\n${f.happenedOn}`;
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Adds up facts of one record that fall together. */
export function netOf(facts: readonly Fact[]): Map<string, Fact & { place: string }> {
  const net = new Map<string, Fact & { place: string }>();
  for (const fact of facts) {
    const own = { ...fact, place: placeOf(fact.dimensions) };
    const key = netKey(own);
    const known = net.get(key);
    net.set(key, known ? { ...known, quantity: known.quantity + fact.quantity } : own);
  }
  for (const [key, fact] of net) if (fact.quantity === 0) net.delete(key);
  return net;
}

/** What one record needs written: a reversal of what no longer holds, and the new facts. Nothing is updated. */
export function diffFacts(
  record: Pick<Fact, 'register' | 'unit' | 'record' | 'version'>,
  stored: ReadonlyMap<string, NetFact>,
  wanted: ReadonlyMap<string, Fact & { place: string }>,
  at: Date,
): FactRow[] {
  const rows: FactRow[] = [];
  for (const [key, old] of stored) {
    if (wanted.get(key)?.quantity === old.quantity) continue;
    rows.push({
      ...record,
      agency: old.agency,
      kind: old.kind,
      place: old.place,
      dimensions: JSON.parse(old.place) as Fact['dimensions'],
      happenedOn: old.happenedOn,
      quantity: -old.quantity,
      recordedAt: later(at, old.recordedAt),
      reverses: old.version,
    });
  }
  for (const [key, fact] of wanted) {
    if (stored.get(key)?.quantity === fact.quantity) continue;
    rows.push({ ...fact, ...record, recordedAt: later(at, new Date(fact.recordedAt)) });
  }
  return rows;
}
