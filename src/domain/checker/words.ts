const ESCAPE = /[.*+?^${}()|[\]\\]/g;

/** A character in its own, half and full width, for a pattern. */
function widths(c: string): string[] {
  const full = c.replace(/[!-~]/, (a) => String.fromCharCode(a.charCodeAt(0) + 0xfee0));
  return [...new Set([c, c.normalize('NFKC'), full])].map((v) => v.replace(ESCAPE, '\\$&'));
}

/** `wanted` as it is printed in `quote`: white space and the width of punctuation may differ. Undefined where it is not there. */
export function wordsIn(quote: string | undefined, wanted: unknown): string | undefined {
  if (quote === undefined || typeof wanted !== 'string' || wanted.trim() === '' || wanted.length > 60) return undefined;
  if (quote.includes(wanted)) return wanted;
  const pattern = [...wanted.replace(/\s/g, '')].map((c) => `(?:${widths(c).join('|')})`);
  return new RegExp(pattern.join('\\s*')).exec(quote)?.[0];
}
