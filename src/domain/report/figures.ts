import { cellsOf, FORM_2021 } from '#law/forms/index.ts';
import { ACTIVITY_KINDS } from '../activities/register.ts';
import { predicateOf } from '../facts/predicates.ts';
import { ITEM_CATEGORIES } from '../publishing/items.ts';
import { PUBLICATION_CHANNELS } from '../publishing/publications.ts';
import type { RegisterKey } from '../registers/register.ts';
import type { Report } from './model.ts';
import { valueAt } from './model.ts';

/** How a figure of the text comes about: counted from facts, added up from other figures, or one as a share of another in percent. */
export type Origin = 'counted' | { readonly sum: readonly string[] } | { readonly share: readonly [part: string, whole: string] };

/** A figure the report's sentences state besides the cells of the form. */
export interface TextFigure {
  readonly key: string;
  readonly label: string;
  /** What it counts and by which date. */
  readonly counts: string;
  readonly registers: readonly RegisterKey[];
  readonly origin: Origin;
}

function counted(key: string, label: string, counts: string): TextFigure {
  const predicate = predicateOf(`figures/${key}`);
  if (!predicate) throw new Error(`nothing counts figures/${key}`);
  return { key: predicate.figure, label, counts, registers: predicate.registers, origin: 'counted' };
}

function requestSum(key: string, label: string, row: string): TextFigure {
  const parts = FORM_2021.requestRows.filter((r) => r.key.startsWith(`${row}.`)).map((r) => `requests/${r.key}/total`);
  return { key: `figures/requests/${key}`, label, counts: `表三“${label}”各行总计之和`, registers: ['requests'], origin: { sum: parts } };
}

function ticketShare(key: string, label: string, part: string, whole: string, counts: string): TextFigure {
  const share = [`figures/tickets/${part}`, `figures/tickets/${whole}`] as const;
  return { key: `figures/tickets/${key}`, label, counts, registers: ['tickets'], origin: { share } };
}

/** Every figure of the text that is no cell of the form. */
export const TEXT_FIGURES: readonly TextFigure[] = [
  counted('items', '主动公开政府信息', '期间内首次发布的本机关政府信息；村务公开和转载的不计'),
  ...ITEM_CATEGORIES.map((c) => counted(`items/${c.value}`, `主动公开政府信息（${c.label}）`, `其中信息类别为${c.label}的`)),
  counted('publications', '发布次数', '期间内在各渠道的发布，同一条信息在几个渠道发布的分别计数'),
  ...PUBLICATION_CHANNELS.map((c) => counted(`publications/${c.value}`, `${c.label}发布`, `期间内在${c.label}的发布`)),
  requestSum('refused', '不予公开', '3.3'),
  requestSum('unable', '无法提供', '3.4'),
  requestSum('notProcessed', '不予处理', '3.5'),
  requestSum('otherwise', '其他处理', '3.6'),
  {
    key: 'figures/remedies/litigation',
    label: '行政诉讼',
    counts: '未经复议直接起诉与复议后起诉两组总计之和',
    registers: ['remedies'],
    origin: { sum: ['remedies/litigationDirect/total', 'remedies/litigationAfterReview/total'] },
  },
  counted('tickets/received', '收到转办工单', '期间内收到的工单，按派单日期'),
  counted('tickets/closed', '办结工单', '期间内办结的工单，不论是否到期'),
  counted('tickets/closedInTime', '办结工单（在时限内）', '期间内办结的工单中在时限内办结的'),
  counted('tickets/closedLate', '办结工单（超过时限）', '期间内办结的工单中超过时限的'),
  counted('tickets/due', '应办结工单', '时限在期间内届满的，和期初已经超期未办结的工单'),
  counted('tickets/dueInSpan', '到期工单', '时限在期间内届满的工单'),
  counted('tickets/dueClosed', '应办结工单中已办结', '应办结工单中截至期间末日已经办结的'),
  counted('tickets/dueClosedInTime', '到期工单中按时办结', '时限在期间内届满、在时限内办结的工单'),
  counted('tickets/overdueOpen', '超期未办结工单', '截至期间末日已经超过时限、尚未办结的工单'),
  ticketShare('closureRate', '办结率', 'dueClosed', 'due', '应办结工单中已办结件数÷应办结件数'),
  ticketShare('inTimeRate', '按时办结率', 'dueClosedInTime', 'dueInSpan', '到期工单中按时办结件数÷到期件数'),
  ...ACTIVITY_KINDS.flatMap((c) => [
    counted(`activities/${c.value}/all`, c.label, `期间内的${c.label}，一次活动计一次，不按天数和人数`),
    counted(`activities/${c.value}/aboutDisclosure`, `${c.label}（政府信息公开方面）`, `其中与政府信息公开工作有关的${c.label}`),
  ]),
  counted('processingFee/noticedItems', '信息处理费收费通知', '期间内发出的收费通知，按发出之日'),
  counted('processingFee/noticedFen', '收费通知总金额', '期间内发出的收费通知所列金额之和'),
  counted('processingFee/paidFen', '实际收取信息处理费', '期间内实际收取的信息处理费，按收款之日'),
];

/** The key of the figure of publications on one channel. */
export function channelFigure(channel: string): string {
  return `figures/publications/${channel}`;
}

/** Values of the text's counted figures by key; null where a register is not declared for the period. Money in fen. */
export type FigureValues = Readonly<Record<string, number | null>>;

const CELL_LABELS = new Map(cellsOf(FORM_2021).map((c) => [c.key, c.label]));
const BY_KEY = new Map(TEXT_FIGURES.map((f) => [f.key, f]));

/** True for a key a sentence may be bound to: a cell of the form or a figure of the text. */
export function isFigure(key: string): boolean {
  return BY_KEY.has(key) || CELL_LABELS.has(key);
}

/** What a figure is called on screens and in messages. */
export function figureLabel(key: string): string {
  return BY_KEY.get(key)?.label ?? CELL_LABELS.get(key) ?? key;
}

/** The registers a figure is counted from. */
export function registersOf(key: string): readonly RegisterKey[] {
  return BY_KEY.get(key)?.registers ?? predicateOf(key)?.registers ?? [];
}

/** 99.996 % stays 99.99: a share says 100 only when nothing is left. */
function percent(part: number, whole: number): number {
  return Math.floor((part / whole) * 10_000 + 1e-9) / 100;
}

/**
 * The value of a cell or figure as counted; null when a register behind it is not declared, when there is no such figure,
 * or for a share of nothing. Sums and shares are worked out here, so that they can't disagree with their parts.
 */
export function figureValue(key: string, report: Report, values: FigureValues): number | null {
  const cell = valueAt(report.tables, key);
  if (cell !== undefined) return cell;
  const origin = BY_KEY.get(key)?.origin ?? 'counted';
  if (origin === 'counted') return values[key] ?? null;
  if ('share' in origin) {
    const [part, whole] = origin.share.map((k) => figureValue(k, report, values)) as [number | null, number | null];
    return part === null || !whole ? null : percent(part, whole);
  }
  const parts = origin.sum.map((k) => figureValue(k, report, values));
  return parts.includes(null) ? null : (parts as number[]).reduce((a, b) => a + b, 0);
}

/** The number a sentence says for a value: money in fen is said in 元. */
export function spoken(key: string, value: number): number {
  return key.endsWith('Fen') ? value / 100 : value;
}
