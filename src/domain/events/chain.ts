import { createHash } from 'node:crypto';

/** One change as the chain holds it. Personal values inside `payload` are sealed text. */
export interface ChainEvent {
  readonly agency: string;
  readonly seq: number;
  /** ISO instant, milliseconds. */
  readonly at: string;
  readonly actor: string;
  readonly actorName: string;
  readonly register: string;
  readonly record: string;
  readonly version: number;
  readonly kind: string;
  readonly reason: string;
  /** Canonical JSON. */
  readonly payload: string;
  readonly personKey: string | null;
}

/** JSON with keys in order: the same value is always the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v === undefined ? null : v)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}

/** What the first event of a chain follows. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/** SHA-256 over the hash before and everything the event says. */
export function chainHash(previous: Buffer, event: ChainEvent): Buffer {
  const said = canonical([
    event.agency,
    event.seq,
    event.at,
    event.actor,
    event.actorName,
    event.register,
    event.record,
    event.version,
    event.kind,
    event.reason,
    event.payload,
    event.personKey,
  ]);
  return createHash('sha256').update(previous).update(said).digest();
}
