import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectionLine } from '#domain/inspection/ports.ts';
import type { InspectedUnit, ShownInspection } from '#domain/inspection/service.ts';
import { SYSTEM } from '#domain/people/actor.ts';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import { DEFAULT_SETTINGS } from '#domain/publishing/entries/entry.ts';
import { placeBody } from '#domain/publishing/testing/place.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { openTestApplication, type TestApplication } from '../testing/application.ts';

let t: TestApplication;
let clerk: Viewer;
let admin: Viewer;
let county: Viewer;
let countyAdmin: Viewer;
beforeAll(async () => {
  t = await openTestApplication('2026-11-23T09:00:00+08:00');
  await t.agency('slx', { name: '示例县人民政府', level: 'county' });
  await t.agency('slz', { parent: 'slx' });
  await t.agency('lsz', { parent: 'slx' });
  clerk = await t.person('clerk', 'clerk', 'slz');
  admin = await t.person('admin', 'unitAdmin', 'slz');
  county = await t.person('county', 'countySupervisor', 'slx');
  countyAdmin = await t.person('countyadmin', 'unitAdmin', 'slx');
});
afterAll(() => t.close());

function good<T>(value: T | Refusal | null): Exclude<T, Refusal> {
  if (value === null || isRefusal(value)) throw new Error(`refused: ${JSON.stringify(value)}`);
  return value as Exclude<T, Refusal>;
}

const run = async (who = clerk, agency = 'slz'): Promise<ShownInspection> => good(await t.app.inspection.run(who, agency));
const found = (s: ShownInspection, item: string) => s.inspection.results.find((r) => r.item === item);

async function account(lastOn: string | null, basedOn: { id: string; version: number } | null = null) {
  const body = placeBody({ kind: 'wechat', name: '示例公众号', lastOn });
  const draft = { id: basedOn?.id ?? null, basedOn: basedOn?.version ?? null, body };
  return good(await t.app.publishing.entries.save(clerk, 'slz', 'place', draft));
}

describe('一个单位的自查', () => {
  it('还没有开始用的，未查，不是不合格', async () => {
    const first = await run();
    expect(first.inspection.summary.verdict).toBe('unchecked');
    expect(first.since).toBeNull();
  });

  it('每一次都留着，与上一次比较：新出现、改好', async () => {
    const place = await account('2026-11-08');
    const second = await run();
    expect(found(second, 'account')).toMatchObject({ state: 'fail', placeName: '示例公众号' });
    expect(second.inspection.summary.verdict).toBe('failed');
    expect(second.since?.added.map((f) => f.item)).toContain('account');
    await account('2026-11-09', place);
    const third = await run();
    expect(found(third, 'account')?.state).toBe('pass');
    expect(third.since?.fixed.map((f) => f.item)).toContain('account');
    const list = good(await t.app.inspection.list(clerk, 'slz')) as readonly InspectionLine[];
    expect(list.map((l) => [l.summary.verdict, l.by, l.trigger])).toEqual([
      ['qualified', 'clerk示例', 'demand'],
      ['failed', 'clerk示例', 'demand'],
      ['unchecked', 'clerk示例', 'demand'],
    ]);
    const again = good(await t.app.inspection.get(clerk, 'slz', list[1]?.id ?? '')) as ShownInspection;
    expect(again).toEqual(second);
    expect((await t.app.stores.events.verify('slz')).intact).toBe(true);
  });

  it('工单超过三个月没有办结的，单项否决', async () => {
    const ticket = (number: string, receivedOn: string) =>
      ({ register: 'tickets', agency: 'slz', number, values: { number, receivedOn, title: '路灯不亮' } }) as const;
    await t.app.stores.registers.saveMany([ticket('T1', '2026-08-22'), ticket('T2', '2026-08-23')], SYSTEM, '');
    const messages = found(await run(), 'messages');
    expect(messages).toMatchObject({ state: 'fail', total: 1 });
    expect(messages?.hits[0]?.title).toContain('T1');
  });

  it('超过二十个工作日没有公开的，按期公开的，超期才公开的；村务和转载不算', async () => {
    const item = (number: string, formedOn: string, more = {}) =>
      ({ register: 'items', agency: 'slz', number, values: { title: number, formedOn, mode: 'proactive', ...more } }) as const;
    const publication = (item: string, on: string) =>
      ({
        register: 'publications',
        agency: 'slz',
        values: { item, channel: 'website', on, address: 'https://www.example.gov.cn/a' },
      }) as const;
    await t.app.stores.registers.saveMany(
      [
        item('GK-1', '2026-10-10'),
        item('GK-2', '2026-11-20'),
        item('GK-3', '2026-03-02'),
        item('GK-4', '2026-03-02'),
        item('GK-5', '2026-03-02', { village: true }),
        item('GK-6', '2026-03-02', { reprint: true }),
        item('GK-7', '2026-03-02', { mode: 'onRequest' }),
        publication('GK-3', '2026-03-30'),
        publication('GK-4', '2026-03-31'),
      ],
      SYSTEM,
      '',
    );
    expect(
      found(await run(), 'late')
        ?.hits.map((h) => h.key)
        .sort(),
    ).toEqual(['GK-1', 'GK-4']);
  });

  it('发布日期早于成文日期、晚于今天的，没有说明就是不实；写明原因的不算', async () => {
    const publication = (item: string, on: string, remark: string | null = null) =>
      ({ register: 'publications', agency: 'slz', values: { item, channel: 'website', on, address: 'x', remark } }) as const;
    await t.app.stores.registers.saveMany(
      [publication('GK-2', '2026-11-19'), publication('GK-2', '2026-11-18', '成文日期录错，已更正'), publication('GK-2', '2026-11-24')],
      SYSTEM,
      '',
    );
    expect(found(await run(), 'forgedDate')?.hits.map((h) => h.says)).toEqual([
      '发布日期2026-11-19早于成文日期2026-11-20',
      '发布日期2026-11-24晚于今天',
    ]);
  });
});

