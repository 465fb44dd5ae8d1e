import { sql } from 'kysely';
import { factContext } from '#domain/facts/context.ts';
import type { Fact } from '#domain/facts/fact.ts';
import { factsOf } from '#domain/facts/factsOf.ts';
import type { FactDifference, FactLine } from '#domain/facts/ports.ts';
import type { RegisterKey, RegisterRecord } from '#domain/registers/index.ts';
import { loadTree } from '../agencies/load.ts';
import type { Db } from '../database.ts';
import { type NetFact, netOf } from './diff.ts';
import { loadAll } from './neighbours.ts';
import { homes } from './rebuild.ts';
import { netFacts, recordKey } from './rows.ts';
import { registerGroups } from './sync.ts';

function storedLine(f: NetFact): FactLine {
  return {
    agency: f.agency,
    kind: f.kind,
    dimensions: JSON.parse(f.place) as Fact['dimensions'],
    happenedOn: f.happenedOn,
    quantity: f.quantity,
  };
}

function recountedLine(f: Fact): FactLine {
  return { agency: f.agency, kind: f.kind, dimensions: f.dimensions, happenedOn: f.happenedOn, quantity: f.quantity };
}

function same(stored: ReadonlyMap<string, NetFact>, recounted: ReadonlyMap<string, Fact>): boolean {
  return stored.size === recounted.size && [...stored].every(([key, f]) => recounted.get(key)?.quantity === f.quantity);
}

async function compareGroup(
  db: Db,
  units: readonly string[],
  group: readonly RegisterKey[],
  tree: Awaited<ReturnType<typeof loadTree>>,
): Promise<FactDifference[]> {
  const records: RegisterRecord[] = [];
  for (const key of group) records.push(...(await loadAll(db, key, units)));
  const context = factContext(records, tree);
  const recounted = new Map(
    records.map((r) => [recordKey({ unit: r.agency, register: r.register, record: r.number }), netOf(factsOf(r, context))] as const),
  );
  const differences: FactDifference[] = [];
  for (const register of group) {
    const stored = await netFacts(db, units, register, null);
    const keys = new Set([...stored.keys(), ...[...recounted.keys()].filter((k) => k.split('\n')[1] === register)]);
    for (const key of keys) {
      const [unit, , record] = key.split('\n') as [string, string, string];
      const was = stored.get(key) ?? new Map<string, NetFact>();
      const is = recounted.get(key) ?? new Map<string, Fact & { place: string }>();
      if (same(was, is)) continue;
      differences.push({
        unit,
        register,
        record,
        stored: [...was.values()].map(storedLine),
        recounted: [...is.values()].map(recountedLine),
      });
    }
  }
  return differences;
}

/** Counts again from the registers, in one snapshot, and lists every record whose facts differ. */
export async function reconcile(db: Db, agency: string | null): Promise<FactDifference[]> {
  return db.transaction().execute(async (tx) => {
    await sql`set transaction isolation level repeatable read read only`.execute(tx);
    const tree = await loadTree(tx);
    const differences: FactDifference[] = [];
    for (const units of homes(tree, agency)) {
      for (const group of registerGroups()) differences.push(...(await compareGroup(tx, units, group, tree)));
    }
    return differences;
  });
}
