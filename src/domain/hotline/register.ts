import { choice, field, HANDLER, REMARK } from '../registers/define.ts';
import type { Choice, Register } from '../registers/register.ts';

/** 诉求类别 as hotline statistics print them. */
export const TICKET_CATEGORIES: readonly Choice[] = [
  choice('inquiry', '咨询', '咨询类'),
  choice('help', '求助', '求助类', '诉求'),
  choice('complaint', '投诉', '投诉类'),
  choice('report', '举报', '举报类'),
  choice('suggestion', '建议', '意见建议', '建议类', '意见'),
  choice('praise', '感谢、表扬', '表扬', '感谢'),
  choice('other', '其他', '其它'),
];

/** 12345 热线工单登记簿. 办结 is not 已解决: the latter is what the caller said at the call-back. */
export const TICKETS: Register = {
  key: 'tickets',
  title: '12345热线工单登记簿',
  countWord: '件',
  recordWord: '工单',
  numberField: 'number',
  dateField: 'receivedOn',
  declared: true,
  fields: [
    field('number', '工单编号', 'text', { grid: true, synonyms: ['工单号', '编号', '受理编号', '单号', '派单编号', '流水号'] }),
    field('receivedOn', '派单日期', 'day', {
      grid: true,
      synonyms: ['受理日期', '接收日期', '来电日期', '派单时间', '受理时间', '来电时间', '接单时间', '收到日期', '转办时间', '登记日期'],
    }),
    field('title', '诉求标题', 'text', {
      grid: true,
      synonyms: ['标题', '诉求内容', '反映内容', '主要内容', '工单标题', '反映问题', '诉求'],
    }),
    field('category', '诉求类别', 'choice', {
      grid: true,
      choices: TICKET_CATEGORIES,
      synonyms: ['类别', '工单类型', '诉求类型', '类型', '工单类别', '来电类型'],
    }),
    field('callerName', '来电人', 'text', { personal: true, synonyms: ['诉求人', '反映人', '姓名', '来电人姓名', '联系人'] }),
    field('contact', '联系电话', 'text', { personal: true, synonyms: ['电话', '来电号码', '手机', '联系方式'] }),
    { ...HANDLER, key: 'unit' },
    field('dueOn', '办理时限', 'day', {
      grid: true,
      synonyms: ['办结时限', '截止日期', '要求办结日期', '办理期限', '应办结日期', '到期日期', '限办日期', '办结期限', '截止时间'],
    }),
    field('closedOn', '办结日期', 'day', {
      grid: true,
      synonyms: ['办结时间', '回复日期', '办理日期', '反馈日期', '完成日期', '回复时间', '办理时间', '反馈时间'],
    }),
    field('reply', '办理结果', 'longText', { synonyms: ['办理情况', '回复内容', '处理结果', '处理情况', '办理答复'] }),
    field('resolved', '已解决', 'flag', {
      grid: true,
      synonyms: ['是否解决', '解决情况', '是否已解决'],
      hint: '回访时来电人认为已解决；办结不等于解决',
    }),
    field('satisfied', '满意', 'flag', { grid: true, synonyms: ['是否满意', '满意度', '回访结果', '评价'] }),
    field('redoneOn', '重办日期', 'day', { synonyms: ['发回重办日期', '重办时间'] }),
    REMARK,
  ],
};
