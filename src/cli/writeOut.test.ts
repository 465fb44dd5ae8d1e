import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PlainFault } from '#lib/fault.ts';
import { UsageError } from './command.ts';
import { writeOut } from './writeOut.ts';

/** What a machine does in place of writing the whole: half of it, and a fault. */
const breaks = vi.hoisted(() => ({ with: '' }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const writeFile: typeof real.writeFile = async (to, made, options) => {
    if (!breaks.with) return real.writeFile(to, made, options);
    await real.writeFile(to, String(made).slice(0, 1), options);
    throw Object.assign(new Error(`${breaks.with}: write`), { code: breaks.with });
  };
  return { ...real, writeFile };
});

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

describe('a machine that cannot write', () => {
  it.each([
    ['ENOSPC', '磁盘已满，请清出空间后再试', PlainFault],
    ['EDQUOT', '磁盘配额已用完，请清出空间后再试', PlainFault],
    ['EIO', '磁盘读写出错，请检查磁盘', PlainFault],
    ['ESTALE', '系统报告 ESTALE，请检查磁盘或换一个位置', PlainFault],
    ['EROFS', '没有写入的权限', UsageError],
    ['EACCES', '没有写入的权限', UsageError],
  ])('%s: it is said, the older file stays whole, and nothing half-written is left', async (code, why, kind) => {
    const own = mkdtempSync(join(folder, '满'));
    await writeOut(own, '结果.txt', '原来的');
    breaks.with = code;
    const faults = await Promise.all(['结果.txt', '新的.txt'].map((path) => writeOut(own, path, '新写的').catch((e: unknown) => e)));
    breaks.with = '';
    for (const fault of faults) {
      expect(fault).toBeInstanceOf(kind);
      expect(String(fault)).toContain(`.txt”：${why}。`);
    }
    expect(readdirSync(own)).toEqual(['结果.txt']);
    expect(readFileSync(join(own, '结果.txt'), 'utf8')).toBe('原来的');
  });
});

describe('a file that is there already', () => {
  it('keeps its permissions, and a link to it stays a link', async () => {
    const own = mkdtempSync(join(folder, '旧'));
    const file = join(own, '旧.txt');
    writeFileSync(file, '旧');
    chmodSync(file, 0o640);
    symlinkSync(file, join(own, '链接'));
    await writeOut(own, '链接', '新');
    expect(readFileSync(file, 'utf8')).toBe('新');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(own, '链接')).isSymbolicLink()).toBe(true);
    expect(readdirSync(own).toSorted()).toEqual(['旧.txt', '链接'].toSorted());
  });

  it('with a long name is written like any other', async () => {
    const name = `${'长'.repeat(80)}.txt`;
    await writeOut(folder, name, '一');
    expect(readFileSync(join(folder, name), 'utf8')).toBe('一');
    await expect(writeOut(folder, `${'长'.repeat(90)}.txt`, '一')).rejects.toThrow('文件名太长');
  });
});
