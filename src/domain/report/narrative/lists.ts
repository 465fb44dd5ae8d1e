import { channelFigure } from '../figures.ts';
import { type Office, plain, resultsOf, subjectsOf } from './office.ts';

/** One piece of an enumeration; left out while its figure is zero. */
export interface ListEntry {
  readonly text: string;
  readonly figure?: string;
}

/** An enumeration a sentence may contain as `[[name]]`. */
export interface List {
  readonly join: string;
  readonly entries: readonly ListEntry[];
}

const OUTCOMES: readonly (readonly [label: string, figure: string])[] = [
  ['予以公开', 'requests/3.1/total'],
  ['部分公开', 'requests/3.2/total'],
  ['不予公开', 'figures/requests/refused'],
  ['无法提供', 'figures/requests/unable'],
  ['不予处理', 'figures/requests/notProcessed'],
  ['其他处理', 'figures/requests/otherwise'],
];

const RESULTS = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'other'],
  ['尚未审结', 'pending'],
] as const;

function bound(label: string, figure: string, measure: string): ListEntry {
  return { figure, text: `${label}{{${figure}}}${measure}` };
}

function results(group: string): List {
  return { join: '、', entries: RESULTS.map(([label, column]) => bound(label, `remedies/${group}/${column}`, '件')) };
}

function words(texts: readonly string[], join = '、'): List {
  return { join, entries: texts.map((text) => ({ text })) };
}

function numbered(texts: readonly string[]): List {
  const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  if (texts.length === 1) return words(texts);
  return words(
    texts.map((t, i) => (ordinals[i] ? `${ordinals[i]}是${t}` : t)),
    '；',
  );
}

/** Every enumeration of the report for one office and span; `year` is the report's year for the problems list. */
export function listsOf(office: Office, span: readonly [string, string], year: number): Readonly<Record<string, List>> {
  const current = office.problems.filter((p) => p.year === year);
  const last = office.problems.filter((p) => p.year === year - 1);
  return {
    kinds: {
      join: '、',
      entries: [bound('政策解读', 'figures/items/interpretation', '条'), bound('回应关切', 'figures/items/response', '条')],
    },
    channels: { join: '、', entries: office.channels.map((c) => bound(`${plain(c.label)}发布`, channelFigure(c.key), '条')) },
    otherChannels: {
      join: '、',
      entries: office.channels.filter((c) => !c.isSite).map((c) => ({ text: plain(c.label), figure: channelFigure(c.key) })),
    },
    outcomes: { join: '、', entries: OUTCOMES.map(([label, figure]) => bound(label, figure, '件')) },
    reviewResults: results('review'),
    directResults: results('litigationDirect'),
    afterReviewResults: results('litigationAfterReview'),
    trainings: words(subjectsOf(office, 'training', span)),
    disclosureTrainings: words(subjectsOf(office, 'training', span, true)),
    inspections: words(subjectsOf(office, 'inspection', span)),
    assessments: words(resultsOf(office, 'assessment', span), '；'),
    evaluations: words(resultsOf(office, 'socialEvaluation', span), '；'),
    accountabilities: words(resultsOf(office, 'accountability', span), '；'),
    improvements: numbered(last.flatMap((p) => (p.improvement ? [`针对“${plain(p.problem)}”的问题，${plain(p.improvement)}`] : []))),
    problems: numbered(current.map((p) => plain(p.problem))),
    measures: numbered(current.flatMap((p) => (p.measure ? [plain(p.measure)] : []))),
  };
}
