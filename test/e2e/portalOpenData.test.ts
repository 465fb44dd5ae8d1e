import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/web/open/endpoint.ts';
import { ENDPOINTS } from '../../src/web/open/endpoints.ts';
import { portalOffice } from './portalOffice.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let office: ReturnType<typeof portalOffice>;
const addresses: string[] = [];
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
  office = portalOffice(site, 'cyz');
  for (const title of ['甲', '乙', '=1+1']) addresses.push((await office.published({ title, column: 'news' })).split('/').at(-1) ?? '');
}, 240_000);
afterAll(() => site?.close());

let asked = 0;
/** From ever new addresses, so that it is never too often. */
const ask = (url: string, method: 'GET' | 'HEAD' | 'OPTIONS' = 'GET', headers: Record<string, string> = {}) => {
  asked += 1;
  return site.server.inject({ method, url, headers, remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` });
};

const GOOD: Readonly<Record<string, string>> = { agency: 'sfz', year: '2023' };
const pathOf = (e: Endpoint, params: Readonly<Record<string, string>>): string =>
  `/api/v1${e.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;
const good = (e: Endpoint): string => pathOf(e, e.path.startsWith('/documents/') ? { agency: 'cyz', address: addresses[0] ?? '' } : GOOD);

const PROBLEM = /^\{"error":"[^"]*\p{Script=Han}[^"]*","advice":"[^"]*\p{Script=Han}/u;

describe.each(ENDPOINTS.map((e) => [e.path, e] as const))('%s', (_, e) => {
  it('answers as it is promised, in each of its formats', async () => {
    const { statusCode, body, headers } = await ask(good(e));
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([200, '*']);
    const read = e.answer.safeParse(JSON.parse(body));
    expect(read.error?.issues ?? []).toEqual([]);
    const csv = await ask(`${good(e)}?format=csv`);
    expect(csv.statusCode).toBe(e.csv ? 200 : 400);
  });

  it('says that nothing has changed; HEAD says the same without the content', async () => {
    const { headers } = await ask(good(e));
    const tag = String(headers.etag);
    expect((await ask(good(e), 'GET', { 'if-none-match': tag })).statusCode).toBe(304);
    expect((await ask(good(e), 'GET', { 'if-none-match': '"another"' })).statusCode).toBe(200);
    const head = await ask(good(e), 'HEAD');
    expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, tag, '']);
  });

  it('refuses what no parameter can be, in Chinese, also to pages of other sites', async () => {
    const wrong: Readonly<Record<string, readonly string[]>> = {
      agency: ['-', 'A', 'x'.repeat(40)],
      address: ['a.b', 'x'.repeat(90)],
      column: ['-', 'A b'],
      year: ['x', '1', '9999'],
      type: ['1', "'"],
      validity: ['no'],
      limit: ['0', '201', '1.5', 'x'],
      cursor: ['x', 'x'.repeat(601), Buffer.from('["2026-01-01","a\\u0000","item","1"]').toString('base64url')],
    };
    for (const name of Object.keys(e.query.shape))
      for (const value of wrong[name] ?? []) {
        const { statusCode, body, headers } = await ask(`${good(e)}?${new URLSearchParams({ [name]: value }).toString()}`);
        expect([name, value, statusCode, headers['access-control-allow-origin']]).toEqual([name, value, 400, '*']);
        expect(body).toMatch(PROBLEM);
      }
    for (const name of Object.keys(e.params.shape))
      for (const value of wrong[name] ?? []) {
        const { statusCode, body } = await ask(pathOf(e, { agency: 'cyz', address: '2026-00001', ...GOOD, [name]: value }));
        expect([name, value, [400, 404].includes(statusCode)]).toEqual([name, value, true]);
        expect(body).toMatch(PROBLEM);
      }
  });

  it('refuses a parameter it does not have, naming it and those there are', async () => {
    const known = [...Object.keys(e.query.shape), ...(e.csv ? ['format'] : [])];
    for (const name of ['unit', 'Limit', '__proto__', ...(e.csv ? [] : ['formats'])]) {
      const { statusCode, body } = await ask(`${good(e)}?${name}=cyz`);
      expect([name, statusCode]).toEqual([name, 400]);
      expect(body).toMatch(PROBLEM);
      const { error, advice } = JSON.parse(body) as { error: string; advice: string };
      expect(error).toContain(`“${name}”`);
      for (const k of known) expect(advice).toContain(k);
    }
  });

  it('whatever is asked, it is an answer or a refusal, never a fault', async () => {
    const names = [...Object.keys(e.query.shape), 'format', 'other'];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('0', '-1', '1e9', '2026', 'news', 'cyz', "' or 1=1", '%'),
    );
    const query = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(query, fc.record({ agency: text, address: text, year: text }), fc.boolean(), async (given, params, own) => {
        const path = own ? good(e) : pathOf(e, params);
        const { statusCode, body } = await ask(`${path}?${new URLSearchParams(given).toString()}`);
        expect([200, 400, 404, 410]).toContain(statusCode);
        if (statusCode !== 200) expect(body).toMatch(PROBLEM);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('the list, page by page', () => {
  it('leaves nothing out and repeats nothing while more is published and some is taken back', async () => {
    const column = 'notices';
    const there = new Set<string>();
    const items: string[] = [];
    let published = 0;
    for (let i = 0; i < 24; i++) {
      site.clock = new Date(Date.parse('2026-11-23T02:00:00Z') + i * (i % 3 === 0 ? 0 : 60_000));
      items.push(await office.published({ title: `原有${i}`, column }));
      there.add(`原有${i}`);
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.array(fc.boolean(), { maxLength: 3 }), async (limit, between) => {
        const seen: string[] = [];
        const events = [...between];
        for (let next: string | null = ''; next !== null; ) {
          const { items: lines, next: more } = (
            await ask(`/api/v1/documents?column=${column}&limit=${limit}${next && `&cursor=${next}`}`)
          ).json() as { items: { title: string }[]; next: string | null };
          seen.push(...lines.map((l) => l.title));
          next = more;
          const event = events.pop();
          if (event === true) await office.published({ title: `新的${published++}`, column });
          // The one withdrawn may have been read already or not: it is in no promise any more.
          if (event === false && items.length > 12) {
            await office.withdraw(items.pop() ?? '', '有误');
            there.delete(`原有${items.length}`);
          }
        }
        expect(seen.length).toBe(new Set(seen).size);
        for (const title of there) expect(seen).toContain(title);
      }),
      { numRuns: 8 },
    );
  }, 240_000);

  it('what a spreadsheet would run stands in it as text', async () => {
    expect((await ask('/api/v1/documents?format=csv&column=news')).body).toContain(",'=1+1,");
  });
});
