import { sql } from 'kysely';
import type { Agency, Succession } from '#domain/agencies/agency.ts';
import type { AgencyStore, SettingStore } from '#domain/agencies/ports.ts';
import type { AgencyTree } from '#domain/agencies/tree.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isRefusal } from '#lib/result.ts';
import type { Database, Tx } from '../database.ts';
import { lockChains } from '../events/log.ts';
import { syncUnits } from '../facts/sync.ts';
import { addPerson } from '../people/people.ts';
import { FOREVER, loadAgencies, loadTree, unitsAround } from './load.ts';

async function writeState(tx: Tx, a: Agency, by: Actor, at: Date): Promise<void> {
  await sql`
    insert into agencies (agency, valid_from, valid_to, name, short_name, kind, level, parent, recorded_at, recorded_by)
    values (${a.code}, ${a.from}, ${a.to}, ${a.name}, ${a.shortName}, ${a.kind}, ${a.level}, ${a.parent}, ${at}, ${by.name})
    on conflict (agency, valid_from) do update set valid_to = excluded.valid_to, name = excluded.name, short_name = excluded.short_name,
      kind = excluded.kind, level = excluded.level, parent = excluded.parent, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by`.execute(tx);
}

async function writeSuccession(tx: Tx, s: Succession, by: Actor, at: Date): Promise<void> {
  await sql`
    insert into successions (agency, happened_on, kind, from_agencies, to_agencies, basis, recorded_at, recorded_by)
    values (${s.from[0] ?? s.to[0] ?? ''}, ${s.on}, ${s.kind}, ${[...s.from]}, ${[...s.to]}, ${s.basis}, ${at}, ${by.name})`.execute(tx);
}

/** Writes states with their events, and counts again what the change of the tree moves. */
async function saveStates(tx: Tx, states: readonly Agency[], by: Actor, at: Date): Promise<void> {
  const before = await loadTree(tx);
  const codes = [...new Set(states.map((s) => s.code))];
  const known = codes.filter((code) => before.codes.includes(code));
  const moved = [...new Set(known.flatMap((code) => unitsUnder(before, code)))];
  const chains = await lockChains(tx, [...codes, ...moved.flatMap((code) => unitsAround(before, code))]);
  for (const state of states) {
    await writeState(tx, state, by, at);
    const event = { register: 'agencies', record: state.code, version: 0, kind: 'agencySaved', reason: '', payload: { after: state } };
    await chains.get(state.code)?.append([event], by, at);
  }
  await syncUnits(tx, moved, at);
}

/** The agency and everything that hangs under it, whatever the day. */
function unitsUnder(tree: AgencyTree, code: string): string[] {
  const under = new Set([code]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const c of tree.codes) {
      if (under.has(c) || !under.has(tree.stateOf(c, FOREVER)?.parent ?? '')) continue;
      under.add(c);
      grown = true;
    }
  }
  return [...under];
}

/** Agencies and their successions. */
export function agencyStore(database: Database, now: () => Date): AgencyStore {
  const change: AgencyStore['change'] = (by, decide) =>
    database.write(async (tx) => {
      const at = now();
      // One change at a time: what was decided on still stands when it is written. Reading goes on meanwhile.
      await sql`lock table agencies in share row exclusive mode`.execute(tx);
      const decided = decide(await loadAgencies(tx));
      if (isRefusal(decided)) return decided;
      // The account comes first: nothing is written yet where it cannot be made.
      if (decided.account && !(await addPerson(tx, decided.account, by, at))) return decided.account.orElse;
      if (decided.succession) await writeSuccession(tx, decided.succession, by, at);
      await saveStates(tx, decided.states, by, at);
      return null;
    });
  return {
    all: () => loadAgencies(database.db),
    change,
    save: async (states, by) => void (await change(by, () => ({ states }))),
    async successions() {
      const { rows } = await sql<{
        kind: Succession['kind'];
        happened_on: string;
        from_agencies: string[];
        to_agencies: string[];
        basis: string;
      }>`
        select * from successions order by happened_on, agency`.execute(database.db);
      return rows.map((r) => ({ kind: r.kind, on: r.happened_on, from: r.from_agencies, to: r.to_agencies, basis: r.basis }));
    },
  };
}

/** Settings of an agency or of the whole system. */
export function settingStore(database: Database, now: () => Date): SettingStore {
  return {
    async get<T>(agency: string, key: string) {
      const { rows } = await sql<{ value: T }>`select value from settings where agency = ${agency} and key = ${key}`.execute(database.db);
      return rows[0]?.value ?? null;
    },
    set: (agency, key, value, by) =>
      database.write(async (tx) => {
        await sql`
          insert into settings (agency, key, value, set_by, set_at) values (${agency}, ${key}, ${JSON.stringify(value)}::jsonb, ${by.name}, ${now()})
          on conflict (agency, key) do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx);
      }),
  };
}
