import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { PageFacts } from '#domain/inspection/scene.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function* elements(root: Node): Generator<Element> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
}

function textOf(root: Node): string {
  const parts: string[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node && node.nodeName === '#text') parts.push(node.value);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const attribute = (e: Element, name: string): string | null => e.attrs.find((a) => a.name === name)?.value ?? null;

/** The particulars 发布日期 of a document's page, which stand in a list of terms. */
function publishedOn(all: readonly Element[]): string[] {
  return all.flatMap((e, i) => {
    const next = all[i + 1];
    return e.tagName === 'dt' && next?.tagName === 'dd' && textOf(e) === '发布日期' ? [textOf(next)] : [];
  });
}

/** What a whole page of ours says of itself: tags, footer, publish times, search. */
export function pageFacts(html: string): PageFacts {
  const all = [...elements(parse(html))];
  const named = all.filter((e) => e.tagName === 'meta' && attribute(e, 'name') !== null);
  const footer = all.find((e) => e.tagName === 'footer');
  const foot = footer ? textOf(footer) : '';
  return {
    meta: Object.fromEntries(named.map((e) => [attribute(e, 'name') ?? '', attribute(e, 'content') ?? ''])),
    footer: foot,
    times: [...all.filter((e) => e.tagName === 'time').map(textOf), ...publishedOn(all)],
    hasSearch: all.some((e) => attribute(e, 'role') === 'search' || (e.tagName === 'input' && attribute(e, 'type') === 'search')),
    hasReportErrors: foot.includes('找错'),
  };
}
