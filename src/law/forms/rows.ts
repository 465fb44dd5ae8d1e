import type { ApplicantColumn, RemedyColumn, RemedyGroup, RequestRow } from './form.ts';

/** Columns, rows and groups that the 2019 and the 2021 edition print alike. */
export const APPLICANT_COLUMNS: readonly ApplicantColumn[] = [
  { key: 'naturalPerson', label: '自然人' },
  { key: 'business', label: '商业企业', group: '法人或其他组织' },
  { key: 'research', label: '科研机构', group: '法人或其他组织' },
  { key: 'publicWelfare', label: '社会公益组织', group: '法人或其他组织' },
  { key: 'legalService', label: '法律服务机构', group: '法人或其他组织' },
  { key: 'other', label: '其他', group: '法人或其他组织' },
  { key: 'total', label: '总计' },
];

const DISPATCH = '首次终局答复为这一结果的申请，每件只计一次，按答复发出之日';
const REFUSED = '（三）不予公开';
const UNABLE = '（四）无法提供';
const UNPROCESSED = '（五）不予处理';
const OTHER = '（六）其他处理';

function outcome(key: string, label: string, basis: string, group?: string, counts = DISPATCH): RequestRow {
  return { key, label, group, role: 'outcome', counts, basis: basis ? basis.split(/ (?=[A-Z])/) : [] };
}

/** Rows 1 and 2 of section three. */
export const INTAKE_ROWS: readonly RequestRow[] = [
  {
    key: '1',
    label: '一、本年新收政府信息公开申请数量',
    role: 'received',
    counts: '本机关（含内设机构）在期间内首次收到的申请；作废、待确认的不计；补正后重新起算的不重复计',
    basis: ['OGIR2019 31', 'OGIR2019 50.1(2)'],
  },
  {
    key: '2',
    label: '二、上年结转政府信息公开申请数量',
    role: 'carriedIn',
    counts: '期间首日零时已收到、尚未办结的申请；应与上年公布的年报“结转下年度继续办理”逐列相同',
    basis: ['OGIR2019 50.1(2)'],
  },
];

/** The outcome rows 3.1 to 3.5.5. */
export const OUTCOME_ROWS: readonly RequestRow[] = [
  outcome(
    '3.1',
    '（一）予以公开',
    'OGIR2019 36(1) OGIR2019 36(2)',
    undefined,
    '提供了所申请的信息，或告知已主动公开及获取途径的申请，按答复发出之日',
  ),
  outcome(
    '3.2',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    'OGIR2019 37',
    undefined,
    '同一申请有公开也有不公开（区分处理）的申请，只计在这一行，按答复发出之日',
  ),
  outcome('3.3.1', '1.属于国家秘密', 'OGIR2019 36(3) OGIR2019 14', REFUSED),
  outcome('3.3.2', '2.其他法律行政法规禁止公开', 'OGIR2019 36(3) OGIR2019 14', REFUSED),
  outcome('3.3.3', '3.危及“三安全一稳定”', 'OGIR2019 36(3) OGIR2019 14', REFUSED),
  outcome('3.3.4', '4.保护第三方合法权益', 'OGIR2019 36(3) OGIR2019 15', REFUSED),
  outcome('3.3.5', '5.属于三类内部事务信息', 'OGIR2019 36(3) OGIR2019 16.1', REFUSED),
  outcome('3.3.6', '6.属于四类过程性信息', 'OGIR2019 36(3) OGIR2019 16.2', REFUSED),
  outcome('3.3.7', '7.属于行政执法案卷', 'OGIR2019 36(3) OGIR2019 16.2', REFUSED),
  outcome('3.3.8', '8.属于行政查询事项', 'OGIR2019 36(7)', REFUSED),
  outcome('3.4.1', '1.本机关不掌握相关政府信息', 'OGIR2019 36(4) OGIR2019 36(5)', UNABLE),
  outcome('3.4.2', '2.没有现成信息需要另行制作', 'OGIR2019 38', UNABLE),
  outcome('3.4.3', '3.补正后申请内容仍不明确', 'OGIR2019 30', UNABLE),
  outcome('3.5.1', '1.信访举报投诉类申请', 'OGIR2019 39.1', UNPROCESSED),
  outcome('3.5.2', '2.重复申请', 'OGIR2019 36(6)', UNPROCESSED),
  outcome('3.5.3', '3.要求提供公开出版物', 'OGIR2019 39.2', UNPROCESSED),
  outcome('3.5.4', '4.无正当理由大量反复申请', 'OGIR2019 35', UNPROCESSED),
  outcome('3.5.5', '5.要求行政机关确认或重新出具已获取信息', 'FORM2021', UNPROCESSED),
];

/** The three rows of （六）其他处理 (2021). */
export const OTHER_ROWS: readonly RequestRow[] = [
  outcome(
    '3.6.1',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'OGIR2019 30',
    OTHER,
    '补正期限届满未补正、不再处理的申请，按办结登记之日（不早于期满次日）',
  ),
  outcome(
    '3.6.2',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'FEE2020 6',
    OTHER,
    '缴费期限届满未缴费、不再处理的申请，按办结登记之日（不早于期满次日）',
  ),
  outcome('3.6.3', '3.其他', '', OTHER, '申请人撤回（按收到撤回之日）、申请人死亡或终止且无承受人等其他情形'),
];

/** （六）其他处理 as one row, as the edition of 2019 and some later reports print it. */
export const ONE_OTHER_ROW: RequestRow = outcome('3.6', '（六）其他处理', '', undefined, '不属于以上各种结果的申请，按办结之日');

/** 总计 and 结转. */
export const CLOSING_ROWS: readonly RequestRow[] = [
  { key: '3.7', label: '（七）总计', role: 'sum', counts: '本年度办理结果各行之和', basis: ['OGIR2019 50.1(2)'] },
  {
    key: '4',
    label: '四、结转下年度继续办理',
    role: 'carriedOver',
    counts: '期间末日二十四时前已收到、尚未发出最终答复的申请；待补正、征求意见、待缴费、延期的都计入',
    basis: ['OGIR2019 50.1(2)'],
  },
];

export const REMEDY_COLUMNS: readonly RemedyColumn[] = [
  { key: 'upheld', label: '结果维持', counts: '决定或判决日期在期间内、结果为维持的案件，每案一次' },
  { key: 'corrected', label: '结果纠正', counts: '决定或判决日期在期间内、结果为纠正的案件，每案一次' },
  { key: 'other', label: '其他结果', counts: '决定或裁判日期在期间内、结果为其他的案件，每案一次' },
  { key: 'pending', label: '尚未审结', counts: '期间末日前已受理（立案）、期间末日二十四时尚无结果的案件' },
  { key: 'total', label: '总计', counts: '四种结果之和' },
];

export const REMEDY_GROUPS: readonly RemedyGroup[] = [
  { key: 'review', label: '行政复议', basis: ['OGIR2019 50.1(3)', 'ARL2023 11(14)'] },
  { key: 'litigationDirect', label: '未经复议直接起诉', parent: '行政诉讼', basis: ['OGIR2019 50.1(3)', 'ALL2017 44'] },
  { key: 'litigationAfterReview', label: '复议后起诉', parent: '行政诉讼', basis: ['OGIR2019 50.1(3)', 'ALL2017 45'] },
];

export const SECTION_TITLES: readonly string[] = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

export const REQUESTS_CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
