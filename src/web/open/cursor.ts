import type { LineCursor } from '#domain/search/index.ts';

/** Nothing was published before or after; a database could not read all that JavaScript takes for a date. */
const [EARLIEST, LATEST] = [Date.UTC(1949, 0), Date.UTC(3000, 0)];

/** A cursor as it stands in an address. */
export function writeCursor({ publishedAt, agency, kind, id }: LineCursor): string {
  return Buffer.from(JSON.stringify([publishedAt, agency, kind, id])).toString('base64url');
}

/** A cursor from an address; null where it is none of ours. */
export function readCursor(text: string): LineCursor | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(read) || read.length !== 4 || !read.every((p): p is string => typeof p === 'string')) return null;
    const [publishedAt = '', agency = '', kind = '', id = ''] = read;
    const at = Date.parse(publishedAt);
    const known = at >= EARLIEST && at <= LATEST && read.every((p) => !p.includes('\0'));
    return !known ? null : { publishedAt: new Date(at).toISOString(), agency, kind, id };
  } catch {
    return null;
  }
}
