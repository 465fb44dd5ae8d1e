import { ARTICLE_21_COUNTY, ARTICLE_21_TOWNSHIP, type Duty, type Level } from '#law/catalogue.ts';
import type { Column } from '../columns.ts';
import { flatten, type Shipped } from './column.ts';
import { HEAD, NEWS, ORGANISATION, TAIL } from './shared.ts';

const TOWNSHIP_CATEGORIES = ['livelihood', 'other', 'land', 'land', 'land', 'land', 'finance', 'livelihood'];
const COUNTY_CATEGORIES = ['procurement', 'livelihood', 'livelihood', 'land', 'land', 'other', 'livelihood'];

function ofArticle21(duties: readonly Duty[], categories: readonly string[]): Shipped[] {
  return duties.map((d, i) => ({ id: `key-${i + 1}`, label: d.label, category: categories[i] ?? 'other', basis: [d.basis] }));
}

/** Further parts of Art. 20: a county's portal shows each; a township's waits until something of it concerns the township. */
const ARTICLE_20_MORE: readonly Shipped[] = [
  { id: 'planning', label: '规划计划', category: 'planning', basis: ['OGIR2019 20(3)'] },
  { id: 'statistics', label: '统计信息', category: 'planning', basis: ['OGIR2019 20(4)'] },
  { id: 'licences', label: '行政许可', category: 'administration', basis: ['OGIR2019 20(5)'] },
  { id: 'penalties', label: '行政处罚和行政强制', category: 'administration', basis: ['OGIR2019 20(6)'] },
  { id: 'charges', label: '行政事业性收费', category: 'finance', basis: ['OGIR2019 20(8)'] },
  { id: 'procurement', label: '政府集中采购', category: 'procurement', basis: ['OGIR2019 20(9)'] },
  { id: 'projects', label: '重大建设项目', category: 'procurement', basis: ['OGIR2019 20(10)'] },
  { id: 'livelihood', label: '扶贫、教育、医疗、社会保障、促进就业', category: 'livelihood', basis: ['OGIR2019 20(11)'] },
  { id: 'emergency', label: '应急预案和预警信息', category: 'emergency', basis: ['OGIR2019 20(12)'] },
  { id: 'inspection', label: '监督检查', category: 'environment', basis: ['OGIR2019 20(13)'] },
];

function statutory(children: readonly Shipped[]): Shipped {
  return { id: 'content', label: '法定主动公开内容', category: 'other', basis: ['OGIR2019 19', 'OGIR2019 20', 'OGIR2019 21'], children };
}

/** The columns an office of a level begins with; from then on they are its own to change. */
export function shippedColumns(level: Level): Column[] {
  const key =
    level === 'township' ? ofArticle21(ARTICLE_21_TOWNSHIP, TOWNSHIP_CATEGORIES) : ofArticle21(ARTICLE_21_COUNTY, COUNTY_CATEGORIES);
  const duties: Shipped = {
    id: 'key-fields',
    label: '重点领域信息',
    category: 'other',
    basis: ['OGIR2019 21'],
    children: key,
  };
  const more = level === 'township' ? ARTICLE_20_MORE.map((c) => ({ ...c, whenFilled: true })) : ARTICLE_20_MORE;
  return flatten([
    ...HEAD,
    statutory(level === 'township' ? [...ORGANISATION, duties, ...NEWS, ...more] : [...ORGANISATION, ...more, duties, ...NEWS]),
    ...TAIL,
  ]);
}
