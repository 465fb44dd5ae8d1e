import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckAnswer, CheckDetail, CheckList, CheckMatrix } from '../../src/web/api/checkTypes.ts';
import { multipart } from './multipart.ts';
import { type Client, openSite, signIn, type TestSite } from './site.ts';

const REPORTS = join(import.meta.dirname, '../fixtures/reports');
const report = (name: string) => readFile(join(REPORTS, name));

let site: TestSite;
let clerk: Client;
let other: Client;
let county: Client;
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
  const client = (account: string) => signIn(site, account, `Yanshi-${account}-2023`);
  [clerk, other, county] = [await client('cyz-jingban'), await client('sfz-jingban'), await client('xian-jiandu')];
}, 240_000);
afterAll(() => site.close());

interface Handed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly field?: string;
}

let clients = 0;
/** Each submission as if from another machine, unless one is named. */
function check(files: readonly Handed[], fields: Record<string, string> = {}, from?: { address?: string; accept?: string }) {
  const form = multipart(
    fields,
    files.map((f) => ({ field: f.field ?? 'files', name: f.name, bytes: f.bytes })),
  );
  clients += 1;
  return site.server.inject({
    method: 'POST',
    url: '/check',
    payload: form.payload,
    headers: { ...form.headers, accept: from?.accept ?? 'text/html' },
    remoteAddress: from?.address ?? `10.2.${clients >> 8}.${clients & 255}`,
  });
}

interface Line {
  readonly state: string;
  readonly file?: string;
  readonly words?: string;
  readonly title?: string;
  readonly html?: string;
}

async function streamed(files: readonly Handed[], fields: Record<string, string> = {}): Promise<Line[]> {
  const { body, headers } = await check(files, fields, { accept: 'application/x-ndjson' });
  expect(headers['content-type']).toContain('application/x-ndjson');
  return body
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Line);
}

