import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#lib/day.ts';
import { inspect } from './inspect.ts';
import { ITEM_KEYS, type ItemKey } from './items.ts';
import { isPast, type LimitKey } from './limits.ts';
import { type Result, type State, Tally } from './result.ts';
import type { PageFacts, Scene, SeenPage, SiteVisit } from './scene.ts';
import { tableOf } from './table.ts';
import { column, place, scene, TODAY } from './testing/scene.ts';
import { summaryOf } from './verdict.ts';

const LIMIT = tableOf(null).limits;
const ago = (n: number) => addDays(TODAY, -n);

function of(s: Scene, item: ItemKey, where?: string): Result {
  const found = inspect(s).find((r) => r.item === item && (where === undefined || r.place === where));
  if (!found) throw new Error(`no result of ${item}`);
  return found;
}
const state = (s: Scene, item: ItemKey, where?: string): State => of(s, item, where).state;

describe('首页两周不更新', () => {
  it.each([
    [13, 'pass'],
    [14, 'pass'],
    [15, 'fail'],
  ] as const)('%d天前更新：%s', (n, expected) => expect(state(scene({ lastOn: ago(n) }), 'home')).toBe(expected));
  it('没有日期的按没有更新计', () => expect(state(scene({ lastOn: null }), 'home')).toBe('fail'));
  it('公开页只作预览的单位不查首页和空白栏目', () => {
    const s = scene({ portal: false, lastOn: null, columns: Array.from({ length: 9 }, (_, i) => column(`c${i}`, { count: 0 })) });
    expect([state(s, 'home'), state(s, 'emptyColumns'), state(s, 'meta')]).toEqual(['notApplicable', 'notApplicable', 'notApplicable']);
  });
});

describe('栏目不更新', () => {
  const late = (threshold: 'news' | 'notices' | 'policy', days: number, n: number) =>
    Array.from({ length: n }, (_, i) => column(`${threshold}${i}`, { threshold, lastOn: ago(days) }));

  it.each([
    [4, 'warn'],
    [5, 'fail'],
    [6, 'fail'],
  ] as const)('动态类、公告类超期的合计%d个：%s', (n, expected) => {
    expect(state(scene({ columns: [...late('news', 15, 2), ...late('notices', 184, n - 2)] }), 'columns')).toBe(expected);
  });
  it.each([
    ['news', 14, 'pass'],
    ['news', 15, 'fail'],
    ['notices', 182, 'pass'],
    ['notices', 183, 'pass'],
    ['notices', 184, 'fail'],
    ['policy', 183, 'pass'],
    ['policy', 184, 'fail'],
  ] as const)('%s 类%d天没有更新：%s', (threshold, days, expected) =>
    expect(state(scene({ columns: late(threshold, days, 5) }), 'columns', 'own')).toBe(expected),
  );
  it.each([
    [9, 'warn'],
    [10, 'fail'],
    [11, 'fail'],
  ] as const)('应更新长期不更新的%d个：%s', (n, expected) => {
    const columns = Array.from({ length: n }, (_, i) => column(`s${i}`, { due: '应在2026-09-30前更新' }));
    expect(state(scene({ columns }), 'staleColumns', 'own')).toBe(expected);
  });
  it.each([
    [0, 'pass'],
    [4, 'warn'],
    [5, 'fail'],
    [6, 'fail'],
  ] as const)('空白栏目%d个：%s', (n, expected) => {
    const columns = Array.from({ length: n }, (_, i) => column(`e${i}`, { count: 0, lastOn: null, threshold: 'news' }));
    const s = scene({ columns });
    expect(state(s, 'emptyColumns')).toBe(expected);
    expect(of(s, 'columns', 'own').total).toBe(0);
  });
  it('空白栏目只算一次：不再算超期，也不算超过自己定的期限', () => {
    const s = scene({ columns: [column('e', { count: 0, lastOn: null, threshold: 'news', everyDays: 7 })] });
    const counted = inspect(s).flatMap((r) => r.hits.filter((h) => h.key === 'e').map(() => r.item));
    expect(counted).toEqual(['emptyColumns']);
  });
  it.each([
    [6, 'pass'],
    [7, 'pass'],
    [8, 'fail'],
  ] as const)('自己定了七天的栏目%d天没有更新：%s，只是提醒', (days, expected) => {
    const s = scene({ columns: [column('o', { everyDays: 7, lastOn: ago(days) })] });
    expect([state(s, 'ownLimits'), of(s, 'ownLimits').severity, state(s, 'columns', 'own')]).toEqual([expected, 'remind', 'pass']);
  });
  it('自己定的期限再长，动态类也按检查指标算，而且只算一次', () => {
    const s = scene({ columns: [column('n', { threshold: 'news', everyDays: 400, lastOn: ago(15) })] });
    expect([state(s, 'columns', 'own'), state(s, 'ownLimits')]).toEqual(['warn', 'notApplicable']);
  });
  it('有下级栏目的不算空白', () =>
    expect(state(scene({ columns: Array.from({ length: 9 }, (_, i) => column(`p${i}`, { leaf: false, count: 0 })) }), 'emptyColumns')).toBe(
      'pass',
    ));
});

