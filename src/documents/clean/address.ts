/** Letters a browser drops from an address before it looks at its scheme. */
const DROPPED = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g;

const LONGEST = 2000;

/** A link's address as it may stand on a page; null where it must not: only http, https, mail, telephone and our own pages. */
export function linkAddress(raw: string): string | null {
  const href = raw.replace(DROPPED, '');
  if (href === '' || href.length > LONGEST || href.includes('\\')) return null;
  if (/^https?:\/\/[^/]/i.test(href)) return URL.canParse(href) && new URL(href).username === '' ? href : null;
  if (/^mailto:[^@\s<>"]+@[^@\s<>"]+$/i.test(href) || /^tel:\+?[\d-]{3,20}$/i.test(href)) return href;
  return isInternal(href) ? href : null;
}

/** A page, file or attachment of ours. */
export function isInternal(address: string): boolean {
  return /^\/(?![/\\])/.test(address) || /^attachment:[\w-]{1,80}$/.test(address);
}

/** A picture's address: our own, or the data itself, which then becomes an attachment; never another machine's. */
export function imageAddress(raw: string): { kind: 'internal'; src: string } | { kind: 'data'; mediaType: string; bytes: Buffer } | null {
  const src = raw.trim();
  if (isInternal(src) && src.length <= LONGEST && !src.includes('\\')) return { kind: 'internal', src: src.replace(DROPPED, '') };
  const data = /^data:(image\/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/=\s]+)$/i.exec(src);
  if (!data) return null;
  const bytes = Buffer.from(data[2] ?? '', 'base64');
  const mediaType = (data[1] ?? '').toLowerCase();
  return isImage(bytes, mediaType) ? { kind: 'data', mediaType, bytes } : null;
}

const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['89504e470d0a1a0a'],
  'image/jpeg': ['ffd8ff'],
  'image/gif': ['474946383761', '474946383961'],
  'image/webp': ['52494646'],
};

/** True where the bytes begin as a picture of that type does. */
export function isImage(bytes: Uint8Array, mediaType: string): boolean {
  const begin = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return (BEGINNINGS[mediaType] ?? []).some((b) => begin.startsWith(b));
}
