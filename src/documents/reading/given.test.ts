import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expandPath } from './expand.ts';
import { givenFile } from './given.ts';

let folder: string;
const servers: Server[] = [];
const devices = process.platform !== 'win32';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-given-'));
  mkdirSync(join(folder, '年报', '里'), { recursive: true });
  writeFileSync(join(folder, '年报', 'a.txt'), '年报');
  if (!devices) return;
  for (const path of [join(folder, '插口'), join(folder, '年报', '插口')]) {
    const server = createServer();
    await new Promise<void>((done) => server.listen(path, done));
    servers.push(server);
  }
  symlinkSync(join(folder, '年报'), join(folder, '链接'));
  symlinkSync(join(folder, '年报'), join(folder, '年报', '里', '回到上面'));
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

async function expanded(path: string): Promise<string[]> {
  const out: string[] = [];
  for await (const e of expandPath('x', path)) out.push('bytes' in e ? e.path : `${e.path} ${e.unreadable.why} ${e.unreadable.message}`);
  return out;
}

describe('what somebody names to be read', () => {
  it('is read where it is a file', async () => expect((await givenFile(join(folder, '年报', 'a.txt'))).toString()).toBe('年报'));

  it.runIf(devices)('is not opened where it gives bytes without end, or none ever', async () => {
    for (const path of ['/dev/zero', join(folder, '插口')]) {
      await expect(givenFile(path)).rejects.toMatchObject({ code: '不是普通文件' });
      expect(await expanded(path)).toEqual(['x unsupported 这不是普通文件（是设备或管道）；请给出年报文件。']);
    }
  });

  it.runIf(devices)('a folder is walked, also by a link to it; what is no file and links in it are passed over, rings too', async () => {
    expect(await expanded(join(folder, '年报'))).toEqual(['x/a.txt']);
    expect(await expanded(join(folder, '链接'))).toEqual(['x/a.txt']);
  });
});
