import type { EntryBody } from '../../../web/api/publishingTypes.ts';
import type { Labels } from './ErrorBox.tsx';
import { filledRows, type PairRow } from './PairRows.tsx';

type Body = EntryBody<'settings'>;
type SiteFacts = NonNullable<Body['site']>;

/** The foot of the pages: key, label, hint. */
export const SITE: readonly (readonly [keyof SiteFacts, string, string?])[] = [
  ['name', '网站名称'],
  ['organiser', '主办单位'],
  ['domain', '网站域名', '不带 https://'],
  ['idCode', '网站标识码', '10位数字'],
  ['icp', 'ICP备案号'],
  ['police', '公安备案号'],
  ['contact', '联系方式'],
  ['reportErrors', '找错入口', '“我为政府网站找错”平台上本网站的网址'],
];
const NO_SITE: SiteFacts = { name: '', organiser: '', domain: '', idCode: '', icp: '', police: '', contact: '', reportErrors: '' };

/** What each field is called, by the id of its control. */
export const LABELS: Labels = {
  't-creditCode': '统一社会信用代码',
  't-startedOn': '从哪天起算',
  't-reassess': '几个月评估一次',
  't-thresholds': '更新期限',
  't-words': '自用词表',
  't-agencyNames': '机关单位规范名称',
  't-formerNames': '错误或者旧的名称',
  't-leaders': '领导姓名和职务',
  't-frequent': '常用查找',
  't-reason': '修改的原因',
  ...Object.fromEntries(SITE.map(([key, label]) => [`t-site-${key}`, label])),
};

const words = (text: string): string[] =>
  text
    .split(/[\n、，,；;]/)
    .map((w) => w.trim())
    .filter(Boolean);
const rowsOf = (record: Readonly<Record<string, string>>): PairRow[] => Object.entries(record);

/** The settings as they are typed. */
export interface Typed {
  readonly creditCode: string;
  readonly portal: boolean;
  readonly startedOn: string;
  readonly reassess: string;
  readonly thresholds: Readonly<Record<string, string>>;
  readonly words: readonly PairRow[];
  readonly agencyNames: string;
  readonly formerNames: readonly PairRow[];
  readonly leaders: readonly PairRow[];
  readonly frequent: string;
  readonly site: SiteFacts;
}

/** What is on the screen of settings that are kept. */
export function typedOf(b: Body): Typed {
  return {
    creditCode: b.creditCode ?? '',
    portal: b.portal,
    startedOn: b.startedOn ?? '',
    reassess: String(b.reassessMonths),
    thresholds: Object.fromEntries(Object.entries(b.thresholds).map(([k, n]) => [k, String(n)])),
    words: rowsOf(b.words),
    agencyNames: b.agencyNames.join('\n'),
    formerNames: rowsOf(b.formerNames),
    leaders: Object.entries(b.leaders).map(([name, post]) => [name, post, b.leadersUntil[name] ?? '']),
    frequent: b.frequentSearches.join('、'),
    site: { ...NO_SITE, ...b.site },
  };
}

/** The settings that what was typed makes; the foot is the top office's only. */
export function bodyOf(t: Typed, before: Body, top: boolean): Body {
  const leaders = filledRows(t.leaders);
  const asRecord = (rows: readonly PairRow[]) => Object.fromEntries(filledRows(rows).map(([a, b]) => [a, b]));
  return {
    creditCode: t.creditCode.trim().toUpperCase() || null,
    portal: t.portal,
    startedOn: t.startedOn || null,
    reassessMonths: Number(t.reassess),
    thresholds: Object.fromEntries(Object.entries(t.thresholds).flatMap(([k, n]) => (n.trim() === '' ? [] : [[k, Number(n)]]))),
    words: asRecord(t.words),
    agencyNames: words(t.agencyNames),
    formerNames: asRecord(t.formerNames),
    leaders: Object.fromEntries(leaders.map(([name, post]) => [name, post])),
    leadersUntil: Object.fromEntries(leaders.flatMap(([name, , until]) => (until ? [[name, until]] : []))),
    frequentSearches: words(t.frequent),
    site: top ? t.site : before.site,
  };
}
