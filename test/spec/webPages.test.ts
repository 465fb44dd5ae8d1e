import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildServer } from '../../src/web/server.ts';
import { multipart } from '../e2e/multipart.ts';
import { openSite, SITE, signIn, type TestSite } from '../e2e/site.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
let site: TestSite;
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
}, 240_000);
afterAll(() => site.close());

const get = (url: string, headers: Record<string, string> = {}) => site.server.inject({ method: 'GET', url, headers });

describe('what every answer carries', () => {
  it.each(['/', '/reports', '/cyz/reports', '/cyz/reports/2023', '/check', '/sign-in'])(
    '%s runs no script and no style of its own',
    async (url) => {
      const { headers, body, statusCode } = await get(url);
      expect(statusCode).toBe(200);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    },
  );

  it('the console may style itself while it runs, but scripts stay as strict', async () => {
    const policy = String((await get('/console/')).headers['content-security-policy']);
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
  });

  it.each(['/nope', '/cyz/reports/1999', '/cyz/reports/2023/figures/no/such', '/zzz/reports', '/cyz/reports/2023?version=9'])(
    '%s is not there, and says so without a trace of the program',
    async (url) => {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(404);
      expect(body).toContain('没有这个页面');
      expect(body).not.toMatch(/Error|node_modules|\.ts:/);
    },
  );

  it('a page is compressed once and sent as the client takes it; an unchanged one is not sent again', async () => {
    const plain = await get('/cyz/reports/2023');
    // A page that is asked for again is compressed beside the answering, and sent so from then on.
    const asked = async (encoding: string) => {
      const answer = () => get('/cyz/reports/2023', { 'accept-encoding': encoding });
      await vi.waitFor(async () => expect((await answer()).headers['content-encoding']).toBe(encoding), { timeout: 20_000 });
      return answer();
    };
    const [br, gz] = [await asked('br'), await asked('gzip')];
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gz.rawPayload).toString()).toBe(plain.body);
    expect(new Set([plain, br, gz].map((a) => a.headers['etag'])).size).toBe(3);
    const again = await get('/cyz/reports/2023', { 'accept-encoding': 'br', 'if-none-match': String(br.headers['etag']) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('长者模式 is kept in a cookie, and the way back leads to no other site', async () => {
    const chosen = await get('//elsewhere.example/x?elder=1');
    expect(chosen.headers['location']).toBe('/elsewhere.example/x');
    const cookie = (await get('/reports?elder=1')).cookies.find((c) => c.name === 'gongkai_elder');
    expect(cookie).toMatchObject({ value: '1', httpOnly: true, sameSite: 'Lax' });
    expect((await get('/reports', { cookie: 'gongkai_elder=1' })).body).toContain('<html lang="zh-CN" class="elder">');
    expect((await get('/reports')).body).not.toContain('class="elder"');
  });
});

describe('downloads of a published report', () => {
  it.each(['docx', 'pdf', 'xlsx', 'json', 'html'])('%s comes with a name that no system misreads', async (format) => {
    const { statusCode, headers } = await get(`/sfz/reports/2023/files/${format}`);
    expect(statusCode).toBe(200);
    const name = encodeURIComponent(`示范镇人民政府2023年政府信息公开工作年度报告.${format}`);
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${name}`);
    expect(String(headers['content-disposition'])).toMatch(/^[\x20-\x7e]+$/);
  });

  it.each([
    '/cyz/reports/2023/files/../../../etc/passwd',
    '/cyz/reports/2023/files/..%2f..%2fpackage.json',
    '/assets/..%2fserver.ts',
    '/console/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e/server.ts',
  ])('%s leads nowhere', async (url) => {
    const { statusCode, body } = await get(url);
    expect([400, 403, 404]).toContain(statusCode);
    expect(body).not.toMatch(/root:|"dependencies"|buildServer/);
  });

  it('a report that was submitted but not published is not there', async () => {
    expect((await get('/sfz/reports/2021')).statusCode).toBe(404);
    expect((await get('/sfz/reports/2021/files/json')).statusCode).toBe(404);
  });
});

describe('the page of a figure', () => {
  it('tells what was counted, over which days, by which article, month by month', async () => {
    const { body } = await get('/sfz/reports/2023/figures/requests/1/naturalPerson');
    expect(body).toContain('统计期限：2023年1月1日至2023年12月31日');
    expect(body).toContain('《政府信息公开条例》');
    expect(body).toContain('2023年1月');
  });

  it('never names an application, a caller or a ticket', async () => {
    for (const figure of ['requests/1/total', 'requests/4/total', 'figures/tickets/closed', 'remedies/review/total']) {
      const { body } = await get(`/sfz/reports/2023/figures/${figure}`);
      expect(body).not.toMatch(/SFZ-20|演示[甲乙丙丁]|农村道路养护/);
    }
  });

  it('names the items that stand in public, and no longer one that was taken down everywhere', async () => {
    const figure = '/cyz/reports/2023/figures/figures/items';
    const { records } = await site.app.stores.registers.list({ register: 'items', agencies: ['cyz'], size: 0 });
    const titles = records.map((r) => String(r.values['title']));
    const shown = (await get(figure)).body;
    expect(titles.filter((t) => shown.includes(t)).length).toBe(30);
    const [gone] = records;
    const { records: standing } = await site.app.stores.registers.list({
      register: 'publications',
      agencies: ['cyz'],
      filter: { item: gone!.number },
      size: 0,
    });
    const by = { id: 'system', name: '试' };
    const down = standing.map(({ register, agency, number, version }) => ({
      register,
      agency,
      number,
      basedOn: version,
      values: { takenDownOn: '2024-02-01' },
    }));
    expect(await site.app.stores.registers.saveMany(down, by, '撤下')).toHaveLength(standing.length);
    const later = (await get(`${figure}?version=1`)).body;
    expect(later).not.toContain(String(gone!.values['title']));
    expect(later).toContain('另有1条记录');
  });

  it('a zero has a page too, and says that a 零报告 stands behind it', async () => {
    const { body } = await get('/cyz/reports/2023/figures/requests/1/total');
    expect(body).toContain('零报告');
  });
});

describe('年报体检', () => {
  const post = (files: Parameters<typeof multipart>[1], headers: Record<string, string> = {}, remoteAddress = '10.0.0.1') => {
    const form = multipart({}, files);
    return site.server.inject({
      method: 'POST',
      url: '/check',
      payload: form.payload,
      headers: { ...form.headers, ...headers },
      remoteAddress,
    });
  };

  it('reads the report, says what is wrong at its place, and how to change it', async () => {
    const bytes = await readFile(join(FIXTURES, 'reports/chaoyang-2023.txt'));
    const { statusCode, body, headers } = await post([{ field: 'files', name: '朝阳镇2023.txt', bytes }]);
    expect(statusCode).toBe(200);
    for (const rule of ['TEXT-TABLE', 'ASPECT-MISSING', 'ROLE-AUTHORITY', 'NAME-LEVEL']) expect(body).toContain(rule);
    expect(body).toContain('200格已读出，0格存疑');
    expect(body).toContain('42条勾稽关系成立');
    expect(headers['cache-control']).toBe('no-store');
    const json = /href="data:application\/json;base64,([^"]+)"/.exec(body)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(json, 'base64').toString())).toMatchObject([{ file: '朝阳镇2023.txt', readable: true }]);
  });

  it('a file that can’t be read says why and stops nobody else; a hostile name stays text', async () => {
    const bytes = await readFile(join(FIXTURES, 'reports/chaoyang-2023.txt'));
    const { body } = await post([
      {
        field: 'files',
        name: '../../<img src=x onerror=alert(1)>.png',
        bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      },
      { field: 'files', name: 'a.txt', bytes },
    ]);
    expect(body).toContain('这是图片，没有可读的文字');
    expect(body).toContain('TEXT-TABLE');
    expect(body).not.toContain('<img');
    expect(body).not.toContain('../..');
  });

  it('no file, too many files and no form at all are told, not guessed', async () => {
    expect((await post([], {}, '10.0.0.2')).body).toContain('没有选择文件');
    const many = Array.from({ length: 21 }, (_, i) => ({ field: 'files', name: `${i}.txt`, bytes: Buffer.from('x') }));
    const over = await post(many, {}, '10.0.0.3');
    expect(over.statusCode).toBe(413);
    expect(over.body).toContain('一次最多20个文件');
    expect(
      (
        await site.server.inject({
          method: 'POST',
          url: '/check',
          payload: 'x=1',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        })
      ).statusCode,
    ).toBe(415);
  });

  it('more than 60 MB together is refused before it is read', async () => {
    const huge = await post(
      [{ field: 'files', name: 'a.txt', bytes: Buffer.from('x') }],
      { 'content-length': String(70 * 1024 * 1024) },
      '10.0.0.4',
    );
    expect(huge.statusCode).toBe(413);
  });

  it('one client is counted: the twenty-first check of a minute has to wait', async () => {
    const codes: number[] = [];
    for (let i = 0; i < 21; i++) codes.push((await post([], {}, '10.9.9.9')).statusCode);
    expect(codes.slice(0, 20).every((c) => c === 400)).toBe(true);
    expect(codes[20]).toBe(429);
  });
});

describe('signing in', () => {
  const form = (fields: Record<string, string>, cookie = '', more: Record<string, string> = {}) =>
    site.server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie && { cookie }), ...more },
      payload: new URLSearchParams(fields).toString(),
      remoteAddress: `10.1.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    });
  const token = async () => (await get('/sign-in')).cookies.find((c) => c.name === 'gongkai_form')?.value ?? '';

  it('names what is missing in the box above and at the field', async () => {
    const t = await token();
    const { statusCode, body } = await form({ account: '', password: '', token: t }, `gongkai_form=${t}`);
    expect(statusCode).toBe(422);
    expect(body).toContain('有2处要改');
    expect(body).toContain('<a href="#account">没有填写账号</a>');
    expect(body).toContain('<span class="bad" id="account-error">没有填写账号</span>');
  });

  it('says the same of a wrong password and of an account that is not there', async () => {
    const t = await token();
    const one = await form({ account: 'cyz-jingban', password: 'x', token: t }, `gongkai_form=${t}`);
    const other = await form({ account: 'nobody', password: 'x', token: t }, `gongkai_form=${t}`);
    for (const a of [one, other]) expect(a.body).toContain('账号或密码不对');
  });

  it('takes no form it has not shown to this browser', async () => {
    const t = await token();
    const foreign = await form({ account: 'cyz-shenhe', password: 'Yanshi-cyz-shenhe-2023', token: t });
    expect(foreign.statusCode).toBe(422);
    expect(foreign.cookies.some((c) => c.name === 'gongkai' && c.value)).toBe(false);
  });

  it.each([
    ['/console/report?year=2023', '/console/report?year=2023'],
    ['https://elsewhere.example/', '/console/'],
    ['//elsewhere.example/', '/console/'],
    ['/\\elsewhere.example', '/console/'],
    ['javascript:alert(1)', '/console/'],
    ['/..//elsewhere.example', '/console/'],
  ])('goes on to a page of its own only: %s', async (next, where) => {
    const t = await token();
    const done = await form({ account: 'cyz-shenhe', password: 'Yanshi-cyz-shenhe-2023', token: t, next }, `gongkai_form=${t}`);
    expect(done.statusCode).toBe(303);
    const location = String(done.headers['location']);
    expect(new URL(location, 'http://own.invalid').host).toBe('own.invalid');
    expect(location.startsWith('//')).toBe(false);
    if (!next.includes('..')) expect(location).toBe(where);
  });

  it('the session’s cookie can’t be read by scripts, and over TLS never leaves it', async () => {
    const t = await token();
    const plain = await form({ account: 'cyz-shenhe', password: 'Yanshi-cyz-shenhe-2023', token: t }, `gongkai_form=${t}`);
    expect(plain.cookies.find((c) => c.name === 'gongkai' && c.value)).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const proxied = await buildServer(
      { ...site.app, site: () => ({ ...SITE }) },
      { console: '/nowhere', trustProxy: '127.0.0.1', logLevel: 'silent' },
    );
    const secured = { 'x-forwarded-proto': 'https' };
    const page = await proxied.server.inject({ url: '/sign-in', headers: secured });
    const own = page.cookies.find((c) => c.name === 'gongkai_form');
    expect(own).toMatchObject({ secure: true });
    const signed = await proxied.server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { ...secured, 'content-type': 'application/x-www-form-urlencoded', cookie: `gongkai_form=${own?.value}` },
      payload: new URLSearchParams({ account: 'cyz-shenhe', password: 'Yanshi-cyz-shenhe-2023', token: own?.value ?? '' }).toString(),
    });
    expect(signed.cookies.find((c) => c.name === '__Host-gongkai' && c.value)).toMatchObject({ secure: true, httpOnly: true, path: '/' });
    await proxied.server.close();
  });

  it('a client can’t pretend to come by TLS, or from another address, where no proxy is trusted', async () => {
    const { cookies, body } = await site.server.inject({
      url: '/sign-in',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' },
      remoteAddress: '10.2.2.2',
    });
    expect(cookies.find((c) => c.name === 'gongkai_form')).not.toHaveProperty('secure');
    expect(body).toContain('本站现在没有加密');
  });

  it('a new sign-in ends the session before; signing out ends it for good', async () => {
    const first = await signIn(site, 'sfz-guanli', 'Yanshi-sfz-guanli-2023');
    const t = await token();
    const second = await form(
      { account: 'sfz-guanli', password: 'Yanshi-sfz-guanli-2023', token: t },
      `gongkai_form=${t}; ${first.cookie}`,
    );
    expect((await get('/api/console/me', { cookie: first.cookie })).statusCode).toBe(401);
    const cookie = `gongkai=${second.cookies.find((c) => c.name === 'gongkai' && c.value)?.value}`;
    const { csrf } = (await get('/api/console/me', { cookie })).json() as { csrf: string };
    const out = (token: string) =>
      site.server.inject({
        method: 'POST',
        url: '/sign-out',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ csrf: token }).toString(),
      });
    expect((await out('wrong')).statusCode).toBe(403);
    expect((await get('/api/console/me', { cookie })).statusCode).toBe(200);
    expect((await out(csrf)).statusCode).toBe(303);
    expect((await get('/api/console/me', { cookie })).statusCode).toBe(401);
  });

  it('a session ends after half an hour without a request', async () => {
    const client = await signIn(site, 'sfz-qianfa', 'Yanshi-sfz-qianfa-2023');
    const before = site.clock;
    site.clock = new Date(before.getTime() + 31 * 60_000);
    expect((await get('/api/console/me', { cookie: client.cookie })).statusCode).toBe(401);
    site.clock = before;
  });
});

