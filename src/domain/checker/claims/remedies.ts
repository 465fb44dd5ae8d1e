import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import type { Figure } from './figure.ts';
import type { Mention } from './mention.ts';
import type { Running } from './running.ts';

type Group = 'review' | 'litigationDirect' | 'litigationAfterReview';
const RESULTS: readonly [string, string, RegExp][] = [
  ['upheld', '结果维持', /维持/],
  ['corrected', '结果纠正', /纠正|纠错/],
  ['other', '其他结果', /其他结果|^、?其他$/],
  ['pending', '尚未审结', /尚未审结|未审结|正在审理/],
];

/** The figure over groups and one column of section four. */
export function remedyCells(groups: readonly Group[], column: string, label: string): Figure {
  return { id: `remedies/${groups.join('+')}/${column}`, label, cells: groups.map((g) => `remedies/${g}/${column}`) };
}

/** One result of the groups of a figure, given by its key `review` or `litigationDirect+litigationAfterReview`. */
export function remedyResult(groups: string, column: string, label: string): Figure {
  return remedyCells(groups.split('+') as Group[], column, label);
}

/** 复议 and 诉讼 in the words of a clause; null where neither or both are named. */
function groupsIn(text: string): { groups: Group[]; label: string } | null {
  const review = Math.max(text.lastIndexOf('复议案'), text.lastIndexOf('行政复议'), /复议$/.test(text) ? text.length : -1);
  const suit = Math.max(text.lastIndexOf('诉讼'), text.lastIndexOf('应诉'), text.lastIndexOf('起诉'));
  if (/复议后.{0,4}(起诉|诉讼)/.test(text)) return { groups: ['litigationAfterReview'], label: '复议后起诉' };
  if (/未经复议.{0,4}(起诉|诉讼)|直接起诉/.test(text)) return { groups: ['litigationDirect'], label: '未经复议直接起诉' };
  if (review < 0 && suit < 0) return null;
  if (review >= 0 && suit >= 0) return null;
  if (suit >= 0) return { groups: ['litigationDirect', 'litigationAfterReview'], label: '行政诉讼' };
  return { groups: ['review'], label: '行政复议' };
}

/** 复议 6 件，均与政府信息公开有关. */
const ABOUT = /^，(?:均|全部|都)(?:与|为|系|涉及|属于?|因)[^，。；]{0,8}信息公开/;

/** The figure of section four that a mention names, where the case is about disclosure work. */
export function remedyFigure(context: Context, sentence: Sentence, mention: Mention, own: string, running: Running): Figure | null {
  const before = sentence.text.slice(0, mention.start);
  const about = ABOUT.test(sentence.text.slice(mention.end));
  if (!about && !/公开/.test(before) && !/公开|复议|诉讼/.test(sentence.passage.topic)) return null;
  if (!about && !/公开/.test(before) && !/^(?:信息公开类|因)/.test(own) && /(全年|全市|全县|全区|共)?(办理|审理)/.test(own)) return null;
  const result =
    RESULTS.find(([, , p]) => p.test(own)) ??
    RESULTS.find(([, , p]) => /^(?:结果|均|被|获|已)?/.test(mention.tail) && p.test(mention.tail.split('、')[0]!.slice(0, 6)));
  const named = groupsIn(own);
  if (named) {
    const column = result && RESULTS.some(([k, , p]) => k === result[0] && p.test(own)) ? result : null;
    return remedyCells(named.groups, column?.[0] ?? 'total', `${named.label}${column ? `${column[1]}` : ''}的案件`);
  }
  const running4 = /^remedies\/([^/]+)\//.exec(running.figure?.id ?? '');
  if (!running4 || !result) return null;
  const groups = running4[1]!.split('+') as Group[];
  const base = groups[0] === 'review' ? '行政复议' : '行政诉讼';
  return context.form ? remedyCells(groups, result[0], `${base}${result[1]}的案件`) : null;
}
