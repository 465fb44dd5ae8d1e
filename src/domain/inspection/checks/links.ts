import { shanghaiDay } from '#lib/day.ts';
import { OFFICE, OWN, type Result, result, Tally, tallied } from '../result.ts';
import type { Scene, SeenLink } from '../scene.ts';

const itemLink = (l: SeenLink): string => `/publishing/item?number=${encodeURIComponent(l.item)}`;

function external(scene: Scene): Result {
  const dead = new Tally();
  const waiting = new Tally();
  const seen = new Set<string>();
  for (const l of scene.external) {
    const key = `${l.item} ${l.href}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const probe = scene.probes.get(l.href);
    const hit = (says: string) => ({ key, title: l.title || l.item, says, link: itemLink(l), page: null });
    if (!probe) waiting.add(hit(`没有查：${l.href}`));
    else if (probe.outcome === 'refused') waiting.add(hit(`没有查：${l.href}（${probe.detail}）`));
    else if (probe.outcome !== 'ok') dead.add(hit(`${l.href} 打不开（${probe.detail}，${shanghaiDay(Date.parse(probe.checkedAt))}查）`));
  }
  const total = seen.size;
  const rest = waiting.total > 0 ? `，${waiting.total}个没有查` : '';
  if (total === 0) return result('externalLinks', OFFICE, 'pass', '没有站外链接');
  if (dead.total > 0)
    return result('externalLinks', OFFICE, 'fail', `${total}个里有${dead.total}个打不开${rest}`, { hits: dead.hits, total: dead.total });
  if (waiting.total === 0) return result('externalLinks', OFFICE, 'pass', `${total}个都打得开`);
  const says = `${total}个站外链接${rest}；本系统平时不连外网，要查请管理员在服务器上运行 gongkai inspect --online`;
  return result('externalLinks', OFFICE, 'notChecked', says, { hits: waiting.hits, total: waiting.total });
}

/** Links and attachments of what is public. */
export function linkResults(scene: Scene): Result[] {
  const { checked, dead, unchecked } = scene.internal;
  const rest = unchecked > 0 ? `，另有${unchecked}个没有查` : '';
  return [tallied('deadLinks', OWN, dead, (n) => `${checked}个里有${n}个打不开${rest}`, `${checked}个都打得开${rest}`), external(scene)];
}
