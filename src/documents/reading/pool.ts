import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Reading } from '#domain/report/model.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

/** A file's time; LibreOffice's own limit lies below it. */
const TIME_MS = 19_500;
/** What one thread may hold: objects, and buffers beside them. */
const HEAP_MB = 256;
const BUFFER_BYTES = 120_000_000;
/** What all threads may hold together, as they tell it: past it the largest begins again later, alone. */
const ALL_BYTES = 280_000_000;
/**
 * What the process may come to while files are read, and grow by whatever it already holds: what a parser keeps beside its objects
 * and buffers is told by nothing else.
 */
const PROCESS_BYTES = 600_000_000;
const GROWTH_BYTES = 200_000_000;
/** Where the process holds more, no file is begun beside another; and where it holds still more, none is read beside another. */
const BESIDE_BYTES = 300_000_000;
const PAIR_BYTES = 420_000_000;
/** A thread that holds more when its file is read is ended, not kept for the next. */
const KEPT_BYTES = 80_000_000;
const WATCH_MS = 40;
const IDLE_MS = 20_000;

const LATE = '读取超过20秒，文件可能已损坏或过于复杂；请另存为Word（.docx）或文本再提供。';
const HEAVY = '读取所需的内存过大，文件可能已损坏或是恶意的；请另存为Word（.docx）或文本再提供。';
const DIED = '文件内容已损坏，无法读取；请重新导出后再试。';

interface Job {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly done: (result: Reading | Unreadable) => void;
  /** It once held more than its share: nothing else is read beside it. */
  readonly alone?: boolean;
}

/** A job on its thread, with the bytes the thread holds and a way to begin it again later. */
interface Running {
  readonly alone: boolean;
  held: number;
  readonly again: () => void;
}

const waiting: Job[] = [];
const idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
const running = new Set<Running>();

/** Reads a file in a thread of its own, bounded in time and memory; as many at once as there are processors, four at most. */
export function readApart(bytes: Uint8Array, name: string): Promise<Reading | Unreadable> {
  const { promise, resolve } = Promise.withResolvers<Reading | Unreadable>();
  waiting.push({ bytes, name, done: resolve });
  next();
  return promise;
}

function next(): void {
  const job = waiting[0];
  if (!job || running.size >= Math.min(4, availableParallelism())) return;
  const crowded = process.memoryUsage.rss() > BESIDE_BYTES;
  if (running.size > 0 && (job.alone || crowded || [...running].some((r) => r.alone))) return;
  waiting.shift();
  void run(job).then((result) => {
    if (result === 'again') waiting.push({ ...job, alone: true });
    else job.done(result);
    next();
  });
  next();
}

/** What the process held when last a file began with no other under way. */
let before = 0;

/** Begins the job of the thread that holds most again, where all hold too much together; true where one alone does. */
function tooMuch(): boolean {
  const all = [...running];
  const rss = process.memoryUsage.rss();
  if (all.length < 2) return rss > Math.max(PROCESS_BYTES, before + GROWTH_BYTES);
  if (rss > PAIR_BYTES || all.reduce((n, r) => n + r.held, 0) > ALL_BYTES) all.reduce((most, r) => (r.held > most.held ? r : most)).again();
  return false;
}

function take(): Worker {
  const ready = idle.pop();
  if (ready) {
    clearTimeout(ready.timer);
    return ready.worker;
  }
  return new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 24 },
  });
}

function rest(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    const at = idle.findIndex((i) => i.worker === worker);
    if (at >= 0) idle.splice(at, 1);
    void worker.terminate();
  }, IDLE_MS).unref();
  idle.push({ worker, timer });
}

function run({ bytes, name, alone = false }: Job): Promise<Reading | Unreadable | 'again'> {
  const { promise, resolve } = Promise.withResolvers<Reading | Unreadable | 'again'>();
  if (running.size === 0) before = process.memoryUsage.rss();
  const worker = take();
  worker.ref();
  const own: Running = { alone, held: 0, again: () => finish('again', false) };
  running.add(own);
  let over = false;
  const finish = (result: Reading | Unreadable | 'again', keep: boolean): void => {
    if (over) return;
    over = true;
    clearTimeout(clock);
    clearInterval(watch);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    const end = (): void => {
      running.delete(own);
      resolve(result);
    };
    if (keep && own.held < KEPT_BYTES) {
      rest(worker);
      end();
    } else {
      // Its memory is free only once it has ended.
      void worker
        .on('error', () => undefined)
        .terminate()
        .then(end, end);
    }
  };
  const clock = setTimeout(() => finish(unreadable('broken', LATE), false), TIME_MS);
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(
      (s) => {
        own.held = s.total_heap_size + s.external_memory;
        if (s.external_memory > BUFFER_BYTES || tooMuch()) finish(unreadable('tooLarge', HEAVY), false);
      },
      () => undefined,
    );
  }, WATCH_MS);
  const onMessage = (result: Reading | Unreadable): void => finish(result, true);
  const onError = (fault: NodeJS.ErrnoException): void => {
    finish(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unreadable('tooLarge', HEAVY) : unreadable('broken', DIED), false);
  };
  const onExit = (): void => finish(unreadable('broken', DIED), false);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  // A copy of its own: a view would drag the whole archive it lies in along.
  const copy = new Uint8Array(bytes);
  worker.postMessage({ bytes: copy, name }, [copy.buffer]);
  return promise;
}
