import type { XmlSkips } from '../xml.ts';
import { COLON, IN_NAME } from './characters.ts';

/** Distinct names are few; the table holds a multiple of them. A power of two. */
const SLOTS = 512;

/** A string the engine keeps once, as it keeps those of the source: comparing the two is comparing their addresses. */
function interned(text: string): string {
  return Object.keys({ [text]: true })[0]!;
}

/** The names of a part's tags, each worked out once: a slot for each, taken over where two fall on the same. */
export class Names {
  /** Length in bytes, prefix included. */
  readonly lengths = new Int32Array(SLOTS);
  /** Length in bytes of the prefix; 0 where there is none. */
  readonly prefixes = new Int32Array(SLOTS);
  readonly locals: string[] = new Array<string>(SLOTS).fill('');
  /** 1 where an element of the name may be passed over. */
  readonly skipped = new Uint8Array(SLOTS);
  /** 1 where an element of the name keeps another from being passed over. */
  readonly needed = new Uint8Array(SLOTS);
  readonly #places = new Int32Array(SLOTS);
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
    const slot = hash & (SLOTS - 1);
    const length = end - from;
    if (this.lengths[slot] !== length || !this.#same(this.#places[slot]!, from, length)) this.#take(slot, from, end);
    return slot;
  }

  #same(known: number, from: number, length: number): boolean {
    const b = this.#bytes;
    for (let i = 0; i < length; i++) if (b[known + i] !== b[from + i]) return false;
    return true;
  }

  #take(slot: number, from: number, end: number): void {
    const colon = this.#bytes.subarray(from, end).indexOf(COLON);
    const local = interned(this.#bytes.toString('utf8', from + colon + 1, end));
    this.#places[slot] = from;
    this.lengths[slot] = end - from;
    this.prefixes[slot] = Math.max(0, colon);
    this.locals[slot] = local;
    this.skipped[slot] = colon >= 0 && this.#skips?.names.has(local) ? 1 : 0;
    this.needed[slot] = this.#skips?.unless.has(local) ? 1 : 0;
  }
}
