import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeNext } from '../../src/web/plugins/session.ts';
import { type Client, openSite, signIn, type TestSite } from '../e2e/site.ts';

let site: TestSite;
let reviewer: Client;

beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
  reviewer = await signIn(site, 'cyz-shenhe', 'Yanshi-cyz-shenhe-2023');
}, 240_000);
afterAll(() => site.close());

const headers = () => ({ cookie: reviewer.cookie, 'x-gongkai-csrf': reviewer.csrf });

/** One form with one file, as a browser sends it. */
function multipart(fields: Readonly<Record<string, string>>, file: { name: string; bytes: string }) {
  const boundary = '----own';
  const parts = Object.entries(fields).map(([k, v]) => `--${boundary}\r\ncontent-disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`);
  const sent = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: text/html\r\n\r\n${file.bytes}\r\n`;
  return {
    payload: `${parts.join('')}${sent}--${boundary}--\r\n`,
    headers: { ...headers(), 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

describe('characters that no database keeps', () => {
  const UNKEPT = { nothing: 'a\u0000b', 'half a character': 'a\ud83d', 'the other half': '\udc00b' };

  it.each(Object.entries(UNKEPT))('%s in what is saved is left out, and the rest is saved', async (_, text) => {
    const answer = await site.server.inject({
      method: 'POST',
      url: '/api/console/publishing/filters',
      headers: headers(),
      payload: { agency: 'cyz', name: `甲${text}`, query: text },
    });
    expect(answer.statusCode).toBe(200);
    const note = await site.server.inject({
      method: 'POST',
      url: '/api/console/registers/items',
      headers: headers(),
      payload: { agency: 'cyz', reason: text, drafts: [{ values: { title: text } }] },
    });
    expect(note.statusCode).toBeLessThan(500);
  });

  it.each(['/search?q=a%00b', '/cyz/content/news?q=%00', '/sign-in?next=%00'])('%s is answered as without them', async (url) => {
    expect((await site.server.inject({ url })).statusCode).toBe(200);
  });

  it('in a parameter the open data do not have it is refused like any other', async () => {
    for (const q of ['q=%00', 'q%00=x', 'q=x']) {
      const { statusCode, body } = await site.server.inject({ url: `/api/v1/documents?${q}` });
      expect([q, statusCode]).toEqual([q, 400]);
      expect(body).toContain('没有这个参数');
      expect(body).not.toContain('\0');
    }
  });

  it('in fields beside a file are left out too', async () => {
    const form = multipart({ unit: 'cyz', title: '公\u0000示', formedOn: '2026-11-01', text: '\u0000' }, { name: 'a.txt', bytes: '公示' });
    const answer = await site.server.inject({ method: 'POST', url: '/api/console/publishing/submissions', ...form });
    expect(answer.statusCode).toBe(200);
  });
});

describe('numbers that no database counts to', () => {
  const HUGE = 9e15;
  const ITEM = { agency: 'cyz', item: '11000000000000027K/2026-00052' };

  it.each([
    ['PUT', '/publishing/item', { ...ITEM, change: {}, basedOn: HUGE }],
    ['POST', '/publishing/item/detach', { ...ITEM, n: HUGE, basedOn: 1 }],
    ['POST', '/publishing/item/step', { ...ITEM, name: 'publish', command: {}, basedOn: HUGE }],
    ['POST', '/publishing/item/version/hide', { ...ITEM, version: HUGE, reason: '不宜公开' }],
    ['GET', `/publishing/item/difference?agency=cyz&item=${encodeURIComponent(ITEM.item)}&before=1&after=${HUGE}`, undefined],
    ['POST', '/publishing/entries/place', { agency: 'cyz', id: 'x', basedOn: HUGE, body: {} }],
    ['POST', '/registers/activities', { agency: 'cyz', drafts: [{ number: '1', basedOn: HUGE, values: {} }] }],
    ['POST', '/registers/activities/1/void', { agency: 'cyz', reason: '错登', basedOn: HUGE }],
    ['POST', '/reports/cyz/2023/publish', { version: HUGE }],
    ['GET', `/reports/cyz/2023/document?version=${HUGE}`, undefined],
  ] as const)('%s %s: the request is not understood, and nothing breaks', async (method, path, payload) => {
    const url = `/api/console${path}`;
    const answer = await site.server.inject({ method, url, headers: headers(), ...(payload && { payload }) });
    expect([400, 404]).toContain(answer.statusCode);
  });

  it('an attachment that is not there is none to take off', async () => {
    const { json } = await site.server.inject({
      method: 'POST',
      url: '/api/console/publishing/items',
      headers: headers(),
      payload: { agency: 'cyz', change: { title: '没有附件的' } },
    });
    const { agency, item, revision } = json().item.life;
    const answer = await site.server.inject({
      method: 'POST',
      url: '/api/console/publishing/item/detach',
      headers: headers(),
      payload: { agency, item, n: 77, basedOn: revision },
    });
    expect(answer.statusCode).toBe(422);
  });
});

describe('names that every object has', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty'])('%s as a field is refused without a word of the program', async (name) => {
    const answer = await site.server.inject({
      method: 'POST',
      url: '/api/console/registers/activities',
      headers: headers(),
      payload: { agency: 'cyz', drafts: [{ values: { [name]: {} } }] },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toMatch(/function|native/);
  });
});

describe('a form that no page of ours sends', () => {
  const LONG = 'x'.repeat(400);

  it.each([
    ['/sign-out', 'text/plain', 'csrf'],
    ['/sign-out', 'application/json', '{"csrf":{"a":1}}'],
    ['/sign-in', 'application/json', '{"account":["a"],"password":{}}'],
    ['/sign-in', 'application/x-www-form-urlencoded', `account=a&password=${LONG}`],
    ['/password', 'text/plain', 'old'],
    ['/password', 'application/x-www-form-urlencoded', `old=${LONG}`],
  ])('%s as %s is the sender’s to mend, not a fault', async (url, type, payload) => {
    const sent = { ...headers(), 'content-type': type };
    const { statusCode } = await site.server.inject({ method: 'POST', url, headers: sent, payload });
    expect([400, 422]).toContain(statusCode);
  });

  it.each(['/sitemap-0.xml', '/sitemap-00.xml', '/sitemap-9999.xml', '/sitemap-99999.xml'])('%s is no part of the sitemap', async (url) => {
    expect((await site.server.inject({ url })).statusCode).toBe(404);
  });
});

describe('what was changed meanwhile', () => {
  it('is answered as a conflict to whoever saves or goes on with what was open before, and stays as it is', async () => {
    const ask = async (method: 'POST' | 'PUT', path: string, payload: object) => {
      const answer = await site.server.inject({ method, url: `/api/console/publishing${path}`, headers: headers(), payload });
      return { status: answer.statusCode, body: answer.json() };
    };
    const made = await ask('POST', '/items', { agency: 'cyz', change: { title: '初稿' } });
    const { item, revision: basedOn } = made.body.item.life;
    const save = (title: string) => ask('PUT', '/item', { agency: 'cyz', item, change: { title }, basedOn });
    expect((await save('先保存的')).status).toBe(200);
    const late = await save('后保存的');
    expect([late.status, late.body.error]).toEqual([409, `“${item}”在您打开之后已被别人改过，请刷新后对照最新内容再操作。`]);
    const step = await ask('POST', '/item/step', { agency: 'cyz', item, name: 'decideAttribute', command: { mode: 'proactive' }, basedOn });
    expect([step.status, step.body.error]).toEqual([409, late.body.error]);
    const kept = await site.server.inject({
      url: `/api/console/publishing/item?agency=cyz&item=${encodeURIComponent(item)}`,
      headers: headers(),
    });
    expect(kept.body).toContain('先保存的');
    expect(kept.body).not.toContain('后保存的');
  });
});

describe('marks that turn the direction of a text', () => {
  it('are in no title, no text and no name of a file, however they were written', async () => {
    const change = { title: '\u202e知通\u202c', body: '<p>\u2067正文&#8238;倒&#x2066;写</p>', summary: '摘\u2068要' };
    const made = await site.server.inject({
      method: 'POST',
      url: '/api/console/publishing/items',
      headers: headers(),
      payload: { agency: 'cyz', change },
    });
    const { item, revision } = made.json().item.life;
    const fields = { agency: 'cyz', item, basedOn: String(revision), title: '名\u202e单' };
    const form = multipart(fields, { name: '名单\u202etxt.exe.txt', bytes: '公示' });
    const attached = await site.server.inject({ method: 'POST', url: '/api/console/publishing/item/attach', ...form });
    expect(attached.statusCode).toBe(200);
    const { content } = attached.json().item.current;
    expect([content.title, content.body, content.summary]).toEqual(['知通', '<p>正文倒写</p>', '摘要']);
    expect(attached.body).toContain('名单txt.exe.txt');
    expect(attached.body).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('a file without content', () => {
  it.each([
    ['/publishing/paper', { agency: 'cyz' }],
    ['/publishing/submissions', { unit: 'cyz', title: '公示', formedOn: '2026-11-01' }],
  ])('is refused at %s, with its name', async (path, fields) => {
    const form = multipart(fields, { name: '空.pdf', bytes: '' });
    const answer = await site.server.inject({ method: 'POST', url: `/api/console${path}`, ...form });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().error).toBe('“空.pdf”是空的，里面没有内容');
  });
});

describe('a form with files that breaks off', () => {
  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])('%s is the sender’s to send again, not a fault', async (type) => {
    for (const [url, payload] of [
      ['/check', 'x'],
      ['/check', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n年报'],
      ['/api/console/publishing/paper', 'x'],
    ] as const) {
      const answer = await site.server.inject({ method: 'POST', url, payload, headers: { ...headers(), 'content-type': type } });
      expect([answer.statusCode, answer.body.includes('上传的内容不完整')]).toEqual([400, true]);
    }
  });
});

describe('where sign-in leads to', () => {
  it.each([
    ['/console/x?q=朝阳&b=1', '/console/x?q=%E6%9C%9D%E9%98%B3&b=1'],
    ['/console/x?q=%E6%9C%9D', '/console/x?q=%E6%9C%9D'],
    ['/cyz/items/2026-00001', '/cyz/items/2026-00001'],
  ])('%s is a page of ours', (next, to) => expect(safeNext(next)).toBe(to));

  it.each([
    undefined,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/..//elsewhere.example',
    '/x\r\nset-cookie: a=b',
    '/\u202e',
    'javascript:alert(1)',
  ])('%j is not', (next) => expect(safeNext(next)).toBe('/console/'));
});