const BROKEN = { name: '坏的.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4]) };

describe('公开的体检页面', () => {
  it('一份一份说进行到哪里：正在读，查完几处要改，读不出来是为什么；最后是结果', async () => {
    const lines = await streamed([{ name: '朝阳镇.txt', bytes: await report('chaoyang-2023.txt') }, BROKEN]);
    const of = (file: string) => lines.filter((l) => l.file === file).map((l) => [l.state, l.words]);
    expect(of('朝阳镇.txt')[0]).toEqual(['reading', '正在读']);
    expect(of('朝阳镇.txt').at(-1)).toEqual(['done', expect.stringMatching(/^查完：必须改 \d+ · 建议改 \d+/)]);
    expect(of('坏的.docx').at(-1)).toEqual(['unread', expect.stringMatching(/^读不出来：.+损坏/)]);
    expect(lines.at(-1)).toMatchObject({ state: 'end', title: expect.stringMatching(/^体检结果：有\d+处必须改$/) });
    expect(lines.at(-1)?.html).toContain('TEXT-TABLE');
  });

  it('按所选的层级查：部门不要求政府才有的三项结果', async () => {
    const files = [{ name: 'a.txt', bytes: await report('chaoyang-2023.txt') }];
    expect((await check(files)).body).toContain('RESULT-MISSING');
    expect((await check(files, { level: 'department' })).body).not.toContain('RESULT-MISSING');
    expect((await check(files, { level: '没有这一级' })).body).toContain('RESULT-MISSING');
  });

  it('和上年的年报对照；不是上一年度的、读不出来的，说明没有用', async () => {
    const now = { name: '今年.txt', bytes: await report('real/jtj-2023.txt') };
    const before = async (name: string, bytes: Uint8Array) => (await check([now, { field: 'previous', name, bytes }])).body;
    expect(await before('上年.txt', await report('real/jtj-2022.txt'))).toContain('与上年对照：上年.txt');
    expect(await before('前年.txt', await report('real/jtj-2021.txt'))).toContain('不是所查年报的上一年度，没有用来对照');
    expect(await before('坏的.docx', BROKEN.bytes)).toContain('上年的年报“坏的.docx”读不出来');
  });

  it('意见可以直接要成文件：原来是 Word 的，批注写在原文里', async () => {
    const word = { name: '示范镇.docx', bytes: await report('converted/shifan-2024.docx') };
    const one = await check([word], { shape: 'docx' });
    expect(decodeURIComponent(String(one.headers['content-disposition']))).toContain('示范镇（批注）.docx');
    const parts = unzipSync(one.rawPayload);
    expect(Object.keys(parts)).toContain('word/comments.xml');
    const paragraphs = (bytes: Uint8Array) => strFromU8(bytes).match(/<w:p[ >]/g)?.length;
    expect(paragraphs(parts['word/document.xml']!)).toBe(paragraphs(unzipSync(word.bytes)['word/document.xml']!));
    const both = await check([word, BROKEN], { shape: 'docx' });
    expect(Object.keys(unzipSync(both.rawPayload)).sort()).toEqual(['示范镇.docx', '读不了的文件.txt']);
    const sheet = await check([word, BROKEN], { shape: 'xlsx' });
    expect(Object.keys(unzipSync(sheet.rawPayload))).toContain('xl/workbook.xml');
    expect((await check([word], { shape: 'json' })).json()).toMatchObject([{ file: '示范镇.docx', readable: true }]);
    expect((await check([word], { shape: 'html' })).body).toContain('<h1>年报体检结果</h1>');
  });

  it('名字里的标记只是文字，在页面、网页下载和进度里都一样', async () => {
    const evil = '<script>alert(1)</script>.txt';
    const bytes = await report('chaoyang-2023.txt');
    for (const shape of ['page', 'html']) {
      const { body } = await check([{ name: evil, bytes }], { shape });
      expect(body).not.toContain('<script>alert');
    }
    const lines = await streamed([{ name: evil, bytes }]);
    expect(lines.at(-1)?.html).not.toContain('<script>alert');
  });

  it('同一份文件只查一次，另一份说和哪份相同', async () => {
    const bytes = await report('chaoyang-2023.txt');
    const { body } = await check([
      { name: '一.txt', bytes },
      { name: '二.txt', bytes },
    ]);
    expect(body).toMatch(/和“[一二]\.txt”是同一份文件，没有重复查/);
    expect(body).toContain('共2份，读出1份');
  });

  it('一千份的压缩包查前60份，其余说明没有查', async () => {
    const members = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [`${String(i).padStart(4, '0')}.txt`, strToU8(`第${i}个文件，不是年报`)]),
    );
    const { body, statusCode } = await check([{ name: '全县.zip', bytes: zipSync(members) }]);
    expect(statusCode).toBe(200);
    expect(body).toContain('一次最多查60份，这一份起没有查');
    expect(body).toContain('共61份');
  }, 60_000);

  it('很长的一行、很多行，页面仍然不大', async () => {
    const text = (await report('chaoyang-2023.txt')).toString('utf8');
    const long = text.replace('遵循', '遵循依法公开，'.repeat(200_000));
    const many = `${text}\n${'本行没有什么。\n'.repeat(20_000)}`;
    for (const body of [long, many]) {
      const { rawPayload, statusCode } = await check([{ name: 'a.txt', bytes: strToU8(body) }]);
      expect(statusCode).toBe(200);
      expect(rawPayload.length).toBeLessThan(8_000_000);
    }
  }, 60_000);
});

describe('限度', () => {
  it('同一来访者同时查第三次：请他等，并说等多久', async () => {
    const files = [{ name: 'a.pdf', bytes: await report('real/hongze-2023.pdf') }];
    const all = await Promise.all([1, 2, 3].map(() => check(files, {}, { address: '10.7.7.7' })));
    expect(all.map((r) => r.statusCode).sort()).toEqual([200, 200, 429]);
    const refused = all.find((r) => r.statusCode === 429);
    expect(refused?.headers['retry-after']).toBe('20');
    expect(refused?.body).toMatch(/您有两次检查还没有做完.*在20秒后再提交/s);
    expect((await check(files, {}, { address: '10.7.7.7' })).statusCode).toBe(200);
  }, 60_000);

  it('整个系统同时查第五次：排队，轮到就查', async () => {
    const files = [{ name: 'a.txt', bytes: await report('chaoyang-2023.txt') }];
    const all = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => check(files, {}, { address: `10.8.0.${n}` })));
    expect(all.map((r) => r.statusCode)).toEqual(Array(8).fill(200));
  }, 60_000);

  it('传得慢的不占位置：四个传不完的，不挡着别人', async () => {
    const files = [{ name: 'a.txt', bytes: await report('chaoyang-2023.txt') }];
    const slow = [1, 2, 3, 4, 5].map((n) => {
      const form = multipart({}, [{ field: 'files', name: 'a.txt', bytes: files[0]!.bytes }]);
      const payload = new PassThrough();
      payload.write(form.payload.subarray(0, 300));
      const answer = site.server.inject({ method: 'POST', url: '/check', payload, headers: form.headers, remoteAddress: `10.8.1.${n}` });
      return { payload, answer, rest: form.payload.subarray(300) };
    });
    expect((await check(files, {}, { address: '10.8.1.9' })).statusCode).toBe(200);
    for (const { payload, rest } of slow) payload.end(rest);
    expect((await Promise.all(slow.map((s) => s.answer))).map((r) => r.statusCode)).toEqual(Array(5).fill(200));
  }, 60_000);

  it('一分钟第二十一次：中文说明几秒后再来', async () => {
    let last = await check([], {}, { address: '10.9.9.8' });
    for (let i = 0; i < 20; i++) last = await check([], {}, { address: '10.9.9.8' });
    expect(last.statusCode).toBe(429);
    const [, seconds] = /请在(\d+)秒后再来/.exec(last.body) ?? [];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual(60);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('要查的第二十一个文件不收；上年的年报不占数', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `${i}.txt`, bytes: strToU8(`${i}`) }));
    const before = { field: 'previous', name: '上年.txt', bytes: strToU8('上年') };
    expect((await check([...many(20), before])).statusCode).toBe(200);
    expect((await check([...many(21)])).statusCode).toBe(413);
  });
});

