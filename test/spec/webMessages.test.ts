import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiError } from '../../src/web/api/consoleTypes.ts';
import { type Client, openSite, signIn, type TestSite } from '../e2e/site.ts';
import { address, GIVEN } from './consoleRoutes.ts';

let site: TestSite;
const clients = new Map<string, Client>();
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
  for (const account of ['cyz-guanli', 'cyz-shenhe']) clients.set(account, await signIn(site, account, `Yanshi-${account}-2023`));
}, 240_000);
afterAll(() => site.close());

/** Names of formats and programs that Chinese texts write in Latin letters. */
const NAMES =
  /\b(Word|WPS|Excel|PDF|LibreOffice|HTML|JSON|CSV|ZIP|URL|API|docx|xlsx|xls|csv|MB|KB|cyz|cyz-c1|www\.example\.gov\.cn|https?)\b/g;

/** Words of the program in what a person is told: Latin letters that do not repeat what was sent. */
function foreign(text: string, sent: string): string[] {
  const own = text.replace(/“([^”]*)”/g, (quoted, words: string) => (sent.includes(words) ? '' : quoted));
  return own.replace(NAMES, '').match(/[A-Za-z][A-Za-z_.]+/g) ?? [];
}

/** What was sent, without the names of its parts. */
function values(sent: unknown): string {
  if (typeof sent !== 'object' || sent === null) return `${String(sent)}\n`;
  return Object.values(sent).map(values).join('') + String(sent);
}

function told(body: string): string[] {
  const { error, advice, basis, fields = [] } = JSON.parse(body) as ApiError;
  return [error, advice, ...basis, ...fields.flatMap((f) => [f.what, f.fix])];
}

const WRONG: readonly unknown[] = [undefined, null, '', ' ', 5, -1, 1e9, true, [], ['x'], {}, { x: 1 }, '2024-02-30', '写'.repeat(3000)];

/** The body of a route as it should be, then with each of its parts wrong in turn. */
function* bodies(given: Record<string, unknown>): Generator<Record<string, unknown>> {
  yield {};
  yield given;
  yield { ...given, unheardOf: 1 };
  for (const key of Object.keys(given)) for (const value of WRONG) yield { ...given, [key]: value };
}

describe('every route of the console, whatever it is sent', () => {
  it.each(['cyz-guanli', 'cyz-shenhe'])(
    'answers %s a refusal in Chinese, without a word of the program, and never with a fault',
    async (account) => {
      const { cookie, csrf } = clients.get(account) as Client;
      const found = new Set<string>();
      let sent = 0;
      for (const { method, path } of site.api.routes) {
        const given = { agency: 'cyz', ...GIVEN[`${method} ${path}`] };
        for (const body of bodies(given)) {
          const query = method === 'GET' ? `?${new URLSearchParams(JSON.parse(JSON.stringify(body)) as Record<string, string>)}` : '';
          const { agency: _, ...rest } = body;
          const url = `/api/console${address(path, 'cyz')}${query}`;
          const answer = await site.server.inject({
            method: method as 'POST',
            url,
            // Each from a machine of its own: the limit of requests is not what is looked at.
            remoteAddress: `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent++ & 255}`,
            headers: { cookie, 'x-gongkai-csrf': csrf },
            ...(method !== 'GET' && { payload: path.includes(':agency') ? rest : body }),
          });
          if (answer.statusCode >= 500) found.add(`${method} ${path}: ${answer.statusCode} for ${JSON.stringify(body).slice(0, 200)}`);
          if (answer.statusCode < 400) continue;
          for (const text of told(answer.body))
            for (const word of foreign(text, values(body) + url)) found.add(`${method} ${path}: ${word} in ${text.slice(0, 120)}`);
        }
      }
      expect([...found]).toEqual([]);
      expect(sent).toBeGreaterThan(1000);
    },
    120_000,
  );
});
