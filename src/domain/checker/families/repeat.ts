import type { Context } from '../context.ts';
import { contextOf } from '../context.ts';
import { placeOf, type Sentence } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

const LEAST_SENTENCE = 12;
const LEAST_TEXT = 200;
const LIMIT = 0.6;

/** Words apart from years and numbers, so that last year's sentence with new figures is still last year's sentence. */
function plain(text: string): string {
  return text.replace(/[\d一二三四五六七八九十百千万]+/g, '#').replace(/[^\u4e00-\u9fa5#]/g, '');
}

function narrativeOf(context: Context, section?: number): Sentence[] {
  return context.sentences.filter(
    (s) =>
      [1, 5, 6].includes(s.passage.section) &&
      (section === undefined || s.passage.section === section) &&
      plain(s.text).length >= LEAST_SENTENCE,
  );
}

function* repeats(context: Context): Iterable<Found> {
  if (!context.previous) return;
  const last = new Set(narrativeOf(contextOf(context.previous)).map((s) => plain(s.text)));
  const all = narrativeOf(context);
  const same = all.filter((s) => last.has(plain(s.text)));
  const length = (list: readonly Sentence[]): number => list.reduce((n, s) => n + s.text.length, 0);
  const total = length(all);
  if (total < LEAST_TEXT || same.length === 0) return;
  const share = length(same) / total;
  if (share < LIMIT) return;
  const percent = Math.round(share * 100);
  const longest = [...same].sort((a, b) => b.text.length - a.text.length).slice(0, 3);
  const first = longest[0]!;
  yield {
    message: `正文有${percent}%与上年年报相同（不计数字），例如：${longest.map((s) => `“${s.text.slice(0, 30)}…”`).join('；')}。请按本年的实际情况改写。`,
    where: placeOf(first.passage, first.start, first.start + first.text.length),
    expected: `<${LIMIT * 100}%`,
    actual: `${percent}%`,
  };
}

const COPIED = [
  '（一）主动公开。围绕群众关心的事项及时公开政府信息，重点公开惠农补贴、社会救助和村庄建设的情况，便于群众查询和监督。',
  '（二）依申请公开。畅通当面、邮寄、网络等申请渠道，安排专人登记、办理、答复，全过程留有记录，按时规范答复申请人。',
  '（三）政府信息管理。落实信息发布前的保密审查和内容审核制度，定期清理过期失效的内容，保证公开的信息准确有效。',
  '（四）政府信息公开平台建设。做好县政府网站上本镇专栏的内容维护，同步更新公示栏和便民服务大厅的查阅点。',
  '（五）监督保障。县里年度工作考核结果为合格；组织社会评议，结果为满意；全年没有发生责任追究情形；组织业务培训。',
];

export const repeatRule: Rule = {
  id: 'REPEAT-YEAR',
  severity: 'warning',
  title: '不照搬上年文稿',
  basis: ['FORM2021', 'OGIR2019 47'],
  what: `第一、五、六部分的句子（不计数字）有${LIMIT * 100}%以上与上年年报相同。有上年年报、正文不少于${LEAST_TEXT}字时才判断。`,
  fails: { says: '五段话与上年一字不差', sketch: { one: COPIED }, previous: { year: 2022, one: COPIED } },
  passes: {
    says: '只有个别句子相同',
    sketch: { one: COPIED },
    previous: { year: 2022, one: COPIED.map((t, i) => (i === 0 ? t : t.replaceAll('，', '，并且'))) },
  },
  find: repeats,
};
