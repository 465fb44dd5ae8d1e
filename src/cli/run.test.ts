import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { harmless } from './run.ts';

describe('standard output', () => {
  it('whose reader has left ends the program without a word', async () => {
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../main.ts'), 'rules']);
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text));
    const [code] = await once(child, 'close');
    expect([said, code]).toEqual(['', 70]);
  });
});

describe('what a terminal would obey', () => {
  const said = async (...args: string[]) => {
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../main.ts'), ...args]);
    let text = '';
    child.stderr.on('data', (more: Buffer) => (text += more));
    const [code] = await once(child, 'close');
    return [text, code] as const;
  };

  it.each([
    ['\u001b[2Jcheck'],
    ['check', '\u001b]0;owned\u0007.docx'],
    ['fee', '--items', '\u009b31m'],
    ['compile', '--registers', '\u001b[31mx', '--agency', 'cyz', '--year', '2023'],
  ])('in an argument is not passed on: %j %j', async (...args) => {
    const [text, code] = await said(...args.filter((a) => a !== undefined));
    expect([text.includes('\ufffd'), /[\u001b\u0007\u009b]/.test(text), code !== 0]).toEqual([true, false, true]);
  });

  it('is shown as a mark; lines, tabs and Chinese stay', () => {
    expect(harmless('第一行\n\t朝阳镇\r\u001b[31m\u202e.docx')).toBe('第一行\n\t朝阳镇\r\ufffd[31m\ufffd.docx');
  });
});
