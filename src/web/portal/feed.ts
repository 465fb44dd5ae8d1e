import { type Markup, markup } from '#documents/markup.ts';
import type { PublicLine } from '#domain/search/index.ts';

/** A feed of what was published last. */
export interface Feed {
  readonly title: string;
  /** Absolute addresses of the site, the page the feed is of, and the feed. */
  readonly origin: string;
  readonly page: string;
  readonly self: string;
  readonly author: string;
  readonly lines: readonly PublicLine[];
}

/** XML 1.0 has no control characters but tab and line ends. */
const clean = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

const EPOCH = '1970-01-01T00:00:00.000Z';

function summary(line: PublicLine): string {
  return clean(line.listed.summary || [line.listed.maker, line.listed.documentNumber].filter((t) => t !== '').join('，') || line.title);
}

/** Atom 1.0. */
export function atom(f: Feed): string {
  const entry = (l: PublicLine): Markup =>
    markup`<entry><id>${f.origin}${l.url}</id><title>${clean(l.title)}</title><link href="${f.origin}${l.url}"/><updated>${l.publishedAt}</updated><published>${l.publishedAt}</published><author><name>${clean(l.listed.maker || f.author)}</name></author><summary>${summary(l)}</summary></entry>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${
    markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>${f.origin}${f.self}</id><title>${clean(f.title)}</title><link rel="self" href="${f.origin}${f.self}"/><link href="${f.origin}${f.page}"/><updated>${f.lines[0]?.publishedAt ?? EPOCH}</updated><author><name>${clean(f.author)}</name></author>
${f.lines.map(entry)}</feed>`.text
  }\n`;
}

/** RSS 2.0. */
export function rss(f: Feed): string {
  const item = (l: PublicLine): Markup =>
    markup`<item><title>${clean(l.title)}</title><link>${f.origin}${l.url}</link><guid isPermaLink="true">${f.origin}${l.url}</guid><pubDate>${new Date(l.publishedAt).toUTCString()}</pubDate><description>${summary(l)}</description></item>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${
    markup`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${clean(f.title)}</title><link>${f.origin}${f.page}</link><description>${clean(f.title)}</description><language>zh-cn</language><atom:link href="${f.origin}${f.self}" rel="self" type="application/rss+xml"/>
${f.lines.map(item)}</channel></rss>`.text
  }\n`;
}
