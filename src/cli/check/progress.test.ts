import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressOf } from './progress.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-progress-'));
  for (let i = 0; i < 6; i++) await writeFile(join(folder, `${i}.txt`), '');
  await writeFile(join(folder, '.DS_Store'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function said(args: string[], terminal: boolean, upTo: number): Promise<string[]> {
  const out: string[] = [];
  const io = { cwd: folder, out: () => expect.unreachable(), err: (t: string) => void out.push(t) };
  const progress = await progressOf(args, io, terminal);
  for (let n = 1; n <= upTo; n++) progress.read(n);
  progress.end();
  return out;
}

describe('进度', () => {
  it('终端上是一条，读到第几个、共几个；系统留下的文件不算', async () => {
    const lines = await said(['.'], true, 6);
    expect(lines[0]).toBe(`\r[${'#'.repeat(5)}${'.'.repeat(25)}] 已读1/6个文件`);
    expect(lines.slice(-2)).toEqual([`\r[${'#'.repeat(30)}] 已读6/6个文件`, '\n']);
  });

  it('不是终端时每25个一行，没有回车符', async () => {
    expect(await said(['.'], false, 50)).toEqual(['已读25个文件\n', '已读50个文件\n']);
    expect(await said(['.'], false, 24)).toEqual([]);
  });

  it('五个以内不说', async () => {
    expect(await said(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt'], true, 5)).toEqual([]);
  });
});
