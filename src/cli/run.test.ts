import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

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
