/** An element's attributes, read when asked for. Good only until the handler returns. */
export interface XmlAttributes {
  /** A value by its name without prefix. */
  get(name: string): string | undefined;
  /** All by their names as written. */
  all(): Record<string, string>;
}

/** What to do at a tag's start and end and with text; names come without prefix. */
export interface XmlHandler {
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** What to throw: where the part declares a document type (and so entities of its own), and where it is not well formed. */
export interface XmlFaults {
  readonly declared: () => Error;
  readonly broken: () => Error;
}

/** Elements to pass over with all they hold, told to nobody; one that holds an element of `unless` is walked. */
export interface XmlSkips {
  readonly names: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
}

const MOST_DEPTH = 2_000;
const MOST_ATTRIBUTES = 200;
/** Distinct names are few; the table holds a multiple of them. A power of two. */
const NAMES = 512;

const [SLASH, COLON, LESS, EQUALS, MORE, QUESTION, BANG, DOUBLE, SINGLE, AMPERSAND] = [47, 58, 60, 61, 62, 63, 33, 34, 39, 38];
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Bytes a name may hold: 2, it may also begin with. */
const IN_NAME = Uint8Array.from({ length: 256 }, (_, c) => (c > 127 || /[A-Za-z_:]/.test(String.fromCharCode(c)) ? 2 : 0));
for (const c of '0123456789.-') IN_NAME[c.charCodeAt(0)] = 1;

function isSpace(c: number): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9;
}

