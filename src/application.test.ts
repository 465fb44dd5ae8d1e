import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '#cli/commands.ts';
import { SYSTEM } from '#domain/people/actor.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import { openApplication } from './application.ts';
import { configFrom } from './config.ts';

let dir: string;
const config = (more: Record<string, string> = {}) => configFrom({ GONGKAI_DATA: path.join(dir, 'data'), ...more });
const organ = { kind: 'reportingOrgan', level: 'township', parent: null, from: null, to: null } as const;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'gongkai-application-'));
  await chmod(dir, 0o711);
  const app = await openApplication(config());
  await app.stores.agencies.save([{ code: 'cyz', name: '示例镇人民政府', shortName: '示例镇', ...organ }], SYSTEM);
  const saved = await app.stores.registers.saveMany(
    [{ register: 'activities', agency: 'cyz', number: 'A', values: { kind: 'training', on: '2023-03-01' } }],
    SYSTEM,
    '',
  );
  expect(isSaveRefusal(saved)).toBe(false);
  await app.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function run(line: string): Promise<{ code: number; out: string; err: string }> {
  const [name = '', ...args] = line.split(' ');
  const command = await commands.get(name)?.();
  let [out, err] = ['', ''];
  const io = { cwd: dir, out: (s: string) => void (out += s), err: (s: string) => void (err += s), open: () => openApplication(config()) };
  return { code: (await command?.run(args, io)) ?? -1, out, err };
}

describe('an application over an embedded database', () => {
  it('finds everything again after a clean stop, also twice at once', async () => {
    const [one, two] = await Promise.all([openApplication(config()), openApplication(config())]);
    const found = await Promise.all([one, two].map((app) => app.stores.registers.get('activities', 'cyz', 'A')));
    expect(found.map((r) => r?.number)).toEqual(['A', 'A']);
    await one.close();
    expect((await two.stores.registers.get('activities', 'cyz', 'A'))?.number).toBe('A');
    await two.close();
  });

  it('refuses to start with another secret than the data were sealed with, and leaves the data as they are', async () => {
    await expect(openApplication(config({ GONGKAI_SECRET: 'another secret of more than thirty-two characters' }))).rejects.toThrow(
      /密钥与数据库不符/,
    );
    const app = await openApplication(config());
    expect((await app.stores.registers.get('activities', 'cyz', 'A'))?.version).toBe(1);
    await app.close();
  });

  it('says what to do when the server named can’t be used', async () => {
    await expect(openApplication(config({ DATABASE_URL: 'postgres://127.0.0.1:1/none' }))).rejects.toThrow(/连接不上.*请核对/);
  });
});

describe('reconcile and facts rebuild', () => {
  it('find registers and figures agreeing, and the history whole', async () => {
    expect(await run('reconcile')).toMatchObject({ code: 0, out: expect.stringContaining('一致') });
    expect(JSON.parse((await run('reconcile --agency 示例镇 --format json')).out)).toMatchObject({
      differences: [],
      chains: [{ agency: 'cyz', intact: true }],
    });
    expect(await run('facts rebuild --agency cyz')).toMatchObject({ code: 0, out: expect.stringContaining('1 条') });
  });

  it('refuse what they don’t know', async () => {
    await expect(run('reconcile --agency nobody')).rejects.toThrow(/没有“nobody”/);
    await expect(run('facts')).rejects.toThrow(/facts rebuild/);
  });
});

describe('compile over the stored registers', () => {
  it('prints the same shape as over a file', async () => {
    const { out } = await run('compile --agency cyz --year 2023');
    const compiled = JSON.parse(out) as { report: { complete: boolean }; missing: { register: string }[] };
    expect(compiled.report.complete).toBe(false);
    expect(compiled.missing.map((m) => m.register)).toContain('activities');
  });
});
