import { useRef, useState } from 'react';
import type { CheckAnswer } from '../../../web/api/checkTypes.ts';
import { useSession } from '../../shell/session.ts';
import { sendFile } from './upload.ts';

/** One file on its way, with its own line. */
export interface Job {
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed' | 'stopped';
  readonly words: string;
  /** The checks it became; a ZIP becomes several. */
  readonly checks: CheckAnswer['checks'];
}

export const LIMITS = { files: 300, fileBytes: 30 * 1024 * 1024 } as const;
const AT_ONCE = 2;
const TRIES = 5;

/** What stands against sending these files, in words; empty: nothing. */
export function refusedFiles(files: readonly File[]): string[] {
  const large = files.filter((f) => f.size > LIMITS.fileBytes).map((f) => `“${f.name}”超过30 MB，请只提供年报本身。`);
  const empty = files.filter((f) => f.size === 0).map((f) => `“${f.name}”是空的，请重新选。`);
  const many = files.length > LIMITS.files ? [`一次最多${LIMITS.files}个文件，现在选了${files.length}个，请分几次。`] : [];
  return [...many, ...large, ...empty];
}

function yearIn(name: string): string {
  return /(?:19|20)\d\d/.exec(name)?.[0] ?? '9999';
}

function doneWords({ checks, again }: CheckAnswer): string {
  const [one] = checks;
  const more =
    again.length > 0
      ? `；${again.map((c) => (c.unit === null || c.year === null ? `“${c.file}”` : `${c.unit}${c.year}年的年报`)).join('、')}已和它对照，重查了一次`
      : '';
  if (!one) return '里面没有可以查的文件';
  if (checks.length > 1) {
    const bad = checks.filter((c) => c.unread !== null).length;
    return `${checks.length}份查完${bad > 0 ? `，其中${bad}份读不出来` : ''}${more}`;
  }
  if (one.unread !== null) return `读不出来：${one.unread}`;
  const { error, warning, info } = one.counts;
  const counts =
    error + warning + info > 0
      ? `必须改 ${error} · 建议改 ${warning} · 可不改 ${info}`
      : one.doubts > 0
        ? '读出的数没有发现问题'
        : '没有发现问题';
  const doubts = one.doubts > 0 ? `，${one.doubts}处读不准，要对照原件` : '';
  const since = one.since && !one.same ? `（改好${one.since.fixed}，新出现${one.since.added}，还在${one.since.still}）` : '';
  return `${one.same ? '和上次是同一份文件，结果没有变：' : '查完：'}${counts}${doubts}${since}${more}`;
}

/** Sends files one by one, two at a time, each with its own state. */
export function useUploads(onDone: () => void) {
  const { agency, me } = useSession();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const stopper = useRef<AbortController | null>(null);
  const set = (at: number, change: Partial<Job>) => setJobs((all) => all.map((j, i) => (i === at ? { ...j, ...change } : j)));

  async function sendOne(file: File, at: number, level: string, signal: AbortSignal): Promise<void> {
    const fields = { agency: agency.agency, ...(level && { level }) };
    const onPart = (part: number) =>
      set(at, part >= 1 ? { state: 'reading', words: '正在读' } : { state: 'sending', words: `正在上传 ${Math.floor(part * 100)}%` });
    for (let tries = 0; tries < TRIES && !signal.aborted; tries++) {
      const sent = await sendFile(file, { fields, csrf: me.csrf }, onPart, signal);
      if ('wait' in sent) {
        set(at, { state: 'waiting', words: `提交得太快，${sent.wait}秒后接着查` });
        await new Promise((go) => setTimeout(go, sent.wait * 1000));
        continue;
      }
      if ('stopped' in sent) break;
      if ('problem' in sent) return set(at, { state: 'failed', words: `没有查成：${sent.problem}` });
      const unread = sent.answer.checks.every((c) => c.unread !== null);
      return set(at, { state: unread ? 'failed' : 'done', words: doneWords(sent.answer), checks: sent.answer.checks });
    }
    set(at, { state: 'stopped', words: '没有查' });
  }

  async function start(picked: readonly File[], level: string): Promise<void> {
    // Earlier years first: next year's report is compared with them.
    const files = [...picked].sort((a, b) => yearIn(a.name).localeCompare(yearIn(b.name)));
    const controller = new AbortController();
    stopper.current = controller;
    setJobs(files.map((f) => ({ name: f.name, state: 'waiting', words: '等着上传', checks: [] })));
    let next = 0;
    const worker = async () => {
      for (let at = next++; at < files.length; at = next++) await sendOne(files[at] as File, at, level, controller.signal);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    stopper.current = null;
    onDone();
  }

  const left = jobs.filter((j) => j.state === 'waiting' || j.state === 'sending' || j.state === 'reading').length;
  return { jobs, left, start, stop: () => stopper.current?.abort(), clear: () => setJobs([]) };
}
