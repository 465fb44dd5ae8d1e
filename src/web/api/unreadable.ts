import type { z } from 'zod';
import { HttpProblem } from '../plugins/errors.ts';

/** What people call what they fill in; anything else was not typed by a person. */
const WORDS: Readonly<Record<string, string>> = {
  account: '账号',
  after: '后一版',
  apply: '是否导入',
  basis: '依据',
  before: '前一版',
  by: '签批人',
  cell: '单元格',
  code: '代码',
  column: '栏目',
  days: '延长工作日数',
  document: '规范性文件',
  documentNumber: '发文字号',
  documents: '规范性文件',
  drafts: '要保存的记录',
  events: '办理过程',
  field: '领域',
  format: '格式',
  from: '起始日期',
  genre: '体裁',
  ground: '不公开的依据',
  handler: '承办人',
  items: '信息',
  keywords: '关键词',
  kind: '类别',
  level: '层级',
  limits: '期限',
  maker: '制作机关',
  mode: '公开属性',
  name: '名称',
  note: '说明',
  notice: '通知文号',
  off: '放假日期',
  on: '日期',
  opinion: '意见',
  outcome: '结果',
  parent: '上级单位',
  password: '密码',
  person: '人员',
  points: '分值',
  q: '查找的文字',
  reason: '理由',
  register: '登记簿',
  role: '角色',
  rows: '表格的行',
  sections: '年报文字',
  settled: '核对的数字',
  shortName: '简称',
  signedBy: '落款机关',
  signedOn: '成文日期',
  silenceMeans: '逾期不答复怎么算',
  source: '依据',
  state: '状态',
  summary: '内容概述',
  title: '标题',
  to: '截止日期',
  topic: '主题',
  unit: '单位',
  until: '截止日期',
  value: '数字',
  values: '填写的内容',
  work: '上班日期',
  year: '年度',
};
const DAYS = new Set(['from', 'to', 'on', 'until', 'signedOn', 'off', 'work']);

/** What the first thing wrong with a request is called, and what is wrong with it. */
function said(issue: z.core.$ZodIssue | undefined): string | null {
  const key = issue?.path.findLast((part) => typeof part === 'string' && Object.hasOwn(WORDS, part));
  const word = typeof key === 'string' ? WORDS[key] : undefined;
  if (!issue || word === undefined) return null;
  if (issue.code === 'too_big' && issue.origin === 'string') return `“${word}”太长，最多${issue.maximum}字`;
  if (issue.code === 'too_big' && issue.origin === 'array') return `“${word}”太多，一次最多${issue.maximum}项`;
  if (issue.code === 'too_big') return `“${word}”不能大于${issue.maximum}`;
  if (issue.code === 'too_small' && issue.origin === 'number') return `“${word}”不能小于${issue.minimum}`;
  if (issue.code === 'too_small') return `没有填写“${word}”`;
  if (DAYS.has(String(key))) return `“${word}”须写成“年-月-日”，如 2026-01-01`;
  return `“${word}”没有填写或者填得不对`;
}

/** A request that cannot be read, in the words of the screen: which field, and what is wrong with it. */
export function unreadable(error: z.ZodError): HttpProblem {
  const what = said(error.issues[0]);
  return what
    ? new HttpProblem(400, what, '请改好再提交。')
    : new HttpProblem(400, '提交的内容读不懂', '请刷新页面再操作一次；如果仍然这样，请联系系统管理员。');
}
