import type { z } from 'zod';
import { type Refusal, refuse } from '#lib/result.ts';
import { storable } from '../storable.ts';
import * as schemas from './schemas.ts';

/** Every small list publishing keeps beside the items, with the shape of one entry. */
export const ENTRY_SCHEMAS = {
  settings: schemas.settings,
  columns: schemas.columns,
  guide: schemas.guide,
  duty: schemas.duty,
  place: schemas.place,
  placed: schemas.placed,
  delivery: schemas.delivery,
  clarification: schemas.clarification,
  correction: schemas.correction,
  submission: schemas.submission,
  hiddenVersion: schemas.hiddenVersion,
  legalReview: schemas.legalReview,
  cleanup: schemas.cleanup,
  interpretation: schemas.interpretation,
  picture: schemas.picture,
} as const satisfies Record<string, z.ZodType>;

export type EntryKind = keyof typeof ENTRY_SCHEMAS;
export type EntryBody<K extends EntryKind> = z.infer<(typeof ENTRY_SCHEMAS)[K]>;

export type Place = EntryBody<'place'>;
export type Delivery = EntryBody<'delivery'>;
export type Submission = EntryBody<'submission'>;
export type LegalReview = EntryBody<'legalReview'>;
export type Cleanup = EntryBody<'cleanup'>;
export type Picture = EntryBody<'picture'>;
export type PublishingSettings = EntryBody<'settings'>;

/** Lists edited entry by entry. The others go with something they must agree with, and have one way of their own each. */
export const EDITED_KINDS = [
  'settings',
  'columns',
  'guide',
  'duty',
  'place',
  'delivery',
  'clarification',
  'correction',
  'interpretation',
  'picture',
] as const satisfies readonly EntryKind[];
export type EditedKind = (typeof EDITED_KINDS)[number];

/** What an entry is called, for messages and the history. */
export const ENTRY_NAMES: Readonly<Record<EntryKind, string>> = {
  settings: '公开设置',
  columns: '栏目',
  guide: '公开指南',
  duty: '公开事项',
  place: '公开渠道和场所',
  placed: '发布的场所',
  delivery: '移交记录',
  clarification: '澄清记录',
  correction: '更正记录',
  submission: '报送信息',
  hiddenVersion: '停止公开的版本',
  legalReview: '合法性审核',
  cleanup: '清理结果',
  interpretation: '政策解读',
  picture: '图解',
};

/** Kinds of which an office has one: the entry's id is the kind. */
export const SINGLE: ReadonlySet<EntryKind> = new Set<EntryKind>(['settings', 'columns', 'guide']);

/** One entry as it stands in one version. Every version is kept. */
export interface Entry<K extends EntryKind = EntryKind> {
  readonly agency: string;
  readonly kind: K;
  readonly id: string;
  readonly version: number;
  readonly body: EntryBody<K>;
  /** Taken off the list; its history stays. */
  readonly removed: boolean;
  readonly reason: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: '名称',
  title: '标题',
  on: '日期',
  to: '接收单位',
  items: '信息',
  foundOn: '发现日期',
  where: '出处',
  claim: '不实内容',
  item: '信息索引号',
  wrong: '错误内容',
  formedOn: '日期',
  from: '报送单位',
  document: '发文字号',
  submittedOn: '送审日期',
  reviewer: '审核机构',
  result: '结果',
  opinion: '意见',
  endedOn: '失效（废止）日期',
  validUntil: '有效期至',
  label: '事项名称',
  heading: '小标题',
  blocks: '内容块',
  dueMonthDay: '每年期限',
  lastOn: '最近更新日期',
  creditCode: '统一社会信用代码',
  thresholds: '更新期限',
  words: '自用词表',
  agencyNames: '机关单位规范名称',
  formerNames: '错误或者旧的名称',
  leaders: '领导姓名和职务',
  leadersUntil: '领导任职至',
  startedOn: '从哪天起算',
  reassessMonths: '几个月评估一次',
  frequentSearches: '常用查找',
  site: '页脚',
  columns: '栏目',
  everyDays: '最长多少天要更新',
  keeper: '负责人',
  description: '说明',
};

/** What somebody handed in as the body of an entry, or what is wrong with it and where. */
export function readBody<K extends EntryKind>(kind: K, value: unknown): EntryBody<K> | Refusal {
  const read = ENTRY_SCHEMAS[kind].safeParse(storable(value));
  if (read.success) return read.data as EntryBody<K>;
  const parts = read.error.issues.slice(0, 5).map((i) => {
    const field = i.path.map((p) => (typeof p === 'number' ? `第${p + 1}项` : (FIELD_WORDS[String(p)] ?? String(p)))).join('的');
    const says = /[\u4e00-\u9fa5]/.test(i.message) ? i.message : '填写的内容不符合要求';
    return field ? `“${field}”${says}` : says;
  });
  return refuse(`${ENTRY_NAMES[kind]}没有保存：${parts.join('；')}。`);
}

export const DEFAULT_SETTINGS: PublishingSettings = {
  creditCode: null,
  portal: false,
  thresholds: {},
  words: {},
  agencyNames: [],
  leaders: {},
  leadersUntil: {},
  formerNames: {},
  startedOn: null,
  reassessMonths: 12,
  frequentSearches: [],
  site: null,
};

/** An office's settings with what it has not set, or what was not asked yet when it set them, as it comes along. */
export function settingsOf(entry: Pick<Entry<'settings'>, 'body'> | null | undefined): PublishingSettings {
  return { ...DEFAULT_SETTINGS, ...entry?.body };
}
