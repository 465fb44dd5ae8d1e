import type { XmlSkips } from '../xml.ts';
import { COLON, IN_NAME } from './characters.ts';

/** Distinct names are few; the table holds a multiple of them. A power of two. */
const SLOTS = 512;
const [SKIPPED, NEEDED] = [1, 2] as const;

/** A string the engine keeps once, as it keeps those of the source: comparing the two is comparing their addresses. */
function interned(text: string): string {
  return Object.keys({ [text]: true })[0]!;
}

/** The names of a part's tags, each worked out once: a slot for each, taken over where two fall on the same. */
export class Names {
  readonly #locals: string[] = [];
  /** Of each slot: where its name stands, its length, its prefix's, and what it is to skipping. */
  readonly #known = new Int32Array(SLOTS * 4);
  readonly #bytes: Buffer;
  readonly #skips: XmlSkips | undefined;
  readonly #broken: () => Error;

  constructor(bytes: Buffer, skips: XmlSkips | undefined, broken: () => Error) {
    this.#bytes = bytes;
    this.#skips = skips;
    this.#broken = broken;
  }

  /** The slot of the name that begins at a place. Throws where none does. */
  at(from: number): number {
    const b = this.#bytes;
    if (IN_NAME[b[from]!] !== 2) throw this.#broken();
    let end = from;
    let hash = 0;
    for (let c = b[end]!; IN_NAME[c]! > 0; c = b[++end]!) hash = (Math.imul(hash, 31) + c) | 0;
    const slot = (hash & (SLOTS - 1)) * 4;
    const length = end - from;
    if (this.#known[slot + 1] !== length || !this.#same(this.#known[slot]!, from, length)) this.#take(slot, from, end);
    return slot;
  }

  /** The name without its prefix. */
  local(slot: number): string {
    return this.#locals[slot >> 2]!;
  }

  /** Length in bytes, prefix included. */
  length(slot: number): number {
    return this.#known[slot + 1]!;
  }

  /** Length in bytes of the prefix; 0 where there is none. */
  prefix(slot: number): number {
    return this.#known[slot + 2]!;
  }

  /** True where an element of the name may be passed over. */
  skipped(slot: number): boolean {
    return (this.#known[slot + 3]! & SKIPPED) !== 0;
  }

  /** True where an element of the name keeps another from being passed over. */
  needed(slot: number): boolean {
    return (this.#known[slot + 3]! & NEEDED) !== 0;
  }

  #same(known: number, from: number, length: number): boolean {
    const b = this.#bytes;
    for (let i = 0; i < length; i++) if (b[known + i] !== b[from + i]) return false;
    return true;
  }

  #take(slot: number, from: number, end: number): void {
    const colon = this.#bytes.subarray(from, end).indexOf(COLON);
    const local = interned(this.#bytes.toString('utf8', from + colon + 1, end));
    this.#known[slot] = from;
    this.#known[slot + 1] = end - from;
    this.#known[slot + 2] = Math.max(0, colon);
    this.#known[slot + 3] = (colon >= 0 && this.#skips?.names.has(local) ? SKIPPED : 0) | (this.#skips?.unless.has(local) ? NEEDED : 0);
    this.#locals[slot >> 2] = local;
  }
}
