import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expandPath } from './expand.ts';
import { givenFile } from './given.ts';

let folder: string;
const pipes = process.platform !== 'win32';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-given-'));
  mkdirSync(join(folder, '年报', '里'), { recursive: true });
  writeFileSync(join(folder, '年报', 'a.txt'), '年报');
  if (!pipes) return;
  execFileSync('mkfifo', [join(folder, '管道'), join(folder, '年报', '管道')]);
  symlinkSync(join(folder, '年报'), join(folder, '链接'));
  symlinkSync(join(folder, '年报'), join(folder, '年报', '里', '回到上面'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function expanded(path: string): Promise<string[]> {
  const out: string[] = [];
  for await (const e of expandPath('x', path)) out.push('bytes' in e ? e.path : `${e.path} ${e.unreadable.why} ${e.unreadable.message}`);
  return out;
}

describe('what somebody names to be read', () => {
  it('is read where it is a file', async () => expect((await givenFile(join(folder, '年报', 'a.txt'))).toString()).toBe('年报'));

  it.runIf(pipes)('is not opened where it gives bytes without end, or none ever', async () => {
    for (const path of ['/dev/zero', join(folder, '管道')]) {
      await expect(givenFile(path)).rejects.toMatchObject({ code: '不是普通文件' });
      expect(await expanded(path)).toEqual(['x unsupported 这不是普通文件（是设备或管道）；请给出年报文件。']);
    }
  });

  it.runIf(pipes)('a folder is walked, also by a link to it; pipes and links in it are passed over, rings too', async () => {
    expect(await expanded(join(folder, '年报'))).toEqual(['x/a.txt']);
    expect(await expanded(join(folder, '链接'))).toEqual(['x/a.txt']);
  });
});
