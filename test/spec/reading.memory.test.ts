import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HOSTILE } from './hostileFiles.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
const SAMPLE = ['一百万格.html', '一百万个字块.pdf', '套三十万层.docx', '展开79兆的字.docx'];
const GIGABYTE_KB = 1024 * 1024;
const COMMAND = join(import.meta.dirname, '../../bin/gongkai.cjs');

/** A process and all it started, as Linux lists them. */
function family(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((t) =>
      readFileSync(`/proc/${pid}/task/${t}/children`, 'utf8').trim().split(/\s+/),
    );
    return [pid, ...children.filter(Boolean).flatMap((c) => family(Number(c)))];
  } catch {
    return [];
  }
}

function residentKb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

it('checking a folder of files made to exhaust memory stays below a gigabyte, all processes together', { timeout: 900_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-hostile-'));
  try {
    const files = Object.entries(HOSTILE).filter(([name]) => LONG || SAMPLE.includes(name));
    for (const [name, make] of files) await writeFile(join(folder, name), make());
    const child = spawn(process.execPath, [COMMAND, 'check', '--format', 'json', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(
        peak,
        family(child.pid!).reduce((kb, pid) => kb + residentKb(pid), 0),
      );
    }, 50);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearInterval(watch);
    if (LONG) console.log(`checking ${files.length} hostile files: at most ${Math.round(peak / 1024)} MB`);
    expect(code).toBe(2);
    expect(peak).toBeLessThan(GIGABYTE_KB);
  } finally {
    await rm(folder, { recursive: true });
  }
});
