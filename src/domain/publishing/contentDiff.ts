import type { ItemContent } from './content.ts';
import { type DiffParagraph, diffText } from './diff.ts';

/** A field of the metadata that two versions have differently. */
export interface FieldDifference {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What two versions differ in. */
export interface ContentDifference {
  readonly fields: readonly FieldDifference[];
  readonly body: readonly DiffParagraph[];
  /** False: the body reads the same. */
  readonly bodyChanged: boolean;
}

const LABELS: readonly (readonly [keyof ItemContent, string])[] = [
  ['title', '信息名称'],
  ['summary', '内容概述'],
  ['formedOn', '成文日期'],
  ['documentNumber', '发文字号'],
  ['maker', '发布机构'],
  ['handler', '承办单位'],
  ['column', '栏目'],
  ['topic', '主题分类'],
  ['genre', '组配分类'],
  ['keywords', '关键词'],
  ['effectiveOn', '施行日期'],
  ['validUntil', '有效期至'],
  ['village', '村务公开'],
  ['reprint', '转载'],
];

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : '';
}

/** The difference of two versions. `plain` turns a body into paragraphs, one a line. */
export function contentDifference(before: ItemContent, after: ItemContent, plain: (html: string) => string): ContentDifference {
  const fields = LABELS.map(([key, label]) => ({ field: key, label, before: shown(before[key]), after: shown(after[key]) }));
  const keys = [...new Set([...Object.keys(before.particulars), ...Object.keys(after.particulars)])].sort();
  const own = keys.map((k) => ({ field: k, label: k, before: before.particulars[k] ?? '', after: after.particulars[k] ?? '' }));
  const body = diffText(plain(before.body), plain(after.body));
  return { fields: [...fields, ...own].filter((f) => f.before !== f.after), body, bodyChanged: body.some((p) => p.kind !== 'same') };
}
