import type { Reading } from '#domain/report/model.ts';
import { readPieces } from './assemble.ts';
import { undump } from './dump.ts';
import { piecesOfLines } from './textPieces.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

/** Reads a report from plain text: one cell a line, spaced, delimited by bars or tabs, or with its cells run together. */
export function readReportText(text: string): Reading | Unreadable {
  if (text.trim() === '') return unreadable('notAReport', '文件是空的，没有文字可读。');
  if (text.length > 5_000_000) return unreadable('tooLarge', '文字文件超过500万字，不像一份年报；请只上传年报本身。');
  const dump = undump(text);
  return readPieces(piecesOfLines(dump.lines), { title: dump.title, excerpt: dump.excerpt });
}
