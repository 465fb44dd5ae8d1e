import { FORM_2021 } from '#law/forms/index.ts';
import { choice, field, REMARK } from '../registers/define.ts';
import type { Choice, Register } from '../registers/register.ts';

const RESULT_WORDS: Readonly<Record<string, readonly string[]>> = {
  upheld: ['维持', '驳回诉讼请求', '维持原行为'],
  corrected: ['纠正', '撤销', '变更', '确认违法', '责令履行', '责令重作', '确认无效'],
  other: ['其他', '终止', '不予受理', '和解', '调解', '撤诉', '驳回起诉', '准予撤诉'],
};

/** 结果: the three results of section four. 尚未审结 is a state, never entered. */
export const RESULTS: readonly Choice[] = FORM_2021.remedyColumns
  .filter((c) => c.key !== 'total' && c.key !== 'pending')
  .map((c) => choice(c.key, c.label, ...(RESULT_WORDS[c.key] ?? [])));

/** 行政复议、行政诉讼登记簿: cases about disclosure work in which the organ is respondent or defendant, one line a case through all instances. */
export const REMEDIES: Register = {
  key: 'remedies',
  title: '行政复议和行政诉讼登记簿',
  countWord: '件',
  recordWord: '案件',
  numberField: 'number',
  dateField: 'filedOn',
  declared: true,
  fields: [
    field('number', '登记编号', 'text', { grid: true, synonyms: ['编号', '序列号'] }),
    field('kind', '案件类别', 'choice', {
      grid: true,
      required: { basis: 'FORM2021' },
      choices: [
        choice('review', '行政复议', '复议'),
        choice('litigationDirect', '行政诉讼（未经复议直接起诉）', '未经复议直接起诉', '直接起诉'),
        choice('litigationAfterReview', '行政诉讼（复议后起诉）', '复议后起诉'),
      ],
      synonyms: ['类别', '案件类型', '类型', '案件种类'],
      hint: '复议决定作出后或复议期满后起诉的，都是复议后起诉',
    }),
    field('caseNumber', '案号', 'text', { grid: true, synonyms: ['复议案号', '诉讼案号', '文书号', '案件编号'] }),
    field('organ', '复议机关（法院）', 'text', {
      grid: true,
      synonyms: ['复议机关', '受理机关', '审理法院', '法院', '受理法院', '办理机关'],
    }),
    field('party', '申请人（原告）', 'text', { personal: true, synonyms: ['申请人', '原告', '当事人'] }),
    field('relatedRequest', '所涉申请编号', 'reference', { synonyms: ['关联申请', '申请编号', '所涉申请'] }),
    field('filedOn', '受理（立案）日期', 'day', {
      grid: true,
      required: { basis: 'FORM2021' },
      synonyms: ['受理日期', '立案日期', '受理时间', '立案时间'],
    }),
    field('toldOn', '收到通知日期', 'day', {
      synonyms: ['收到日期', '收到答复通知书日期', '应诉通知日期'],
      hint: '受理（立案）日期不明的，以本机关获知之日计',
    }),
    field('answeredOn', '答复（答辩）日期', 'day', { synonyms: ['提交答复日期', '答辩日期', '提交答辩日期'] }),
    field('decidedOn', '决定（裁判）日期', 'day', {
      grid: true,
      synonyms: ['决定日期', '判决日期', '裁判日期', '结案日期', '审结日期', '裁定日期', '决定时间', '结案时间'],
    }),
    field('result', '结果', 'choice', {
      grid: true,
      choices: RESULTS,
      synonyms: ['审理结果', '复议结果', '判决结果', '裁判结果', '案件结果'],
    }),
    field('appealedOn', '上诉日期', 'day', { synonyms: ['上诉时间'], hint: '一审后上诉的，以终审结果计；终审前为尚未审结' }),
    field('finalOn', '终审日期', 'day', { synonyms: ['二审日期', '二审判决日期', '终审裁判日期'] }),
    field('finalResult', '终审结果', 'choice', { choices: RESULTS, synonyms: ['二审结果'] }),
    REMARK,
  ],
};
