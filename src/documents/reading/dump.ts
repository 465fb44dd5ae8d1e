/** A text without what a dump added to it. */
export interface Undumped {
  /** Line number of the source and its text. */
  readonly lines: readonly { readonly n: number; readonly text: string }[];
  /** The dump's own 标题 line. */
  readonly title: string | null;
  /** The dump says that it is an excerpt, so that narrative is left out. */
  readonly excerpt: boolean;
}

const BODY = /^\s*={3,}\s*正文\s*={3,}\s*$/;
const META = /^\s*(?:url|URL|网址|来源|栏目)\s*[:：]/;
const TITLE = /^\s*标题\s*[:：]\s*(.+?)\s*$/;
const MARK_LINE = /^\s*\[[^\]\n]*\]\s*$/;
const EXCERPT = /excerpt|cut at|left out|节选|摘录/i;

/** How a dump says that narrative is left out, in a line of its own or inside one. */
export const LEFT_OUT = /\[[^\]\n]{0,80}(?:left out|略去|省略|omitted)[^\]\n]{0,80}\]/gi;

/** True where the text holds such a mark. */
export function saysLeftOut(text: string): boolean {
  return text.search(LEFT_OUT) >= 0;
}

/** Page numbers and the like that a print run puts between the lines. */
const FURNITURE = /^\s*(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|page \d+(?: of \d+)?)\s*$/i;

/** True for a line that only numbers a page. */
export function isFurniture(line: string): boolean {
  return FURNITURE.test(line.normalize('NFKC'));
}

/** Takes away the lines before a 正文 mark, url: lines, bracketed marks and page furniture; line numbers stay the source's. */
export function undump(text: string): Undumped {
  const all = text.split(/\r\n|\r|\n|\f|\u2028|\u2029/);
  const body = all.findIndex((l) => BODY.test(l));
  let title: string | null = null;
  let excerpt = false;
  const lines: { n: number; text: string }[] = [];
  for (const [i, raw] of all.entries()) {
    const line = raw.replace(/^\ufeff/, '');
    if (i <= body) {
      title ??= TITLE.exec(line)?.[1] ?? null;
      continue;
    }
    if (lines.length < 6 && META.test(line)) continue;
    if (MARK_LINE.test(line) && !/^\s*\[bookmark/i.test(line)) {
      excerpt ||= EXCERPT.test(line);
      if (!saysLeftOut(line) || lines.every((l) => l.text.trim() === '')) continue;
    }
    if (isFurniture(line)) continue;
    lines.push({ n: i + 1, text: line });
  }
  return { lines, title, excerpt };
}
