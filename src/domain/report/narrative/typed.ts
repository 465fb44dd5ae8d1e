import { chineseNumber } from '#domain/checker/numerals.ts';
import type { Run } from '../document.ts';
import { figureLabel, spoken } from '../figures.ts';

/** A number that someone typed into the text although a figure states it, or might. */
export interface TypedNumber {
  /** As typed, with its measure word: 三十件. */
  readonly text: string;
  readonly value: number;
  /** `equals`: same value as a figure, not bound to it · `competes`: names a figure and differs from it · `unbound`: no figure says this. */
  readonly kind: 'equals' | 'competes' | 'unbound';
  readonly figures: readonly string[];
  /** In Chinese, for the editor. */
  readonly message: string;
}

const NUMBER = /(\d[\d,，]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+)(?:余|多)?(件|条|次|起|宗|份|篇|万元|元|%|％)/g;

/** Which words in a clause name which figure, the more special first. */
const NAMES: readonly (readonly [figure: string, words: RegExp, measure: RegExp])[] = [
  ['requests/4/total', /结转下(一)?年|继续办理/, /件/],
  ['requests/2/total', /上(一)?年.{0,6}结转|结转.{0,6}上(一)?年/, /件/],
  ['figures/tickets/closed', /(工单|热线|转办件).*办结|办结.*(工单|热线|转办件)/, /件/],
  ['figures/tickets/received', /工单|热线|转办件/, /件/],
  ['requests/3.7/total', /办结/, /件/],
  ['requests/1/total', /(收到|新收|受理).*申请|申请.*(收到|新收|受理)/, /件|宗|份/],
  ['proactive/normativeDocuments/abolished', /废止.*规范性文件|规范性文件.*废止/, /件|份/],
  ['proactive/normativeDocuments/inForce', /现行有效/, /件|份/],
  ['proactive/normativeDocuments/issued', /规范性文件/, /件|份|条/],
  ['figures/items', /主动公开|公开(政府)?信息|发布(政府)?信息/, /条|件|篇/],
  ['remedies/review/total', /行政复议/, /件|起|宗/],
  ['figures/remedies/litigation', /行政诉讼/, /件|起|宗/],
  ['figures/processingFee/noticedItems', /收费通知/, /件|份/],
  ['figures/processingFee/paidFen', /收取.*(信息处理费|费用)/, /^元/],
  ['figures/activities/training/all', /培训/, /次/],
  ['figures/activities/inspection/all', /检查/, /次/],
  ['figures/activities/assessment/all', /考核/, /次/],
  ['figures/activities/socialEvaluation/all', /评议/, /次/],
  ['proactive/licences', /行政许可/, /件/],
  ['proactive/penalties', /行政处罚/, /件/],
  ['proactive/coercion', /行政强制/, /件/],
  ['proactive/feesInTenThousandYuan', /事业性收费/, /万元/],
];

/** 同一条, 第三次, 一次性, 逐件: counting words that count nothing. */
function countsNothing(typed: string, before: string, after: string): boolean {
  if (/第$/.test(before) || /^性/.test(after)) return true;
  return /^一(?!百|千|万|十)/.test(typed) && !/[共计为达收到结发]$/.test(before);
}

function describe(text: string, kind: TypedNumber['kind'], figures: readonly string[], value: number | null): string {
  const label = figures[0] ? figureLabel(figures[0]) : '';
  if (kind === 'equals') return `“${text}”是手工填写的，与“${label}”相同，建议改为引用该数字，以后台账变动时一并更新。`;
  if (kind === 'competes') return `“${text}”是手工填写的，而“${label}”按台账是${value ?? '未知'}，请改为引用该数字。`;
  return `“${text}”是手工填写的，台账里没有对应的数字，请核对依据。`;
}

/** Every number typed by hand in the plain words of a paragraph, dates, document numbers and ordinals aside. */
export function typedNumbers(runs: readonly Run[], value: (figure: string) => number | null): TypedNumber[] {
  const text = runs.map((r) => (r.figure ? '\u0000'.repeat(r.text.length) : r.text)).join('');
  const words = runs.map((r) => r.text).join('');
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const typed = match[0];
    const digits = match[1]!.replaceAll(/[,，]/g, '');
    const n = /^\d/.test(digits) ? Number(digits) : chineseNumber(digits);
    if (n === null || countsNothing(typed, text.slice(0, match.index), text.slice(match.index + typed.length))) return [];
    const start = Math.max(...['。', '；', '，', '：'].map((c) => words.lastIndexOf(c, match.index - 1))) + 1;
    const clause = words
      .slice(start)
      .split(/[。；，：]/)[0]!
      .replaceAll(NUMBER, '');
    const named = NAMES.find(([, name, measure]) => name.test(clause) && measure.test(match[2]!))?.[0];
    const counted = named === undefined ? null : value(named);
    const stated = named === undefined || counted === null ? null : spoken(named, counted);
    const kind = named === undefined ? 'unbound' : stated === n ? 'equals' : 'competes';
    const figures = named === undefined ? [] : [named];
    return [{ text: typed, value: n, kind, figures, message: describe(typed, kind, figures, stated) }];
  });
}
