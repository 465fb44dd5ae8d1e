import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** What a command line printed and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Shell {
  /** Runs `gongkai` with these arguments, in a folder of its own. */
  run(...args: string[]): Promise<Ran>;
  /** The same; its standard output, which must be one JSON value and a newline. */
  json<T>(...args: string[]): Promise<T & { readonly code: number }>;
  /** Writes a file (anything but text as JSON) and gives its name. */
  file(content: unknown): string;
}

/** A caller's folder for one test file, gone when its tests are over. */
export function shell(): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  let files = 0;
  afterAll(() => rmSync(folder, { recursive: true }));
  const ran = async (...args: string[]): Promise<Ran> => {
    let out = '';
    let err = '';
    const io = { cwd: folder, out: (t: string) => void (out += t), err: (t: string) => void (err += t) };
    return { code: await run(args, io), out, err };
  };
  return {
    run: ran,
    json: async <T>(...args: string[]) => {
      const { code, out } = await ran(...args);
      if (!out.endsWith('\n') || out.slice(0, -1).includes('\n')) throw new Error(`not one line: ${out}`);
      return Object.assign(JSON.parse(out) as T & { code: number }, { code });
    },
    file: (content) => {
      const name = `${++files}.json`;
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
      return name;
    },
  };
}
