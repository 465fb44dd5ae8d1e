import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fold } from '#domain/search/fold.ts';
import type { SearchDocument } from '#domain/search/index.ts';

/** A groonga server with the same folded texts under a bigram index. */
export interface Groonga {
  search(term: string): Promise<number>;
  close(): Promise<void>;
}

const PROGRAM = 'groonga';
const PORT = 10_941;
const BATCH = 2000;

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(PROGRAM, args, { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`groonga ${args.at(-1)?.slice(0, 60)}: ${code}`);
}

const present = (): boolean => (process.env['PATH'] ?? '').split(':').some((p) => existsSync(join(p, PROGRAM)));

/** Brings groonga with apt where it is missing and we may; false where it cannot be had. */
export async function haveGroonga(): Promise<boolean> {
  if (present()) return true;
  if (process.getuid?.() !== 0) return false;
  const child = spawn(
    'sh',
    ['-c', 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends groonga-bin'],
    {
      stdio: 'ignore',
    },
  );
  await once(child, 'exit');
  return present();
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`);
  return response.json();
}

/** Loads the documents and starts the server. */
export async function openGroonga(count: number, make: (i: number) => SearchDocument): Promise<Groonga> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-groonga-'));
  const db = join(folder, 'db');
  const commands = [
    'table_create Docs TABLE_NO_KEY',
    'column_create Docs text COLUMN_SCALAR LongText',
    'column_create Docs at COLUMN_SCALAR Time',
  ];
  await run(['-n', db, 'status']);
  for (const c of commands) await run([db, ...c.split(' ')]);
  for (let i = 0; i < count; i += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - i) }, (_, j) => {
      const d = make(i + j);
      return {
        text: `${fold(d.title)}\n${fold(d.listed.index)}\n${fold(d.listed.documentNumber)}\n${fold(d.body)}`,
        at: Date.parse(d.publishedAt) / 1000,
      };
    });
    const file = join(folder, 'load.grn');
    await writeFile(file, `load --table Docs\n${JSON.stringify(rows)}\n`);
    await run(['--file', file, db]);
  }
  // As groonga advises: the index is made after the data. Bigrams of every character, as ours.
  for (const c of [
    'table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigramSplitSymbolAlphaDigit',
    'column_create Terms docs COLUMN_INDEX|WITH_POSITION Docs text',
  ])
    await run([db, ...c.split(' ')]);
  const server: ChildProcess = spawn(PROGRAM, ['--protocol', 'http', '--port', String(PORT), '-s', db], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    if (
      await get('/d/status').then(
        () => true,
        () => false,
      )
    )
      break;
    await sleep(100);
  }
  return {
    async search(term) {
      const query = new URLSearchParams({
        table: 'Docs',
        match_columns: 'text',
        query: `"${term}"`,
        sort_keys: '-at',
        output_columns: '_id,at,text',
        limit: '20',
        cache: 'no',
      });
      const [, [[[total]]]] = (await get(`/d/select?${query}`)) as [unknown, [[[number]]]];
      return total;
    },
    async close() {
      server.kill('SIGTERM');
      await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
