import { ARTICLE_20, ARTICLE_21_COUNTY, ARTICLE_21_TOWNSHIP, type Duty, type Level } from '#law/catalogue.ts';
import type { PublishingDuty } from '../duties.ts';

const NOTHING: Omit<PublishingDuty, 'key' | 'label' | 'basis' | 'source' | 'group'> = {
  elements: '',
  handler: '',
  frequency: 'onChange',
  dueMonthDay: null,
  graceDays: 0,
  within: null,
  column: null,
  channels: ['website', 'noticeBoard'],
  audience: '全社会',
  mode: 'proactive',
  levels: ['county', 'township'],
  unverified: null,
  notOurs: null,
};

/** A duty from what is particular to it. */
export function duty(own: Pick<PublishingDuty, 'key' | 'label' | 'basis' | 'source' | 'group'> & Partial<PublishingDuty>): PublishingDuty {
  return { ...NOTHING, ...own };
}

const YEARLY = '更新周期按年度工作习惯设定，条例没有规定，可以修改（2026-11-01）';
const COLUMNS_20: Readonly<Record<string, string>> = {
  '20(1)': 'normative',
  '20(2)': 'functions',
  '20(3)': 'planning',
  '20(4)': 'statistics',
  '20(5)': 'licences',
  '20(6)': 'penalties',
  '20(8)': 'charges',
  '20(9)': 'procurement',
  '20(10)': 'projects',
  '20(11)': 'livelihood',
  '20(12)': 'emergency',
  '20(13)': 'inspection',
  '20(14)': 'personnel',
};

function ofArticle20(d: Duty): PublishingDuty[] {
  const group = '条例第二十条';
  if (d.key === '20(7)') return FINANCE;
  const column = COLUMNS_20[d.key] ?? null;
  return [duty({ key: d.key, group, label: d.label, basis: [d.basis], source: 'article20', column })];
}

const FINANCE: PublishingDuty[] = [
  duty({
    key: '20(7)-budget',
    group: '条例第二十条',
    label: '财政预算',
    basis: ['OGIR2019 20(7)'],
    source: 'article20',
    column: 'budget',
    frequency: 'year',
    dueMonthDay: '04-30',
    unverified: YEARLY,
  }),
  duty({
    key: '20(7)-accounts',
    group: '条例第二十条',
    label: '财政决算',
    basis: ['OGIR2019 20(7)'],
    source: 'article20',
    column: 'accounts',
    frequency: 'year',
    dueMonthDay: '10-31',
    unverified: YEARLY,
  }),
];

/** What every office owes besides Art. 20 and 21: the guide and its yearly look, the report by its local date. */
const OWN: readonly PublishingDuty[] = [
  duty({ key: 'guide', group: '公开工作', label: '政府信息公开指南', basis: ['OGIR2019 12'], source: 'own', column: 'guide' }),
  duty({
    key: 'annualReport',
    group: '公开工作',
    label: '政府信息公开工作年度报告',
    basis: ['OGIR2019 50', 'LOCAL'],
    source: 'own',
    column: 'reports',
    frequency: 'year',
    dueMonthDay: '01-31',
    unverified: '乡镇没有全国统一的日期，按当地通知修改（2026-11-01）',
  }),
];

/** The duty catalogue an office of a level begins with; from then on it is its own to change. */
export function shippedDuties(level: Level): PublishingDuty[] {
  const township = level === 'township';
  const keys = township ? ARTICLE_21_TOWNSHIP : ARTICLE_21_COUNTY;
  return [
    ...ARTICLE_20.flatMap((d) => ofArticle20(d)),
    ...keys.map((d, i) =>
      duty({ key: d.key, group: '条例第二十一条', label: d.label, basis: [d.basis], source: 'article21', column: `key-${i + 1}` }),
    ),
    ...OWN,
  ];
}
