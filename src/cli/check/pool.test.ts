import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Expanded } from '#documents/reading/expand.ts';
import { readReportFile } from '#documents/reading/read.ts';
import { readFiles } from './pool.ts';

const REAL = join(import.meta.dirname, '../../../test/fixtures/reports/real');

async function* given(files: readonly Expanded[]): AsyncGenerator<Expanded> {
  yield* files;
}

describe('许多文件一起读', () => {
  it('结果与逐个读相同，次序不变；读不了的不影响别的', async () => {
    const names = (await readdir(REAL)).filter((n) => n.startsWith('jtj') || n.startsWith('region'));
    const files: Expanded[] = await Promise.all(names.map(async (n) => ({ path: n, bytes: await readFile(join(REAL, n)) })));
    files.splice(2, 0, { path: 'broken.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) });
    files.splice(5, 0, { path: 'gone.txt', unreadable: { readable: false, why: 'broken', message: '找不到这个文件' } });
    let last = 0;
    const read = await readFiles(given(files), (n) => {
      expect(n).toBe(++last);
    });
    expect(read.map((r) => r.file)).toEqual(files.map((f) => f.path));
    expect(last).toBe(files.length);
    for (const [i, r] of read.entries()) {
      const source = files[i]!;
      expect(r.reading, r.file).toEqual('bytes' in source ? await readReportFile(source.bytes, source.path) : source.unreadable);
    }
  });
});
