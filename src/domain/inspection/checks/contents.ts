import { limitWords } from '../limits.ts';
import { OFFICE, type Result, tallied } from '../result.ts';
import type { Scene } from '../scene.ts';

/** What was found in what is public, whatever the place. */
export function contentResults({ contents: c, policies, dates, limits }: Scene): Result[] {
  const all = `公开的${c.seen.items}条都没有问题`;
  return [
    tallied('forgedDate', OFFICE, dates.forged, (n) => `${n}条发布日期不实，没有写明原因`, '没有发现'),
    tallied('interpretation', OFFICE, policies, (n) => `${n}件政策文件没有解读`, '政策文件都有解读或者写明了理由'),
    tallied('images', OFFICE, c.images, (n) => `${n}条信息里有图片没有文字说明`, all),
    tallied('undated', OFFICE, c.undated, (n) => `${n}条没有成文日期`, all),
    tallied('catalogue', OFFICE, c.catalogue, (n) => `${n}条缺目录要素`, all),
    tallied('validity', OFFICE, c.validity, (n) => `${n}条已过有效期，还标为有效`, all),
    tallied(
      'late',
      OFFICE,
      c.late,
      (n) => `${n}条超过二十个工作日才公开或者还没有公开`,
      '都在期限内公开',
      `最近${limitWords('lookBack', limits)}形成的`,
    ),
    tallied('attachments', OFFICE, c.attachments, (n) => `${n}个附件读不出文字`, all),
    tallied('tombstones', OFFICE, c.tombstones, (n) => `${n}条撤回的信息没有写明原因`, '撤回的都写明了原因'),
    tallied(
      'backdated',
      OFFICE,
      dates.backdated,
      (n) => `${n}条补登很迟，没有写明原因`,
      '没有发现',
      `${limitWords('backdated', limits)}内登记`,
    ),
  ];
}
