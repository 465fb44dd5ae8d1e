import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import type { Figure } from './figure.ts';
import type { Mention } from './mention.ts';
import type { Running } from './running.ts';

const KINDS: readonly [string, string, RegExp][] = [
  ['licences', '行政许可', /行政许可/],
  ['penalties', '行政处罚', /行政处罚/],
  ['coercion', '行政强制', /行政强制/],
];

/** The cell of a kind of decision; in the 2019 form 处理决定数量. */
export function powerCells(context: Context, key: string, label: string): Figure {
  return {
    id: `powers/${key}`,
    label: `${label}处理决定`,
    cells: [context.form.edition === '2019' ? `proactive/${key}/decisions` : `proactive/${key}`],
  };
}

/** The cell of 行政事业性收费; the 2019 form has no amount. */
export function feeCells(context: Context): Figure | null {
  return context.form.edition === '2019'
    ? null
    : { id: 'fees', label: '行政事业性收费', cells: ['proactive/feesInTenThousandYuan'], money: true };
}

/** 全年行政处罚案件共: named without a verb. */
const BARE =
  /^(?:本年度?|全年|20\d{2}年度?|我[局县市镇乡区委]|全[县市区镇乡]|共|累计|，|：)*行政(?:许可|处罚|强制)(?:措施)?(?:处理)?(?:决定|案件)?(?:的?数量|件数|数)?(?:共|共计|合计|为|有)*$/;

/** Decisions made, and fees taken, in the words of a clause. Publishing a decision, an item on a list, a reduction is another thing. */
export function powerFigure(context: Context, sentence: Sentence, mention: Mention, clause: string, running: Running): Figure | null {
  const own = clause.replace(/^[、和及]/, '');
  if (/元$/.test(mention.unit)) {
    return /行政事业性收费/.test(own) && !/(减免|免收|清退|退还|取消|降低|罚款|处理费|标准)/.test(own) ? feeCells(context) : null;
  }
  const named = KINDS.filter(([, , p]) => p.test(own));
  if (named.length !== 1) return null;
  const [key, label] = named[0]!;
  if (/(公开|公示|公布|发布|归集|推送|录入|事项|目录|清单|信息|复议|诉讼|执法人员|案卷|平台|上传|解读|其他)/.test(own + mention.tail))
    return null;
  if (/(作出|做出|实施|办理|办结(?!率)|核发|下达|发生)/.test(own)) return powerCells(context, key, label);
  if (!BARE.test(own)) return null;
  // 公示行政许可 326 条、行政处罚 18 条: the second is published as the first is.
  const before = sentence.text.slice(0, mention.start);
  const follows = /^[、和及]/.test(clause) || /行政(?:许可|处罚|强制)[^，。；]*，[^，]*$/.test(before);
  return !follows || running.figure?.id.startsWith('powers/') ? powerCells(context, key, label) : null;
}
