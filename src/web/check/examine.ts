import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { previousOf } from '#documents/checking/pairs.ts';
import type { Result } from '#documents/checking/result.ts';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { sniff } from '#documents/reading/sniff.ts';
import { check, follows, type Level } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';
import { BOUNDS, LONGEST_MS } from './bounds.ts';
import { type Source, sourcesIn } from './sources.ts';
import type { Upload } from './upload.ts';

/** What has become of the nth file so far. */
export type Progress =
  | { readonly n: number; readonly file: string; readonly state: 'reading' | 'read' }
  | { readonly n: number; readonly file: string; readonly state: 'done'; readonly result: Result };

export interface Orders {
  readonly level: Level | null;
  /** Last year's reports, handed in beside those to check. */
  readonly previous: readonly Upload[];
  /** Called as each file goes on. */
  readonly say: (progress: Progress) => void;
  /** Set: nothing more is begun. */
  readonly signal: AbortSignal;
}

/** A result, and the office's own Word file where it was one: the comments go into it. */
export interface Examined {
  readonly result: Result;
  readonly word: Uint8Array | null;
}

interface Read {
  readonly file: string;
  readonly reading: Reading;
  readonly word: Uint8Array | null;
}
type Unread = Extract<Result, { readable: false }>;

/** Why a file that was handed in twice is not checked twice. */
export const SAME = 'same';

/** Files under way at once; the reader itself bounds how many it opens. */
const AT_ONCE = 4;

function unread(file: string, why: string, message: string): Unread {
  return { file, readable: false, why, message };
}

async function readOne(source: Source, seen: Map<string, string>, late: boolean): Promise<Read | Unread> {
  const { file } = source;
  if (!('bytes' in source)) return unread(file, source.why, source.message);
  const digest = createHash('sha256').update(source.bytes).digest('hex');
  const twin = seen.get(digest);
  if (twin !== undefined) return unread(file, SAME, `和“${twin}”是同一份文件，没有重复查。`);
  seen.set(digest, file);
  if (late) return unread(file, 'tooLarge', '这次检查超过3分钟，这一份起没有查，请分批提交。');
  const reading = await readReportFile(source.bytes, file);
  if (isUnreadable(reading)) return unread(file, reading.why, reading.message);
  return { file, reading, word: sniff(source.bytes) === 'docx' ? source.bytes : null };
}

async function readAll(uploads: readonly Upload[], { say, signal }: Pick<Orders, 'say' | 'signal'>): Promise<(Read | Unread)[]> {
  const began = performance.now();
  const out: (Read | Unread)[] = [];
  const seen = new Map<string, string>();
  const running = new Set<Promise<void>>();
  let kept = 0;
  let n = 0;
  for (const source of sourcesIn(uploads)) {
    while (running.size >= AT_ONCE) await Promise.race(running);
    if (signal.aborted) break;
    const at = n++;
    say({ n: at, file: source.file, state: 'reading' });
    const job = readOne(source, seen, performance.now() - began > LONGEST_MS).then((one) => {
      running.delete(job);
      const word = 'word' in one && one.word !== null && kept + one.word.length <= BOUNDS.allBytes ? one.word : null;
      kept += word?.length ?? 0;
      out[at] = 'word' in one ? { ...one, word } : one;
      say('word' in one ? { n: at, file: one.file, state: 'read' } : { n: at, file: one.file, state: 'done', result: one });
    });
    running.add(job);
  }
  await Promise.all(running);
  return out;
}

/** Last year's report given by hand: one alone is taken for every report it precedes by a year, several are told apart by their units. */
function given(reading: Reading, all: readonly Read[]): Read | undefined {
  const own = previousOf(
    reading,
    all.map((r) => r.reading),
  );
  const [only] = all;
  return all.find((r) => r.reading === own) ?? (all.length === 1 && only && follows(only.reading, reading) ? only : undefined);
}

/**
 * Reads and checks what was handed in; a file that can't be read never stops the others. Last year's report of the same unit is
 * found among them where none was given. Nothing is written anywhere.
 * @returns the results in the order of the files, and what to tell of the report of last year
 */
export async function examine(uploads: readonly Upload[], orders: Orders): Promise<{ results: Examined[]; notes: string[] }> {
  const notes: string[] = [];
  const before: Read[] = [];
  for (const one of await readAll(orders.previous, { say: () => {}, signal: orders.signal })) {
    if ('reading' in one) before.push(one);
    else notes.push(`上年的年报“${one.file}”读不出来，没有用来对照：${one.message}`);
  }
  const read = await readAll(uploads, orders);
  const readings = read.flatMap((r) => ('reading' in r ? [r.reading] : []));
  const results: Examined[] = [];
  for (const [n, r] of read.entries()) {
    if (!('reading' in r)) {
      results.push({ result: r, word: null });
      continue;
    }
    if (orders.signal.aborted) break;
    // Rules are run here, between two requests' turns.
    await setImmediate();
    const own = previousOf(r.reading, readings);
    const previous = given(r.reading, before) ?? read.find((x): x is Read => 'reading' in x && x.reading === own);
    const findings = check(r.reading, { previous: previous?.reading ?? null, ...(orders.level && { level: orders.level }) });
    const result: Result = { file: r.file, readable: true, reading: r.reading, findings, ...(previous && { previousFile: previous.file }) };
    results.push({ result, word: r.word });
    orders.say({ n, file: r.file, state: 'done', result });
  }
  const used = new Set(results.map(({ result }) => (result.readable ? result.previousFile : undefined)));
  for (const { file, reading } of before)
    if (!used.has(file)) notes.push(`“${file}”是${reading.report.year ?? '不知哪一'}年度的，不是所查年报的上一年度，没有用来对照。`);
  return { results, notes };
}
