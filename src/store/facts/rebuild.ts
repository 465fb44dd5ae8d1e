import { sql } from 'kysely';
import type { AgencyTree } from '#domain/agencies/tree.ts';
import { factContext } from '#domain/facts/context.ts';
import { factsOf } from '#domain/facts/factsOf.ts';
import type { RegisterKey, RegisterRecord } from '#domain/registers/index.ts';
import { registerOf } from '#domain/registers/index.ts';
import { loadTree, unitsAround } from '../agencies/load.ts';
import type { Database, Db, Tx } from '../database.ts';
import { type EventRow, lockChains } from '../events/log.ts';
import type { SealedState } from '../registers/payload.ts';
import { diffFacts, type FactRow, type NetFact, netKey, netOf } from './diff.ts';
import { hasLinks, loadAll, namedBy } from './neighbours.ts';
import { writeProblems } from './problems.ts';
import { insertFacts, recordKey } from './rows.ts';
import { registerGroups } from './sync.ts';

/** A record as an event left it. */
function recordAfter(row: EventRow): RegisterRecord | null {
  const { after } = (JSON.parse(row.payload) as { after?: SealedState } | null) ?? {};
  if (!after) return null;
  const register = row.register as RegisterKey;
  return {
    register,
    agency: row.agency,
    number: row.record,
    version: row.version,
    origin: (after.origin ?? 'entered') as RegisterRecord['origin'],
    void: after.void,
    values: { ...after.values, [registerOf(register).numberField]: row.record },
    events: after.events,
    personKey: null,
    recordedAt: row.at.toISOString(),
    recordedBy: row.actor_name,
  };
}

/** Every state of every record, in the order they were written. */
async function states(db: Db, units: readonly string[], registers: readonly RegisterKey[]): Promise<RegisterRecord[]> {
  const { rows } = await sql<EventRow>`
    select * from events where agency = any(${[...units]}) and register = any(${[...registers]}) and kind <> 'revealed'
    order by at, agency, seq`.execute(db);
  return rows.map(recordAfter).filter((r) => r !== null);
}

/** Records that ever counted together stay together: each part of the result can be counted by itself. */
function components(all: readonly RegisterRecord[]): RegisterRecord[][] {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root) as string;
    parent.set(key, root);
    return root;
  };
  const join = (a: string, b: string): void => void parent.set(find(a), find(b));
  const keyOf = (register: string, number: string): string => `${register}\n${number}`;
  for (const r of all) for (const to of namedBy(r.register, r.values)) join(keyOf(r.register, r.number), keyOf(to.register, to.number));
  return [...Map.groupBy(all, (r) => find(keyOf(r.register, r.number))).values()];
}

/** Adds a row to what is counted of its record. */
function apply(net: Map<string, Map<string, NetFact>>, row: FactRow): void {
  const of = net.get(recordKey(row)) ?? new Map<string, NetFact>();
  net.set(recordKey(row), of);
  const known = of.get(netKey(row));
  const quantity = (known?.quantity ?? 0) + row.quantity;
  if (quantity === 0) of.delete(netKey(row));
  else of.set(netKey(row), { ...row, quantity });
}

/** The facts of records that count together, as they came about state by state. */
function replay(history: readonly RegisterRecord[], tree: AgencyTree): FactRow[] {
  const rows: FactRow[] = [];
  const now = new Map<string, RegisterRecord>();
  const net = new Map<string, Map<string, NetFact>>();
  // What one transaction wrote has one time.
  for (const [recordedAt, written] of Map.groupBy(history, (r) => r.recordedAt)) {
    for (const r of written) now.set(recordKey({ unit: r.agency, register: r.register, record: r.number }), r);
    const records = [...now.values()];
    const context = factContext(records, tree);
    for (const r of records) {
      const own = { unit: r.agency, register: r.register, record: r.number, version: r.version };
      const fresh = diffFacts(own, net.get(recordKey(own)) ?? new Map(), netOf(factsOf(r, context)), new Date(recordedAt));
      for (const row of fresh) apply(net, row);
      rows.push(...fresh);
    }
  }
  return rows;
}

async function rebuildUnits(tx: Tx, tree: AgencyTree, units: readonly string[]): Promise<number> {
  await sql`delete from facts where unit = any(${[...units]})`.execute(tx);
  await sql`delete from record_problems where unit = any(${[...units]})`.execute(tx);
  let made = 0;
  for (const group of registerGroups()) {
    const history = await states(tx, units, group);
    const parts = hasLinks(group[0] as RegisterKey)
      ? components(history)
      : [...Map.groupBy(history, (r) => recordKey({ unit: r.agency, register: r.register, record: r.number })).values()];
    const rows = parts.flatMap((p) => replay(p, tree));
    await insertFacts(tx, rows);
    made += rows.length;
    const records: RegisterRecord[] = [];
    for (const key of group) records.push(...(await loadAll(tx, key, units)));
    if (records.length > 0) await writeProblems(tx, records, factContext(records, tree), tree);
  }
  return made;
}

/** The groups of units whose records count together: each organ with its internal units. */
export function homes(tree: AgencyTree, agency: string | null): string[][] {
  const codes = agency === null ? tree.codes : [agency];
  return [...new Map(codes.map((c) => unitsAround(tree, c).sort()).map((units) => [units.join('\n'), units])).values()];
}

/** Makes facts anew from the history, all or nothing; saving waits meanwhile. */
export async function rebuild(database: Database, agency: string | null): Promise<number> {
  return database.write(async (tx) => {
    const tree = await loadTree(tx);
    let made = 0;
    for (const units of homes(tree, agency)) {
      await lockChains(tx, units);
      made += await rebuildUnits(tx, tree, units);
    }
    return made;
  });
}
