import { type ChildProcess, fork } from 'node:child_process';
import { environmentFaces, type Faces } from '../fonts/faces.ts';
import { charactersOf, thinCharacters, unprintable } from './characters.ts';
import type { Answer, Job, PdfStandard } from './messages.ts';

export interface TypstOptions {
  /** PDF/UA-1 unless said otherwise. */
  readonly standard?: PdfStandard;
  /** Milliseconds the document may take once its turn has come; 30 s unless said otherwise. */
  readonly timeoutMs?: number;
  /** The fonts of the GONGKAI_FONTS setting unless said otherwise. */
  readonly faces?: Faces;
}

/** A document that could not be made; `message` is for people, `detail` for the log. */
export class TypstError extends Error {
  readonly detail: string;

  constructor(message: string, detail: string) {
    super(message);
    this.name = 'TypstError';
    this.detail = detail;
  }
}

interface Waiting {
  readonly job: Job;
  readonly timeoutMs: number;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (fault: TypstError) => void;
}

const WORKER = new URL('./worker.ts', import.meta.url);
const DEFAULT_TIMEOUT_MS = 30_000;
/** The worker ends after this long without work, and its memory with it. */
const IDLE_MS = 60_000;

let worker: ChildProcess | null = null;
let running: Waiting | null = null;
let timer: NodeJS.Timeout | null = null;
let lastId = 0;
const queue: Waiting[] = [];

function settle(act: (waiting: Waiting) => void): void {
  const done = running;
  running = null;
  if (timer) clearTimeout(timer);
  timer = null;
  if (done) act(done);
  next();
}

function stop(): void {
  const old = worker;
  worker = null;
  old?.kill('SIGKILL');
}

function started(): ChildProcess {
  if (worker) return worker;
  const child = fork(WORKER, [], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.on('message', (message: Answer) => {
    if (message.id !== running?.job.id) return;
    settle((w) =>
      'pdf' in message
        ? w.resolve(new Uint8Array(message.pdf))
        : w.reject(new TypstError('文件没有生成，请把这一情况告诉维护人员。', message.fault)),
    );
  });
  const ended = (why: string) => {
    if (worker !== child) return;
    worker = null;
    settle((w) => w.reject(new TypstError('生成文件的程序意外停止，请重试。', why)));
  };
  child.on('exit', (code, signal) => ended(`worker ended: ${signal ?? code}`));
  child.on('error', (fault) => ended(fault.message));
  worker = child;
  return child;
}

function next(): void {
  if (running) return;
  const waiting = queue.shift();
  if (!waiting) {
    rest();
    return;
  }
  running = waiting;
  const child = started();
  child.ref();
  child.channel?.ref();
  timer = setTimeout(() => {
    stop();
    settle((w) => w.reject(new TypstError(`生成文件超过${Math.ceil(w.timeoutMs / 1000)}秒，已停止。请缩短正文后重试。`, 'timeout')));
  }, waiting.timeoutMs);
  child.send(waiting.job);
}

/** Nothing to do: the worker no longer keeps the process alive, and ends itself after a while. */
function rest(): void {
  worker?.unref();
  worker?.channel?.unref();
  timer = setTimeout(stop, IDLE_MS);
  timer.unref();
}

/**
 * Compiles a typst template to a tagged PDF. `data` becomes JSON that the template reads with `json(bytes(sys.inputs.data))`; the chains of fonts stand in
 * `sys.inputs.fonts`; `gb9704.typ` can be imported. One document at a time, in the order asked. Rejects with TypstError, and with
 * MissingCharacters where the data has characters no font can print.
 */
export function compileTypst(template: string, data: unknown, options: TypstOptions = {}): Promise<Uint8Array> {
  const faces = options.faces ?? environmentFaces();
  const json = JSON.stringify(data);
  const characters = charactersOf(json);
  const missing = unprintable(characters, faces);
  if (missing) return Promise.reject(missing);
  const job: Job = {
    id: ++lastId,
    template,
    data: json,
    chains: faces.chains,
    thin: thinCharacters(characters, faces),
    folders: faces.folders,
    standard: options.standard ?? 'ua-1',
  };
  return new Promise((resolve, reject) => {
    queue.push({ job, timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS, resolve, reject });
    if (!running && timer) clearTimeout(timer);
    next();
  });
}

/** Ends the worker at once, for a clean stop; what waits is rejected. */
export function closeTypst(): void {
  stop();
  const abandoned = queue.splice(0);
  if (timer) clearTimeout(timer);
  timer = null;
  for (const w of [...(running ? [running] : []), ...abandoned]) w.reject(new TypstError('程序正在退出，文件没有生成。', 'closed'));
  running = null;
}

/** The worker's process id; null when none runs. */
export function typstWorker(): number | null {
  return worker?.pid ?? null;
}
