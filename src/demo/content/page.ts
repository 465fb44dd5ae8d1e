import type { DemoDocument } from './shape.ts';

/** What stands under every text: nobody may take an example for an office's word. */
const MARK = '<p>（演示内容：单位、人员、数字和地点均为虚构，不作为办事依据。）</p>';

/** A part of a text with its heading; a paragraph that begins with “<” is markup already. */
export function part(heading: string, ...paragraphs: readonly string[]): string {
  return `<h2>${heading}</h2>${paragraphs.map((p) => (p.startsWith('<') ? p : `<p>${p}</p>`)).join('')}`;
}

/** A table with a row of headings. */
export function table(caption: string, head: readonly string[], ...rows: readonly (readonly (string | number)[])[]): string {
  const cells = (tag: string, row: readonly (string | number)[]): string =>
    `<tr>${row.map((c) => (tag === 'th' ? `<th scope="col">${c}</th>` : `<td>${c}</td>`)).join('')}</tr>`;
  return `<table><caption>${caption}</caption><thead>${cells('th', head)}</thead><tbody>${rows.map((r) => cells('td', r)).join('')}</tbody></table>`;
}

/** The lines of a list. */
export function list(...lines: readonly string[]): string {
  return `<ul>${lines.map((l) => `<li>${l}</li>`).join('')}</ul>`;
}

/** A whole text of its parts, marked as an example. */
export function body(...parts: readonly string[]): string {
  return parts.map((p) => (p.startsWith('<') ? p : `<p>${p}</p>`)).join('') + MARK;
}

type Written = Partial<Omit<DemoDocument, 'key'>>;

/** A document published on a day, with what every one has. */
export function document(
  key: string,
  column: string,
  [formedOn, on]: readonly [formedOn: string, publishedOn: string],
  title: string,
  summary: string,
  text: string,
  content: Partial<DemoDocument['content']> = {},
  more: Written = {},
): DemoDocument {
  return { key, content: { title, summary, column, formedOn, body: text, ...content }, goes: { to: 'published', on }, ...more };
}
