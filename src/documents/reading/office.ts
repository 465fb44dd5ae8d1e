import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ReadingStopped } from './fault.ts';

const PROGRAMS = ['soffice', 'libreoffice'];
/** Ends before the reader's own time is up, so that nothing it started is left behind. */
const TIMEOUT_MS = 15_000;
const MOST_BYTES = 60_000_000;

/** True where LibreOffice is on the path. */
export function officeInstalled(): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return PROGRAMS.some((p) => folders.some((f) => existsSync(join(f, p))));
}

/** One conversion at a time: each takes a processor and 200 MB. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Turns an old office file into a new one with LibreOffice, in a folder and profile of its own, without macros or links, ended
 * with all it started when time is up.
 */
export function convertOffice(bytes: Uint8Array, from: string, to: 'docx' | 'xlsx'): Promise<Uint8Array> {
  const mine = turn.then(() => convert(bytes, from, to));
  turn = mine.catch(() => undefined);
  return mine;
}

async function convert(bytes: Uint8Array, from: string, to: 'docx' | 'xlsx'): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'));
  try {
    const source = join(folder, `in.${from}`);
    await writeFile(source, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = to === 'docx' ? 'docx:MS Word 2007 XML' : 'xlsx:Calc MS Excel 2007 XML';
    const args = [profile, '--headless', '--norestore', '--nolockcheck', '--convert-to', filter, '--outdir', folder, source];
    const outcome = await run(folder, args);
    const out = join(folder, `in.${to}`);
    const size = await stat(out).then(
      (s) => s.size,
      () => 0,
    );
    if (outcome === 'late') throw new ReadingStopped('broken', '旧格式文件转换超时，可能已损坏；请用文字处理软件打开后另存为.docx再提供。');
    if (size === 0) throw new ReadingStopped('broken', '旧格式文件转换不出来，可能已损坏或设有密码；请另存为.docx再提供。');
    if (size > MOST_BYTES) throw new ReadingStopped('tooLarge', '文件转换后太大；请只提供年报本身。');
    return await readFile(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, args: readonly string[]): Promise<'done' | 'late'> {
  for (const program of PROGRAMS) {
    const outcome = await tryProgram(folder, program, args);
    if (outcome !== 'absent') return outcome;
  }
  return 'done';
}

function tryProgram(folder: string, program: string, args: readonly string[]): Promise<'done' | 'late' | 'absent'> {
  const { promise, resolve } = Promise.withResolvers<'done' | 'late' | 'absent'>();
  const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' };
  const child = spawn(program, args, { cwd: folder, env, stdio: 'ignore', detached: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  }, TIMEOUT_MS);
  child.once('error', () => resolve('absent'));
  child.once('exit', () => resolve(late ? 'late' : 'done'));
  return promise.finally(() => clearTimeout(timer));
}
