import type { PublishingDuty } from './duties.ts';
import { duty } from './shipped/duties.ts';
import { CATALOGUE_CHANNELS } from './shipped/fields.ts';

/** The columns of the printed catalogue form, with other words for them. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  number: ['序号'],
  group: ['一级事项', '公开事项一级', '公开事项', '事项类别'],
  label: ['二级事项', '公开事项二级', '事项名称', '公开内容'],
  elements: ['公开内容（要素）', '公开内容(要素)', '内容要素', '要素'],
  basis: ['公开依据', '依据'],
  when: ['公开时限', '时限'],
  handler: ['公开主体', '责任主体', '责任单位'],
  channels: ['公开渠道和载体', '公开渠道', '渠道和载体'],
  audience: ['公开对象'],
  mode: ['公开方式'],
  level: ['公开层级'],
};

/** What became of a pasted catalogue: the lines that can be kept, and what was not understood, by line. */
export interface DutyImport {
  readonly duties: readonly PublishingDuty[];
  readonly problems: readonly { readonly line: number; readonly what: string }[];
}

const fold = (s: string): string => s.normalize('NFKC').replace(/[\s()（）、/]/g, '');

/** Which catalogue column a head names; the exact word first, since 公开内容 and 公开内容（要素） differ. */
function columnOf(head: string): string | null {
  const wanted = fold(head);
  return Object.entries(COLUMNS).find(([, words]) => words.some((w) => fold(w) === wanted))?.[0] ?? null;
}

/** 20个工作日内 · 10日内 as a period from formation; null where it says something else (which then stays in words). */
export function periodOf(text: string): { days: number; unit: 'working' | 'calendar' } | null {
  const m = /(\d{1,3})个?(工作日|自然日|日|天)内?/.exec(text.normalize('NFKC'));
  const days = Number(m?.[1]);
  if (!m || days < 1 || days > 365) return null;
  return { days, unit: m[2] === '工作日' ? 'working' : 'calendar' };
}

function channelsOf(text: string): string[] {
  const found = Object.entries(CATALOGUE_CHANNELS).filter(([word]) => fold(text).includes(fold(word)));
  return [...new Set(found.map(([, channel]) => channel))];
}

function dutyOf(field: string, line: number, cells: Readonly<Record<string, string>>): PublishingDuty {
  const period = periodOf(cells['when'] ?? '');
  const channels = channelsOf(cells['channels'] ?? '');
  const level = cells['level'] ?? '';
  const levels = (['county', 'township'] as const).filter((l) => level.includes(l === 'county' ? '县' : '乡'));
  return duty({
    key: `${field}-${cells['number']?.trim() || line}`,
    group: cells['group'] ?? '',
    label: cells['label'] || cells['group'] || '',
    elements: cells['elements'] ?? '',
    basis: ['GRASSROOTS2019'],
    source: 'field',
    handler: cells['handler'] ?? '',
    within: period ? { ...period, basis: 'GRASSROOTS2019' } : null,
    ...(channels.length > 0 && { channels }),
    audience: cells['audience'] || '全社会',
    mode: /依申请/.test(cells['mode'] ?? '') ? 'onRequest' : 'proactive',
    ...(levels.length > 0 && { levels }),
    unverified: null,
  });
}

/**
 * Reads a catalogue as rows of cells (a paste from Excel, a sheet). The first row that names at least 事项 and one more column is the
 * head; blank cells of 一级事项 take the one above, as the merged cells of the printed form do.
 */
export function readCatalogue(field: string, rows: readonly (readonly string[])[]): DutyImport {
  const at = rows.findIndex((r) => new Set(r.map(columnOf).filter((c) => c !== null)).size >= 2 && r.some((c) => /事项|公开内容/.test(c)));
  if (at < 0) return { duties: [], problems: [{ line: 1, what: '没有找到表头：至少要有“公开事项”和另一栏（如“公开时限”）。' }] };
  const head = (rows[at] ?? []).map(columnOf);
  const duties: PublishingDuty[] = [];
  const problems: { line: number; what: string }[] = [];
  let group = '';
  rows.slice(at + 1).forEach((row, i) => {
    const line = at + 2 + i;
    const cells: Record<string, string> = {};
    head.forEach((column, c) => {
      if (column && !cells[column]) cells[column] = (row[c] ?? '').trim();
    });
    if (Object.values(cells).every((v) => v === '')) return;
    group = cells['group'] || group;
    const made = dutyOf(field, line, { ...cells, group });
    if (made.label === '') problems.push({ line, what: `第${line}行没有公开事项，没有导入。` });
    else if (duties.some((d) => d.key === made.key)) problems.push({ line, what: `第${line}行的序号与前面重复，没有导入。` });
    else duties.push(made);
  });
  return { duties, problems };
}
