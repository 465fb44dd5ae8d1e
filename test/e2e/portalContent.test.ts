import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../src/web/open/openapi.ts';
import { pageOf, person, portalOffice } from './portalOffice.ts';
import { openSite, SITE, type TestSite } from './site.ts';

let site: TestSite;
let stop: () => Promise<void>;
let office: ReturnType<typeof portalOffice>;
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
  stop = await site.app.watch();
  office = portalOffice(site, 'cyz');
}, 240_000);
afterAll(async () => {
  await stop?.();
  await site?.close();
});

const get = (url: string, headers: Record<string, string> = {}) => site.server.inject({ method: 'GET', url, headers });

/** Everywhere the public could meet a title, an attachment's word, or an address. */
const places = (item: string): readonly (readonly [string, string])[] => [
  ['its page', pageOf('cyz', item)],
  ['the home', '/cyz'],
  ['the home of the site', '/'],
  ['the list', '/cyz/content/notices'],
  ['all lists', '/cyz/content/all'],
  ['the search', `/search?q=${encodeURIComponent('独一无二的标题')}`],
  ['the search by attachment', `/search?mode=exact&q=${encodeURIComponent('附件里独有的词')}`],
  ['the feed', '/cyz/content/notices/feed.atom'],
  ['the RSS feed', '/feed.rss'],
  ['the sitemap', '/sitemap-1.xml'],
  ['the API list', '/api/v1/documents?agency=cyz'],
  ['the API as CSV', '/api/v1/documents?format=csv'],
  ['the API detail', `/api/v1${pageOf('cyz', item).replace('/cyz/items', '/documents/cyz')}`],
];

describe('publish → visible → withdraw → gone everywhere', () => {
  let item: string;
  let shown = '';
  const has = async (url: string): Promise<boolean> => {
    const { statusCode, body } = await get(url);
    // A search page repeats what was asked: there the result's address tells.
    return statusCode === 200 && body.includes(url.startsWith('/search') || url.startsWith('/sitemap') ? shown : '独一无二的标题');
  };
  beforeAll(async () => {
    item = await office.signed({ title: '独一无二的标题' }, { title: '名单', lines: ['附件里独有的词'] });
    shown = pageOf('cyz', item);
  });

  it('a signed draft is nowhere', async () => {
    for (const [where, url] of places(item)) expect([where, await has(url)]).toEqual([where, false]);
    expect((await get(`${shown}/files/1`)).statusCode).toBe(404);
  });

  it('published, it is everywhere at once, also where a page was kept', async () => {
    await office.publish(item);
    const [attachment, ...others] = [places(item)[5]!, ...places(item).filter((_, i) => i !== 5)];
    for (const [where, url] of others) expect([where, await has(url)]).toEqual([where, true]);
    await expect.poll(() => has(attachment[1]), { timeout: 10_000 }).toBe(true);
    const file = await get(`${shown}/files/1`);
    expect([file.statusCode, file.headers['content-disposition']]).toEqual([200, expect.stringContaining("filename*=UTF-8''")]);
  });

  it('withdrawn, it is gone everywhere at once; its page and its attachment say so, with the reason and without the title', async () => {
    await office.withdraw(item, '内容有误，正在核实');
    for (const [where, url] of places(item)) expect([where, await has(url)]).toEqual([where, false]);
    for (const url of [shown, `${shown}/files/1`]) {
      const { statusCode, body } = await get(url);
      expect([statusCode, body.includes('内容有误，正在核实'), body.includes('独一无二的标题')]).toEqual([410, true, false]);
    }
    expect((await get(`/api/v1/documents/cyz/${shown.split('/').at(-1)}`)).statusCode).toBe(410);
  });
});