describe('县网上的栏目', () => {
  const sites = (days: number, name: string, n: number) =>
    Array.from({ length: n }, (_, i) => place(`p${i}`, 'siteColumn', ago(days), { name: `${name}${i}` }));
  it.each([
    ['工作动态', 14, 'pass'],
    ['工作动态', 15, 'fail'],
    ['通知公告', 183, 'pass'],
    ['通知公告', 184, 'fail'],
    ['政策文件', 184, 'fail'],
  ] as const)('%s %d天没有更新：%s', (name, days, expected) =>
    expect(state(scene({ places: sites(days, name, 5) }), 'columns', 'sites')).toBe(expected),
  );
  it('单独填了期限的公告类栏目，期限再长也按检查指标算', () => {
    const places = Array.from({ length: 5 }, (_, i) => place(`p${i}`, 'siteColumn', ago(184), { name: `公告${i}`, everyDays: 3660 }));
    expect(state(scene({ places }), 'columns', 'sites')).toBe('fail');
  });
  it('没有登记栏目的乡镇：没有查，不是合格', () => expect(state(scene({ portal: false }), 'columns', 'sites')).toBe('notChecked'));
});

describe('政务新媒体两周不更新', () => {
  it.each([
    [13, 'pass'],
    [14, 'pass'],
    [15, 'fail'],
  ] as const)('%d天：%s', (n, expected) => expect(state(scene({ places: [place('w', 'wechat', ago(n))] }), 'account', 'w')).toBe(expected));
  it('没有日期的按没有更新计；期限填得再长也不行', () => {
    expect(state(scene({ places: [place('w', 'wechat', null)] }), 'account', 'w')).toBe('fail');
    expect(state(scene({ places: [place('w', 'weibo', ago(15), { everyDays: 3660 })] }), 'account', 'w')).toBe('fail');
  });
  it('没有账号的不适用', () => expect(state(scene(), 'account')).toBe('notApplicable'));
});

describe('查阅点、公示栏', () => {
  it.each([
    [365, null, 'pass'],
    [366, null, 'fail'],
    [30, 30, 'pass'],
    [31, 30, 'fail'],
  ] as const)('%d天没有更新，自定期限%s：%s', (days, everyDays, expected) =>
    expect(state(scene({ places: [place('b', 'board', ago(days), { everyDays })] }), 'places')).toBe(expected),
  );
});

describe('互动回应', () => {
  const message = (receivedOn: string, answeredOn: string | null = null) => ({
    key: receivedOn,
    title: '路灯不亮',
    kind: '12345工单',
    receivedOn: day(receivedOn),
    answeredOn: answeredOn === null ? null : day(answeredOn),
    link: '/registers/tickets',
  });
  it.each([
    ['2026-08-24', 'pass'],
    ['2026-08-23', 'pass'],
    ['2026-08-22', 'fail'],
  ])('%s收到，到今天没有答复：%s', (on, expected) => expect(state(scene({ messages: [message(on)] }), 'messages')).toBe(expected));
  it.each([
    ['2026-06-01', 'pass'],
    ['2026-06-02', 'fail'],
  ])('三月一日收到，%s才答复：%s', (on, expected) =>
    expect(state(scene({ messages: [message('2026-03-01', on)] }), 'messages')).toBe(expected),
  );
  it('只看最近一年收到的', () => {
    expect(state(scene({ messages: [message('2025-11-23')] }), 'messages')).toBe('fail');
    expect(state(scene({ messages: [message('2025-11-22')] }), 'messages')).toBe('pass');
  });
  it('月末收到的，三个月到短月的最后一天', () => {
    expect(isPast(day('2025-11-30'), 'message', LIMIT, day('2026-02-28'))).toBe(false);
    expect(isPast(day('2025-11-30'), 'message', LIMIT, day('2026-03-01'))).toBe(true);
  });
});

