import { randomBytes } from 'node:crypto';

/** A file kept for a little while for the person it was made for. */
interface Copy {
  readonly person: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly until: number;
}

const KEPT_MS = 15 * 60_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** Coloured copies of sheets that could not be imported, in memory: fetched within a quarter of an hour or gone. */
export class Copies {
  readonly #copies = new Map<string, Copy>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  keep(person: string, name: string, bytes: Uint8Array): string {
    this.#sweep();
    const id = randomBytes(18).toString('base64url');
    this.#copies.set(id, { person, name, bytes, until: this.#now() + KEPT_MS });
    let all = [...this.#copies.values()].reduce((n, c) => n + c.bytes.length, 0);
    for (const [oldest, copy] of this.#copies) {
      if (all <= MOST_BYTES || oldest === id) break;
      this.#copies.delete(oldest);
      all -= copy.bytes.length;
    }
    return id;
  }

  /** Null: gone, never there, or somebody else's. */
  get(person: string, id: string): Copy | null {
    this.#sweep();
    const copy = this.#copies.get(id);
    return copy && copy.person === person ? copy : null;
  }

  #sweep(): void {
    const now = this.#now();
    for (const [id, copy] of this.#copies) if (copy.until < now) this.#copies.delete(id);
  }
}
