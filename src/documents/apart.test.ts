import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { apart } from './apart.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-apart-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ANSWER = JSON.stringify(new URL('./apart.ts', import.meta.url).href);
/** A thread whose work is the given words of a function body. */
function thread(name: string, body: string): URL {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `import { answer } from ${ANSWER};\nanswer(async (bytes, about, tell) => { ${body} });\n`);
  return pathToFileURL(path);
}

const BOUNDS = { timeMs: 20_000, heapMb: 64, bufferMb: 64 };
const FILE = Uint8Array.of(1, 2, 3);

describe('work on a file, apart', () => {
  it('hands back what it made, tells parts on its way, and leaves the bytes where they were', async () => {
    const parts: number[] = [];
    const script = thread('made', 'tell(bytes[0]); tell(bytes[1]); return about + bytes.length;');
    const made = await apart<string, string, number>(script, FILE.subarray(1), '有', BOUNDS, (part) => parts.push(part));
    expect([made, parts, [...FILE]]).toEqual([{ made: '有2' }, [2, 3], [1, 2, 3]]);
  });

  it.each([
    ['never ends', 'for (;;);', 'late', { timeMs: 1_000 }],
    ['holds too many objects', 'const all = []; for (;;) all.push({ n: all.length });', 'heavy', {}],
    [
      'holds too large buffers',
      'globalThis.held = Buffer.alloc(80_000_000, 1); await new Promise((go) => setTimeout(go, 60_000));',
      'heavy',
      {},
    ],
    ['breaks', 'throw new Error("x");', 'died', {}],
    ['leaves', 'process.exit();', 'died', {}],
  ])('that %s is ended, and what it told before is kept', async (name, body, stopped, bounds) => {
    const parts: string[] = [];
    const script = thread(name.replaceAll(' ', ''), `tell('先'); await new Promise((go) => setTimeout(go, 50)); ${body}`);
    expect(await apart<never, null, string>(script, FILE, null, { ...BOUNDS, ...bounds }, (p) => parts.push(p))).toEqual({ stopped });
    expect(parts).toEqual(['先']);
  });

  it('waits its turn where much comes at once, and all is done', async () => {
    const script = thread('turns', 'return about;');
    const all = await Promise.all([1, 2, 3, 4, 5].map((n) => apart<number, number>(script, FILE, n, BOUNDS)));
    expect(all).toEqual([1, 2, 3, 4, 5].map((made) => ({ made })));
  });
});
