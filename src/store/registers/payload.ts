import { canonical } from '#domain/events/chain.ts';
import type { CaseEvent, FieldValue, RegisterKey } from '#domain/registers/index.ts';
import { registerOf } from '#domain/registers/index.ts';
import type { RecordState } from '#domain/registers/ports.ts';
import type { Keyring } from '../sealing/persons.ts';
import type { Settled } from './write.ts';

/** A state as the history keeps it: personal values sealed, apart from the others. */
export interface SealedState {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly sealed?: Readonly<Record<string, string>>;
  readonly personKey?: string;
  readonly events: readonly CaseEvent[];
  readonly void: { readonly reason: string; readonly on: string } | null;
  readonly origin?: string;
}

/** What an event of a record says: the state after, and of the state before what the change took away. */
export interface RecordPayload {
  readonly before: Partial<SealedState> | null;
  readonly after: SealedState;
}

/** Empty fields are left out: a new column later does not change what old events say. */
function present(values: Readonly<Record<string, FieldValue>>, personal: ReadonlySet<string>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(values).filter(([k, v]) => v !== null && !personal.has(k)));
}

function personalOf(register: RegisterKey): ReadonlySet<string> {
  return new Set(
    registerOf(register)
      .fields.filter((f) => f.personal)
      .map((f) => f.key),
  );
}

/** Makes the event's payload of a settled change. */
export function payloadOf(change: Settled): RecordPayload {
  const personal = personalOf(change.register);
  const after: SealedState = {
    values: present(change.after.values, personal),
    ...(Object.keys(change.sealed).length > 0 && { sealed: change.sealed }),
    ...(change.personKey && { personKey: change.personKey }),
    events: change.after.events,
    void: change.after.void,
    origin: change.origin,
  };
  return { before: change.before ? takenAway(change, personal, after) : null, after };
}

function takenAway(change: Settled, personal: ReadonlySet<string>, after: SealedState): Partial<SealedState> {
  const { record, sealed } = change.before ?? { record: null, sealed: {} };
  if (!record) return {};
  const { [registerOf(change.register).numberField]: _, ...all } = record.values;
  const before = present(all, personal);
  const values = Object.fromEntries(Object.entries(before).filter(([k, v]) => after.values[k] !== v));
  const gone = Object.fromEntries(Object.entries(sealed).filter(([k, v]) => change.sealed[k] !== v));
  return {
    values,
    ...(Object.keys(gone).length > 0 && { sealed: gone, ...(record.personKey && { personKey: record.personKey }) }),
    ...(canonical(record.events) !== canonical(after.events) && { events: record.events }),
    ...(record.void && !after.void && { void: record.void }),
  };
}

/** Opens a sealed state; values of erased persons are null. */
export function openState(register: RegisterKey, state: SealedState, keys: Keyring): RecordState {
  const values: Record<string, FieldValue> = {};
  for (const { key, personal } of registerOf(register).fields) {
    if (key === registerOf(register).numberField) continue;
    const text = state.sealed?.[key];
    if (!personal) values[key] = state.values[key] ?? null;
    else values[key] = text && state.personKey ? keys.openValue(state.personKey, key, text) : null;
  }
  return { values, events: state.events, void: state.void };
}
