/** 公开方式, the attribute decided at the source: 主动公开 · 依申请公开 · 不予公开. */
export type Mode = 'proactive' | 'onRequest' | 'closed';

/** What the three attributes are called. */
export const MODE_NAMES: Readonly<Record<Mode, string>> = { proactive: '主动公开', onRequest: '依申请公开', closed: '不予公开' };

/** Why an item is not open, as the statute lists the grounds; the first two are duties, the others choices. */
export const CLOSED_GROUNDS: readonly { readonly key: string; readonly label: string; readonly basis: string }[] = [
  { key: 'stateSecret', label: '国家秘密', basis: 'OGIR2019 14' },
  { key: 'forbidden', label: '法律、行政法规禁止公开', basis: 'OGIR2019 14' },
  { key: 'danger', label: '公开后可能危及国家安全、公共安全、经济安全、社会稳定', basis: 'OGIR2019 14' },
  { key: 'thirdParty', label: '商业秘密、个人隐私等，公开会损害第三方合法权益', basis: 'OGIR2019 15' },
  { key: 'internal', label: '内部事务信息（人事管理、后勤管理、内部工作流程）', basis: 'OGIR2019 16.1' },
  { key: 'process', label: '过程性信息（讨论记录、过程稿、磋商信函、请示报告）', basis: 'OGIR2019 16.2' },
  { key: 'caseFile', label: '行政执法案卷信息', basis: 'OGIR2019 16.2' },
];

/** The content of an item as one version of it: text, statutory metadata, place in the columns. */
export interface ItemContent {
  readonly title: string;
  /** Clean HTML; empty where the attachments are the whole content. */
  readonly body: string;
  /** 内容概述 (OGIR2019 12). */
  readonly summary: string;
  /** 成文日期 (生成日期), YYYY-MM-DD. */
  readonly formedOn: string | null;
  /** 发文字号. */
  readonly documentNumber: string;
  /** 发布机构. */
  readonly maker: string;
  /** The internal unit that drafted it. */
  readonly handler: string;
  /** A column's id. */
  readonly column: string | null;
  /** 主题分类. */
  readonly topic: string;
  /** 组配分类: the kind of content. */
  readonly genre: string;
  readonly keywords: readonly string[];
  /** 施行日期, 有效期至 (the last day in force). */
  readonly effectiveOn: string | null;
  readonly validUntil: string | null;
  /** 村务公开: shown and counted apart. */
  readonly village: boolean;
  /** 转载 of another organ's information. */
  readonly reprint: boolean;
  /** The fields of the column's own form: person, post, duties, until; date, topics, decisions … */
  readonly particulars: Readonly<Record<string, string>>;
}

/** An empty draft. */
export const EMPTY_CONTENT: ItemContent = {
  title: '',
  body: '',
  summary: '',
  formedOn: null,
  documentNumber: '',
  maker: '',
  handler: '',
  column: null,
  topic: '',
  genre: '',
  keywords: [],
  effectiveOn: null,
  validUntil: null,
  village: false,
  reprint: false,
  particulars: {},
};

/** One version of an item's content. Versions are only ever added. */
export interface ContentVersion {
  readonly version: number;
  readonly content: ItemContent;
  /** What the version changes and why, in the office's words. */
  readonly note: string;
  readonly savedBy: string;
  readonly savedByName: string;
  /** ISO instant. */
  readonly savedAt: string;
}

/** A file of an item. It is never deleted: withdrawn or replaced, its address goes on to answer. */
export interface Attachment {
  readonly n: number;
  /** The file's id in the store of files. */
  readonly file: string;
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Content version it came with, and the first one without it. */
  readonly since: number;
  readonly until: number | null;
  /** The attachment that takes its place. */
  readonly replacedBy: number | null;
}

/** The attachments that belong to a version of the content. */
export function attachmentsOf(attachments: readonly Attachment[], version: number): Attachment[] {
  return attachments.filter((a) => a.since <= version && (a.until === null || version < a.until));
}
