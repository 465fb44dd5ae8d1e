import type { RegisterKey } from '#domain/registers/register.ts';
import { cellsOf, FORM_2021 } from '#law/forms/index.ts';
import type { Report } from './model.ts';
import { valueAt } from './model.ts';

/** What follows the number in a sentence. */
export type Measure = '件' | '条' | '次' | '元' | '%';

/** How a figure of the text comes about: counted from facts, added up from other figures, or one as a share of another. */
export type Origin =
  | { readonly counted: true }
  | { readonly sum: readonly string[] }
  | { readonly share: readonly [part: string, whole: string] };

/** A figure the report's sentences state besides the cells of the form. */
export interface TextFigure {
  readonly key: string;
  readonly label: string;
  readonly measure: Measure;
  /** What it counts and by which date. */
  readonly counts: string;
  readonly registers: readonly RegisterKey[];
  readonly origin: Origin;
}

const COUNTED: Origin = { counted: true };

function rows(from: string, n: number): string[] {
  return Array.from({ length: n }, (_, i) => `requests/${from}.${i + 1}/total`);
}

function requestSum(key: string, label: string, terms: readonly string[]): TextFigure {
  return {
    key: `figures/requests/${key}`,
    label,
    measure: '件',
    counts: `表三“${label}”各行总计之和`,
    registers: ['requests'],
    origin: { sum: terms },
  };
}

function ticket(key: string, label: string, counts: string): TextFigure {
  return { key: `figures/tickets/${key}`, label, measure: '件', counts, registers: ['tickets'], origin: COUNTED };
}

function ticketShare(key: string, label: string, part: string): TextFigure {
  return {
    key: `figures/tickets/${key}`,
    label,
    measure: '%',
    counts: `${label}＝${part === 'closed' ? '已办结' : '按时办结'}件数÷应办结件数`,
    registers: ['tickets'],
    origin: { share: [`figures/tickets/${part}`, 'figures/tickets/due'] },
  };
}

const ACTIVITIES = [
  ['training', '业务培训'],
  ['inspection', '检查'],
  ['assessment', '工作考核'],
  ['socialEvaluation', '社会评议'],
  ['accountability', '责任追究'],
] as const;

function activity([kind, label]: (typeof ACTIVITIES)[number]): TextFigure[] {
  const base = { measure: '次', registers: ['activities'], origin: COUNTED } as const;
  return [
    { ...base, key: `figures/activities/${kind}`, label, counts: `期间内举行的${label}，一次活动计一次，不按天数和人数` },
    {
      ...base,
      key: `figures/activities/${kind}/disclosure`,
      label: `${label}（政府信息公开方面）`,
      counts: `其中与政府信息公开工作有关的${label}`,
    },
  ];
}

function fee(key: string, label: string, measure: Measure, counts: string): TextFigure {
  return { key: `figures/processingFee/${key}`, label, measure, counts, registers: ['requests'], origin: COUNTED };
}

/** Every figure of the text that is no cell of the form, but those by channel, which follow the channels in use. */
export const TEXT_FIGURES: readonly TextFigure[] = [
  {
    key: 'figures/items/published',
    label: '主动公开政府信息',
    measure: '条',
    counts: '期间内首次发布的本机关政府信息；村务公开和转载的不计',
    registers: ['items'],
    origin: COUNTED,
  },
  requestSum('refused', '不予公开', rows('3.3', 8)),
  requestSum('unable', '无法提供', rows('3.4', 3)),
  requestSum('notProcessed', '不予处理', rows('3.5', 5)),
  requestSum('otherwise', '其他处理', rows('3.6', 3)),
  {
    key: 'figures/remedies/litigation',
    label: '行政诉讼',
    measure: '件',
    counts: '未经复议直接起诉与复议后起诉两组总计之和',
    registers: ['remedies'],
    origin: { sum: ['remedies/litigationDirect/total', 'remedies/litigationAfterReview/total'] },
  },
  ticket('received', '收到转办工单', '期间内收到的12345热线转办工单，按收到之日'),
  ticket('due', '应办结工单', '办理时限在期间内届满的工单'),
  ticket('closed', '已办结工单', '应办结工单中截至期间末日已办结的'),
  ticket('closedInTime', '按时办结工单', '应办结工单中在时限内办结的'),
  ticketShare('closureRate', '办结率', 'closed'),
  ticketShare('inTimeRate', '按时办结率', 'closedInTime'),
  ...ACTIVITIES.flatMap(activity),
  fee('notices', '信息处理费收费通知', '件', '期间内发出的信息处理费收费通知，按发出之日'),
  fee('noticed', '收费通知总金额', '元', '期间内发出的收费通知所列金额之和'),
  fee('paid', '实际收取信息处理费', '元', '期间内实际收取的信息处理费，按收款之日'),
];

/** The key of the figure of publications on one channel. */
export function channelFigure(channel: string): string {
  return `figures/publications/${channel}`;
}

/** Values of the text's counted figures by key; null where a register is not declared for the period. Money in 元. */
export type FigureValues = Readonly<Record<string, number | null>>;

const CELL_LABELS = new Map(cellsOf(FORM_2021).map((c) => [c.key, c.label]));
const BY_KEY = new Map(TEXT_FIGURES.map((f) => [f.key, f]));

/** True for a key a sentence may be bound to: a cell of the form, a figure of the text, a channel's figure. */
export function isFigure(key: string, report: Report): boolean {
  return BY_KEY.has(key) || /^figures\/publications\/\w+$/.test(key) || valueAt(report.tables, key) !== undefined;
}

/** What a figure is called on screens and in messages. */
export function figureLabel(key: string): string {
  return BY_KEY.get(key)?.label ?? CELL_LABELS.get(key) ?? (key.startsWith('figures/publications/') ? '按渠道发布' : key);
}

/** 99.996 % stays 99.99: a share says 100 only when nothing is left. */
function percent(part: number, whole: number): number {
  return Math.floor((part / whole) * 10_000 + 1e-9) / 100;
}

/**
 * The value of a cell or figure; null when a register behind it is not declared, when it was not counted, or for a
 * share of nothing. Sums and shares are worked out here, so that they can't disagree with their parts.
 */
export function figureValue(key: string, report: Report, counted: FigureValues): number | null {
  const cell = valueAt(report.tables, key);
  if (cell !== undefined) return cell;
  const origin = BY_KEY.get(key)?.origin ?? COUNTED;
  if ('counted' in origin) return counted[key] ?? null;
  if ('share' in origin) {
    const [part, whole] = origin.share.map((k) => figureValue(k, report, counted)) as [number | null, number | null];
    return part === null || !whole ? null : percent(part, whole);
  }
  const parts = origin.sum.map((k) => figureValue(k, report, counted));
  return parts.includes(null) ? null : (parts as number[]).reduce((a, b) => a + b, 0);
}
