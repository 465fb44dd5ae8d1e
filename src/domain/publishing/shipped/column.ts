import type { Column, ColumnField } from '../columns.ts';

/** What a shipped column says of itself; the rest follows from its place. */
export interface Shipped extends Partial<Pick<Column, 'basis' | 'threshold' | 'fields' | 'description' | 'whenFilled'>> {
  readonly id: string;
  readonly label: string;
  readonly category: string;
  readonly children?: readonly Shipped[];
}

/** A tree written down as a tree, as the flat list an office keeps. */
export function flatten(tree: readonly Shipped[], parent: string | null = null): Column[] {
  return tree.flatMap((s, i) => [
    {
      id: s.id,
      parent,
      label: s.label,
      order: i + 1,
      basis: s.basis ?? [],
      category: s.category,
      threshold: s.threshold ?? null,
      fields: s.fields ?? [],
      description: s.description ?? '',
      closed: false,
      whenFilled: s.whenFilled ?? false,
    },
    ...flatten(s.children ?? [], s.id),
  ]);
}

export const LEADER_FIELDS: readonly ColumnField[] = [
  { key: 'person', label: '姓名', kind: 'text' },
  { key: 'post', label: '职务', kind: 'text' },
  { key: 'duties', label: '分管工作', kind: 'longText' },
  { key: 'photo', label: '照片', kind: 'photo' },
  { key: 'until', label: '任职至', kind: 'day' },
];

export const MEETING_FIELDS: readonly ColumnField[] = [
  { key: 'heldOn', label: '会议日期', kind: 'day' },
  { key: 'topics', label: '议题', kind: 'longText' },
  { key: 'decisions', label: '议定事项', kind: 'longText' },
  { key: 'papers', label: '相关文件（索引号）', kind: 'text' },
];

/** The unit's own particulars (OGIR2019 20(2)). */
export const ORGANISATION_FIELDS: readonly ColumnField[] = [
  { key: 'address', label: '办公地址', kind: 'text' },
  { key: 'hours', label: '办公时间', kind: 'text' },
  { key: 'phone', label: '联系方式', kind: 'text' },
  { key: 'head', label: '负责人姓名', kind: 'text' },
];
