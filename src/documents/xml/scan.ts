import type { XmlAttributes, XmlFaults, XmlHandler, XmlSkips } from '../xml.ts';
import {
  asUtf8,
  BANG,
  COLON,
  charactersOf,
  DOUBLE,
  EQUALS,
  IN_NAME,
  isSpace,
  LESS,
  MORE,
  QUESTION,
  SINGLE,
  SLASH,
  SORT,
} from './characters.ts';
import { Names } from './names.ts';

const MOST_DEPTH = 2_000;
const MOST_ATTRIBUTES = 200;
/** Four of `<`. */
const LESSES = LESS * 0x01010101;

/** One pass over a part. Bytes are looked at as they stand; only text and attributes that are asked for become strings. */
export class Scan implements XmlAttributes {
  readonly #bytes: Buffer;
  /** The bytes, four in one number; at most three are left over. */
  readonly #words: Int32Array;
  readonly #faults: XmlFaults;
  readonly #names: Names;
  /** First letters of what keeps an element from being passed over. */
  readonly #initials = new Uint8Array(256);
  /** Places of the open tag's attributes: name from, name to, value from, value to. */
  readonly #places: number[] = [];
  #attributes = 0;
  /** Of the open elements: where the name stands and how long it is. */
  readonly #open: number[] = [];
  readonly #locals: string[] = [];

  constructor(part: Uint8Array, faults: XmlFaults, skips: XmlSkips | undefined) {
    this.#bytes = asUtf8(part);
    this.#words = new Int32Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length >> 2);
    this.#faults = faults;
    this.#names = new Names(this.#bytes, skips, faults.broken);
    for (const name of skips?.unless ?? []) this.#initials[Buffer.from(name)[0] ?? 0] = 1;
  }