describe('每天一次', () => {
  it('一次查一个单位，当天查过的不再查；第二天从头来', async () => {
    t.setNow('2026-11-24T06:00:00+08:00');
    const done = [];
    for (let agency = await t.app.inspection.runDaily(); agency !== null; agency = await t.app.inspection.runDaily()) done.push(agency);
    expect(done.sort()).toEqual(['lsz', 'slx', 'slz']);
    expect(await t.app.inspection.runDaily()).toBeNull();
    t.setNow('2026-11-25T00:30:00+08:00');
    expect(await t.app.inspection.runDaily()).not.toBeNull();
  });

  it('一个单位查不成，不耽误别的单位，轮完再查它', async () => {
    t.setNow('2026-11-26T06:00:00+08:00');
    const columns = (list: readonly unknown[], basedOn: number | null) =>
      t.app.stores.entries.save('lsz', [{ kind: 'columns', id: null, basedOn, body: { columns: list } as never }], SYSTEM, '');
    good(await columns([null], null));
    const next = () => t.app.inspection.runDaily().catch(() => '没有查成');
    expect([await next(), await next(), await next()].sort()).toEqual(['slx', 'slz', '没有查成']);
    expect(await next()).toBe('没有查成');
    good(await columns([], 1));
    expect([await next(), await next()]).toEqual(['lsz', null]);
  });
});

describe('每日自查的记录留多久', () => {
  const on = async (day: string) => {
    t.setNow(`${day}T06:00:00+08:00`);
    for (let agency = await t.app.inspection.runDaily(); agency !== null; agency = await t.app.inspection.runDaily());
  };
  const daily = async () => (await t.app.inspection.list(keeper, 'blz')) as readonly InspectionLine[];
  let keeper: Viewer;

  it('近90天的都留，再早的每月只留最后一次；人查的都留', async () => {
    await t.agency('blz', { parent: 'slx' });
    keeper = await t.person('keeper', 'clerk', 'blz');
    await on('2027-01-05');
    t.setNow('2027-01-06T10:00:00+08:00');
    await run(keeper, 'blz');
    for (const day of ['2027-01-30', '2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04']) await on(day);
    expect((await daily()).length).toBe(7);
    // Ninety days before 2027-05-03 is 2027-02-02.
    await on('2027-05-03');
    const kept = (await daily()).map((l) => l.on);
    expect(kept).toEqual(['2027-05-03', '2027-02-04', '2027-02-03', '2027-02-02', '2027-01-30', '2027-01-06']);
    await on('2027-05-04');
    expect((await daily()).map((l) => l.on)).toEqual(['2027-05-04', ...kept.filter((d) => d !== '2027-02-02')]);
    expect((await t.app.stores.events.verify('blz')).intact).toBe(true);
  });

  it('同前一次比较，比的是还留着的前一次；再查一天，不再少', async () => {
    const all = await daily();
    for (const line of all) {
      const shown = good(await t.app.inspection.get(keeper, 'blz', line.id)) as ShownInspection;
      const before = all[all.indexOf(line) + 1];
      expect(shown.since?.on ?? null).toBe(before?.on ?? null);
    }
    await on('2027-05-05');
    expect((await daily()).map((l) => l.on)).toEqual(['2027-05-05', ...all.map((l) => l.on).filter((d) => d !== '2027-02-03')]);
  });

  it('留多少天由最上面的单位定；每月最后一次一直留着', async () => {
    const given = { limits: { keepRuns: 1 }, points: {}, source: '示例县通知〔2027〕1号' };
    good(await t.app.inspection.setTable(countyAdmin, 'slx', given));
    await on('2027-05-06');
    expect((await daily()).map((l) => l.on).toSorted()).toEqual(['2027-01-06', '2027-01-30', '2027-02-04', '2027-05-05', '2027-05-06']);
    good(await t.app.inspection.setTable(countyAdmin, 'slx', { limits: {}, points: {}, source: '' }));
  });
});

