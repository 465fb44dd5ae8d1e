import type { ItemKey } from '../items.ts';
import { OWN, type Result, result, Tally, tallied } from '../result.ts';
import type { PageFacts, Scene, SeenPage } from '../scene.ts';

const SITE_TAGS = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const ARTICLE_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource'];
const TAGS: Readonly<Record<SeenPage['kind'], readonly string[]>> = {
  home: SITE_TAGS,
  column: [...SITE_TAGS, 'ColumnName'],
  article: [...SITE_TAGS, 'ColumnName', ...ARTICLE_TAGS],
  tombstone: SITE_TAGS,
};
const FOOTER = ['主办单位', '网站标识码', 'ICP备案号', '公安备案号', '联系方式', '网站地图'];
const STAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;
/** The answer of a page that is there; of one taken back, the one that says so. */
const EXPECTED: Readonly<Record<SeenPage['kind'], number>> = { home: 200, column: 200, article: 200, tombstone: 410 };

type Read = SeenPage & { readonly facts: PageFacts };

function each(pages: readonly Read[], item: ItemKey, wrong: (page: Read) => string | null, some: (n: number) => string): Result {
  const tally = new Tally();
  for (const page of pages) {
    const says = wrong(page);
    if (says !== null) tally.add({ key: page.path, title: page.title, says, link: null, page: page.path });
  }
  return tallied(item, OWN, tally, some, `看了${pages.length}个页面，没有问题`);
}

/** A tag that no page has is one thing to mend, not one a page. */
function tagsOf(pages: readonly Read[]): Result {
  const missing = (p: Read) => TAGS[p.kind].filter((name) => !p.facts.meta[name]?.trim());
  const everywhere = SITE_TAGS.filter((name) => pages.every((p) => missing(p).includes(name)));
  const tally = new Tally();
  for (const name of everywhere) tally.add({ key: name, title: '所有页面', says: `缺少${name}`, link: null, page: pages[0]?.path ?? null });
  for (const p of pages) {
    const own = missing(p).filter((name) => !everywhere.includes(name));
    if (own.length > 0) tally.add({ key: p.path, title: p.title, says: `缺少${own.join('、')}`, link: null, page: p.path });
  }
  return tallied('meta', OWN, tally, (n) => `看了${pages.length}个页面，${n}处缺标签`, `看了${pages.length}个页面，标签齐全`);
}

function footerOf(pages: readonly Read[]): Result {
  const text = pages[0]?.facts.footer ?? '';
  const missing = FOOTER.filter((label) => !text.includes(label));
  const hits = missing.map((label) => ({ key: label, title: label, says: `页脚没有${label}`, link: null, page: pages[0]?.path ?? null }));
  return result('footer', OWN, missing.length > 0 ? 'fail' : 'pass', missing.length > 0 ? `缺${missing.join('、')}` : '齐全', { hits });
}

/** A page that does not answer as it should; it counts with the dead links. */
export function isBroken(p: SeenPage): boolean {
  return p.status !== EXPECTED[p.kind];
}

/** What our own pages say of themselves, as the public gets them. */
export function pageResults(scene: Scene): Result[] {
  const keys = ['meta', 'footer', 'reportErrors', 'search', 'timeFormat'] as const;
  if (!scene.portal) return keys.map((key) => result(key, OWN, 'notApplicable', '本系统的公开页只作预览。'));
  if (!scene.pages) return keys.map((key) => result(key, OWN, 'notChecked', '这次没有打开公开页。'));
  const pages = scene.pages.flatMap((p): Read[] => (p.facts ? [{ ...p, facts: p.facts }] : []));
  if (pages.length === 0) return keys.map((key) => result(key, OWN, 'notChecked', '公开页没有打开。'));
  return [
    tagsOf(pages),
    footerOf(pages),
    result(
      'reportErrors',
      OWN,
      pages[0]?.facts.hasReportErrors ? 'pass' : 'fail',
      pages[0]?.facts.hasReportErrors ? '有' : '页脚没有找错入口',
    ),
    each(
      pages,
      'search',
      (p) => (p.facts.hasSearch ? null : '页面上没有搜索'),
      (n) => `${n}个页面没有搜索`,
    ),
    each(
      pages,
      'timeFormat',
      (p) => {
        const odd = [...p.facts.times, ...(p.facts.meta['PubDate'] ? [p.facts.meta['PubDate']] : [])].find((t) => !STAMP.test(t));
        return odd === undefined ? null : `“${odd}”不是 YYYY-MM-DD HH:MM`;
      },
      (n) => `${n}个页面的时间格式不对`,
    ),
  ];
}