describe('本单位自己的事', () => {
  it.each([
    [365, 'pass'],
    [366, 'fail'],
  ] as const)('指南%d天前核对：%s', (n, expected) =>
    expect(state(scene({ guide: { there: true, lacks: [], lookedAtOn: ago(n), internet: true } }), 'guideAge')).toBe(expected),
  );
  it.each([
    ['2026-01-30', 'pass'],
    ['2026-01-31', 'pass'],
    ['2026-02-01', 'fail'],
  ])('年报%s公布，期限一月三十一日：%s', (on, expected) =>
    expect(state(scene({ report: { year: 2025, by: day('2026-01-31'), basis: 'LOCAL', publishedOn: day(on) } }), 'annualReport')).toBe(
      expected,
    ),
  );
  it('期限当天还没公布的不算迟，第二天算', () => {
    const report = { year: 2025, by: TODAY, basis: 'LOCAL', publishedOn: null };
    expect(state(scene({ report }), 'annualReport')).toBe('notChecked');
    expect(state(scene({ report: { ...report, by: ago(1) } }), 'annualReport')).toBe('fail');
  });
  it('乡镇的年报日期是当地规定，不说成条例第四十九条', () => {
    const report = { year: 2025, by: day('2026-01-31'), publishedOn: null };
    expect(of(scene({ report: { ...report, basis: 'LOCAL' } }), 'annualReport').standard).not.toContain('四十九');
    expect(of(scene({ report: { ...report, basis: 'OGIR2019 49.1' } }), 'annualReport').standard).toContain('条例第四十九条');
  });
  it('指南要素缺几项就列几项', () =>
    expect(
      of(scene({ guide: { there: true, lacks: ['缺传真', '缺地址'], lookedAtOn: TODAY, internet: true } }), 'guideElements').total,
    ).toBe(2));
  it('办事服务写明不适用', () => expect(of(scene(), 'services')).toMatchObject({ state: 'notApplicable', severity: 'veto' }));
});

describe('公开页', () => {
  const facts: PageFacts = {
    meta: {
      SiteName: '示例网',
      SiteDomain: 'x',
      SiteIDCode: '1',
      ColumnName: '通知',
      ArticleTitle: '题',
      PubDate: '2026-11-20 09:30',
      ContentSource: '示例',
    },
    footer: '主办单位 网站标识码 ICP备案号 公安备案号 联系方式 网站地图 我为政府网站找错',
    times: ['2026-11-20 09:30'],
    hasSearch: true,
    hasReportErrors: true,
  };
  const page = (change: Partial<PageFacts>, kind: SeenPage['kind'] = 'article'): Scene =>
    scene({ pages: [{ path: '/slz/items/2026-00001', title: '题', kind, status: 200, ms: 10, facts: { ...facts, ...change } }] });

  it('齐全的合格', () => {
    const s = page({});
    expect((['meta', 'footer', 'reportErrors', 'search', 'timeFormat'] as const).map((k) => state(s, k))).toEqual(Array(5).fill('pass'));
  });
  it.each(['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource'])('文件页缺%s', (name) => {
    const found = of(page({ meta: { ...facts.meta, [name]: ' ' } }), 'meta');
    expect([found.state, found.hits[0]?.says]).toEqual(['fail', `缺少${name}`]);
  });
  it('首页不要求文章标签', () =>
    expect(state(page({ meta: { SiteName: 'a', SiteDomain: 'b', SiteIDCode: 'c' } }, 'home'), 'meta')).toBe('pass'));
  it.each(['主办单位', '网站标识码', 'ICP备案号', '公安备案号', '联系方式', '网站地图'])('页脚缺%s', (label) =>
    expect(of(page({ footer: facts.footer.replace(label, '') }), 'footer').found).toBe(`缺${label}`),
  );
  it.each(['2026-11-20', '2026年11月20日 09:30', '2026-11-20 9:30', '2026-11-20 09:30:00', ''])('时间写成“%s”不合格', (time) =>
    expect(state(page({ times: [time] }), 'timeFormat')).toBe('fail'),
  );
  it('没有打开公开页的，是没有查，不是合格', () => expect(state(scene({ pages: null }), 'meta')).toBe('notChecked'));
});

