import type { Severity } from '../checker/finding.ts';

/** What may be wrong with the registers a report is counted from. Each has one id, wherever it is said. */
export const REGISTER_RULES = {
  'REG-RECEIPT-MISSING': { section: 3, severity: 'error', basis: ['OGIR2019 31'], says: '申请没有收到日期，没有计数' },
  'REG-APPLICANT-MISSING': { section: 3, severity: 'error', basis: ['FORM2021'], says: '申请没有登记申请人类型，没有计数' },
  'REG-AWAITING': { section: 3, severity: 'info', basis: ['OGIR2019 31'], says: '互联网、传真或平常信函提交、尚未确认，不起算、不计数' },
  'REG-ANSWERED-UNCONFIRMED': { section: 3, severity: 'error', basis: ['OGIR2019 31'], says: '已有办理结果，没有确认日期，没有计数' },
  'REG-CONFIRM-EARLY': { section: 3, severity: 'error', basis: ['OGIR2019 31'], says: '确认日期早于收到日期，按未确认处理' },
  'REG-OUTCOME-CONFLICT': { section: 3, severity: 'error', basis: ['OGIR2019 33'], says: '登记的办理结果与办理过程不一致' },
  'REG-OUTCOME-EARLY': { section: 3, severity: 'error', basis: ['OGIR2019 33'], says: '办结日期早于收到日期，按尚未办结计' },
  'REG-OUTCOME-UNKNOWN': { section: 3, severity: 'error', basis: ['FORM2021'], says: '已经答复或办结，没有登记办理结果，按尚未办结计' },
  'REG-OUTCOME-UNDATED': {
    section: 3,
    severity: 'warning',
    basis: ['OGIR2019 33'],
    says: '登记了办理结果，没有答复（办结）日期，按尚未办结计',
  },
  'REG-EVENT-KIND': { section: 3, severity: 'warning', basis: ['OGIR2019 45'], says: '办理过程中有不认识的步骤，没有理会' },
  'REG-CLOSED-EARLY': { section: 3, severity: 'warning', basis: ['OGIR2019 30'], says: '补正或缴费期限未满即登记办结' },
  'REG-SPLIT': { section: 3, severity: 'error', basis: ['FORM2021'], says: '分件登记有误' },
  'REG-MERGED': { section: 3, severity: 'error', basis: ['FORM2021'], says: '并案登记有误' },
  'REG-FEE': { section: 6, severity: 'warning', basis: ['FEE2020'], says: '信息处理费没有登记金额或日期' },
  'REG-DOCUMENT-DATE': { section: 2, severity: 'error', basis: ['OGIR2019 20(1)'], says: '规范性文件的日期有误' },
  'REG-DOCUMENT-UNPUBLISHED': { section: 2, severity: 'warning', basis: ['OGIR2019 20(1)'], says: '文件已印发、没有公布，不计入制发件数' },
  'REG-REGULATION-POWER': { section: 2, severity: 'warning', basis: ['OGIR2019 20(1)'], says: '县级以下机关登记了规章' },
  'REG-ITEM-UNKNOWN': { section: 1, severity: 'warning', basis: ['OGIR2019 23'], says: '发布记录找不到所属信息，没有计数' },
  'REG-MONTH-MISSING': { section: 2, severity: 'warning', basis: ['OGIR2019 20'], says: '月报缺少月份或数字' },
  'REG-MONTH-CUT': { section: 2, severity: 'warning', basis: ['OGIR2019 20'], says: '月报不能按日拆分，期间须为整月' },
  'REG-REMEDY-DATE': { section: 4, severity: 'error', basis: ['FORM2021'], says: '复议、诉讼案件的日期或结果有误' },
  'REG-TICKET-DATE': { section: 1, severity: 'warning', basis: [], says: '工单日期有误' },
  'REG-ACTIVITY-KIND': { section: 1, severity: 'warning', basis: [], says: '活动类别不认识，没有计数' },
  'REG-NIL-RECORDS': { section: 0, severity: 'warning', basis: ['OGIR2019 50'], says: '已作零报告，却有登记' },
  'REG-OPENING': { section: 0, severity: 'warning', basis: ['FORM2021'], says: '登记多于上年年报的期初数' },
} as const satisfies Record<string, { section: number; severity: Severity; basis: readonly string[]; says: string }>;

export type RegisterRule = keyof typeof REGISTER_RULES;

/** One thing wrong with one record, in Chinese: what, and what to do. */
export interface Problem {
  readonly rule: RegisterRule;
  readonly text: string;
}

export function problem(rule: RegisterRule, text: string): Problem {
  return { rule, text };
}
