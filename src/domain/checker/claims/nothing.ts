import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import { documentCells } from './documents.ts';
import { type Figure, requestFigure } from './figure.ts';
import { feeCells, powerCells } from './powers.ts';
import { remedyCells } from './remedies.ts';

/** A clause that says there was none: 未收到政府信息公开申请. */
export interface Nothing {
  readonly sentence: Sentence;
  readonly figure: Figure;
  /** Offsets of the clause in its sentence. */
  readonly start: number;
  readonly end: number;
}

const NONE =
  /(?:尚未|暂未|从未|均未|未曾|并未|未|没有|没|暂无|均无|无)(?:有)?(?:收到和处理|收到过|收到|接到|受理|接收|办理|发生|出现|产生|涉及|存在|收取|制定|制发|出台|印发|废止|作出|做出|实施|新增|因|被|公民|任何|关于|政府信息|依申请|行政|规范性|信息公开|申请公开|现行)/;
const NARROWER =
  /(补正|撤回|撤销|超期|逾期|异议|第三方|投诉|举报|减免|败诉|纠错|纠正|维持|变更|超时|违规|当面|信函|传真|邮寄|线上|网络|口头|代理|恶意|大量|重复|新增问题)/;
const OTHER_TIME = /(去年|上年(?!结转)|上半年|下半年|季度|以来|20\d{2}年以前)/;

function figuresOf(context: Context, clause: string, sentence: Sentence): Figure[] {
  const topic = sentence.text + sentence.passage.topic;
  if (/复议|诉讼|应诉/.test(clause)) {
    if (!/公开/.test(topic)) return [];
    const out: Figure[] = [];
    if (/复议/.test(clause)) out.push(remedyCells(['review'], 'total', '行政复议案件'));
    if (/诉讼|应诉/.test(clause)) out.push(remedyCells(['litigationDirect', 'litigationAfterReview'], 'total', '行政诉讼案件'));
    return out;
  }
  if (/(信息公开|公开信息|依申请|公开)[^，]{0,10}申请|依申请公开|申请公开/.test(clause)) {
    if (/(法人|组织|企业)/.test(clause) && !/公民|自然人/.test(clause)) return [];
    if (/结转/.test(clause)) return [];
    return [requestFigure(context, '收到的申请', ['1'])];
  }
  if (/规范性文件/.test(clause) && !/(审查|备案|清理|解读)/.test(clause)) {
    const column = /现行有效/.test(clause)
      ? 'inForce'
      : /废止|失效/.test(clause)
        ? 'abolished'
        : /制定|制发|出台|印发/.test(clause)
          ? 'issued'
          : null;
    return column ? [documentCells(context, 'normativeDocuments', column)] : [];
  }
  if (/行政事业性收费/.test(clause) && !/处理费/.test(clause)) return [feeCells(context)].filter((f) => f !== null);
  const powers: [RegExp, string, string][] = [
    [/行政许可/, 'licences', '行政许可'],
    [/行政处罚/, 'penalties', '行政处罚'],
    [/行政强制/, 'coercion', '行政强制'],
  ];
  return powers
    .filter(([p]) => p.test(clause) && !/(公开|公示|复议|诉讼)/.test(clause))
    .map(([, key, label]) => powerCells(context, key, label));
}

/** The clauses of a sentence that say there was none of a figure. */
export function nothingsOf(context: Context, sentence: Sentence): Nothing[] {
  const out: Nothing[] = [];
  let cut = false;
  for (const m of sentence.text.matchAll(/[^，。；！？：]+/g)) {
    const clause = m[0];
    const none = NONE.exec(clause);
    if (OTHER_TIME.test(clause)) cut = true;
    if (!none || cut || NARROWER.test(clause)) continue;
    for (const figure of figuresOf(context, clause.slice(none.index), sentence))
      out.push({ sentence, figure, start: m.index, end: m.index + clause.length });
  }
  return out;
}
