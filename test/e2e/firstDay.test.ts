import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../src/demo/content/office.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/publishing/entries/entry.ts';
import { person } from './portalOffice.ts';
import { openSite, signIn, type TestSite } from './site.ts';

let site: TestSite;
beforeAll(async () => {
  // The example's offices with their people and registers; nothing of publishing is entered yet.
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
}, 240_000);
afterAll(() => site?.close());

async function beginning(account: string, agency: string) {
  const { cookie } = await signIn(site, account, `Yanshi-${account}-2023`);
  const answer = await site.server.inject({ method: 'GET', url: `/api/console/tasks?agency=${agency}`, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  const tasks = answer.json() as { id: string; title: string; tone: string; link: string }[];
  return tasks.filter((t) => t.id === 'publishing:begin').map((t) => [t.title, t.tone, t.link]);
}

const admin = person('孙示例', 'unitAdmin', 'cyz');
const clerk = person('张示例', 'clerk', 'cyz');

describe('the first day of an office', () => {
  it('is told what to enter, not in red, until both are there', async () => {
    const { entries } = site.app.publishing;
    const told = () => beginning('cyz-shenhe', 'cyz');
    expect(await told()).toEqual([['开始使用：填公开设置、登记发布场所', 'none', '/publishing/settings']]);
    const place = placeOf('2026-11-23', 'board', '示例公示栏', '院内东墙', 1, 30);
    expect(await entries.save(clerk, 'cyz', 'place', { id: null, basedOn: null, body: place }, '')).toHaveProperty('id');
    expect(await told()).toEqual([['开始使用：填公开设置', 'none', '/publishing/settings']]);
    const body = { ...DEFAULT_SETTINGS, creditCode: '11000000000000027K' };
    expect(await entries.save(admin, 'cyz', 'settings', { id: null, basedOn: null, body }, '')).toHaveProperty('id');
    expect(await told()).toEqual([]);
  });

  it('who can’t enter it is not told', async () => {
    expect(await beginning('sfz-jingban', 'sfz')).toEqual([]);
  });
});