describe('谁看得到，谁能查，谁能改标准', () => {
  it('本单位看自己的，县里看所属各单位的，别的单位看不到', async () => {
    const other = await t.person('other', 'clerk', 'lsz');
    expect(isForbidden(await t.app.inspection.get(other, 'slz', null))).toBe(true);
    expect(isForbidden(await t.app.inspection.list(other, 'slz'))).toBe(true);
    expect(isForbidden(await t.app.inspection.run(other, 'slz'))).toBe(true);
    const names = async (who: Viewer, agency: string) =>
      (good(await t.app.inspection.units(who, agency)) as readonly InspectedUnit[]).map((u) => u.agency).sort();
    expect(await names(county, 'slx')).toEqual(['lsz', 'slx', 'slz']);
    expect(await names(clerk, 'slz')).toEqual(['slz']);
    expect(await names(countyAdmin, 'slx')).toEqual(['slx']);
    const line = (good(await t.app.inspection.list(clerk, 'slz')) as readonly InspectionLine[])[0];
    expect(await t.app.inspection.get(other, 'lsz', line?.id ?? '')).toBeNull();
  });

  it('审计人员只看；县级监督可以查', async () => {
    const auditor = await t.person('auditor', 'auditor', 'slx');
    expect(isForbidden(await t.app.inspection.run(auditor, 'slz'))).toBe(true);
    expect((await run(county)).inspection.by).toBe('county示例');
  });

  it('标准由最上面的单位设置，所属单位照此计算，自己不能放宽', async () => {
    const given = { limits: { account: 30 }, points: {}, source: '示例县通知〔2026〕1号' };
    expect(isForbidden(await t.app.inspection.setTable(clerk, 'slz', given))).toBe(true);
    expect(isRefusal(await t.app.inspection.setTable(admin, 'slz', given))).toBe(true);
    expect(isRefusal(await t.app.inspection.setTable(countyAdmin, 'slx', { ...given, source: '' }))).toBe(true);
    t.setNow('2026-12-01T09:00:00+08:00');
    expect(found(await run(), 'account')?.state).toBe('fail');
    good(await t.app.inspection.setTable(countyAdmin, 'slx', given));
    const after = await run();
    expect(found(after, 'account')).toMatchObject({ state: 'pass', standard: '30天内要有更新' });
    expect(after.inspection.table.own).toMatchObject({ source: '示例县通知〔2026〕1号', setBy: 'countyadmin示例' });
  });
});

describe('公开的内容', () => {
  it('怪异的字符存得下，页面打不开的说没有查', async () => {
    const settings = { id: null, basedOn: null, body: { ...DEFAULT_SETTINGS, portal: true, startedOn: '2026-01-01' } };
    good(await t.app.publishing.entries.save(admin, 'slz', 'settings', settings, '示例：预览'));
    const number = 'T3';
    const odd = {
      register: 'tickets',
      agency: 'slz',
      number,
      values: { number, receivedOn: '2026-03-01', title: '路灯 <b>"不亮"' },
    } as const;
    await t.app.stores.registers.saveMany([odd], SYSTEM, '');
    const shown = await run();
    expect(found(shown, 'messages')?.hits.map((h) => h.title)).toContain('12345工单 T3 路灯 <b>"不亮"');
    expect(found(shown, 'meta')?.state).toBe('notChecked');
  });

  it('对网站的访问由县里留着，各单位同看；三个月以前的不留', async () => {
    const visit = { host: 'www.example.gov.cn', outcome: 'ok', detail: '200', ms: 120, ipv6: true } as const;
    const county = await t.app.stores.entries.get('slx', 'settings', 'settings');
    const site = { name: '', organiser: '', domain: 'www.example.gov.cn', idCode: '', icp: '', police: '', contact: '', reportErrors: '' };
    const body = { ...DEFAULT_SETTINGS, portal: true, site };
    good(await t.app.publishing.entries.save(countyAdmin, 'slx', 'settings', { id: null, basedOn: county?.version ?? null, body }));
    expect(await t.app.inspection.siteToVisit('slz')).toBe('www.example.gov.cn');
    for (const at of ['2026-08-30T01:00:00.000Z', '2026-08-31T01:00:00.000Z', '2026-12-01T01:00:00.000Z'])
      await t.app.inspection.keepVisit('slz', { ...visit, at }, SYSTEM);
    t.setNow('2026-12-01T12:00:00+08:00');
    const shown = await run();
    expect(found(shown, 'ipv6')).toMatchObject({ state: 'pass', found: 'www.example.gov.cn有IPv6地址（2026-12-01查）' });
    expect(found(shown, 'reach')?.state).toBe('notChecked');
    good(await t.app.inspection.setTable(countyAdmin, 'slx', { limits: { visitDays: 200 }, points: {}, source: '示例县通知' }));
    expect(found(await run(), 'reach')?.found).toContain('访问2次');
  });

  it('站外链接的结果带着日期留着，再查一次就换成新的', async () => {
    const { store } = { store: t.app.inspection };
    const url = 'https://www.example.gov.cn/a';
    await store.keepProbes('slz', [{ url, checkedAt: '2026-11-25T00:00:00.000Z', outcome: 'dead', detail: '404' }], SYSTEM);
    await store.keepProbes('slz', [{ url, checkedAt: '2026-11-26T00:00:00.000Z', outcome: 'ok', detail: '200' }], SYSTEM);
    expect(await store.linksToProbe('slz')).toEqual([]);
  });
});
