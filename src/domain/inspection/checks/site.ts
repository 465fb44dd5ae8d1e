import { addDays, type Day, daysBetween, shanghaiDay } from '#lib/day.ts';
import { limitWords } from '../limits.ts';
import { OWN, type Result, result, Tally, tallied } from '../result.ts';
import type { Scene, SiteVisit } from '../scene.ts';

const HOW = '要查请管理员在服务器上运行 gongkai inspect --online';
const onDay = (v: SiteVisit): Day => shanghaiDay(Date.parse(v.at));

/** 站点无法访问: so many spaced visits a day for a week, and the share of those that did not open in time. */
function reach({ visits, limits, today }: Scene): Result {
  const share = limitWords('failedShare', limits);
  const standard = `连续${limitWords('visitDays', limits)}、每天访问${limits.visitsADay}次，${limits.openSeconds}秒打不开的不到${share}`;
  const from = addDays(today, -limits.visitDays);
  const counted = visits.filter((v) => v.outcome !== 'refused' && onDay(v) >= from && onDay(v) <= today);
  const last = visits.at(-1);
  if (counted.length === 0)
    return result('reach', OWN, 'notChecked', last?.outcome === 'refused' ? `没有查：${last.detail}` : `最近没有访问过；${HOW}`, {
      standard,
    });
  const failed = counted.filter((v) => v.outcome !== 'ok' || (v.ms ?? 0) > limits.openSeconds * 1000);
  const hits = failed.map((v) => {
    const says = v.outcome === 'ok' ? `${v.ms}毫秒才打开` : v.detail;
    return { key: v.at, title: v.host, says: `${onDay(v)} ${says}`, link: null, page: null };
  });
  const perDay = Map.groupBy(counted, (v) => daysBetween(onDay(v), today));
  const days = Array.from({ length: limits.visitDays }, (_, i) => perDay.get(i + 1)?.length ?? 0);
  const enough = days.every((n) => n >= limits.visitsADay);
  const found = `访问${counted.length}次，${failed.length}次没有打开`;
  if (!enough)
    return result('reach', OWN, failed.length > 0 ? 'warn' : 'notChecked', `${found}；没有每天满${limits.visitsADay}次，不下结论`, {
      standard,
      hits,
    });
  const over = failed.length * 100 >= limits.failedShare * counted.length;
  return result('reach', OWN, over ? 'fail' : failed.length > 0 ? 'warn' : 'pass', found, { standard, hits });
}

/** Whether the site's name has an IPv6 address, as the last visit found. */
function ipv6({ visits }: Scene): Result {
  const last = visits.findLast((v) => v.ipv6 !== null);
  if (!last) return result('ipv6', OWN, 'notChecked', `没有查过；${HOW}`);
  const found = `${last.host}${last.ipv6 ? '有' : '没有'}IPv6地址（${onDay(last)}查）`;
  return result('ipv6', OWN, last.ipv6 ? 'pass' : 'fail', found);
}

/** A site of a government is called □□□.gov.cn, and its code has ten digits. */
function identity({ site: { host, idCode } }: Scene): Result {
  const tally = new Tally();
  const add = (key: string, title: string, says: string) => tally.add({ key, title, says, link: null, page: null });
  if (host !== '' && !/\.gov\.cn$/i.test(host)) add('host', '网站域名', `${host}不是以 .gov.cn 结尾`);
  if (idCode !== '' && !/^\d{10}$/.test(idCode)) add('idCode', '网站标识码', `${idCode}不是10位数字`);
  if (host === '' && idCode === '') return result('identity', OWN, 'notChecked', '没有填写网站域名和标识码');
  return tallied('identity', OWN, tally, () => '请核对', '填写的域名和标识码符合规定');
}

/** Our own pages as our own server gives them: what the network adds is not in it. */
function slow({ pages, limits }: Scene): Result {
  const standard = `${limits.pageSeconds}秒内打开（不含网络传输）`;
  if (!pages) return result('slow', OWN, 'notChecked', '这次没有打开公开页。', { standard });
  const tally = new Tally();
  for (const p of pages)
    if (p.ms > limits.pageSeconds * 1000)
      tally.add({ key: p.path, title: p.title, says: `用了${(p.ms / 1000).toFixed(1)}秒`, link: null, page: p.path });
  return tallied('slow', OWN, tally, (n) => `${pages.length}个页面里有${n}个慢`, `${pages.length}个页面都够快`, standard);
}

/** The site our own pages are on: whether it is reached from outside, how fast it answers, what it is called. */
export function siteResults(scene: Scene): Result[] {
  const keys = ['reach', 'ipv6', 'identity', 'slow'] as const;
  if (!scene.portal) return keys.map((key) => result(key, OWN, 'notApplicable', '本系统的公开页只作预览。'));
  const away =
    scene.site.host === '' ? (['reach', 'ipv6'] as const).map((key) => result(key, OWN, 'notChecked', '没有填写网站域名')) : null;
  return [...(away ?? [reach(scene), ipv6(scene)]), identity(scene), slow(scene)];
}