describe('站外链接', () => {
  const link = { href: 'https://a.gov.cn/x', item: 'SLZ/2026-00001', title: '题', text: '链接' };
  const probe = (outcome: 'ok' | 'dead' | 'unreachable' | 'refused') =>
    new Map([[link.href, { url: link.href, checkedAt: '2026-11-20T00:00:00Z', outcome, detail: '404' }]]);
  it.each([
    [new Map(), 'notChecked'],
    [probe('ok'), 'pass'],
    [probe('dead'), 'fail'],
    [probe('unreachable'), 'fail'],
    [probe('refused'), 'notChecked'],
  ] as const)('%#', (probes, expected) => expect(state(scene({ external: [link], probes }), 'externalLinks')).toBe(expected));
});

describe('结论', () => {
  const summary = (s: Scene, own = tableOf(null)) => summaryOf(inspect(s), own);
  it('有一处单项否决就不合格', () => {
    expect(summary(scene()).verdict).toBe('qualified');
    expect(summary(scene({ lastOn: null }))).toMatchObject({ verdict: 'failed', vetoes: 1 });
  });
  it('还没有开始用的单位未查，什么也不算不合格', () => {
    const s = scene({ begun: false, lastOn: null });
    expect(summary(s)).toMatchObject({ verdict: 'unchecked', vetoes: 0, deductions: 0 });
    expect(inspect(s)).toHaveLength(ITEM_KEYS.length);
  });
  it('没有填分值的不扣分；填了的按处数扣，到上限为止', () => {
    const dead = new Tally();
    for (let i = 0; i < 30; i++) dead.add({ key: String(i), title: '', says: '', link: null, page: null });
    const s = scene({ internal: { checked: 40, dead, unchecked: 0 } });
    expect(summary(s).deducted).toBeNull();
    const own = (most: number | null) =>
      tableOf({ limits: {}, points: { deadLinks: { each: 0.1, most } }, source: '示例', setBy: '', setOn: '' });
    expect(summary(s, own(null)).deducted).toBe(3);
    expect(summary(s, own(2)).deducted).toBe(2);
  });
  it.each([
    [39, 'qualified'],
    [40, 'qualified'],
    [41, 'failed'],
  ])('扣%d分，六十分及格：%s', (points, expected) => {
    const dead = new Tally();
    dead.add({ key: 'a', title: '', says: '', link: null, page: null });
    const own = tableOf({ limits: {}, points: { deadLinks: { each: points, most: null } }, source: '示例', setBy: '', setOn: '' });
    expect(summary(scene({ internal: { checked: 1, dead, unchecked: 0 } }), own).verdict).toBe(expected);
  });
});

