import { LEADER_FIELDS, MEETING_FIELDS, ORGANISATION_FIELDS, type Shipped } from './column.ts';

/** 指南 and 制度: the first two parts of every 政府信息公开专栏. */
export const HEAD: readonly Shipped[] = [
  { id: 'guide', label: '政府信息公开指南', category: 'other', basis: ['OGIR2019 12'], description: '怎样查找和申请政府信息。' },
  {
    id: 'rules',
    label: '政府信息公开制度',
    category: 'other',
    basis: ['OGIR2019 4.1', 'OGIR2019 17'],
    description: '条例、上级规定和本机关的公开制度。',
  },
];

/** 年报: the last part. */
export const TAIL: readonly Shipped[] = [
  {
    id: 'reports',
    label: '政府信息公开年报',
    category: 'annualReport',
    basis: ['OGIR2019 49'],
    description: '历年的政府信息公开工作年度报告。',
  },
];

/** What every office has, township and county alike (OGIR2019 20). */
export const ORGANISATION: readonly Shipped[] = [
  { id: 'functions', label: '机构职能', category: 'organisation', basis: ['OGIR2019 20(2)'], fields: ORGANISATION_FIELDS },
  { id: 'units', label: '机构设置', category: 'organisation', basis: ['OGIR2019 20(2)'], fields: ORGANISATION_FIELDS },
  { id: 'leaders', label: '领导信息', category: 'organisation', basis: ['OGIR2019 20(2)'], fields: LEADER_FIELDS },
  { id: 'meetings', label: '政府会议', category: 'meeting', basis: ['OGIR2019 19'], fields: MEETING_FIELDS },
  { id: 'personnel', label: '人事信息', category: 'personnel', basis: ['OGIR2019 20(14)'] },
  {
    id: 'finance',
    label: '财政预决算',
    category: 'finance',
    basis: ['OGIR2019 20(7)'],
    children: [
      { id: 'budget', label: '预算', category: 'finance', basis: ['OGIR2019 20(7)'] },
      { id: 'accounts', label: '决算', category: 'finance', basis: ['OGIR2019 20(7)'] },
    ],
  },
  {
    id: 'policies',
    label: '政策文件',
    category: 'normativeDocument',
    basis: ['OGIR2019 20(1)'],
    threshold: 'policy',
    children: [
      { id: 'normative', label: '行政规范性文件', category: 'normativeDocument', basis: ['OGIR2019 20(1)'], threshold: 'policy' },
      { id: 'interpretations', label: '政策解读', category: 'interpretation', basis: ['DETAIL2016'] },
    ],
  },
];

/** 通知公告 and 回应关切: no article, but every office has them. */
export const NEWS: readonly Shipped[] = [
  { id: 'notices', label: '通知公告', category: 'notice', basis: ['OGIR2019 19'], threshold: 'notices' },
  { id: 'news', label: '工作动态', category: 'news', basis: ['OGIR2019 19'], threshold: 'news' },
  { id: 'responses', label: '回应关切', category: 'response', basis: ['OGIR2019 6.2'] },
];