/** How many rows every table has. */
async function rowCounts(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: site.config.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
    );
    const out: Record<string, number> = {};
    for (const { name } of rows) out[name] = Number((await client.query<{ n: string }>(`select count(*) as n from "${name}"`)).rows[0]?.n);
    return out;
  } finally {
    await client.end();
  }
}

/** Everything the server writes to its log from now on. */
function listen(): string[] {
  const lines: string[] = [];
  const { log } = site.server;
  const stream = [Symbol.for('pino.stream'), ...Object.getOwnPropertySymbols(log)].find((s) => s.description === 'pino.stream' && s in log);
  if (!stream) throw new Error('the log has no stream to listen at');
  Object.assign(log, { [stream]: { write: (line: string) => void lines.push(line) } });
  log.level = 'trace';
  return lines;
}

describe('什么也不留', () => {
  it('没有临时文件，没有一行数据，日志里没有文件名和内容', async () => {
    const own = await mkdtemp(join(tmpdir(), 'gongkai-nothing-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = own;
    const level = site.server.log.level;
    try {
      const [rows, data] = [await rowCounts(), await readdir(site.config.data, { recursive: true })];
      const log = listen();
      site.server.log.info('试写一行');
      const files = [
        { name: '朝阳镇机密甲.txt', bytes: await report('chaoyang-2023.txt') },
        { name: '朝阳镇机密乙.doc', bytes: await report('converted/shifan-2024.doc') },
        { name: '朝阳镇机密丙.pdf', bytes: await report('real/hongze-2023.pdf') },
        { ...BROKEN, name: '朝阳镇机密丁.docx' },
      ];
      expect((await check(files)).statusCode).toBe(200);
      expect((await streamed(files)).at(-1)?.state).toBe('end');
      expect((await check(files, { shape: 'docx' })).statusCode).toBe(200);
      expect(await rowCounts()).toEqual(rows);
      expect(await readdir(site.config.data, { recursive: true })).toEqual(data);
      expect(await readdir(own)).toEqual([]);
      expect(log.join('')).toContain('试写一行');
      expect(log.join('')).not.toMatch(/机密|朝阳镇|遵循/);
    } finally {
      site.server.log.level = level;
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      await rm(own, { recursive: true, force: true });
    }
  }, 120_000);
});

describe('工作台的体检', () => {
  const get = (client: Client, path: string) =>
    site.server.inject({ method: 'GET', url: `/api/console/checks${path}`, headers: { cookie: client.cookie } });
  const post = (client: Client, path: string, body: object, csrf = true) =>
    site.server.inject({
      method: 'POST',
      url: `/api/console/checks${path}`,
      headers: { cookie: client.cookie, ...(csrf && { 'x-gongkai-csrf': client.csrf }) },
      payload: body,
    });
  const upload = (client: Client, agency: string, files: readonly Handed[], csrf = true) => {
    const form = multipart(
      { agency },
      files.map((f) => ({ field: 'file', name: f.name, bytes: f.bytes })),
    );
    return site.server.inject({
      method: 'POST',
      url: '/api/console/checks',
      payload: form.payload,
      headers: { ...form.headers, cookie: client.cookie, ...(csrf && { 'x-gongkai-csrf': client.csrf }) },
    });
  };

  it('没有本次登录的凭据就不收，也不留', async () => {
    const before = await rowCounts();
    const bytes = await report('chaoyang-2023.txt');
    expect((await upload(clerk, 'cyz', [{ name: 'a.txt', bytes }], false)).statusCode).toBe(403);
    expect((await upload({ ...clerk, csrf: other.csrf }, 'cyz', [{ name: 'a.txt', bytes }])).statusCode).toBe(403);
    expect((await upload(clerk, 'sfz', [{ name: 'a.txt', bytes }])).statusCode).toBe(403);
    expect((await rowCounts())['checks']).toBe(before['checks']);
  });

  it('乡镇只看自己的，县里看所属单位的；县里导出单位和规则的汇总', async () => {
    const own = await upload(clerk, 'cyz', [
      { name: '朝阳镇<script>alert(1)</script>.txt', bytes: await report('chaoyang-2023.txt') },
      BROKEN,
    ]);
    const answer = own.json() as CheckAnswer;
    expect(answer.checks.map((c) => c.unread === null)).toEqual([false, true]);
    const id = answer.checks[1]!.id;
    const list = async (client: Client, agency: string) => (await get(client, `?agency=${agency}`)).json() as CheckList;
    expect((await list(clerk, 'cyz')).checks.map((c) => c.agency)).toEqual(['cyz', 'cyz']);
    expect((await get(other, '?agency=cyz')).statusCode).toBe(403);
    expect((await get(other, `/${id}?agency=cyz`)).statusCode).toBe(403);
    expect((await get(other, `/${id}?agency=sfz`)).statusCode).toBe(404);
    expect((await get(other, '/matrix?agency=cyz&year=2023')).statusCode).toBe(403);
    expect((await list(other, 'sfz')).checks).toEqual([]);
    const overseen = await list(county, 'hnx');
    expect(overseen.several).toBe(true);
    expect(overseen.checks.map((c) => c.keeper)).toContain('朝阳镇人民政府');
    expect((await list(county, 'sfx')).checks).toEqual([]);
    const matrix = (await get(county, '/matrix?agency=hnx&year=2023')).json() as CheckMatrix;
    const row = matrix.rows.find((r) => r.id === id)!;
    expect(row.byRule['TEXT-TABLE']).toBe(1);
    expect(matrix.rules.map((r) => r.id)).toContain('TEXT-TABLE');
    const book = await get(county, '/matrix/export?agency=hnx&year=2023');
    expect(strFromU8(unzipSync(book.rawPayload)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('TEXT-TABLE');
    expect((await post(county, `/${id}/waivers`, { agency: 'cyz', number: 0, reason: '代' })).statusCode).toBe(403);
    expect((await post(other, `/${id}/waivers`, { agency: 'cyz', number: 0, reason: '代' })).statusCode).toBe(403);
    expect((await post(clerk, `/${id}/waivers`, { agency: 'cyz', number: 0, reason: '试' }, false)).statusCode).toBe(403);
    expect((await post(clerk, `/${id}/waivers`, { agency: 'cyz', number: 0, reason: '试', until: '2026-02-30' })).statusCode).toBe(400);
    expect((await post(clerk, `/${id}/readings`, { agency: 'cyz', settled: [{ cell: 'requests/1', values: [1] }] })).statusCode).toBe(422);
    expect((await post(other, `/${id}/readings`, { agency: 'cyz', settled: [{ cell: 'x', values: [] }] })).statusCode).toBe(403);
  });

  it('同一份再传一次，不多留；传来没有机构的单位，不收', async () => {
    const bytes = await report('chaoyang-2023.txt');
    const again = (await upload(clerk, 'cyz', [{ name: '再来.txt', bytes }])).json() as CheckAnswer;
    expect(again.checks[0]).toMatchObject({ same: true, version: 1 });
    expect((await upload(clerk, 'nowhere', [{ name: 'a.txt', bytes }])).statusCode).toBe(403);
  });

  it('压缩包里的上年先查，今年的和它对照', async () => {
    const members = { '2023年.txt': await report('real/jtj-2023.txt'), '2022年.txt': await report('real/jtj-2022.txt') };
    const answer = (await upload(clerk, 'cyz', [{ name: '两年.zip', bytes: zipSync(members) }])).json() as CheckAnswer;
    expect(answer.checks.map((c) => [c.year, c.previousFile])).toEqual([
      [2022, null],
      [2023, '两年.zip/2022年.txt'],
    ]);
    const detail = (await get(clerk, `/${answer.checks[1]!.id}?agency=cyz`)).json() as CheckDetail;
    expect(detail.versions).toHaveLength(1);
  });
});