describe('站点无法访问：连续一周每天访问二十次，十五秒打不开的占百分之五以上', () => {
  const visit = (daysAgo: number, change: Partial<SiteVisit> = {}): SiteVisit => ({
    host: 'www.example.gov.cn',
    at: `${ago(daysAgo)}T01:00:00.000Z`,
    outcome: 'ok',
    detail: '200',
    ms: 100,
    ipv6: true,
    ...change,
  });
  /** So many visits on each of the seven days before today, so many of all of them without an answer. */
  const week = (aDay: number, failed: number, change: Partial<SiteVisit> = { outcome: 'unreachable', detail: '打不开', ms: null }) =>
    Array.from({ length: 7 * aDay }, (_, i) => visit(7 - Math.floor(i / aDay), i < failed ? change : {}));

  it.each([
    [19, 0, 'notChecked'],
    [19, 19, 'warn'],
    [20, 0, 'pass'],
    [20, 6, 'warn'],
    [20, 7, 'fail'],
    [20, 8, 'fail'],
    [21, 0, 'pass'],
  ] as const)('每天%d次，共%d次没有打开：%s', (aDay, failed, expected) => {
    expect(state(scene({ visits: week(aDay, failed) }), 'reach')).toBe(expected);
  });
  it('有一天没有满二十次，不下结论；今天的不算够不够，打不开的照算', () => {
    expect(state(scene({ visits: week(20, 0).slice(1) }), 'reach')).toBe('notChecked');
    const today = Array.from({ length: 8 }, () => visit(0, { outcome: 'dead', detail: '500' }));
    expect(of(scene({ visits: [...week(20, 0), ...today] }), 'reach')).toMatchObject({ state: 'fail', total: 8 });
  });
  it.each([
    [14_999, 'pass'],
    [15_000, 'pass'],
    [15_001, 'fail'],
  ] as const)('%d毫秒才打开：%s', (ms, expected) => {
    expect(state(scene({ visits: week(20, 7, { ms }) }), 'reach')).toBe(expected);
  });
  it('一周以前的、对方不让程序访问的，不算', () => {
    const old = Array.from({ length: 300 }, () => visit(8, { outcome: 'dead', detail: '500' }));
    const kept = Array.from({ length: 300 }, () => visit(1, { outcome: 'refused', detail: '403' }));
    expect(state(scene({ visits: [...old, ...week(20, 0), ...kept] }), 'reach')).toBe('pass');
    expect(of(scene({ visits: kept }), 'reach')).toMatchObject({ state: 'notChecked', found: '没有查：403' });
  });
  it('没有访问过、没有填网站域名、只作预览的，说没有查或者不适用', () => {
    expect(of(scene(), 'reach').found).toContain('--online');
    expect(state(scene({ site: { host: '', idCode: '' } }), 'reach')).toBe('notChecked');
    expect(state(scene({ portal: false }), 'reach')).toBe('notApplicable');
  });
  it.each([
    [[], 'notChecked'],
    [[{ ipv6: null }], 'notChecked'],
    [[{ ipv6: false }], 'fail'],
    [[{ ipv6: false }, { ipv6: true }], 'pass'],
    [[{ ipv6: true }, { ipv6: null }], 'pass'],
  ] as const)('IPv6：%j：%s', (visits, expected) => {
    expect(state(scene({ visits: visits.map((v, i) => visit(3 - i, v)) }), 'ipv6')).toBe(expected);
  });
});

describe('网站的名称和快慢', () => {
  it.each([
    ['www.example.gov.cn', '1234567890', 'pass'],
    ['www.example.com', '1234567890', 'fail'],
    ['gov.cn.example.com', '', 'fail'],
    ['', '123456789', 'fail'],
    ['', '12345678901', 'fail'],
    ['', '', 'notChecked'],
  ] as const)('域名“%s”，标识码“%s”：%s', (host, idCode, expected) => {
    expect(state(scene({ site: { host, idCode } }), 'identity')).toBe(expected);
  });
  it.each([
    [2999, 'pass'],
    [3000, 'pass'],
    [3001, 'fail'],
  ] as const)('页面用了%d毫秒：%s', (ms, expected) => {
    const page: SeenPage = { path: '/slz', title: '首页', kind: 'home', status: 200, ms, facts: null };
    expect(state(scene({ pages: [page] }), 'slow')).toBe(expected);
  });
  it('没有打开公开页的，没有查', () => expect(state(scene({ pages: null }), 'slow')).toBe('notChecked'));
});

describe('标准是可以改的数据', () => {
  it('管理员改了的照改了的算', () => {
    const own = tableOf({ limits: { home: 7 }, points: {}, source: '示例通知', setBy: '', setOn: '' });
    expect(state(scene({ limits: own.limits, lastOn: ago(7) }), 'home')).toBe('pass');
    expect(state(scene({ limits: own.limits, lastOn: ago(8) }), 'home')).toBe('fail');
  });
});

it('超过期限与否只看日子：到期限为止都不算超过，之后都算', () =>
  fc.assert(
    fc.property(fc.constantFrom<LimitKey>('home', 'notices', 'account', 'guide'), fc.integer({ min: 0, max: 800 }), (key, n) => {
      expect(isPast(ago(n), key, LIMIT, TODAY)).toBe(n > LIMIT[key]);
    }),
  ));
