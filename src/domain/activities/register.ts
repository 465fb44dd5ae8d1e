import { choice, field, REMARK } from '../registers/define.ts';
import type { Choice, Register } from '../registers/register.ts';

/** 监督保障 of section one: what the office did or underwent. One event is one line, whatever its days or people. */
export const ACTIVITY_KINDS: readonly Choice[] = [
  choice('training', '培训', '业务培训', '参加培训', '举办培训', '培训会', '培训会议'),
  choice('inspection', '检查', '监督检查', '督查', '迎检', '专项检查', '督导检查'),
  choice('assessment', '工作考核', '考核', '年度考核', '政务公开考核'),
  choice('socialEvaluation', '社会评议', '评议', '群众评议', '满意度评议'),
  choice('accountability', '责任追究', '追责', '问责'),
  choice('publicity', '宣传', '宣传活动', '政务公开日', '政府开放日', '宣传推广'),
];

/** 培训、检查、考核、评议、追责、宣传登记簿 (OGIR2019 46 to 48, 50.1(4)). */
export const ACTIVITIES: Register = {
  key: 'activities',
  title: '培训检查考核登记簿',
  countWord: '次',
  recordWord: '活动',
  numberField: 'id',
  dateField: 'on',
  declared: true,
  fields: [
    field('id', '编号', 'text', { grid: true, synonyms: ['登记编号', '序列号'] }),
    field('kind', '类别', 'choice', {
      grid: true,
      choices: ACTIVITY_KINDS,
      required: { basis: 'OGIR2019 50.1(4)' },
      synonyms: ['活动类别', '类型', '活动类型', '工作类型'],
    }),
    field('on', '日期', 'day', {
      grid: true,
      required: { basis: 'OGIR2019 50.1(4)' },
      synonyms: ['时间', '活动日期', '培训时间', '检查时间', '开展时间', '举办时间', '培训日期', '检查日期'],
    }),
    field('until', '结束日期', 'day', { synonyms: ['结束时间', '截止日期'], hint: '跨多日的仍计一次' }),
    field('subject', '主题', 'text', {
      grid: true,
      synonyms: ['内容', '培训内容', '检查内容', '名称', '活动名称', '培训主题', '事项', '会议名称', '培训名称'],
    }),
    field('organiser', '组织单位', 'text', { grid: true, synonyms: ['主办单位', '检查单位', '组织者', '培训单位', '实施单位'] }),
    field('participants', '参加人数', 'count', { synonyms: ['人数', '参训人数', '参会人数', '培训人数'] }),
    field('result', '结果', 'longText', { synonyms: ['检查结果', '考核结果', '评议结果', '追究结果', '整改情况', '考核等次'] }),
    field('aboutDisclosure', '政府信息公开工作', 'flag', {
      grid: true,
      synonyms: ['是否政务公开', '涉及政务公开', '政务公开', '是否涉及信息公开', '是否信息公开'],
      hint: '主题是政府信息公开（政务公开）工作的，报告中作“其中”',
    }),
    REMARK,
  ],
};
