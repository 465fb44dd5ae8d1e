import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SYSTEM } from '#domain/people/actor.ts';
import { openApplication } from '../application.ts';
import { configFrom } from '../config.ts';
import { serverOwner } from './embedded/owner.ts';
import { findPlaces } from './embedded/places.ts';
import { serverPid } from './embedded/server.ts';

const ROUNDS = process.env['GONGKAI_LONG'] ? 200 : 4;
const SIZE = 20;

async function prepare(data: string): Promise<void> {
  const app = await openApplication(configFrom({ GONGKAI_DATA: data }));
  const organ = { kind: 'reportingOrgan', level: 'township', parent: null, from: null, to: null } as const;
  await app.stores.agencies.save([{ code: 'cyz', name: '示例镇人民政府', shortName: '示例镇', ...organ }], SYSTEM);
  await app.close();
}

/** Lets an import run for a while, then kills it, and in every other round the database as well. */
async function interrupted(data: string, from: number, alsoServer: boolean): Promise<number[]> {
  const script = path.join(import.meta.dirname, 'testing', 'importer.worker.ts');
  const child: ChildProcess = spawn(process.execPath, [script, data, String(from), String(SIZE)], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout?.on('data', (d) => {
    said += d;
  });
  while (!said.includes('kept')) {
    if (child.exitCode !== null) throw new Error('the import ended by itself');
    await sleep(5);
  }
  await sleep(20 + Math.random() * 200);
  const pid = await serverPid((await findPlaces(data, serverOwner())).cluster);
  if (alsoServer && pid) process.kill(pid, 'SIGKILL');
  child.kill('SIGKILL');
  await ended;
  return [...said.matchAll(/kept (\d+)/g)].map((m) => Number(m[1]));
}

/** What is kept after a start: batches by number of records, and whether facts and history agree. */
async function kept(data: string): Promise<{ batches: Map<number, number>; differences: number; intact: boolean; facts: number }> {
  const app = await openApplication(configFrom({ GONGKAI_DATA: data }));
  try {
    const { records } = await app.stores.registers.list({ register: 'tickets', agencies: ['cyz'], size: 0 });
    const batches = new Map<number, number>();
    for (const r of records) {
      const batch = Number(/^B(\d+)-/.exec(r.number)?.[1]);
      batches.set(batch, (batches.get(batch) ?? 0) + 1);
    }
    const facts = await app.stores.facts.facts({ agency: 'cyz', asOf: null, kinds: ['ticket.closed'] });
    return {
      batches,
      differences: (await app.stores.facts.reconcile(null)).length,
      intact: (await app.stores.events.verify('cyz')).intact,
      facts: facts.length,
    };
  } finally {
    await app.close();
  }
}

it(`kill -9 in the middle of an import, ×${ROUNDS}: a start loses nothing that was acknowledged and keeps nothing by halves`, {
  timeout: ROUNDS * 30_000,
}, async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'gongkai-kill-'));
  await chmod(dir, 0o711);
  const data = path.join(dir, 'data');
  await prepare(data);
  const acknowledged: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged.push(...(await interrupted(data, round * 100_000, round % 2 === 1)));
    const now = await kept(data);
    expect(acknowledged.filter((b) => now.batches.get(b) !== SIZE)).toEqual([]);
    expect([...now.batches.values()].every((n) => n === SIZE)).toBe(true);
    expect([now.differences, now.intact, now.facts]).toEqual([0, true, now.batches.size * SIZE]);
    // What was not acknowledged may have been kept, but at most the one batch that was under way.
    expect(now.batches.size - acknowledged.length).toBeLessThanOrEqual(round + 1);
  }
  await rm(dir, { recursive: true, force: true });
});
