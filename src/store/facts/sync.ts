import type { AgencyTree } from '#domain/agencies/tree.ts';
import { factContext } from '#domain/facts/context.ts';
import { factsOf } from '#domain/facts/factsOf.ts';
import { REGISTERS, type RegisterKey, type RegisterRecord } from '#domain/registers/index.ts';
import { loadTree, unitsAround } from '../agencies/load.ts';
import type { Tx } from '../database.ts';
import { diffFacts, type FactRow, netOf } from './diff.ts';
import { linked, loadAll, namedBy, withNeighbours } from './neighbours.ts';
import { writeProblems } from './problems.ts';
import { insertFacts, netFacts, recordKey } from './rows.ts';

/** A record that was written: `was` is it before, whose links count too. */
export interface Touched {
  readonly register: RegisterKey;
  readonly agency: string;
  readonly number: string;
  readonly was: RegisterRecord | null;
}

/** Brings the facts of records in line: what they count now against what is stored, as reversals and new facts. */
async function settle(tx: Tx, records: readonly RegisterRecord[], tree: AgencyTree, at: Date): Promise<void> {
  const context = factContext(records, tree);
  const rows: FactRow[] = [];
  for (const [register, list] of Map.groupBy(records, (r) => r.register)) {
    const units = [...new Set(list.map((r) => r.agency))];
    const numbers = list.map((r) => r.number);
    const stored = await netFacts(tx, units, register, numbers);
    for (const record of list) {
      const own = { unit: record.agency, register, record: record.number, version: record.version };
      rows.push(...diffFacts(own, stored.get(recordKey(own)) ?? new Map(), netOf(factsOf(record, context)), at));
    }
  }
  await insertFacts(tx, rows);
  await writeProblems(tx, records, context, tree);
}

/** Called by every save, in its transaction, after the records are written. */
export async function syncFacts(tx: Tx, touched: readonly Touched[], at: Date): Promise<void> {
  if (touched.length === 0) return;
  const tree = await loadTree(tx);
  const byHome = Map.groupBy(touched, (t) => unitsAround(tree, t.agency).sort().join('\n'));
  for (const [home, list] of byHome) {
    const seeds = list.flatMap((t) => [{ register: t.register, number: t.number }, ...(t.was ? namedBy(t.register, t.was.values) : [])]);
    await settle(tx, await withNeighbours(tx, home.split('\n'), seeds), tree, at);
  }
}

/** The registers in the groups that must be counted together. */
export function registerGroups(): RegisterKey[][] {
  const groups: RegisterKey[][] = [];
  for (const { key } of REGISTERS) if (!groups.flat().includes(key)) groups.push(linked(key));
  return groups;
}

/** Counts everything of some units again: when the agencies change. */
export async function syncUnits(tx: Tx, units: readonly string[], at: Date): Promise<void> {
  if (units.length === 0) return;
  const tree = await loadTree(tx);
  const homes = [...new Set([...units, ...units.flatMap((u) => unitsAround(tree, u))])];
  for (const group of registerGroups()) {
    const records: RegisterRecord[] = [];
    for (const key of group) records.push(...(await loadAll(tx, key, homes)));
    if (records.length > 0) await settle(tx, records, tree, at);
  }
}