describe('files handed in by the office', () => {
  it('only who may import in that agency may hand in a sheet for it', async () => {
    const bytes = await readFile(join(FIXTURES, 'sheets/培训台账.csv'));
    const statusOf = async (account: string, agency: string, path: string) => {
      const client = await signIn(site, account, `Yanshi-${account}-2023`);
      const form = multipart({ agency, apply: 'false' }, [{ field: 'file', name: '培训台账.csv', bytes }]);
      const headers = { ...form.headers, cookie: client.cookie, 'x-gongkai-csrf': client.csrf };
      return (await site.server.inject({ method: 'POST', url: `/api/console${path}`, headers, payload: form.payload })).statusCode;
    };
    expect(await statusOf('cyz-jingban', 'cyz', '/import')).toBe(200);
    expect(await statusOf('cyz-jingban', 'sfz', '/import')).toBe(403);
    expect(await statusOf('cyz-qianfa', 'cyz', '/import')).toBe(403);
    expect(await statusOf('xian-jiandu', 'cyz', '/import')).toBe(403);
    expect(await statusOf('shenji', 'cyz', '/opening')).toBe(403);
    expect(await statusOf('cyz-jingban', 'sfz', '/opening')).toBe(403);
  });

  it('a sheet with mistakes saves nothing and comes back marked, to the one who handed it in', async () => {
    const client = await signIn(site, 'cyz-jingban', 'Yanshi-cyz-jingban-2023');
    const csv = '工单编号,收到日期,办理期限,办结日期,标题\nT-1,2023-01-05,2023-01-10,2023-02-30,路灯\n';
    const form = multipart({ agency: 'cyz', register: 'tickets', apply: 'true' }, [
      { field: 'file', name: '工单.csv', bytes: Buffer.from(csv) },
    ]);
    const headers = { ...form.headers, cookie: client.cookie, 'x-gongkai-csrf': client.csrf };
    const answer = await site.server.inject({ method: 'POST', url: '/api/console/import', headers, payload: form.payload });
    const plan = answer.json() as { applied: boolean; errors: { row: number; value: string }[]; copy: string };
    expect(plan.applied).toBe(false);
    expect(plan.errors[0]).toMatchObject({ row: 2, value: '2023-02-30' });
    expect(await site.app.stores.registers.get('tickets', 'cyz', 'T-1')).toBeNull();
    const url = `/api/console/import/copies/${plan.copy}`;
    const copy = await get(url, { cookie: client.cookie });
    expect(copy.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const other = await signIn(site, 'cyz-guanli', 'Yanshi-cyz-guanli-2023');
    expect((await get(url, { cookie: other.cookie })).statusCode).toBe(404);
  });

  it('a number taken by other content is an error; with 更新已有记录 the sheet prevails, and its empty cells change nothing', async () => {
    const client = await signIn(site, 'cyz-jingban', 'Yanshi-cyz-jingban-2023');
    const hand = async (row: string, fields: Record<string, string>) => {
      const bytes = Buffer.from(`工单编号,收到日期,办理期限,办结日期,诉求标题\n${row}\n`);
      const form = multipart({ agency: 'cyz', register: 'tickets', ...fields }, [{ field: 'file', name: '工单.csv', bytes }]);
      const headers = { ...form.headers, cookie: client.cookie, 'x-gongkai-csrf': client.csrf };
      const answer = await site.server.inject({ method: 'POST', url: '/api/console/import', headers, payload: form.payload });
      return answer.json() as { applied: boolean; errors: { fix: string }[]; warnings: string[]; counts: { drafts: number } };
    };
    const kept = async () => (await site.app.stores.registers.get('tickets', 'cyz', 'T-更新'))?.values;
    expect((await hand('T-更新,2023-01-05,2023-01-10,2023-01-06,路灯', { apply: 'true' })).applied).toBe(true);
    const changed = 'T-更新,2023-01-05,2023-01-12,,路灯';
    const refused = await hand(changed, { apply: 'true' });
    expect([refused.applied, refused.errors[0]?.fix]).toEqual([false, expect.stringContaining('更新已有记录')]);
    const dry = await hand(changed, { apply: 'false', update: 'true' });
    expect([dry.applied, dry.errors, dry.counts.drafts]).toEqual([false, [], 1]);
    expect(dry.warnings[0]).toContain('其中1条登记簿里已经有，内容将按表里的更新');
    expect(await kept()).toMatchObject({ dueOn: '2023-01-10' });
    expect((await hand(changed, { apply: 'true', update: 'true' })).applied).toBe(true);
    expect(await kept()).toMatchObject({ dueOn: '2023-01-12', closedOn: '2023-01-06' });
  });

  it('what looks like a formula is written into exports as text', async () => {
    const client = await signIn(site, 'cyz-jingban', 'Yanshi-cyz-jingban-2023');
    const headers = { cookie: client.cookie, 'x-gongkai-csrf': client.csrf };
    const values = { title: '=HYPERLINK("http://elsewhere.example","x")', formedOn: '2020-05-05' };
    const saved = await site.server.inject({
      method: 'POST',
      url: '/api/console/registers/items',
      headers,
      payload: { agency: 'cyz', drafts: [{ values }] },
    });
    expect(saved.statusCode).toBe(200);
    const csv = await get('/api/console/registers/items/export?agency=cyz&format=csv', { cookie: client.cookie });
    expect(csv.body).not.toMatch(/(^|,|")=HYPERLINK/m);
  });
});
