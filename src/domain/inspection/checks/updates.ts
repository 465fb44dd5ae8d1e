import { columnFreshness } from '#domain/publishing/columns.ts';
import type { Threshold } from '#domain/publishing/freshness.ts';
import { PLACE_KINDS } from '#domain/publishing/places.ts';
import { addDays, type Day, daysBetween } from '#lib/day.ts';
import type { ItemKey } from '../items.ts';
import { isPast, type LimitKey, type Limits, limitWords } from '../limits.ts';
import { type Hit, OWN, type Result, result, Tally, tallied, type Where } from '../result.ts';
import type { Scene, SeenColumn, SeenPlace } from '../scene.ts';

const SITES: Where = { place: 'sites', placeName: '政府网站上的栏目' };
const ACCOUNTS: ReadonlySet<string> = new Set(['wechat', 'weibo', 'app', 'shortVideo']);
const NOT_OURS = '本单位的信息在上级政府网站公开，本系统的公开页只作预览。';

/** Which kind of column a site's column is: as its own column says, else by its name. */
function kindOf(place: SeenPlace, columns: readonly SeenColumn[]): Threshold['key'] | null {
  const own = columns.find((c) => c.id === place.body.column);
  if (own) return own.threshold;
  if (/动态|要闻|新闻/.test(place.body.name)) return 'news';
  if (/公告|公示|通知/.test(place.body.name)) return 'notices';
  return /政策|文件/.test(place.body.name) ? 'policy' : null;
}

const ago = (last: Day | null, today: Day): string => (last ? `最近一次在${last}，已${daysBetween(last, today)}天` : '没有更新记录');

function columnHit(agency: string, c: SeenColumn, says: string): Hit {
  const page = ['guide', 'rules', 'content', 'reports'].includes(c.id) ? `/${agency}/${c.id}` : `/${agency}/content/${c.id}`;
  return { key: c.id, title: c.label, says, link: `/publishing?column=${encodeURIComponent(c.id)}`, page };
}

const placeHit = (p: SeenPlace, says: string): Hit => ({ key: p.id, title: p.body.name, says, link: '/publishing/places', page: null });

/** At the limit or over it the item is lost; below it is shown what there is. */
function counted(item: ItemKey, limit: LimitKey, where: Where, scene: Scene, hits: readonly Hit[], what: string): Result {
  const standard = `${what}${limitWords(limit, scene.limits)}及以上`;
  if (hits.length === 0) return result(item, where, 'pass', `没有${what}`, { standard });
  const state = hits.length >= scene.limits[limit] ? 'fail' : 'warn';
  return result(item, where, state, `${what}${hits.length}个`, { standard, hits });
}

/** Past the number of the inspection for its kind; what the office set for itself neither lengthens nor shortens that. */
function isLate(c: SeenColumn, limits: Limits, today: Day): boolean {
  const stands = columnFreshness({ threshold: c.threshold, everyDays: null, closed: false }, c.lastOn, today, limits);
  return stands?.state === 'stale' || stands?.state === 'undated';
}

/** Columns past what the office set for itself, where they are not past the inspection's number anyway. */
function ownLimits({ today, agency }: Scene, columns: readonly SeenColumn[]): Result {
  if (columns.length === 0) return result('ownLimits', OWN, 'notApplicable', '没有自己定期限的栏目。');
  const tally = new Tally();
  for (const c of columns) {
    const stands = columnFreshness({ ...c, closed: false }, c.lastOn, today);
    if (stands?.state === 'stale' || stands?.state === 'undated') tally.add(columnHit(agency, c, stands.says));
  }
  return tallied(
    'ownLimits',
    OWN,
    tally,
    (n) => `${columns.length}个里有${n}个超期`,
    `${columns.length}个都在期限内`,
    '按各栏目自己定的天数',
  );
}

