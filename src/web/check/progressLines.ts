import { countsText } from './counts.ts';
import type { Progress } from './examine.ts';

/** One line of the stream that the page's script reads. */
export type StreamLine =
  | { readonly n: number; readonly file: string; readonly state: 'reading' | 'read' | 'done' | 'unread'; readonly words: string }
  | { readonly state: 'end'; readonly title: string; readonly html: string }
  | { readonly state: 'problem'; readonly title: string; readonly advice: string };

/** A file's progress in words: 正在读, 查完：必须改 3 · 建议改 1, 读不出来：原因. */
export function lineOf(p: Progress): StreamLine {
  const { n, file } = p;
  if (p.state !== 'done') return { n, file, state: p.state, words: p.state === 'reading' ? '正在读' : '读好了，等着对照' };
  if (!p.result.readable) return { n, file, state: 'unread', words: `读不出来：${p.result.message}` };
  return { n, file, state: 'done', words: `查完：${countsText(p.result.findings, p.result.reading.doubts.length)}` };
}