/** A part's bytes as UTF-8, whatever its mark or declaration says it is in. */
function asUtf8(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return buffer.subarray(3);
  const wide = (a === 0xff && b === 0xfe) || (a === LESS && b === 0) ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (wide) return Buffer.from(new TextDecoder(wide).decode(bytes));
  const named = /^<\?xml[^>]*encoding\s*=\s*["'](gb\w+|big5)["']/i.exec(buffer.toString('latin1', 0, 120))?.[1];
  return named ? Buffer.from(new TextDecoder(named).decode(bytes)) : buffer;
}

/** One pass over a part. Bytes are looked at as they stand; only text and attributes that are asked for are decoded. */
class Scan implements XmlAttributes {
  readonly #bytes: Buffer;
  /** The bytes one character each, so that places in it are places in the bytes. */
  readonly #s: string;
  readonly #faults: XmlFaults;
  /** Places of the open tag's attributes: name from, name to, value from, value to. */
  readonly #places = new Int32Array(MOST_ATTRIBUTES * 4);
  #attributes = 0;
  /** Names as they stand in {@link #s}, so that an end tag can be held against its start. */
  readonly #full: string[] = new Array<string>(NAMES).fill('');
  readonly #local: string[] = new Array<string>(NAMES).fill('');
  /** First letters of what keeps an element from being skipped. */
  readonly #initials = new Uint8Array(128);

  constructor(bytes: Uint8Array, faults: XmlFaults) {
    this.#bytes = asUtf8(bytes);
    this.#s = this.#bytes.toString('latin1');
    this.#faults = faults;
  }

  get(name: string): string | undefined {
    const p = this.#places;
    for (let i = 0; i < this.#attributes * 4; i += 4) {
      const from = p[i + 1]! - name.length;
      const whole = from === p[i]! || (from > p[i]! && this.#s.charCodeAt(from - 1) === COLON);
      if (whole && this.#s.startsWith(name, from)) return this.#text(p[i + 2]!, p[i + 3]!);
    }
    return undefined;
  }

  all(): Record<string, string> {
    const out: Record<string, string> = {};
    const p = this.#places;
    for (let i = 0; i < this.#attributes * 4; i += 4) out[this.#text(p[i]!, p[i + 1]!)] = this.#text(p[i + 2]!, p[i + 3]!);
    return out;
  }

  /** The characters between two places, entities resolved. */
  #text(from: number, to: number): string {
    const s = this.#s;
    let wide = false;
    let special = false;
    for (let i = from; i < to; i++) {
      const c = s.charCodeAt(i);
      if (c > 127) wide = true;
      else if (c === AMPERSAND || c === 13) special = true;
      else if (c < 32 && c !== 10 && c !== 9) throw this.#faults.broken();
    }
    const text = wide ? this.#bytes.toString('utf8', from, to) : s.slice(from, to);
    return special ? text.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,12});?/g, (whole, name: string) => this.#entity(whole, name)) : text;
  }

  #entity(whole: string, name: string): string {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = digits ? Number.parseInt(digits[1] ?? digits[2]!, digits[1] ? 16 : 10) : 0;
    const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
    if (!whole.endsWith(';') || !allowed) throw this.#faults.broken();
    return String.fromCodePoint(code);
  }

  /** Slot of the name between two places in the tables of names. */
  #slot(from: number, to: number): number {
    const s = this.#s;
    let hash = to - from;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + s.charCodeAt(i)) | 0;
    const slot = hash & (NAMES - 1);
    const known = this.#full[slot]!;
    if (known.length === to - from && s.startsWith(known, from)) return slot;
    const full = s.slice(from, to);
    const name = this.#text(from, to);
    this.#full[slot] = full;
    this.#local[slot] = name.slice(name.indexOf(':') + 1);
    return slot;
  }

  #same(from: number, to: number, from2: number, to2: number): boolean {
    if (to - from !== to2 - from2) return false;
    for (let i = from, j = from2; i < to; i++, j++) if (this.#s.charCodeAt(i) !== this.#s.charCodeAt(j)) return false;
    return true;
  }

  /** Reads attributes up to the end of a tag; the place of its `>` or of the `/` before it. */
  #tagEnd(from: number): number {
    const s = this.#s;
    const p = this.#places;
    let at = from;
    let count = 0;
    for (;;) {
      let c = s.charCodeAt(at);
      const spaced = isSpace(c);
      while (isSpace(c)) c = s.charCodeAt(++at);
      if (c === MORE || c === SLASH) break;
      const name = at;
      const nameEnd = this.#nameEnd(at);
      c = s.charCodeAt((at = nameEnd));
      while (isSpace(c)) c = s.charCodeAt(++at);
      if (c !== EQUALS || !spaced || count === MOST_ATTRIBUTES) throw this.#faults.broken();
      c = s.charCodeAt(++at);
      while (isSpace(c)) c = s.charCodeAt(++at);
      const quote = c;
      if (quote !== DOUBLE && quote !== SINGLE) throw this.#faults.broken();
      const value = ++at;
      c = s.charCodeAt(at);
      while (c !== quote) {
        if (c === LESS || Number.isNaN(c)) throw this.#faults.broken();
        c = s.charCodeAt(++at);
      }
      const i = count++ * 4;
      for (let k = 0; k < i; k += 4) if (this.#same(p[k]!, p[k + 1]!, name, nameEnd)) throw this.#faults.broken();
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
   */
  #after(full: string, from: number, skips: XmlSkips): number {
    const s = this.#s;
    const colon = full.indexOf(':');
    for (let at = s.indexOf('<', from); at >= 0; at = s.indexOf('<', at + 1)) {
      if (s.charCodeAt(at + 1) === SLASH) {
        if (!s.startsWith(full, at + 2)) continue;
        const end = at + 2 + full.length;
        return s.charCodeAt(end) === MORE ? end + 1 : 0;
      }
      if (s.charCodeAt(at + 1 + colon) !== COLON) return 0;
      if (s.startsWith(full, at + 1)) return 0;
      if (this.#initials[s.charCodeAt(at + 2 + colon) & 127] === 1 && skips.unless.has(this.#nameAt(at + 1))) return 0;
    }
    return 0;
  }

  #nameAt(from: number): string {
    return this.#local[this.#slot(from, this.#nameEnd(from))]!;
  }

  #nameEnd(from: number): number {
    const s = this.#s;
    if (IN_NAME[s.charCodeAt(from)] !== 2) throw this.#faults.broken();
    let end = from + 1;
    while (IN_NAME[s.charCodeAt(end)]! > 0) end++;
    return end;
  }

  /** The end of a `<!…` or `<?…` at a place; a CDATA section is text. */
  #aside(at: number, handler: XmlHandler, inside: boolean): number {
    const s = this.#s;
    const [open, close] =
      s.charCodeAt(at + 1) === QUESTION ? ['<?', '?>'] : s.startsWith('<!--', at) ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
    if (!s.startsWith(open, at)) throw this.#faults.declared();
    const from = open === '<?' ? this.#nameEnd(at + 2) : at + open.length;
    const end = s.indexOf(close, from);
    if (open === '<?' && !isSpace(s.charCodeAt(from)) && end !== from) throw this.#faults.broken();
    if (end < 0 || (open === '<![CDATA[' && !inside) || (open === '<!--' && s.indexOf('--', from) < end)) throw this.#faults.broken();
    if (open === '<![CDATA[' && end > from) handler.text?.(this.#bytes.toString('utf8', from, end));
    return end + close.length;
  }

  run(handler: XmlHandler, skips: XmlSkips | undefined): void {
    const s = this.#s;
    for (const name of skips?.unless ?? []) this.#initials[name.charCodeAt(0) & 127] = 1;
    const fulls: string[] = [];
    const locals: string[] = [];
    let at = 0;
    let rooted = false;
    for (;;) {
      const less = s.charCodeAt(at) === LESS ? at : s.indexOf('<', at);
      const until = less < 0 ? s.length : less;
      const depth = fulls.length;
      if (until > at) {
        if (depth > 0) handler.text?.(this.#text(at, until));
        else if (this.#text(at, until).trim() !== '') throw this.#faults.broken();
      }
      if (less < 0) break;
      const c = s.charCodeAt(less + 1);
      if (c === SLASH) {
        const full = fulls[depth - 1];
        if (full === undefined || !s.startsWith(full, less + 2)) throw this.#faults.broken();
        at = less + 2 + full.length;
        while (isSpace(s.charCodeAt(at))) at++;
        if (s.charCodeAt(at) !== MORE) throw this.#faults.broken();
        at++;
        fulls.pop();
        handler.close?.(locals.pop()!);
        continue;
      }
      if (c === BANG || c === QUESTION) {
        at = this.#aside(less, handler, depth > 0);
        continue;
      }
      const end = this.#nameEnd(less + 1);
      const slot = this.#slot(less + 1, end);
      const full = this.#full[slot]!;
      const local = this.#local[slot]!;
      if (depth === 0 && rooted) throw this.#faults.broken();
      rooted = true;
      at = this.#tagEnd(end);
      const empty = s.charCodeAt(at) === SLASH;
      if (empty && s.charCodeAt(++at) !== MORE) throw this.#faults.broken();
      at++;
      if (skips?.names.has(local) && local !== full) {
        if (empty) continue;
        const after = this.#after(full, at, skips);
        if (after > 0) {
          at = after;
          continue;
        }
      }
      handler.open?.(local, this);
      if (empty) handler.close?.(local);
      else {
        if (depth === MOST_DEPTH) throw this.#faults.broken();
        fulls.push(full);
        locals.push(local);
      }
    }
    if (fulls.length > 0 || !rooted) throw this.#faults.broken();
  }
}

/**
 * Walks an XML part in UTF-8 or UTF-16. A document type is refused, so that no entity of its own is ever defined or fetched;
 * so is a part that is not well formed, 2,000 elements deep, or with 200 attributes in a tag.
 */
export function scanXml(part: Uint8Array | string, handler: XmlHandler, faults: XmlFaults, skips?: XmlSkips): void {
  new Scan(typeof part === 'string' ? Buffer.from(part) : part, faults).run(handler, skips);
}
