import type { z } from 'zod';
import { type Refusal, refuse } from '#lib/result.ts';
import { storable } from '../storable.ts';
import { fieldWord } from './fieldWords.ts';
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

/** What somebody handed in as the body of an entry, or what is wrong with it and where. */
export function readBody<K extends EntryKind>(kind: K, value: unknown): EntryBody<K> | Refusal {
  const read = ENTRY_SCHEMAS[kind].safeParse(storable(value));
  if (read.success) return read.data as EntryBody<K>;
  const parts = read.error.issues.slice(0, 5).map((i) => {
    const field = i.path
      .map((p) => (typeof p === 'number' ? `第${p + 1}项` : fieldWord(String(p))))
      .filter((word) => word !== '')
      .join('的');
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
