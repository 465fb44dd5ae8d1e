import { constants, inflateSync } from 'node:zlib';

/** What a PDF does besides being read, of the kinds of action ISO 32000 names. */
export interface PdfActions {
  readonly scripts: boolean;
  /** A link, button or field starts a program, sends what was filled in, or fetches data. */
  readonly others: boolean;
}

/** A name as a pattern: each of its letters may be written by its number, /#4aavaScript. */
function name(text: string): string {
  const letters = [...text].map((c) => {
    const [high = '', low = ''] = c.charCodeAt(0).toString(16);
    return `(?:${c}|#${high}[${low}${low.toUpperCase()}])`;
  });
  return `/${letters.join('')}(?![\\w.#-])`;
}

const OBJECT_STREAM = new RegExp(name('ObjStm'), 'g');
const SCRIPT = new RegExp(`${name('S')}\\s{0,9}${name('JavaScript')}|${name('URI')}\\s{0,9}\\(\\s{0,9}javascript:`);
const OTHER = new RegExp(`${name('S')}\\s{0,9}(?:${['Launch', 'SubmitForm', 'ImportData'].map(name).join('|')})`);
/** The words of an object before its stream. */
const LONGEST_HEAD = 2000;
/** Of all object streams together, inflated. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_STREAMS = 20_000;
/** What a stream that can't be inflated counts as: it may have been a large one. */
const UNREAD_BYTES = 4 * 1024 * 1024;

function inflated(bytes: Uint8Array, most: number): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // Not deflated, broken or too large: what can be read of it stands in the bytes themselves.
    return null;
  }
}

/** Looks for actions in every object of a PDF, those of annotations and fields among them, also where objects are packed together. */
export function actionsIn(bytes: Uint8Array): PdfActions {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts = [text];
  let left = MOST_BYTES;
  let streams = 0;
  for (const { index } of text.matchAll(OBJECT_STREAM)) {
    if (++streams > MOST_STREAMS || left <= 0) break;
    const begins = /\bstream\r?\n/.exec(text.slice(index, index + LONGEST_HEAD));
    if (!begins) continue;
    const part = inflated(bytes.subarray(index + begins.index + begins[0].length), left);
    left -= part?.length ?? UNREAD_BYTES;
    if (part) parts.push(part.toString('latin1'));
  }
  return { scripts: parts.some((p) => SCRIPT.test(p)), others: parts.some((p) => OTHER.test(p)) };
}
