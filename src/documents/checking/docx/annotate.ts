import { strToU8, unzipSync, zipSync } from 'fflate';
import { paragraphSpans, type Span } from './paragraphs.ts';
import { commentsOf, decodePart, namesOf } from './parts.ts';
import type { Remark } from './remarks.ts';

const AUTHOR = '年报体检';
const INITIALS = '检';
/** All parts of one document, inflated. */
const MOST_BYTES = 200_000_000;
const DOCUMENT = 'word/document.xml';

function escaped(text: string): string {
  const legal = text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function commentXml(w: string, id: number, { text }: Remark): string {
  const paragraphs = text.map((line, i) => {
    const bold = i === 0 ? `<${w}rPr><${w}b/></${w}rPr>` : '';
    return `<${w}p><${w}r>${bold}<${w}t xml:space="preserve">${escaped(line)}</${w}t></${w}r></${w}p>`;
  });
  return `<${w}comment ${w}id="${id}" ${w}author="${AUTHOR}" ${w}initials="${INITIALS}">${paragraphs.join('')}</${w}comment>`;
}

interface Edit {
  readonly at: number;
  readonly upTo: number;
  readonly text: string;
}

function editsOf(xml: string, w: string, span: Span, ids: readonly number[]): Edit[] {
  const starts = ids.map((id) => `<${w}commentRangeStart ${w}id="${id}"/>`).join('');
  const ends = ids.map((id) => `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`).join('');
  if (!span.empty)
    return [
      { at: span.begin, upTo: span.begin, text: starts },
      { at: span.end, upTo: span.end, text: ends },
    ];
  const opened = xml.slice(span.begin, span.end).replace(/\s*\/>$/, '>');
  return [{ at: span.begin, upTo: span.end, text: `${opened}${starts}${ends}</${w}p>` }];
}

function applied(xml: string, edits: readonly Edit[]): string {
  let out = '';
  let done = 0;
  for (const e of edits.toSorted((a, b) => a.at - b.at)) {
    out += xml.slice(done, e.at) + e.text;
    done = e.upTo;
  }
  return out + xml.slice(done);
}

/** Every part by its stored name; null where they come to too much. */
function partsOf(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let left = MOST_BYTES;
  const parts = unzipSync(bytes, { filter: (f) => (left -= f.originalSize) >= 0 });
  return left < 0 ? null : parts;
}

/**
 * A copy of an office's own DOCX with remarks as Word comments at their paragraphs. Nothing else of it is changed; comments it has
 * stay. Null where the file can't be annotated as it is (too large, its main part elsewhere).
 */
export function annotateDocx(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array | null {
  const parts = partsOf(bytes);
  const main = parts && Object.keys(parts).find((name) => name.toLowerCase() === DOCUMENT);
  if (!parts || !main) return null;
  const xml = decodePart(parts[main]!);
  const names = namesOf(xml);
  if (!names) return null;
  const comments = commentsOf(parts, names);
  if (!comments) return null;
  const spans = paragraphSpans(xml, names.prefix);
  const first = Math.min(...spans.keys());
  const ids = new Map<Span, number[]>();
  let id = comments.nextId;
  const added: string[] = [];
  for (const remark of remarks) {
    const span = spans.get(remark.paragraph) ?? spans.get(first);
    if (!span) return null;
    ids.set(span, [...(ids.get(span) ?? []), id]);
    added.push(commentXml(comments.prefix, id++, remark));
  }
  if (added.length === 0) return bytes;
  const edits = [...ids].flatMap(([span, own]) => editsOf(xml, names.prefix, span, own));
  const changed = { ...parts, [main]: strToU8(applied(xml, edits)), ...comments.with(added) };
  return zipSync(changed, { level: 6, mtime: new Date('1980-01-02T00:00:00Z') });
}
