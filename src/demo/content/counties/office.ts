import { DEMO_SITE, type DemoOffice, guideOf, placeOf } from '../office.ts';
import type { County } from './county.ts';

/** A county's office as it stands on a day; it also sets the foot of every page under it. */
export function countyOffice(county: County, today: string): DemoOffice {
  const { name, leaders, creditCode, towns } = county;
  const [head, first, second] = leaders;
  return {
    settings: {
      site: DEMO_SITE,
      creditCode,
      leaders: { [head]: '县长', [first]: '副县长', [second]: '副县长' },
      agencyNames: [`${name}人民政府`, '县政府办公室', ...towns.map((t) => `${t}人民政府`)],
      startedOn: '2026-01-01',
      frequentSearches: ['供暖', '低保', '预算', '招聘', '公路'],
    },
    guide: guideOf({ ...county, readAt: '县图书馆、县档案馆' }, today),
    places: [
      placeOf(today, 'siteColumn', `${name}人民政府网站（演示）`, '县人民政府网站', 3, 14),
      placeOf(today, 'wechat', `“${name}发布”微信公众号（演示）`, '微信公众号', 2, 14),
      placeOf(today, 'readingPlace', '县图书馆政府信息查阅点（演示）', '县图书馆一楼', 18, 90),
    ],
    submissions: [],
    corrections: [],
    clarifications: [],
  };
}