describe('a document', () => {
  let item: string;
  let page: string;
  beforeAll(async () => {
    item = await office.published(
      { title: '朝阳镇某某办法', body: '<p>第一条　电话0000。</p>', summary: '规定办法。', documentNumber: '朝政规〔2026〕1号' },
      { title: '申请表', lines: ['申请人'] },
    );
    page = pageOf('cyz', item);
    site.clock = new Date('2026-11-24T01:30:00Z');
    await office.revise(item, { body: '<p>第一条　电话1111。</p>' }, '更正电话');
  });

  it('carries the statutory particulars and the tags of the site rules', async () => {
    const { body } = await get(page);
    for (const tag of [
      '<meta name="ArticleTitle" content="朝阳镇某某办法">',
      '<meta name="PubDate" content="2026-11-23 10:00">',
      '<meta name="ContentSource"',
      '<meta name="ColumnName" content="通知公告">',
      '<meta name="SiteName"',
    ])
      expect(body).toContain(tag);
    for (const text of [item, '朝政规〔2026〕1号', '规定办法。', '索引号', '成文日期', '有效性', '公开方式']) expect(body).toContain(text);
  });

  it('shows each version, and what was changed', async () => {
    expect((await get(page)).body).toContain('电话1111');
    expect((await get(`${page}?version=1`)).body).toContain('电话0000');
    const { body } = await get(`${page}/compare?from=1&to=2`);
    expect([body.includes('<del>0000</del>'), body.includes('<ins>1111</ins>')]).toEqual([true, true]);
    for (const wrong of ['?version=3', '/compare?from=1&to=9', '/compare?from=1&to=1', '/compare', '/compare?from=x&to=2'])
      expect((await get(page + wrong)).statusCode).toBe(404);
  });

  it('abolished, it stays readable and says so', async () => {
    const old = await office.published({ title: '旧办法', column: 'normative' });
    await office.step(office.clerk, old, 'abolish', { reason: '已有新规定', on: '2026-11-24' });
    const { statusCode, body } = await get(pageOf('cyz', old));
    expect([statusCode, body.includes('已废止'), body.includes('已有新规定')]).toEqual([200, true, true]);
    expect((await get('/cyz/content/normative?validity=ended')).body).toContain('旧办法');
    expect((await get('/cyz/content/normative?validity=inForce')).body).not.toContain('旧办法');
  });

  it('tells the last day in force while it is, and the first day without force after', async () => {
    const made = await office.published({ title: '两年的办法', column: 'normative', effectiveOn: '2026-11-20', validUntil: '2028-11-19' });
    expect((await get(pageOf('cyz', made))).body).toMatch(/<dt>有效期至<\/dt><dd>2028年11月19日/);
    await office.step(office.clerk, made, 'abolish', { reason: '已有新规定', on: '2026-11-24' });
    const { body } = await get(pageOf('cyz', made));
    expect([/<dt>废止日期<\/dt><dd>2026年11月24日/.test(body), body.includes('<dt>有效期至')]).toEqual([true, false]);
  });

  it('is answered with 304 to who has it, and anew after a change', async () => {
    const first = await get(page);
    const { etag } = first.headers;
    expect((await get(page, { 'if-none-match': String(etag) })).statusCode).toBe(304);
    await office.revise(item, { title: '朝阳镇某某办法（修订）' }, '改标题');
    expect((await get(page, { 'if-none-match': String(etag) })).statusCode).toBe(200);
  });

  it('an address it had before leads to it', async () => {
    const refused = await site.app.publishing.items.addAddress(office.clerk, 'cyz', item, 'xxgk/2019/t001.html');
    expect(refused).toBeNull();
    const { statusCode, headers } = await get('/cyz/xxgk/2019/t001.html');
    expect([statusCode, headers.location]).toEqual([301, page]);
  });
});

describe('lists', () => {
  it('page after page nothing is left out and nothing repeated', async () => {
    for (let i = 0; i < 43; i++) await office.published({ title: `第${i}条`, column: 'news' });
    const pages = await Promise.all([1, 2, 3].map((p) => get(`/cyz/content/news?page=${p}`)));
    const seen = pages.flatMap((p) => [...p.body.matchAll(/>第(\d+)条</g)].map((m) => Number(m[1])));
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 43 }, (_, i) => i));
    const found: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { items, next: more } = (await get(`/api/v1/documents?column=news&limit=10${next && `&cursor=${next}`}`)).json() as {
        items: { title: string }[];
        next: string | null;
      };
      found.push(...items.map((i) => i.title));
      next = more;
    }
    expect([found.length, new Set(found).size]).toEqual([43, 43]);
  }, 120_000);

  it('counts in the catalogue are those of the lists', async () => {
    const { body } = await get('/cyz/content');
    expect(body).toMatch(/content\/news">工作动态<\/a>.*?43 条/s);
    const columns = (await get('/api/v1/columns?agency=cyz')).json() as { id: string; count: number }[];
    expect(columns.find((c) => c.id === 'news')?.count).toBe(43);
  });

  it('what is not one of the choices narrows nothing', async () => {
    const plain = (await get('/cyz/content/news')).body;
    for (const wrong of ['?page=-1', '?page=x', '?year=abc', '?type=nothing', '?validity=1', "?year='--"])
      expect((await get(`/cyz/content/news${wrong}`)).body).toBe(plain);
    for (const nowhere of [
      '/cyz/content/nothing',
      '/nobody',
      '/nobody/content',
      '/cyz/items/2026-99999',
      '/cyz/items/x/files/1',
      '/cyz/nothing',
    ])
      expect((await get(nowhere)).statusCode).toBe(404);
  });

  it('村务公开 is listed apart', async () => {
    await office.published({ title: '某村村务', column: 'news', village: true });
    expect((await get('/cyz/content/village-affairs')).body).toContain('某村村务');
    for (const url of ['/cyz/content/news', '/']) expect([url, (await get(url)).body.includes('某村村务')]).toEqual([url, false]);
  });
});

