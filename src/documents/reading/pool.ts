import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Reading } from '#domain/report/model.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

/** A file's time; LibreOffice's own limit lies below it. */
const TIME_MS = 19_500;
/** What one thread may hold: objects, and buffers beside them. Two such and the files under way stay below a gigabyte. */
const HEAP_MB = 300;
const BUFFER_BYTES = 150_000_000;
const WATCH_MS = 60;
const IDLE_MS = 20_000;

const LATE = '读取超过20秒，文件可能已损坏或过于复杂；请另存为Word（.docx）或文本再提供。';
const HEAVY = '读取所需的内存过大，文件可能已损坏或是恶意的；请另存为Word（.docx）或文本再提供。';
const DIED = '文件内容已损坏，无法读取；请重新导出后再试。';

interface Job {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly done: (result: Reading | Unreadable) => void;
}

const waiting: Job[] = [];
const idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
let running = 0;

/** Reads a file in a thread of its own, bounded in time and memory; as many at once as there are processors, four at most. */
export function readApart(bytes: Uint8Array, name: string): Promise<Reading | Unreadable> {
  const { promise, resolve } = Promise.withResolvers<Reading | Unreadable>();
  waiting.push({ bytes, name, done: resolve });
  next();
  return promise;
}

function next(): void {
  if (running >= Math.min(4, availableParallelism()) || waiting.length === 0) return;
  const job = waiting.shift()!;
  running++;
  void run(job).then((result) => {
    running--;
    job.done(result);
    next();
  });
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

function run({ bytes, name }: Job): Promise<Reading | Unreadable> {
  const { promise, resolve } = Promise.withResolvers<Reading | Unreadable>();
  const worker = take();
  worker.ref();
  let over = false;
  const finish = (result: Reading | Unreadable, keep: boolean): void => {
    if (over) return;
    over = true;
    clearTimeout(clock);
    clearInterval(watch);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    if (keep) rest(worker);
    else void worker.terminate();
    resolve(result);
  };
  const clock = setTimeout(() => finish(unreadable('broken', LATE), false), TIME_MS);
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(
      (s) => s.external_memory > BUFFER_BYTES && finish(unreadable('tooLarge', HEAVY), false),
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
  const own = new Uint8Array(bytes);
  worker.postMessage({ bytes: own, name }, [own.buffer]);
  return promise;
}
