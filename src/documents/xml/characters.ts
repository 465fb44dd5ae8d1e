export const [SLASH, COLON, LESS, EQUALS, MORE, QUESTION, BANG, DOUBLE, SINGLE] = [47, 58, 60, 61, 62, 63, 33, 34, 39] as const;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Bytes a name may hold: 2, it may also begin with. */
export const IN_NAME = Uint8Array.from({ length: 256 }, (_, c) => (c > 127 || /[A-Za-z_:]/.test(String.fromCharCode(c)) ? 2 : 0));
for (const c of '0123456789.-') IN_NAME[c.charCodeAt(0)] = 1;

const [WIDE, SPECIAL, FORBIDDEN] = [1, 2, 4] as const;

/** What a byte in a text asks for, to be joined over the text: more than Latin letters, an entity or line end to resolve, a refusal. */
export const SORT = Uint8Array.from({ length: 256 }, (_, c) =>
  c > 127 ? WIDE : c < 32 && c !== 9 && c !== 10 && c !== 13 ? FORBIDDEN : 0,
);
for (const c of '&\r') SORT[c.charCodeAt(0)] = SPECIAL;

export function isSpace(c: number | undefined): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9;
}

/** A part's bytes as UTF-8, whatever its mark or declaration says it is in; where four bytes are one number's. */
export function asUtf8(bytes: Uint8Array): Buffer {
  const utf8 = decoded(bytes);
  return utf8.byteOffset % 4 === 0 ? utf8 : Buffer.from(new Uint8Array(utf8).buffer);
}

function decoded(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return buffer.subarray(3);
  const wide = (a === 0xff && b === 0xfe) || (a === LESS && b === 0) ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (wide) return Buffer.from(new TextDecoder(wide).decode(bytes));
  const named = /^<\?xml[^>]*encoding\s*=\s*["'](gb\w+|big5)["']/i.exec(buffer.toString('latin1', 0, 120))?.[1];
  return named ? Buffer.from(new TextDecoder(named).decode(bytes)) : buffer;
}

/**
 * The characters between two places, entities resolved.
 * @param sorts of all its bytes, joined
 * @param broken makes what is thrown where a character may not be
 */
export function charactersOf(bytes: Buffer, from: number, to: number, sorts: number, broken: () => Error): string {
  if (sorts === 0) return to - from === 1 ? String.fromCharCode(bytes[from]!) : bytes.toString('latin1', from, to);
  if (sorts & FORBIDDEN) throw broken();
  const text = sorts & WIDE ? bytes.toString('utf8', from, to) : bytes.toString('latin1', from, to);
  if ((sorts & SPECIAL) === 0) return text;
  return text.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,12});?/g, (whole, name: string) => entity(whole, name, broken));
}

function entity(whole: string, name: string, broken: () => Error): string {
  const known = ENTITIES[name];
  if (known !== undefined && whole.endsWith(';')) return known;
  const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  const code = digits ? Number.parseInt(digits[1] ?? digits[2]!, digits[1] ? 16 : 10) : 0;
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
  if (!whole.endsWith(';') || !allowed) throw broken();
  return String.fromCodePoint(code);
}
