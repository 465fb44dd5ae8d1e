import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Expanded } from '#documents/reading/expand.ts';
import { readReportFile, type Unreadable } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';
import type { Job } from './worker.ts';

/** A file read, or why not. */
export interface ReadFile {
  readonly file: string;
  readonly reading: Reading | Unreadable;
}

/** A file that takes longer, or more memory, than this is given up; the others go on. */
const LONGEST_MS = 20_000;
const MEMORY_MB = 1024;
/** Up to this many files are read in this thread: starting others takes longer than reading them. */
const FEW = 3;
const MOST_WORKERS = 4;

function givenUp(why: 'tooLarge' | 'broken', message: string): Unreadable {
  return { readable: false, why, message };
}

/** One worker with the job it is at. */
class Reader {
  #worker: Worker | null = null;
  #done: (result: Reading | Unreadable) => void = () => {};

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    worker.on('message', (m: { reading: Reading | Unreadable }) => this.#done(m.reading));
    worker.on('error', (e: Error & { code?: string }) => {
      this.close();
      this.#done(
        e.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? givenUp('tooLarge', '文件展开后太大，已放弃；请只提供年报本身。')
          : givenUp('broken', '文件内容已损坏，读到一半无法继续；请重新导出后再试。'),
      );
    });
    return worker;
  }

  read(job: Job): Promise<Reading | Unreadable> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.close();
        this.#done(givenUp('tooLarge', `读了${LONGEST_MS / 1000}秒还没有读完，已放弃；请只提供年报本身，或另存为Word（.docx）再试。`));
      }, LONGEST_MS);
      this.#done = (result) => {
        clearTimeout(timer);
        this.#done = () => {};
        resolve(result);
      };
      worker.postMessage(job);
    });
  }

  close(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}

async function readHere(source: Expanded): Promise<ReadFile> {
  return { file: source.path, reading: 'bytes' in source ? await readReportFile(source.bytes, source.path) : source.unreadable };
}

/**
 * Reads files, many at a time where there are many, and gives them back in their order. One that breaks or stalls never stops the rest.
 * @param onRead called with the number read so far
 */
export async function readFiles(sources: AsyncIterable<Expanded>, onRead: (n: number) => void = () => {}): Promise<ReadFile[]> {
  const out: ReadFile[] = [];
  const readers = Array.from({ length: Math.min(MOST_WORKERS, Math.max(1, availableParallelism())) }, () => new Reader());
  const free = [...readers];
  const running = new Set<Promise<void>>();
  const waiting: Expanded[] = [];
  let count = 0;
  const finish = (index: number, read: ReadFile): void => {
    out[index] = read;
    onRead(++count);
  };
  const start = async (index: number, source: Expanded): Promise<void> => {
    if (!('bytes' in source)) return finish(index, { file: source.path, reading: source.unreadable });
    while (free.length === 0) await Promise.race(running);
    const reader = free.pop()!;
    const job = reader.read({ id: index, file: source.path, bytes: source.bytes }).then((reading) => {
      free.push(reader);
      running.delete(job);
      finish(index, { file: source.path, reading });
    });
    running.add(job);
  };
  let index = 0;
  try {
    for await (const source of sources) {
      if (index < FEW) waiting.push(source);
      else await start(index, source);
      index++;
    }
    const many = index > FEW;
    for (const [i, source] of waiting.entries()) {
      if (many) await start(i, source);
      else finish(i, await readHere(source));
    }
    await Promise.all(running);
    return out;
  } finally {
    for (const r of readers) r.close();
  }
}
