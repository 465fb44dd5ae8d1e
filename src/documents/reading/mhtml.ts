import type { Reading } from '#domain/report/model.ts';
import { ReadingStopped } from './fault.ts';
import { readHtml } from './html.ts';
import { isUnreadable, type Unreadable, unreadable } from './unreadable.ts';

/** A page saved as one file: its pictures lie in it too. */
const LARGEST = 60_000_000;
const MOST_PARTS = 2_000;
const MOST_NESTING = 5;

interface Part {
  /** Header names in lower case; folded lines joined. */
  readonly headers: ReadonlyMap<string, string>;
  /** As in the file, one character a byte. */
  readonly body: string;
}

function partOf(text: string): Part {
  const blank = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, blank?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: blank ? text.slice(blank.index + blank[0].length) : '' };
}

function parameter(header: string, name: string): string | undefined {
  const m = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return m?.[1] ?? m?.[2];
}

/** The parts between a boundary's lines. */
function* partsOf(body: string, boundary: string): Generator<Part> {
  const mark = `--${boundary}`;
  let count = 0;
  for (let from = body.indexOf(mark); from >= 0 && !body.startsWith('--', from + mark.length); ) {
    const start = body.indexOf('\n', from) + 1;
    const end = body.indexOf(`\n${mark}`, start - 1);
    if (start === 0 || ++count > MOST_PARTS) return;
    yield partOf(body.slice(start, end < 0 ? body.length : end + 1).replace(/\r?\n$/, ''));
    from = end < 0 ? -1 : end + 1;
  }
}

function bytesOf({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Every page in a part, frames too, in the order of the file. */
function* pagesOf(part: Part, depth = 0): Generator<{ readonly bytes: Uint8Array; readonly charset: string | undefined }> {
  const type = part.headers.get('content-type') ?? 'text/html';
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : undefined;
  if (boundary && depth < MOST_NESTING) for (const inner of partsOf(part.body, boundary)) yield* pagesOf(inner, depth + 1);
  else if (/^(?:text\/html|application\/xhtml)/i.test(type)) yield { bytes: bytesOf(part), charset: parameter(type, 'charset') };
}

/** Reads a report from a page saved as one file (.mht): the first of its pages that is one. */
export function readMhtml(bytes: Uint8Array): Reading | Unreadable {
  if (bytes.length > LARGEST) throw new ReadingStopped('tooLarge', '网页文件超过60兆字节，不像一份年报；请只保存年报正文。');
  const file = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').trimStart());
  let first: Unreadable | null = null;
  for (const page of pagesOf(file)) {
    const reading = readHtml(page.bytes, page.charset);
    if (!isUnreadable(reading)) return reading;
    first ??= reading;
  }
  return first ?? unreadable('broken', '单个网页文件（.mht）里没有网页正文，可能没有保存完整；请在浏览器里重新保存。');
}
