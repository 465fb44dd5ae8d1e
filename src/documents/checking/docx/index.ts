import { strToU8, zipSync } from 'fflate';
import { sniff } from '../../reading/sniff.ts';
import type { Checked, Result } from '../result.ts';
import { annotateDocx } from './annotate.ts';
import { generatedDocx } from './generated.ts';
import { remarksOf } from './remarks.ts';

/** A report with its findings and doubts as Word comments: the office's own file where it is a DOCX, else a new one of what was read. */
export async function asDocx(checked: Checked, bytes: Uint8Array | null): Promise<Uint8Array> {
  const { cellLines } = checked.reading;
  if (bytes && sniff(bytes) === 'docx') {
    const remarks = remarksOf(checked, { cell: (key) => cellLines?.[key], line: (line) => line.n });
    const own = annotateDocx(bytes, remarks);
    if (own) return own;
  }
  const { bytes: made, places } = await generatedDocx(checked);
  const annotated = annotateDocx(made, remarksOf(checked, places));
  if (!annotated) throw new Error('a generated document could not be annotated');
  return annotated;
}

function memberName(file: string, used: Set<string>): string {
  const parts = file.replaceAll('\\', '/').split('/');
  const stem = parts
    .filter((p) => p !== '' && p !== '.' && p !== '..')
    .join('_')
    .replace(/[\p{Cc}<>:"|?*]/gu, '_');
  const base = stem.replace(/\.docx$/i, '').slice(-120) || '年报';
  let name = `${base}.docx`;
  for (let n = 2; used.has(name.toLowerCase()); n++) name = `${base}（${n}）.docx`;
  used.add(name.toLowerCase());
  return name;
}

/**
 * Many reports in one ZIP, a DOCX each; files that could not be read are told in a text beside them.
 * @param files the results' own files in their order, null where one is no longer at hand
 */
export async function asDocxZip(results: readonly Result[], files: AsyncIterable<Uint8Array | null>): Promise<Uint8Array> {
  const used = new Set<string>();
  const members: Record<string, Uint8Array> = {};
  const own = files[Symbol.asyncIterator]();
  for (const r of results) {
    const next = await own.next();
    if (r.readable) members[memberName(r.file, used)] = await asDocx(r, next.done ? null : next.value);
  }
  const unread = results.flatMap((r) => (r.readable ? [] : [`${r.file}：${r.message}`]));
  if (unread.length > 0) members['读不了的文件.txt'] = strToU8(`${unread.join('\n')}\n`);
  return zipSync(members, { level: 0 });
}