  get(name: string): string | undefined {
    const p = this.#places;
    for (let i = 0; i < this.#attributes * 4; i += 4) if (this.#named(p[i]!, p[i + 1]!, name)) return this.#text(p[i + 2]!, p[i + 3]!);
    return undefined;
  }

  all(): Record<string, string> {
    const out: Record<string, string> = {};
    const p = this.#places;
    for (let i = 0; i < this.#attributes * 4; i += 4) out[this.#text(p[i]!, p[i + 1]!)] = this.#text(p[i + 2]!, p[i + 3]!);
    return out;
  }

  /** True where the name between two places is that one, whatever its prefix. */
  #named(from: number, to: number, name: string): boolean {
    const b = this.#bytes;
    const start = to - name.length;
    if (start < from || (start > from && b[start - 1] !== COLON)) return false;
    for (let i = 0; i < name.length; i++) if (b[start + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** The next `<` from a place on, looked for four bytes at a time; the length where there is none. */
  #less(from: number): number {
    const b = this.#bytes;
    const w = this.#words;
    let at = from;
    for (; (at & 3) !== 0; at++) if (b[at] === LESS) return at;
    let i = at >> 2;
    for (; i < w.length; i++) {
      // A byte of nought is the only one that borrows.
      const x = w[i]! ^ LESSES;
      if (((x - 0x01010101) & ~x & 0x80808080) !== 0) break;
    }
    at = i << 2;
    while (at < b.length && b[at] !== LESS) at++;
    return at;
  }

  #text(from: number, to: number): string {
    const b = this.#bytes;
    let sorts = 0;
    for (let i = from; i < to; i++) sorts |= SORT[b[i]!]!;
    return charactersOf(b, from, to, sorts, this.#faults.broken);
  }

  /** True where the same bytes stand at two places. */
  #same(one: number, other: number, length: number): boolean {
    const b = this.#bytes;
    for (let i = 0; i < length; i++) if (b[one + i] !== b[other + i]) return false;
    return true;
  }

  #nameEnd(from: number): number {
    const b = this.#bytes;
    if (IN_NAME[b[from]!] !== 2) throw this.#faults.broken();
    let end = from + 1;
    while (IN_NAME[b[end]!]! > 0) end++;
    return end;
  }

  /** Reads attributes up to the end of a tag; the place of its `>` or of the `/` before it. */
  #tagEnd(from: number): number {
    const b = this.#bytes;
    const p = this.#places;
    let at = from;
    let count = 0;
    for (;;) {
      let c = b[at];
      const spaced = isSpace(c);
      while (isSpace(c)) c = b[++at];
      if (c === MORE || c === SLASH) break;
      const name = at;
      const nameEnd = this.#nameEnd(at);
      c = b[(at = nameEnd)];
      while (isSpace(c)) c = b[++at];
      if (c !== EQUALS || !spaced || count === MOST_ATTRIBUTES) throw this.#faults.broken();
      c = b[++at];
      while (isSpace(c)) c = b[++at];
      const quote = c;
      if (quote !== DOUBLE && quote !== SINGLE) throw this.#faults.broken();
      const value = ++at;
      for (c = b[at]; c !== quote; c = b[++at]) if (c === LESS || c === undefined) throw this.#faults.broken();
      const i = count++ * 4;
      const length = nameEnd - name;
      for (let k = 0; k < i; k += 4) if (p[k + 1]! - p[k]! === length && this.#same(p[k]!, name, length)) throw this.#faults.broken();
      p[i] = name;
      p[i + 1] = nameEnd;
      p[i + 2] = value;
      p[i + 3] = at++;
    }
    this.#attributes = count;
    return at;
  }

  /**
   * Where the walk goes on after an element that may be skipped; 0 where it must be walked: it holds something needed, itself
   * again, names of another prefix, or a comment, which could hold what looks like its end.
   * @param name where its name stands
   * @param from where its content begins
   */
  #after(name: number, slot: number, from: number): number {
    const b = this.#bytes;
    const length = this.#names.length(slot);
    const prefix = this.#names.prefix(slot);
    const last = b[name + length - 1];
    for (let at = this.#less(from); at < b.length; at = this.#less(at + 1)) {
      if (b[at + 1] === SLASH) {
        if (b[at + 1 + length] !== last || !this.#same(name, at + 2, length)) continue;
        const end = at + 2 + length;
        return b[end] === MORE ? end + 1 : 0;
      }
      if (b[at + 1 + prefix] !== COLON) return 0;
      if (b[at + length] === last && this.#same(name, at + 1, length)) return 0;
      if (this.#initials[b[at + 2 + prefix]!] === 1 && this.#names.needed(this.#names.at(at + 1))) return 0;
    }
    return 0;
  }

  /** The end of a `<!…` or `<?…` at a place; a CDATA section is text. */
  #aside(at: number, handler: XmlHandler, inside: boolean): number {
    const b = this.#bytes;
    const begins = (mark: string): boolean => b.toString('latin1', at, at + mark.length) === mark;
    const [open, close] = b[at + 1] === QUESTION ? ['<?', '?>'] : begins('<!--') ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
    if (!begins(open)) throw this.#faults.declared();
    const from = open === '<?' ? this.#nameEnd(at + 2) : at + open.length;
    const end = b.indexOf(close, from, 'latin1');
    if (open === '<?' && !isSpace(b[from]) && end !== from) throw this.#faults.broken();
    if (end < 0 || (open === '<![CDATA[' && !inside)) throw this.#faults.broken();
    if (open === '<!--' && b.indexOf('--', from, 'latin1') < end) throw this.#faults.broken();
    if (open === '<![CDATA[' && end > from) handler.text?.(b.toString('utf8', from, end));
    return end + close.length;
  }

  /** The end of an element's end tag at a place. */
  #closed(at: number, depth: number): number {
    const b = this.#bytes;
    const length = depth === 0 ? 0 : this.#open[depth * 2 - 1]!;
    if (depth === 0 || !this.#same(this.#open[depth * 2 - 2]!, at + 2, length)) throw this.#faults.broken();
    let end = at + 2 + length;
    while (isSpace(b[end])) end++;
    if (b[end] !== MORE) throw this.#faults.broken();
    return end + 1;
  }

  run(handler: XmlHandler): void {
    const b = this.#bytes;
    const names = this.#names;
    const locals = this.#locals;
    let depth = 0;
    let rooted = false;
    for (let at = 0; ; ) {
      const from = at;
      let sorts = 0;
      for (; at < b.length && b[at] !== LESS; at++) sorts |= SORT[b[at]!]!;
      if (at > from) {
        const text = charactersOf(b, from, at, sorts, this.#faults.broken);
        if (depth > 0) handler.text?.(text);
        else if (text.trim() !== '') throw this.#faults.broken();
      }
      if (at >= b.length) break;
      const c = b[at + 1];
      if (c === SLASH) {
        at = this.#closed(at, depth--);
        handler.close?.(locals.pop()!);
        continue;
      }
      if (c === BANG || c === QUESTION) {
        at = this.#aside(at, handler, depth > 0);
        continue;
      }
      const name = at + 1;
      const slot = names.at(name);
      const local = names.local(slot);
      const length = names.length(slot);
      if (depth === 0 && rooted) throw this.#faults.broken();
      rooted = true;
      at = this.#tagEnd(name + length);
      const empty = b[at] === SLASH;
      if (empty && b[++at] !== MORE) throw this.#faults.broken();
      at++;
      if (names.skipped(slot)) {
        const after = empty ? at : this.#after(name, slot, at);
        if (after > 0) {
          at = after;
          continue;
        }
      }
      handler.open?.(local, this);
      if (empty) handler.close?.(local);
      else {
        if (depth === MOST_DEPTH) throw this.#faults.broken();
        this.#open[depth * 2] = name;
        this.#open[depth * 2 + 1] = length;
        depth++;
        locals.push(local);
      }
    }
    if (depth > 0 || !rooted) throw this.#faults.broken();
  }
}
