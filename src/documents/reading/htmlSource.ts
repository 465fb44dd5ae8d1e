import { ReadingStopped } from './fault.ts';

/** Formatting left open is reopened in every paragraph: the tree grows with the square of it. */
const MOST_UNCLOSED = 200;
const FORMATTING = 'a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u';
/** Formatting that changes no figure. */
const PLAIN_FORMATTING = /<\/?(?:a|b|big|code|em|font|i|nobr|small|strong|tt|u)(?=[\s>/])[^<>]*>/gi;

function unclosedFormatting(source: string): number {
  const count = (pattern: string): number => source.match(new RegExp(`<${pattern}(?:${FORMATTING})(?=[\\s>/])`, 'gi'))?.length ?? 0;
  return count('') - count('/');
}

/** A page's source with formatting closed or taken out, and its markup as markup where it was written out as text. */
export function sound(source: string): string {
  const written = /\ssrcdoc\s*=/i.test(source) ? 0 : (source.match(/&lt;\/t[dr]&gt;/gi)?.length ?? 0);
  const marked = written > 20 && written > (source.match(/<\/t[dr]>/gi)?.length ?? 0) ? unescaped(source) : source;
  const clean = marked.replace(/<o:p>|<\/o:p>/gi, '');
  if (unclosedFormatting(clean) <= MOST_UNCLOSED) return clean;
  const bare = clean.replace(PLAIN_FORMATTING, '');
  if (unclosedFormatting(bare) <= MOST_UNCLOSED) return bare;
  throw new ReadingStopped('broken', '网页的格式标记大量没有关闭，无法读取；请另存为Word或文本再提供。');
}

function unescaped(source: string): string {
  return source
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&amp;/gi, '&');
}
