import type { Actor } from '#domain/people/actor.ts';
import { identityOf } from '#domain/people/identity.ts';
import { storable } from '#domain/publishing/storable.ts';
import type { FieldValue, RecordDraft, RegisterKey, RegisterRecord } from '#domain/registers/index.ts';
import { registerOf } from '#domain/registers/index.ts';
import type { DraftProblem, SaveRefusal } from '#domain/registers/ports.ts';
import { shanghaiDay } from '#lib/day.ts';
import { loadTree, unitsAround } from '../agencies/load.ts';
import type { Tx } from '../database.ts';
import { lockChains, type NewEvent } from '../events/log.ts';
import { syncFacts, type Touched } from '../facts/sync.ts';
import { ensureKeys, type Keyring } from '../sealing/persons.ts';
import { personKeyOf, type Secret } from '../sealing/secret.ts';
import { tableOf } from './columns.ts';
import { rowsOf } from './list.ts';
import { takeNumbers } from './numbers.ts';
import { payloadOf } from './payload.ts';
import { type Change, draftNumber, isUnchanged, planDrafts } from './plan.ts';
import { type SealedRecord, toRecords } from './rows.ts';
import { changeKind, type Settled, writeRows } from './write.ts';

interface Group {
  readonly register: RegisterKey;
  readonly agency: string;
  readonly drafts: { index: number; draft: RecordDraft }[];
}

function grouped(drafts: readonly RecordDraft[]): Group[] {
  const groups = new Map<string, Group>();
  drafts.forEach((draft, index) => {
    const key = `${draft.agency}\n${draft.register}`;
    const group = groups.get(key) ?? { register: draft.register, agency: draft.agency, drafts: [] };
    group.drafts.push({ index, draft });
    groups.set(key, group);
  });
  return [...groups.values()].sort((a, b) => (`${a.agency}\n${a.register}` < `${b.agency}\n${b.register}` ? -1 : 1));
}

async function existingOf(tx: Tx, secret: Secret, group: Group): Promise<Map<string, SealedRecord>> {
  const numbers = group.drafts.map((d) => draftNumber(d.draft)).filter((n) => n !== null);
  if (numbers.length === 0) return new Map();
  const rows = await rowsOf(tx, group.register, group.agency, numbers, 'lock');
  return new Map((await toRecords(tx, group.register, rows, secret)).map((r) => [r.record.number, r]));
}

function refusal(problems: readonly DraftProblem[], total: number): SaveRefusal {
  const sorted = [...problems].sort((a, b) => a.index - b.index);
  const first = sorted[0];
  const more = sorted.length > 1 ? `等 ${sorted.length} 处问题` : '';
  const which = total > 1 ? `（第 ${(first?.index ?? 0) + 1} 条）` : '';
  return { refused: `没有保存：${first?.what ?? ''}${which}${more}。${first?.fix ?? ''}。`, basis: [], problems: sorted };
}

/** The year a new record is numbered in: of its own date, else of today. */
function yearOf(change: Change, at: Date): number {
  const date = change.after.values[registerOf(change.register).dateField];
  const own = typeof date === 'string' ? Number(date.slice(0, 4)) : Number.NaN;
  return Number.isInteger(own) ? own : Number(shanghaiDay(at.getTime()).slice(0, 4));
}

async function giveNumbers(tx: Tx, group: Group, changes: readonly Change[], at: Date): Promise<void> {
  const typed = new Set(changes.map((c) => c.number).filter((n) => n !== null));
  const waiting = Map.groupBy(
    changes.filter((c) => c.number === null),
    (c) => yearOf(c, at),
  );
  for (const [year, list] of [...waiting].sort(([a], [b]) => a - b)) {
    const numbers = await takeNumbers(tx, group.agency, group.register, year, list.length, typed);
    list.forEach((c, i) => {
      c.number = numbers[i] ?? null;
    });
  }
}

/** A record's person; a record with personal values but nobody named is a person of its own. */
function personOf(secret: Secret, change: Change): string | null {
  const personal = tableOf(change.register).personal.map((c) => c.field.key);
  if (personal.every((key) => change.after.values[key] === null)) return null;
  const identity = identityOf(change.register, change.after.values) ?? `record:${change.register}/${change.number}`;
  return personKeyOf(secret, change.agency, identity);
}

