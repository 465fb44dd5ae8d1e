import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: true });
}, 240_000);
afterAll(() => site?.close());

/** What is answered to the bytes of a request as they are. */
async function raw(text: string): Promise<string> {
  const { port } = new URL(site.url);
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (d: Buffer) => (answer += d));
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const request = (line: string, host = 'example.invalid', more = '') =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`;
const TITLE = /<h1>[^<]*\p{Script=Han}[^<]*<\/h1>/u;

describe('what cannot be read is told on a page of our own', () => {
  it.each([
    ['a byte no text has', request('GET /cyz/items/%00'), 400],
    ['letters that are no letters', request('GET /%E0%A4%A'), 400],
    ['letters that are no letters, below a unit', request('GET /cyz/content/%ff'), 400],
    ['a host that is none', request('GET /feed.atom', 'a<b>'), 400],
    ['no request at all', 'NONSENSE\r\n\r\n', 400],
    ['a head too long', request('GET /cyz', 'example.invalid', `x: ${'a'.repeat(20_000)}\r\n`), 431],
    ['a way up and out', request('GET /assets/../../package.json'), 404],
    ['a way up and out, written otherwise', request('GET /assets/..%2f..%2fpackage.json'), 404],
    ['an item that never was', request('GET /cyz/items/2026-99999'), 404],
  ])('%s', async (_, text, status) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(TITLE);
    expect(answer.toLowerCase()).toContain('content-security-policy');
    expect(answer.toLowerCase()).toContain('cache-control: no-store');
  });

  it('to programs as JSON', async () => {
    const answer = await raw(request('GET /api/v1/%ff'));
    expect(answer).toMatch(/^HTTP\/1.1 400 .*\{"error":"[^"]*\p{Script=Han}/su);
  });
});

describe('what a stranger sends along', () => {
  const get = (url: string, headers: Record<string, string> = {}) => site.server.inject({ method: 'GET', url, headers });

  it('is no part of a page others get', async () => {
    const plain = await get('/cyz');
    const other = await get('/cyz?utm=<script>&x=1', { 'x-forwarded-host': 'evil.invalid', 'x-original-url': '/console' });
    expect(other.body).toBe(plain.body);
    await get('/cyz/feed.atom', { host: 'evil.invalid' });
    expect((await get('/cyz/feed.atom', { host: 'own.invalid' })).body).not.toContain('evil.invalid');
    expect((await get('/sitemap.xml', { 'x-forwarded-host': 'evil.invalid' })).body).not.toContain('evil.invalid');
  });

  it('stands on a search page as text', async () => {
    const { body } = await get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}&unit=${encodeURIComponent('"><b>')}`);
    expect(body).not.toMatch(/<script>alert|"><b>/);
  });

  it('a byte no text has is not repeated to the browser', async () => {
    const { statusCode, body } = await get('/search?q=a%00%1bb');
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/[\0\x1b]/);
  });

  it('every page says what may run on it: nothing inline, nothing from elsewhere', async () => {
    for (const url of ['/', '/cyz', '/cyz/apply', '/search?q=低保', '/nothing', '/sign-in']) {
      const { headers, body } = await get(url);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/);
      expect(body).not.toMatch(/<script(?! src=)|<style|\son\w+=|style="/);
    }
  });
});

describe('依申请公开', () => {
  it('tells what Art. 27 to 43 and 51 give the applicant, and where this office is', async () => {
    const { body } = await site.server.inject('/cyz/apply');
    for (const words of [
      '姓名或者单位名称、身份证明、联系方式',
      '20个工作日',
      '7个工作日',
      '不收费',
      '第三十一条',
      '第五十一条',
      '先申请行政复议',
    ])
      expect(body).toContain(words);
    expect(body).not.toMatch(/请说明用途|敬请期待/);
  });

  it('gives the form as Word and as PDF; there is none of an office that is none', async () => {
    const docx = await site.server.inject('/cyz/apply/form.docx');
    expect([docx.statusCode, docx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const pdf = await site.server.inject('/cyz/apply/form.pdf');
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await site.server.inject('/nobody/apply/form.pdf')).statusCode).toBe(404);
  }, 60_000);
});
