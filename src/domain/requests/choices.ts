import { FORM_2021 } from '#law/forms/index.ts';
import { choice } from '../registers/define.ts';
import type { Choice } from '../registers/register.ts';

const APPLICANT_WORDS: Readonly<Record<string, readonly string[]>> = {
  naturalPerson: ['个人', '公民', '居民', '村民', '群众', '自然人申请'],
  business: ['企业', '公司', '商业公司', '工商企业', '企业法人', '民营企业'],
  research: ['科研院所', '研究所', '研究院', '科研单位', '科研'],
  publicWelfare: ['公益组织', '社会公益', '社会团体', '基金会', '社会组织', '社会公益机构'],
  legalService: ['律师事务所', '律所', '法律服务', '法律服务所', '基层法律服务所'],
  other: ['其他组织', '其它', '其他法人', '其他法人或组织'],
};

/** 申请人类型: the six columns of section three (the seventh is their sum). */
export const APPLICANT_KINDS: readonly Choice[] = FORM_2021.applicantColumns
  .filter((c) => c.key !== 'total')
  .map((c) => choice(c.key, c.label, ...(APPLICANT_WORDS[c.key] ?? [])));

/**
 * 申请方式 (OGIR2019 31). A bare 邮寄 says nothing of whether it was signed for, on which the day of receipt hangs;
 * it is therefore no synonym of either.
 */
export const CHANNELS: readonly Choice[] = [
  choice('counter', '当面提交', '当面', '现场', '现场提交', '窗口', '当面申请', '现场申请', '窗口受理'),
  choice('registeredPost', '邮寄（签收）', '挂号信', 'EMS', '快递', '特快专递', '邮政快递', '挂号邮寄', '签收邮寄'),
  choice('plainPost', '平常信函', '平信', '普通信函', '平邮'),
  choice(
    'internet',
    '互联网（含电子邮件）',
    '互联网',
    '网络',
    '网站',
    '网上申请',
    '在线申请',
    '电子邮件',
    '电子邮箱',
    '邮箱',
    '网上',
    '线上',
  ),
  choice('fax', '传真'),
  choice('oral', '口头（代为填写）', '口头', '口述', '口头申请'),
];

const OUTCOME_WORDS: Readonly<Record<string, readonly string[]>> = {
  '3.1': ['予以公开', '公开', '全部公开', '同意公开', '已主动公开', '告知获取途径'],
  '3.2': ['部分公开', '区分处理'],
  '3.3.1': ['属于国家秘密', '国家秘密', '不予公开（国家秘密）', '涉密'],
  '3.3.2': ['其他法律行政法规禁止公开', '法律、行政法规禁止公开', '法律法规禁止公开'],
  '3.3.3': ['危及“三安全一稳定”', '危及三安全一稳定', '三安全一稳定'],
  '3.3.4': ['保护第三方合法权益', '第三方合法权益', '商业秘密', '个人隐私', '第三方不同意公开'],
  '3.3.5': ['属于三类内部事务信息', '三类内部事务信息', '内部事务信息'],
  '3.3.6': ['属于四类过程性信息', '四类过程性信息', '过程性信息'],
  '3.3.7': ['属于行政执法案卷', '行政执法案卷', '执法案卷'],
  '3.3.8': ['属于行政查询事项', '行政查询事项', '行政查询'],
  '3.4.1': ['本机关不掌握相关政府信息', '本机关不掌握', '不掌握', '信息不存在', '政府信息不存在', '非本机关公开', '不属于本机关公开'],
  '3.4.2': ['没有现成信息需要另行制作', '需要另行制作', '没有现成信息', '需加工分析'],
  '3.4.3': ['补正后申请内容仍不明确', '补正后仍不明确'],
  '3.5.1': ['信访举报投诉类申请', '信访投诉举报', '信访', '投诉举报'],
  '3.5.2': ['重复申请', '不予重复处理'],
  '3.5.3': ['要求提供公开出版物', '公开出版物'],
  '3.5.4': ['无正当理由大量反复申请', '大量反复申请'],
  '3.5.5': ['要求行政机关确认或重新出具已获取信息', '要求确认或重新出具', '确认或重新出具'],
  '3.6.1': ['逾期不补正', '申请人无正当理由逾期不补正', '视为放弃（未补正）'],
  '3.6.2': ['逾期不缴费', '逾期未缴费', '申请人逾期未缴费', '视为放弃（未缴费）'],
  '3.6.3': ['其他处理', '撤回', '申请人撤回', '申请人撤回申请', '撤回申请'],
};

/** 办理结果: the twenty-one outcome rows of the form in use, each one choice. */
export const OUTCOMES: readonly Choice[] = FORM_2021.requestRows
  .filter((r) => r.role === 'outcome')
  .map((r) => choice(r.key, [r.group, r.label].filter(Boolean).join(' '), r.key, ...(OUTCOME_WORDS[r.key] ?? [])));
