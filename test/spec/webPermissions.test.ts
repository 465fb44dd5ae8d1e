import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../../src/demo/index.ts';
import { may, POLICY, type Verb } from '../../src/domain/people/policy.ts';
import { type Client, openSite, signIn, type TestSite } from '../e2e/site.ts';
import { address, GIVEN } from './consoleRoutes.ts';

let site: TestSite;
const clients = new Map<string, Client>();

beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
  for (const p of demoPeople()) clients.set(p.account, await signIn(site, p.account, p.password));
}, 240_000);
afterAll(() => site.close());

/** Where the verb hangs on the step or the list that is named, the service asks it: what it asks for what is given above. */
const ASKED_BY_THE_SERVICE: Readonly<Record<string, Verb>> = {
  'POST /publishing/item/step': 'publish',
  'POST /publishing/entries/:kind': 'write',
};

async function ask(method: string, path: string, agency: string, client: Client | null, csrf = true) {
  const given = GIVEN[`${method} ${path}`];
  const body = { agency, ...given, ...(given && 'unit' in given ? { unit: agency } : {}) };
  const query = method === 'GET' ? `?${new URLSearchParams(body as unknown as Record<string, string>)}` : '';
  const url = `/api/console${address(path, agency)}`;
  // What the address names is not named in the body again.
  const { agency: _, ...rest } = body;
  const payload = path.includes(':agency') ? rest : body;
  return site.server.inject({
    method: method as 'GET' | 'POST' | 'PUT',
    url: `${url}${query}`,
    headers: { ...(client && { cookie: client.cookie }), ...(client && csrf && { 'x-gongkai-csrf': client.csrf }) },
    ...(method !== 'GET' && { payload }),
  });
}

async function viewerOf(account: string) {
  const found = await site.app.stores.people.credential(account);
  if (!found) throw new Error(account);
  return site.app.accounts.viewer(found.person);
}

