import { type DefaultTreeAdapterTypes, serialize } from 'parse5';
import { attributeOf } from './htmlHidden.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;

const SHORTEST = 400;
const MOST = 6;
const MOST_DEPTH = 200;
/** Words of the form, as they are or as a program writes them out. */
const REPORT = /公开|\\u516c\\u5f00/i;
const TAGS = /<(?:table|td|p|div|span)[\s>]|\\u003c|&lt;(?:table|td|p|div)/i;
const STRING = /"(?:[^"\\]|\\.)*"/g;

/** The strings in a program's data that hold a page. */
function stringsOf(script: string): string[] {
  const found = script.match(STRING) ?? [];
  return found.flatMap((quoted) => {
    if (quoted.length < SHORTEST || !REPORT.test(quoted) || !TAGS.test(quoted)) return [];
    try {
      const value: unknown = JSON.parse(quoted);
      return typeof value === 'string' ? [value] : [];
    } catch {
      return [];
    }
  });
}

function textOf(node: Parent): string {
  return node.childNodes.map((c) => ('value' in c ? c.value : '')).join('');
}

/** What a page holds without showing it until a program does: in text fields, frames, templates and data; the longest first. */
export function keptPages(document: Parent): string[] {
  const out: string[] = [];
  const walk = (node: Parent, depth: number): void => {
    if (depth > MOST_DEPTH) return;
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'textarea' || child.tagName === 'noscript' || child.tagName === 'xmp') out.push(textOf(child));
      else if (child.tagName === 'iframe') out.push(attributeOf(child, 'srcdoc') ?? '');
      else if (child.tagName === 'template') out.push(serialize(child));
      else if (child.tagName === 'script') out.push(...stringsOf(textOf(child)));
      else walk(child, depth + 1);
    }
  };
  walk(document, 0);
  return out
    .filter((p) => p.length >= SHORTEST && REPORT.test(p))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST);
}

/** The pages among a data file's strings, as a site's interface gives them; the longest first. */
export function pagesInData(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.length >= SHORTEST && REPORT.test(value) && TAGS.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.values(value)
    .slice(0, 5_000)
    .flatMap((v) => pagesInData(v, depth + 1))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST);
}
