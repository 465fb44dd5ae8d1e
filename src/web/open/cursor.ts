import type { LineCursor } from '#domain/search/index.ts';

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
    return Number.isNaN(at) || /\0/.test(text) ? null : { publishedAt: new Date(at).toISOString(), agency, kind, id };
  } catch {
    return null;
  }
}