describe('every route of the console, for every role, in the own and in another agency', () => {
  it('answers what the table of permissions says, and nothing else decides', async () => {
    const guarded = site.api.routes.filter((r): r is typeof r & { may: Verb } => r.may !== null);
    expect(guarded.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    let tried = 0;
    for (const { account } of demoPeople()) {
      const viewer = await viewerOf(account);
      for (const { method, path, may: verb } of guarded)
        for (const agency of ['cyz', 'sfz', 'nowhere']) {
          const answer = await ask(method, path, agency, clients.get(account)!);
          const asked = [verb, ASKED_BY_THE_SERVICE[`${method} ${path}`] ?? verb];
          const allowed = asked.every((v) => may(viewer, v, { agency }));
          tried++;
          if ((answer.statusCode === 403) === allowed || answer.statusCode >= 500 || answer.statusCode === 400)
            wrong.push(`${account} ${method} ${path} ${agency}: ${answer.statusCode} ${answer.body.slice(0, 80)}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBe(demoPeople().length * guarded.length * 3);
  });

  it('somebody who is not signed in gets nothing', async () => {
    for (const { method, path } of site.api.routes) {
      const answer = await ask(method, path, 'cyz', null);
      expect(`${method} ${path} ${answer.statusCode}`).toBe(`${method} ${path} 401`);
    }
  });

  it('a change without the session’s own token is refused, whoever asks', async () => {
    const admin = clients.get('cyz-guanli')!;
    for (const { method, path } of site.api.routes.filter((r) => r.method !== 'GET')) {
      expect((await ask(method, path, 'cyz', admin, false)).statusCode).toBe(403);
      const foreign = { ...admin, csrf: clients.get('sfz-guanli')!.csrf };
      expect((await ask(method, path, 'cyz', foreign)).statusCode).toBe(403);
    }
  });

  it('a change that another site’s page sends is refused before anything is looked at', async () => {
    const { cookie, csrf } = clients.get('cyz-guanli')!;
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
      const answer = await site.server.inject({
        method: 'POST',
        url: '/api/console/declarations',
        headers: { cookie, 'x-gongkai-csrf': csrf, ...headers },
        payload: { agency: 'cyz', register: 'tickets', from: '2020-01-01', to: '2020-01-31', state: 'notKept' },
      });
      expect(answer.statusCode).toBe(403);
    }
  });

  it('every verb of the table is some role’s', () => {
    for (const roles of Object.values(POLICY)) expect(roles.length).toBeGreaterThan(0);
  });
});

describe('objects of another agency can’t be reached by naming them', () => {
  const foreign = { cookie: '', 'x-gongkai-csrf': '' };
  beforeAll(() => {
    const client = clients.get('cyz-guanli')!;
    Object.assign(foreign, { cookie: client.cookie, 'x-gongkai-csrf': client.csrf });
  });

  it('a record is named with its agency; an own agency in the address does not open another’s', async () => {
    const own = await site.server.inject({
      url: '/api/console/requests/SFZ-2023-0001/clock?agency=cyz',
      headers: foreign,
    });
    expect(own.statusCode).toBe(404);
    const other = await site.server.inject({ url: '/api/console/requests/SFZ-2023-0001/clock?agency=sfz', headers: foreign });
    expect(other.statusCode).toBe(403);
  });

  it('an agency in the body does not overrule the one in the address', async () => {
    const answer = await site.server.inject({
      method: 'POST',
      url: '/api/console/reports/sfz/2023/override',
      headers: foreign,
      payload: { agency: 'cyz', cell: 'requests/1/total', value: 1, reason: '试' },
    });
    expect(answer.statusCode).toBe(403);
  });

  it('fields nobody asked for are refused, not stored', async () => {
    const answer = await site.server.inject({
      method: 'POST',
      url: '/api/console/registers/items',
      headers: foreign,
      payload: { agency: 'cyz', drafts: [{ agency: 'sfz', origin: 'opening', version: 9, values: { title: '试' } }] },
    });
    expect(answer.statusCode).toBe(400);
  });

  it('a person of another unit can’t be given a password, a role or an end', async () => {
    const found = await site.app.stores.people.credential('sfz-jingban');
    const id = found?.person.id ?? '';
    const password = await site.server.inject({
      method: 'POST',
      url: `/api/console/people/${id}/password`,
      headers: foreign,
      payload: { password: 'Neu-Passwort-99' },
    });
    expect(password.statusCode).toBe(403);
    const role = await site.server.inject({
      method: 'POST',
      url: '/api/console/people',
      headers: foreign,
      payload: { agency: 'cyz', name: '试试', account: 'cyz-new', password: 'Xin-mima-2026', role: 'countySupervisor' },
    });
    expect(role.statusCode).toBe(403);
    const end = await site.server.inject({
      method: 'POST',
      url: `/api/console/people/${id}/end`,
      headers: foreign,
      payload: { agency: 'cyz', role: 'clerk' },
    });
    expect(end.statusCode).toBe(422);
    await expect(signIn(site, 'sfz-jingban', 'Yanshi-sfz-jingban-2023')).resolves.toBeTruthy();
  });

  it('personal values leave the server masked, in rows, history and every export', async () => {
    const { cookie } = clients.get('sfz-jingban')!;
    const raw = await site.app.stores.registers.list({ register: 'requests', agencies: ['sfz'], size: 0 });
    const secrets = raw.records
      .flatMap((r) => ['identityNumber', 'contact'].map((k) => String(r.values[k] ?? '')))
      .filter((v) => v.length > 6);
    expect(secrets.length).toBeGreaterThan(50);
    for (const path of ['', '/export?format=csv&', '/export?format=json&', '/print?']) {
      const url = `/api/console/registers/requests${path || '?size=500&'}${path.includes('?') ? '' : ''}agency=sfz`;
      const { body } = await site.server.inject({ url, headers: { cookie } });
      expect(body).toContain('SFZ-2023-0001');
      expect(secrets.filter((s) => body.includes(s))).toEqual([]);
    }
  });
});
