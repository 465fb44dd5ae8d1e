import { field, HANDLER, REMARK } from '../registers/define.ts';
import type { Register } from '../registers/register.ts';
import { APPLICANT_KINDS, CHANNELS, OUTCOMES } from './choices.ts';

const personal = { personal: true } as const;

/** 依申请公开登记簿: what the office writes of each application (OGIR2019 29, 45), one line a submission. */
export const REQUESTS: Register = {
  key: 'requests',
  title: '依申请公开登记簿',
  countWord: '件',
  recordWord: '申请',
  numberField: 'number',
  dateField: 'receivedOn',
  declared: true,
  fields: [
    field('number', '登记编号', 'text', { grid: true, synonyms: ['编号', '申请编号', '受理编号', '登记号', '收件编号', '流水号'] }),
    field('receivedOn', '收到日期', 'day', {
      grid: true,
      event: 'received',
      required: { basis: 'OGIR2019 31' },
      synonyms: ['收到申请日期', '收件日期', '申请日期', '受理日期', '登记日期', '收到时间', '受理时间', '申请时间', '收件时间'],
      hint: '当面提交为提交之日，签收邮寄为签收之日；平常信函、互联网、传真填到达之日，并另填确认日期',
    }),
    field('confirmedOn', '确认日期', 'day', {
      event: 'confirmed',
      synonyms: ['双方确认日期', '与申请人确认日期', '确认时间'],
      hint: '互联网、传真以双方确认之日为收到申请之日，平常信函以与申请人确认之日为收到申请之日；未确认的不起算、不计数',
    }),
    field('channel', '申请方式', 'choice', {
      grid: true,
      choices: CHANNELS,
      synonyms: ['申请渠道', '提交方式', '收件方式', '来件方式', '申请途径'],
    }),
    field('applicantKind', '申请人类型', 'choice', {
      grid: true,
      choices: APPLICANT_KINDS,
      required: { basis: 'FORM2021' },
      synonyms: ['申请人类别', '申请人性质', '申请主体', '主体类型', '申请人情况'],
      hint: '按申请人本人计，不按受益人、代理人；联合申请按第一申请人',
    }),
    field('applicantName', '申请人', 'text', {
      ...personal,
      grid: true,
      required: { basis: 'OGIR2019 29.2(1)' },
      synonyms: ['申请人姓名', '姓名', '姓名或名称', '申请人姓名或名称', '申请人名称', '单位名称', '申请单位'],
    }),
    field('identityType', '证件类型', 'text', { ...personal, synonyms: ['证件名称', '证件种类', '身份证明'] }),
    field('identityNumber', '证件号码', 'text', {
      ...personal,
      required: { basis: 'OGIR2019 29.2(1)' },
      synonyms: ['身份证号', '身份证号码', '证件号', '统一社会信用代码', '身份证'],
    }),
    field('contact', '联系方式', 'text', {
      ...personal,
      required: { basis: 'OGIR2019 29.2(1)' },
      synonyms: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系人及电话'],
    }),
    field('address', '通信地址', 'text', { ...personal, synonyms: ['地址', '联系地址', '邮寄地址', '通讯地址'] }),
    field('agent', '代理人', 'text', { ...personal, synonyms: ['委托代理人', '代理人姓名'] }),
    field('content', '申请内容', 'longText', {
      grid: true,
      required: { basis: 'OGIR2019 29.2(2)' },
      synonyms: ['所需信息', '所需政府信息', '申请事项', '信息内容描述', '申请公开的政府信息', '申请公开内容', '内容描述', '信息名称'],
    }),
    field('form', '获取方式', 'text', {
      required: { basis: 'OGIR2019 29.2(3)' },
      synonyms: ['形式要求', '提供方式', '获取信息的方式', '获取途径', '信息获取方式', '答复方式'],
    }),
    HANDLER,
    field('clarificationSentOn', '补正告知日期', 'day', {
      event: 'clarificationSent',
      synonyms: ['补正通知日期', '要求补正日期', '告知补正日期', '补正告知时间'],
    }),
    field('correctBy', '补正期限至', 'day', { synonyms: ['补正期限', '补正截止日期'] }),
    field('correctedOn', '收到补正日期', 'day', { event: 'corrected', synonyms: ['补正日期', '补正时间', '申请人补正日期'] }),
    field('consultationSentOn', '征求意见日期', 'day', {
      event: 'consultationSent',
      synonyms: ['征求第三方意见日期', '征求意见发出日期', '征求第三方日期'],
    }),
    field('consultationDeliveredOn', '征求意见送达日期', 'day', { event: 'consultationDelivered', synonyms: ['第三方收到日期'] }),
    field('opinionReceivedOn', '收到意见日期', 'day', { event: 'opinionReceived', synonyms: ['第三方回复日期', '反馈意见日期'] }),
    field('extendedOn', '延期告知日期', 'day', { event: 'extended', synonyms: ['延期日期', '延长答复告知日期', '延期通知日期'] }),
    field('extendedDays', '延长工作日数', 'count', { synonyms: ['延期天数', '延长天数', '延期工作日'], hint: '合计不超过20个工作日' }),
    field('feeNoticedOn', '收费通知日期', 'day', { event: 'feeNoticeSent', synonyms: ['发出收费通知日期'] }),
    field('feeDeliveredOn', '收费通知送达日期', 'day', { event: 'feeNoticeDelivered', synonyms: ['申请人收到收费通知日期'] }),
    field('feeNoticedFen', '信息处理费通知金额', 'fen', { synonyms: ['通知收费金额', '应收信息处理费', '应缴金额'] }),
    field('feePaidOn', '缴费日期', 'day', { event: 'paid', synonyms: ['缴纳日期', '收费日期'] }),
    field('feePaidFen', '信息处理费实收金额', 'fen', { synonyms: ['实收金额', '实际收取金额', '实收信息处理费', '实缴金额'] }),
    field('withdrawnOn', '撤回日期', 'day', { event: 'withdrawn', synonyms: ['申请人撤回日期', '撤回时间'] }),
    field('answerSignedOn', '答复签发日期', 'day', {
      synonyms: ['签发日期', '答复书落款日期', '签发时间'],
      hint: '签发未发出的，期末仍计入结转',
    }),
    field('outcomeOn', '答复（办结）日期', 'day', {
      grid: true,
      synonyms: ['答复日期', '办结日期', '答复时间', '办结时间', '答复发出日期', '发出日期', '回复日期', '答复送达日期'],
      hint: '答复发出之日；逾期不补正、逾期不缴费的为办结登记之日',
    }),
    field('outcome', '办理结果', 'choice', {
      grid: true,
      choices: OUTCOMES,
      synonyms: ['答复结果', '答复类型', '处理结果', '办理情况', '答复种类', '答复情况', '公开结果'],
      hint: '只登记首次最终答复；同一申请有公开也有不公开的，只选“部分公开”',
    }),
    field('letterNumber', '答复书文号', 'text', { grid: true, synonyms: ['答复文号', '文号', '答复书编号', '告知书文号'] }),
    field('splitFrom', '由何件分出', 'reference', { synonyms: ['分件来源', '原申请编号', '拆分自'] }),
    field('splitOn', '分件日期', 'day', { synonyms: ['拆分日期'], hint: '须在首次答复之前' }),
    field('splitReason', '分件理由', 'longText', { synonyms: ['拆分理由'] }),
    field('mergedWith', '并入何件答复', 'reference', {
      synonyms: ['并案编号', '合并答复编号', '并案'],
      hint: '一并答复的，每件仍各计一件',
    }),
    field('reopenedOn', '重新处理日期', 'day', { synonyms: ['重新答复日期', '再次答复日期'] }),
    field('reopenedNote', '重新处理情况', 'longText', {
      synonyms: ['重新答复情况', '自行纠正情况'],
      hint: '因复议、诉讼或自行纠正重新答复的，不再计入本表，首次结果不变',
    }),
    REMARK,
  ],
};
