import { MODE_NAMES } from '#domain/publishing/content.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';

/** A field of the county site's form: its name there, and what of the item goes into it. */
export interface CountyField {
  readonly key:
    | 'title'
    | 'item'
    | 'maker'
    | 'formedOn'
    | 'documentNumber'
    | 'mode'
    | 'validity'
    | 'topic'
    | 'genre'
    | 'keywords'
    | 'summary'
    | 'effectiveOn'
    | 'validUntil'
    | 'column'
    | 'attachments';
  readonly label: string;
}

/** The order most county sites ask in; an office enters its own county's. */
export const COUNTY_FORM: readonly CountyField[] = [
  { key: 'title', label: '标题' },
  { key: 'item', label: '索引号' },
  { key: 'column', label: '栏目' },
  { key: 'topic', label: '主题分类' },
  { key: 'genre', label: '组配分类' },
  { key: 'maker', label: '发布机构' },
  { key: 'formedOn', label: '成文日期' },
  { key: 'documentNumber', label: '发文字号' },
  { key: 'mode', label: '公开方式' },
  { key: 'validity', label: '有效性' },
  { key: 'effectiveOn', label: '施行日期' },
  { key: 'validUntil', label: '有效期至' },
  { key: 'keywords', label: '关键词' },
  { key: 'summary', label: '内容概述' },
  { key: 'attachments', label: '附件' },
];

/** What an item has to say to the county's form. */
export interface CountyItem {
  readonly file: ItemFile;
  readonly columnName: string;
  /** 有效 · 失效 · 废止 · 尚未施行 */
  readonly validity: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The values of an item in the form's order. */
export function countyValues(
  { file, columnName, validity, attachments }: CountyItem,
  form: readonly CountyField[] = COUNTY_FORM,
): string[] {
  const { content } = file.current;
  const values: Readonly<Record<CountyField['key'], string>> = {
    title: content.title,
    item: file.life.item,
    maker: content.maker,
    formedOn: content.formedOn ?? '',
    documentNumber: content.documentNumber,
    mode: file.life.mode ? MODE_NAMES[file.life.mode] : '',
    validity,
    topic: content.topic,
    genre: content.genre,
    keywords: content.keywords.join('；'),
    summary: content.summary,
    effectiveOn: content.effectiveOn ?? '',
    validUntil: content.validUntil ?? '',
    column: columnName,
    attachments: attachments.map((a) => a.name).join('；'),
  };
  return form.map((f) => values[f.key]);
}