describe('search', () => {
  it('marks what was looked for, and offers other words for none', async () => {
    await office.published({ title: '农村宅基地审批公示' });
    expect((await get(`/search?q=${encodeURIComponent('宅基地')}`)).body).toContain('<mark>宅基地</mark>');
    expect((await get('/search?q=zhaijidi')).body).toContain('宅基地审批公示');
    expect((await get(`/search?q=${encodeURIComponent('宅鸡地')}`)).body).toContain('>宅基地</a>');
  });

  it.each(['<script>', '"><img src=x>', "'", '%', '\\', '%00', '%ff'])('what was typed is only words: %s', async (typed) => {
    const { statusCode, body } = await get(`/search?q=${typed.startsWith('%') && typed.length > 1 ? typed : encodeURIComponent(typed)}`);
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/<script>|<img src=x>/);
  });
});

describe('a second process on the same database', () => {
  it('hears of a publication and a withdrawal', async () => {
    const { openApplication } = await import('../../src/application.ts');
    const { buildServer } = await import('../../src/web/server.ts');
    site.clock = new Date('2026-11-25T02:00:00Z');
    const item = await office.signed({ title: '两个进程都看得到' });
    const other = await openApplication(site.config, { now: () => site.clock });
    const stopOther = await other.watch();
    const { server } = await buildServer({ ...other, site: () => SITE }, { console: '/nowhere', logLevel: 'silent' });
    const seen = async () => (await server.inject({ method: 'GET', url: '/cyz' })).body.includes('两个进程都看得到');
    expect(await seen()).toBe(false);
    await office.publish(item);
    await expect.poll(seen, { timeout: 2000, interval: 20 }).toBe(true);
    await office.withdraw(item, '测试撤回');
    await expect.poll(seen, { timeout: 2000, interval: 20 }).toBe(false);
    await server.close();
    await stopOther();
    await other.close();
  });
});

describe('open data', () => {
  it('docs/openapi.json is what the code says', async () => {
    const kept = JSON.parse(await readFile(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8')) as unknown;
    expect(kept).toEqual(JSON.parse(JSON.stringify(openApi())));
    expect((await get('/api/v1/openapi.json')).json()).toEqual(kept);
  });

  it('gives reports with their cells, and refuses what it does not know', async () => {
    const report = (await get('/api/v1/reports/sfz/2023')).json() as { cells: { key: string; value: number | null }[] };
    expect(report.cells.find((c) => c.key === 'requests/3.7/total')?.value).toBeGreaterThan(0);
    expect((await get('/api/v1/reports/sfz/2023/cells?format=csv')).body).toMatch(/^\ufeff代号,项目,数值\r\n/);
    for (const [wrong, status] of [
      ['/api/v1/documents?limit=0', 400],
      ['/api/v1/documents?limit=201', 400],
      ['/api/v1/documents?cursor=x', 400],
      ['/api/v1/documents?format=xml', 400],
      ['/api/v1/documents/cyz/2026-99999', 404],
      ['/api/v1/reports/cyz/1999', 400],
      ['/api/v1/nothing', 404],
    ] as const)
      expect([wrong, (await get(wrong)).statusCode]).toEqual([wrong, status]);
  });

  it('a text that a spreadsheet would run is made harmless', async () => {
    await office.published({ title: '=1+1' });
    expect((await get('/api/v1/documents?format=csv')).body).toContain(",'=1+1,");
  });

  it('the catalogue names each list in both forms', async () => {
    const catalog = (await get('/api/v1/catalog')).json() as { 'dcat:dataset': { 'dcat:distribution': unknown[] }[] };
    expect(catalog['dcat:dataset'].map((d) => d['dcat:distribution'].length)).toEqual([2, 2, 2, 2]);
  });
});

it('the guide shows the elements of Article 12', async () => {
  const reviewer = person('孙示例', 'reviewer', 'cyz');
  const elements = {
    officeName: '示例办公室',
    address: '示例路1号',
    hours: '工作日8:30—16:30',
    phone: '0000-0000000',
    fax: '无',
    internet: 'a@b.invalid',
  };
  const body = { elements, body: '<p>说明</p>', effectiveOn: '2026-01-01', reviewedOn: null };
  await site.app.publishing.entries.save(reviewer, 'cyz', 'guide', { id: null, basedOn: null, body });
  const listed = (await get('/api/v1/documents?agency=cyz&limit=200')).json() as { items: { kind: string; maker: string }[] };
  expect(listed.items.filter((l) => l.kind === 'guide').map((l) => l.maker)).toEqual(['朝阳镇人民政府']);
  const page = (await get('/cyz/guide')).body;
  for (const text of Object.values(elements)) expect(page).toContain(text);
  expect((await get('/cyz/apply')).body).toContain('0000-0000000');
});

it('a published annual report is found by its words', async () => {
  const { body } = await get(`/search?unit=sfz&q=${encodeURIComponent('年度报告')}`);
  expect(body).toContain('href="/sfz/reports/2023"');
  expect((await get('/sfz/feed.atom')).body).toContain('/sfz/reports/2023');
});
