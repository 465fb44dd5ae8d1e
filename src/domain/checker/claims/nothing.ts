import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import { byAnother } from './actors.ts';
import { documentCells } from './documents.ts';
import { type Figure, requestFigure } from './figure.ts';
import { feeCells, powerCells } from './powers.ts';
import { remedyCells } from './remedies.ts';
import { OUTCOMES } from './words.ts';

/** A clause that says there was none: 未收到政府信息公开申请. */
export interface Nothing {
  readonly sentence: Sentence;
  readonly figure: Figure;
  /** Offsets of the clause in its sentence. */
  readonly start: number;
  readonly end: number;
}

const NONE =
  /(?:无人|没有人|未有人)(?:提出|申请|提交)|(?:尚未|暂未|从未|均未|未曾|并未|未|没有|没|暂无|均无|无)(?:有)?(?:新)?(?:收到和处理|收到过|收到|接到|受理|接收|办理|发生|出现|产生|涉及|存在|收取|制定|制发|制|出台|印发|废止|作出|做出|实施|新增|因|被|公民|任何|关于|政府信息|依申请|行政|规范性|信息公开|申请公开|现行|上年结转|上年度结转|结转|公益|科研|法律服务|不予公开|不予处理|无法提供|部分公开)/;
/** 数量均为0: without a unit, or of several figures at once; one number with its unit is read as a number. */
const ZERO =
  /(?:(?:均|都|皆|各)(?:为|是)?(?:0|零|〇)(?:件|起|次|条|例|宗)?|(?:为|是)(?:0|零|〇)|(?:复议|诉讼|复议案件|诉讼案件)(?:0|零|〇)(?:件|起|例|宗)?|零(?:申请|复议|诉讼|发生|受理))$/;
const NARROWER =
  /(补正|撤回|撤销|超期|逾期|异议|第三方|投诉|举报|减免|败诉|纠错|纠正|维持|变更|超时|违规|当面|信函|传真|邮寄|线上|网络|口头|代理|恶意|大量|重复|新增问题|率)/;
const OTHER_TIME = /(去年|上年(?!度?结转)|上半年|下半年|季度|以来|20\d{2}年以前)/;
/** Work in which 复议、诉讼 are another matter's. */
const OTHER_SUITS = /(执法|处罚|工伤|征收|拆迁|许可|强制|合同|劳动|土地|案件评查|应诉工作|重大)/;

const COLUMNS: readonly [RegExp, string, string][] = [
  [/科研机构/, 'research', '科研机构'],
  [/社会公益组织/, 'publicWelfare', '社会公益组织'],
  [/法律服务机构/, 'legalService', '法律服务机构'],
  [/商业企业/, 'business', '商业企业'],
];

function remediesOf(clause: string, sentence: Sentence): Figure[] {
  if (!/公开/.test(sentence.text + sentence.passage.topic) && OTHER_SUITS.test(sentence.text + sentence.passage.topic)) return [];
  const out: Figure[] = [];
  if (/复议/.test(clause)) out.push(remedyCells(['review'], 'total', '行政复议案件'));
  if (/诉讼|应诉/.test(clause)) out.push(remedyCells(['litigationDirect', 'litigationAfterReview'], 'total', '行政诉讼案件'));
  return out;
}

/** The rows of section three a clause denies, of one kind of applicant where it names one. */
function requestsOf(context: Context, clause: string): Figure[] {
  if (/费/.test(clause)) return [];
  const kinds = COLUMNS.filter(([p]) => p.test(clause));
  const people = /公民|自然人|个人/.test(clause);
  const legal = /(法人|组织|企业)/.test(clause);
  if (kinds.length > 1 || (people && kinds.length > 0)) return [];
  if (kinds.length === 1) return [requestFigure(context, `${kinds[0]![2]}的申请`, ['1'], kinds[0]![1])];
  if (legal && !people)
    return /法人(?:或者?|和|及|与|、)其他组织/.test(clause) ? [requestFigure(context, '法人或其他组织的申请', ['1'], 'legal')] : [];
  if (people && !legal) return [requestFigure(context, '自然人的申请', ['1'], 'naturalPerson')];
  if (/结转/.test(clause)) {
    if (/(下|次|明)一?年/.test(clause)) return [requestFigure(context, '结转下年度的申请', ['4'])];
    return /(上|去)一?年/.test(clause) ? [requestFigure(context, '上年结转的申请', ['2'])] : [];
  }
  const outcomes = OUTCOMES.filter((o) => o.pattern.test(clause));
  if (outcomes.length > 0) return outcomes.length === 1 ? [requestFigure(context, outcomes[0]!.label, [outcomes[0]!.code])] : [];
  return [requestFigure(context, '收到的申请', ['1'])];
}

function figuresOf(context: Context, clause: string, sentence: Sentence): Figure[] {
  if (/复议|诉讼|应诉/.test(clause)) return remediesOf(clause, sentence);
  const about = /(信息公开|公开信息|依申请|公开)[^，]{0,12}申请|依申请公开|申请公开/;
  const carried = /结转/.test(clause) && /申请|办理/.test(clause) && /申请/.test(sentence.text + sentence.passage.topic);
  if (about.test(clause) || carried || (/零申请$/.test(clause) && /公开/.test(sentence.text + sentence.passage.topic)))
    return requestsOf(context, clause);
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
    const zero = none ? null : ZERO.exec(clause);
    if (OTHER_TIME.test(clause)) cut = true;
    if ((!none && !zero) || cut || NARROWER.test(clause) || byAnother(context, clause)) continue;
    for (const figure of figuresOf(context, none ? clause.slice(none.index) : clause, sentence))
      out.push({ sentence, figure, start: m.index, end: m.index + clause.length });
  }
  return out;
}
