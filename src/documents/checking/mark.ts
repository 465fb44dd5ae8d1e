import type { Finding } from '#domain/checker/index.ts';

/** Where in a printed line the words stand that a finding is about: offset and length; null where the line hasn't its quote. */
export function markOf({ where: { quote }, words }: Pick<Finding, 'where' | 'words'>, line: string): { at: number; length: number } | null {
  if (!quote) return null;
  const start = line.indexOf(quote);
  if (start < 0) return null;
  if (!words || !quote.includes(words)) return { at: start, length: quote.length };
  const at = quote.endsWith(words) ? quote.length - words.length : quote.indexOf(words);
  return { at: start + at, length: words.length };
}

/** What is proposed, in words; empty where nothing can be proposed. */
export function proposalOf(finding: Finding): string {
  const { fix, words, expected, actual, rule } = finding;
  if (fix === '') return '建议：删去';
  if (fix !== undefined) return words === undefined ? `建议：改为“${fix}”` : `建议：“${words}”改为“${fix}”`;
  if (rule === 'TEXT-TABLE' && expected !== null && expected !== undefined && actual !== undefined)
    return `正文：${actual}　表格：${expected}`;
  return '';
}
