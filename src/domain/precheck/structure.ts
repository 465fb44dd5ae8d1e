import type { PrecheckFinding } from './finding.ts';
import type { PageText, PrecheckContext } from './page.ts';

function headings(page: PageText): PrecheckFinding[] {
  let last = 1;
  return page.blocks
    .filter((b) => b.kind === 'heading')
    .flatMap((b): PrecheckFinding[] => {
      const jump = b.level > last + 1;
      const top = b.level === 1;
      last = b.level;
      if (!jump && !top && b.text.trim() !== '') return [];
      const what = top ? '正文里用了一级标题，一级标题只留给信息名称' : jump ? `标题“${b.text.slice(0, 20)}”跳了一级` : '有一个空标题';
      return [
        {
          rule: 'PUB-HEADINGS',
          severity: 'warning',
          message: `${what}；读屏软件靠标题的层次找内容，请改好。`,
          basis: [],
          place: { part: 'body', paragraph: b.n, quote: b.text.slice(0, 60) },
          suggestion: null,
        },
      ];
    });
}

function tables(page: PageText): PrecheckFinding[] {
  return page.tables
    .filter((t) => t.headers === 0 && t.rows > 1 && t.columns > 1)
    .map(
      (t): PrecheckFinding => ({
        rule: 'PUB-TABLE-HEAD',
        severity: 'warning',
        message: `表格（${t.rows}行${t.columns}列）没有表头；请把第一行设为表头。`,
        basis: [],
        place: { part: 'body', paragraph: t.block, quote: t.quote.slice(0, 60) },
        suggestion: null,
      }),
    );
}

function images(page: PageText): PrecheckFinding[] {
  return page.images
    .filter((i) => i.alt === null || /^(图片|image|img|\d+|.*\.(png|jpe?g|gif|webp))$/i.test(i.alt.trim()))
    .map(
      (i): PrecheckFinding => ({
        rule: 'PUB-ALT',
        severity: 'warning',
        message: '图片没有文字说明；请写一句图上是什么（只作装饰的图片，说明留空）。',
        basis: [],
        place: { part: 'body', paragraph: i.block, quote: i.source.slice(0, 60) },
        suggestion: null,
      }),
    );
}

const VAGUE = /^(点击(这里|查看|下载)?|这里|此处|查看|更多|详情|链接|网址)$/;

function links(page: PageText, context: PrecheckContext): PrecheckFinding[] {
  return page.links.flatMap((l): PrecheckFinding[] => {
    const place = { part: 'body' as const, paragraph: l.block, quote: l.text.slice(0, 60) };
    const internal = !/^[a-z][a-z0-9+.-]*:/i.test(l.href) && !l.href.startsWith('//');
    if (internal && !l.href.startsWith('#') && !context.known(l.href)) {
      const message = `链接“${l.text || l.href}”指向的本站页面不存在（${l.href.slice(0, 60)}），请改正或删去。`;
      return [{ rule: 'PUB-LINK-DEAD', severity: 'error', message, basis: ['INSPECT2019'], place, suggestion: null }];
    }
    if (!VAGUE.test(l.text.trim())) return [];
    const message = `链接文字“${l.text}”看不出通向哪里，请写出所指内容的名称。`;
    return [{ rule: 'PUB-LINK-TEXT', severity: 'info', message, basis: [], place, suggestion: null }];
  });
}

/** Links to other sites are looked at by nobody here; said once, however many there are. */
function outside(page: PageText): PrecheckFinding[] {
  const first = page.links.find((l) => /^(?:https?:)?\/\//i.test(l.href.trim()));
  if (!first) return [];
  const place = { part: 'body' as const, paragraph: first.block, quote: first.text.slice(0, 60) };
  const message = '站外链接没有查，可以用 gongkai inspect --online 查。';
  return [{ rule: 'PUB-LINK-OUTSIDE', severity: 'info', message, basis: [], place, suggestion: null }];
}

const MOST_TITLE_LINES = 4;
const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** The title said once more at the top, as it comes along from Word, on one line or broken into several. */
function titleTwice(title: string, page: PageText): PrecheckFinding[] {
  const wanted = bare(title);
  let said = '';
  for (const block of page.blocks.slice(0, MOST_TITLE_LINES)) {
    if (block.kind === 'cell' || block.kind === 'item') return [];
    said += bare(block.text);
    if (said === wanted && wanted !== '') {
      const place = { part: 'body' as const, paragraph: block.n, quote: block.text.slice(0, 60) };
      const message = '正文开头又写了一遍信息名称，公开后页面上会出现两个标题；请从正文里删去。';
      return [{ rule: 'PUB-TITLE-TWICE', severity: 'warning', message, basis: [], place, suggestion: null }];
    }
    if (!wanted.startsWith(said)) return [];
  }
  return [];
}

/** What a screen reader and a visitor stumble over: headings, table heads, pictures without words, links that lead nowhere. */
export function structureFindings(title: string, page: PageText, context: PrecheckContext): PrecheckFinding[] {
  return [...titleTwice(title, page), ...headings(page), ...tables(page), ...images(page), ...links(page, context), ...outside(page)];
}
