import { parseDay } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import type { ItemContent } from '../content.ts';
import { storable } from '../storable.ts';

const LONGEST: Readonly<Record<string, readonly [string, number]>> = {
  title: ['信息名称', 300],
  summary: ['内容概述', 2000],
  documentNumber: ['发文字号', 100],
  maker: ['发布机构', 200],
  handler: ['承办单位', 200],
  topic: ['主题分类', 100],
  genre: ['组配分类', 100],
};
const DAYS: Readonly<Record<string, string>> = { formedOn: '成文日期', effectiveOn: '施行日期', validUntil: '有效期至' };
const MOST_KEYWORDS = 20;

/** What is wrong with the words somebody hands in; unfinished is no fault, impossible is. */
export function contentProblem(change: Partial<ItemContent>): Refusal | null {
  const fields: Readonly<Record<string, unknown>> = { ...change };
  for (const [key, [label, most]] of Object.entries(LONGEST)) {
    const value = fields[key];
    if (value === undefined) continue;
    if (typeof value !== 'string') return refuse(`“${label}”应是文字。`);
    if (value.length > most) return refuse(`“${label}”超过${most}个字，请缩短。`);
  }
  for (const [key, label] of Object.entries(DAYS)) {
    const value = fields[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' || !parseDay(value))
      return refuse(`“${label}”的日期“${String(value).slice(0, 20)}”不对，请写成 2026-01-31 的样子。`);
  }
  if (change.keywords !== undefined) {
    const fine = Array.isArray(change.keywords) && change.keywords.every((k) => typeof k === 'string' && k.length <= 30);
    if (!fine || change.keywords.length > MOST_KEYWORDS) return refuse(`关键词最多${MOST_KEYWORDS}个，每个不超过30个字。`);
  }
  if (change.particulars !== undefined) {
    const entries = Object.entries(change.particulars);
    if (entries.length > 30 || entries.some(([k, v]) => typeof v !== 'string' || k.length > 40 || v.length > 20_000))
      return refuse('栏目的专用字段填写有误，请核对。');
  }
  return null;
}

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The content with what was changed; fields that do not exist are left out, one-line texts are one line. */
export function mergeContent(before: ItemContent, change: Partial<ItemContent>): ItemContent {
  const all = { ...before, ...storable(change) };
  return {
    title: oneLine(all.title),
    body: all.body,
    summary: all.summary.trim(),
    formedOn: all.formedOn || null,
    documentNumber: oneLine(all.documentNumber),
    maker: oneLine(all.maker),
    handler: oneLine(all.handler),
    column: all.column || null,
    topic: oneLine(all.topic),
    genre: oneLine(all.genre),
    keywords: [...new Set(all.keywords.map(oneLine).filter((k) => k !== ''))],
    effectiveOn: all.effectiveOn || null,
    validUntil: all.validUntil || null,
    village: all.village === true,
    reprint: all.reprint === true,
    particulars: { ...all.particulars },
  };
}
