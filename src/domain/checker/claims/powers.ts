import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import type { Figure } from './figure.ts';
import type { Mention } from './mention.ts';

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

/** Decisions made, and fees taken, in the words of a clause. Publishing a decision, an item on a list, a reduction is another thing. */
export function powerFigure(context: Context, _sentence: Sentence, mention: Mention, own: string): Figure | null {
  if (/元$/.test(mention.unit)) {
    return /行政事业性收费/.test(own) && !/(减免|免收|清退|退还|取消|降低|罚款|处理费|标准)/.test(own) ? feeCells(context) : null;
  }
  const named = KINDS.filter(([, , p]) => p.test(own));
  if (named.length !== 1) return null;
  const [key, label] = named[0]!;
  if (/(公开|公示|公布|发布|归集|推送|录入|事项|目录|清单|信息|复议|诉讼|执法人员|案卷|平台|上传|解读|其他)/.test(own + mention.tail))
    return null;
  return /(作出|做出|实施|办理|核发|下达|发生)/.test(own) || /^行政(许可|处罚|强制)(决定|案件)?(共|共计|为)?$/.test(own)
    ? powerCells(context, key, label)
    : null;
}