function sealValues(change: Change, personKey: string | null, keys: Keyring): Record<string, string> {
  const sealed: Record<string, string> = {};
  if (!personKey) return sealed;
  const before = change.before?.record.personKey === personKey ? change.before : null;
  for (const { field } of tableOf(change.register).personal) {
    const value: FieldValue = change.after.values[field.key] ?? null;
    if (value === null) continue;
    const kept = before?.record.values[field.key] === value ? before?.sealed[field.key] : undefined;
    sealed[field.key] = kept ?? keys.sealValue(personKey, field.key, value);
  }
  return sealed;
}

async function settle(tx: Tx, secret: Secret, group: Group, changes: readonly Change[], at: Date): Promise<Settled[]> {
  await giveNumbers(tx, group, changes, at);
  const people = changes.map((c) => personOf(secret, c));
  const keys = await ensureKeys(
    tx,
    secret,
    group.agency,
    people.filter((p) => p !== null),
    at,
  );
  return changes.map((change, i) => {
    const personKey = people[i] ?? null;
    return {
      ...change,
      number: change.number ?? '',
      version: (change.before?.record.version ?? 0) + 1,
      personKey,
      sealed: sealValues(change, personKey, keys),
    };
  });
}

function newEvent(change: Settled, reason: string): NewEvent {
  return {
    register: change.register,
    record: change.number,
    version: change.version,
    kind: changeKind(change.before?.record ?? null, change.after),
    reason,
    payload: payloadOf(change),
    personKey: change.personKey,
  };
}

function touched(change: Settled): Touched {
  return { register: change.register, agency: change.agency, number: change.number, was: change.before?.record ?? null };
}

function recordAfter(change: Settled, by: Actor, at: Date): RegisterRecord {
  return {
    register: change.register,
    agency: change.agency,
    number: change.number,
    version: change.version,
    origin: change.origin,
    void: change.after.void,
    values: { ...change.after.values, [registerOf(change.register).numberField]: change.number },
    events: change.after.events,
    personKey: change.personKey,
    recordedAt: at.toISOString(),
    recordedBy: by.name,
  };
}

/** What a save needs besides the drafts. */
export interface SaveContext {
  readonly secret: Secret;
  readonly by: Actor;
  readonly reason: string;
  readonly at: Date;
}

/** Writes a batch inside a transaction: records, events, facts; or settles that it can't be, before anything is written. */
export async function saveDrafts(tx: Tx, given: readonly RecordDraft[], context: SaveContext): Promise<RegisterRecord[] | SaveRefusal> {
  const drafts = given.map((draft) => storable(draft));
  const { secret, by, reason, at } = context;
  // All units of the organs concerned: their records may count together, so that two saves must not pass each other.
  const tree = await loadTree(tx);
  const chains = await lockChains(
    tx,
    [...new Set(drafts.map((d) => d.agency))].flatMap((agency) => unitsAround(tree, agency)),
  );
  const planned: { group: Group; changes: Change[] }[] = [];
  const problems: DraftProblem[] = [];
  for (const group of grouped(drafts)) {
    const plan = planDrafts(group.drafts, await existingOf(tx, secret, group));
    problems.push(...plan.problems);
    planned.push({ group, changes: plan.changes });
  }
  if (problems.length > 0) return refusal(problems, drafts.length);
  const results: RegisterRecord[] = [];
  const written: Settled[] = [];
  for (const { group, changes } of planned) {
    const effective = changes.filter((c) => !isUnchanged(c));
    for (const c of changes) if (c.before && isUnchanged(c)) results[c.index] = c.before.record;
    const settled = await settle(tx, secret, group, effective, at);
    await writeRows(tx, settled, at, by.name);
    await chains.get(group.agency)?.append(
      settled.map((c) => newEvent(c, reason)),
      by,
      at,
    );
    written.push(...settled);
  }
  await syncFacts(tx, written.map(touched), at);
  for (const change of written) results[change.index] = recordAfter(change, by, at);
  return results;
}
