import { parentPort, Worker } from 'node:worker_threads';

/** What a thread may take: milliseconds, megabytes of objects, megabytes of buffers beside them. */
export interface Bounds {
  readonly timeMs: number;
  readonly heapMb: number;
  readonly bufferMb: number;
}

/** What a thread made, or why it was ended: past its time, past its memory, or by a fault of its own. */
export type Made<T> = { readonly made: T } | { readonly stopped: 'late' | 'heavy' | 'died' };

/** A file and what else the work needs to know of it. */
interface Job<A> {
  readonly bytes: Uint8Array;
  readonly about: A;
}

/** Threads at once; whatever comes meanwhile waits, and its time begins when its thread does. */
const MOST = 2;
const WATCH_MS = 50;

let running = 0;
const waiting: (() => void)[] = [];

async function turn<T>(work: () => Promise<T>): Promise<T> {
  if (running < MOST) running++;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function run<T>(script: URL, job: Job<unknown>, bounds: Bounds, onPart: (part: never) => void): Promise<Made<T>> {
  const { promise, resolve } = Promise.withResolvers<Made<T>>();
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb, maxYoungGenerationSizeMb: 48 } });
  let over = false;
  const finish = (result: Made<T>): void => {
    if (over) return;
    over = true;
    clearTimeout(clock);
    clearInterval(watch);
    // Its memory is free only once it has ended.
    void worker.terminate().finally(() => resolve(result));
  };
  const clock = setTimeout(() => finish({ stopped: 'late' }), bounds.timeMs);
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(
      (held) => held.external_memory > bounds.bufferMb * 1_000_000 && finish({ stopped: 'heavy' }),
      () => undefined,
    );
  }, WATCH_MS);
  worker
    .on('message', (said: { readonly made: T } | { readonly part: never }) => {
      if (!('part' in said)) finish(said);
      else if (!over) onPart(said.part);
    })
    .on('error', (fault: NodeJS.ErrnoException) => finish({ stopped: fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'heavy' : 'died' }))
    .on('exit', () => finish({ stopped: 'died' }));
  // A copy of its own: a view would drag the whole upload it lies in along.
  const own = new Uint8Array(job.bytes);
  worker.postMessage({ ...job, bytes: own }, [own.buffer]);
  return promise;
}

/**
 * Has a file worked on in a thread of its own, bounded in time and memory: the server goes on answering meanwhile.
 * @param script a module that calls {@link answer}
 * @param onPart given what the work tells on its way; it is kept where the thread is ended
 */
export function apart<T, A = null, P = never>(
  script: URL,
  bytes: Uint8Array,
  about: A,
  bounds: Bounds,
  onPart: (part: P) => void = () => undefined,
): Promise<Made<T>> {
  return turn(() => run<T>(script, { bytes, about }, bounds, onPart));
}

/** In the thread: does the work and hands back what it makes. What it throws ends the thread. */
export function answer<A, P = never>(work: (bytes: Uint8Array, about: A, tell: (part: P) => void) => unknown): void {
  parentPort?.once('message', async ({ bytes, about }: Job<A>) => {
    parentPort?.postMessage({ made: await work(bytes, about, (part) => parentPort?.postMessage({ part })) });
  });
}
