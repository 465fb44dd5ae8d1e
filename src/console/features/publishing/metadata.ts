import type { FieldSpec } from './Field.tsx';

/** The statutory metadata that is typed, in the order of the form. */
export const TEXTS: readonly FieldSpec[] = [
  { key: 'title', label: '信息名称', kind: 'text', must: true },
  { key: 'formedOn', label: '成文日期', kind: 'day', must: true, hint: '公开期限从这一天算' },
  { key: 'documentNumber', label: '发文字号', kind: 'text' },
  { key: 'maker', label: '发布机构', kind: 'text', list: 'agency-names' },
  { key: 'handler', label: '承办单位', kind: 'text', list: 'agency-names' },
  { key: 'summary', label: '内容概述', kind: 'long' },
  { key: 'topic', label: '主题分类', kind: 'text' },
  { key: 'genre', label: '组配分类', kind: 'text' },
  { key: 'effectiveOn', label: '施行日期', kind: 'day' },
  { key: 'validUntil', label: '有效期至', kind: 'day', hint: '最后有效的一天；到期后自动标注失效' },
];

/** Every field a refusal may name, by the id of its control. */
export const LABELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TEXTS.map((f) => [`c-${f.key}`, f.label])),
  'c-column': '栏目',
  'c-keywords': '关键词',
  'c-body': '正文',
};
