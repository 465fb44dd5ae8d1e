const BEGINNINGS: readonly (readonly [hex: string, mediaType: string])[] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['474946383761', 'image/gif'],
  ['474946383961', 'image/gif'],
  ['25504446', 'application/pdf'],
];

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const BY_NAME: Readonly<Record<string, string>> = {
  docx: `${OPEN_XML}.wordprocessingml.document`,
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
  pptx: `${OPEN_XML}.presentationml.presentation`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  wps: 'application/vnd.ms-works',
  ofd: 'application/ofd',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
};

/** What a file is: by its first bytes where these tell, else by its name; never by what the sender says. */
export function mediaTypeOf(name: string, bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 12));
  const begin = head.toString('hex');
  const known = BEGINNINGS.find(([hex]) => begin.startsWith(hex));
  if (known) return known[1];
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_NAME[extension] ?? 'application/octet-stream';
}

/** Endings of the kinds that are shown in place; a file of such a kind keeps no other, least of all one that runs. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
};

/** What somebody handed in as it is kept: its kind by its bytes, and a name that ends as the kind does. */
export function taken({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
  const mediaType = mediaTypeOf(name, bytes);
  const endings = ENDINGS[mediaType];
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return { name: !endings || endings.includes(ending) ? name : `${name}.${endings[0]}`, mediaType, bytes };
}

/** A picture a browser shows by itself. */
export function isPicture(mediaType: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(mediaType);
}
