import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOut } from './writeOut.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-out-'));
  writeFileSync(join(folder, '年报.txt'), '原文');
  mkdirSync(join(folder, '子'));
  symlinkSync(join(folder, '年报.txt'), join(folder, '链接.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what was made is written', () => {
  it('beside what was read, and over an older one', async () => {
    for (const made of ['一', '二']) {
      await writeOut(folder, '结果.txt', made, ['年报.txt']);
      expect(readFileSync(join(folder, '结果.txt'), 'utf8')).toBe(made);
    }
  });

  it.each(['年报.txt', './子/../年报.txt', '链接.txt'])('never over the file it was made from: %s', async (path) => {
    await expect(writeOut(folder, path, '结果', ['年报.txt'])).rejects.toThrow(`不能写到“${path}”：这是要读的原文件，请换一个文件名。`);
    expect(readFileSync(join(folder, '年报.txt'), 'utf8')).toBe('原文');
  });

  it.each([
    ['没有/结果.txt', '没有这个文件夹'],
    ['子', '这是一个文件夹'],
    ['年报.txt/结果.txt', '没有这个文件夹'],
  ])('%s: not, and why is said', async (path, why) =>
    expect(writeOut(folder, path, '结果')).rejects.toThrow(`不能写到“${path}”：${why}。`),
  );
});