function ownUpdates(scene: Scene): Result[] {
  const { today, limits, columns, agency } = scene;
  const keys = ['home', 'columns', 'staleColumns', 'emptyColumns', 'ownLimits'] as const;
  if (!scene.portal) return keys.map((key) => result(key, OWN, 'notApplicable', NOT_OURS));
  // An empty column counts once, as empty.
  const filled = columns.filter((c) => c.count > 0);
  const late = filled.filter((c) => isLate(c, limits, today));
  const own = filled.filter((c) => c.everyDays !== null && !late.includes(c));
  const stale = columns.filter((c) => c.due !== null && c.count > 0);
  const empty = columns.filter((c) => c.leaf && c.count === 0);
  const standard = `${limitWords('home', limits)}内要有更新`;
  const homeLate = scene.lastOn === null || isPast(scene.lastOn, 'home', limits, today);
  return [
    result('home', OWN, homeLate ? 'fail' : 'pass', `首页${ago(scene.lastOn, today)}`, { standard }),
    counted(
      'columns',
      'lateColumns',
      OWN,
      scene,
      late.map((c) => columnHit(agency, c, `${ago(c.lastOn, today)}，最长${limits[c.threshold ?? 'news']}天`)),
      '超期不更新的栏目',
    ),
    counted(
      'staleColumns',
      'staleColumns',
      OWN,
      scene,
      stale.map((c) => columnHit(agency, c, c.due ?? '')),
      '长期不更新的栏目',
    ),
    counted(
      'emptyColumns',
      'emptyColumns',
      OWN,
      scene,
      empty.map((c) => columnHit(agency, c, '还没有内容')),
      '空白栏目',
    ),
    ownLimits(scene, own),
  ];
}

function siteUpdates(scene: Scene): Result[] {
  const { today, limits, columns } = scene;
  const sites = scene.places.filter((p) => p.body.kind === 'siteColumn');
  if (sites.length === 0) {
    const none = '没有登记政府网站上的栏目；请先在“发布场所”登记。';
    return [result('columns', SITES, scene.portal ? 'notApplicable' : 'notChecked', none)];
  }
  const late: Hit[] = [];
  const stale: Hit[] = [];
  for (const p of sites) {
    const kind = kindOf(p, columns);
    if (kind !== null) {
      if (p.lastOn === null || isPast(p.lastOn, kind, limits, today))
        late.push(placeHit(p, `${ago(p.lastOn, today)}，最长${limits[kind]}天`));
      continue;
    }
    const every = p.body.everyDays ?? limits.place;
    if (p.lastOn === null || addDays(p.lastOn, every) < today) stale.push(placeHit(p, `${ago(p.lastOn, today)}，最长${every}天`));
  }
  return [
    counted('columns', 'lateColumns', SITES, scene, late, '超期不更新的栏目'),
    counted('staleColumns', 'staleColumns', SITES, scene, stale, '长期不更新的栏目'),
  ];
}

function accounts(scene: Scene): Result[] {
  const standard = `${limitWords('account', scene.limits)}内要有更新`;
  const list = scene.places.filter((p) => ACCOUNTS.has(p.body.kind));
  if (list.length === 0)
    return [result('account', { place: 'accounts', placeName: '政务新媒体' }, 'notApplicable', '没有登记政务新媒体账号。')];
  return list.map((p) => {
    const past = p.lastOn === null || isPast(p.lastOn, 'account', scene.limits, scene.today);
    const where = { place: p.id, placeName: p.body.name };
    return result('account', where, past ? 'fail' : 'pass', ago(p.lastOn, scene.today), { standard });
  });
}

function otherPlaces(scene: Scene): Result {
  const { limits, today } = scene;
  const tally = new Tally();
  const list = scene.places.filter((p) => !ACCOUNTS.has(p.body.kind) && p.body.kind !== 'siteColumn' && p.body.kind !== 'portal');
  for (const p of list) {
    const every = p.body.everyDays ?? limits.place;
    if (p.lastOn === null || addDays(p.lastOn, every) < today)
      tally.add(placeHit(p, `${PLACE_KINDS[p.body.kind].label}，${ago(p.lastOn, today)}，最长${every}天`));
  }
  const where = { place: 'places', placeName: '查阅点、公示栏等' };
  if (list.length === 0) return result('places', where, 'notApplicable', '没有登记查阅点、公示栏等场所。');
  const standard = `${limitWords('place', limits)}内要有更新，自定了期限的按自定的`;
  return tallied('places', where, tally, (n) => `${list.length}处里有${n}处超期没有更新`, `${list.length}处都在期限内`, standard);
}

/** 首页、栏目、新媒体、场所: is what should be new, new. */
export function updateResults(scene: Scene): Result[] {
  return [...ownUpdates(scene), ...siteUpdates(scene), ...accounts(scene), otherPlaces(scene)];
}
