import type { Day } from '#lib/day.ts';
import { type Freshness, freshness, type Threshold, thresholdDays } from './freshness.ts';

/** A field of a column's own form (领导信息: person, post, duties …). */
export interface ColumnField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'longText' | 'day' | 'photo';
}

/** One column (栏目) of an office's tree. */
export interface Column {
  /** Letters, digits and hyphens: it stands in addresses. */
  readonly id: string;
  readonly parent: string | null;
  readonly label: string;
  /** Place among its siblings. */
  readonly order: number;
  /** What Art. 20 or 21 or another rule asks for here. */
  readonly basis: readonly string[];
  /** Category of the items register its items are counted under. */
  readonly category: string;
  /** Which freshness threshold applies; null: changes only when there is something. */
  readonly threshold: Threshold['key'] | null;
  readonly fields: readonly ColumnField[];
  /** What a reader finds there, in a sentence. */
  readonly description: string;
  /** A column that is no longer used keeps its address. */
  readonly closed: boolean;
  /** Shown to the public only once something stands in it, so that no page is empty. */
  readonly whenFilled?: boolean;
  /** The office's own limit in days without anything new; null: that of its threshold, if it has one. */
  readonly everyDays?: number | null;
  /** Who keeps it up to date. */
  readonly keeper?: string;
}

/** The four parts of every 专栏: they have addresses of their own, and stay. */
export const FIXED_COLUMNS: ReadonlySet<string> = new Set(['guide', 'rules', 'content', 'reports']);

/** How a column stands against its limit; null where it has none or is closed. */
export function columnFreshness(
  column: Pick<Column, 'threshold' | 'everyDays' | 'closed'>,
  lastOn: string | null,
  today: Day,
  own: Readonly<Record<string, number>> = {},
): Freshness | null {
  const days = column.everyDays ?? (column.threshold ? thresholdDays(column.threshold, own) : null);
  return column.closed || days === null ? null : freshness(lastOn, days, today);
}

/** What stands in an office's columns, and what points at them. */
export interface ColumnUse {
  /** Column → items whose working or public version stands in it. */
  readonly items: ReadonlyMap<string, number>;
  /** Column → duties and places it is named in. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

/** Why a column can't be taken off the tree; null: it can. Whoever wants it out of sight closes it. */
export function keptBecause(column: Column, use: ColumnUse): string | null {
  if (FIXED_COLUMNS.has(column.id)) return `“${column.label}”是政府信息公开专栏的固定部分，不能删去`;
  const items = use.items.get(column.id) ?? 0;
  if (items > 0) return `“${column.label}”下有${items}条信息，不能删去；不再使用的请停用，原来的网址仍然能打开`;
  const [first] = use.named.get(column.id) ?? [];
  return first ? `“${column.label}”是${first}的对应栏目，不能删去；请先改那里的栏目，或者停用` : null;
}

/** What is wrong with a change of the columns: something in use taken away, a fixed part moved or closed. In Chinese. */
export function columnChangeProblems(before: readonly Column[], after: readonly Column[], use: ColumnUse): string[] {
  const now = new Map(after.map((c) => [c.id, c]));
  const lost = before.filter((c) => !now.has(c.id)).flatMap((c) => keptBecause(c, use) ?? []);
  const fixed = after.filter((c) => FIXED_COLUMNS.has(c.id) && (c.closed || c.parent !== null));
  return [...lost, ...fixed.map((c) => `“${c.label}”是政府信息公开专栏的固定部分，不能停用，也不能移到别的栏目下`)].map((t) => `${t}。`);
}

/** A column with those below it, as a page shows them. */
export interface ColumnNode extends Column {
  readonly children: readonly ColumnNode[];
}

/** What is wrong with a set of columns before it is kept: ids twice, parents that are not there, rings. In Chinese. */
export function columnProblems(columns: readonly Column[]): string[] {
  const problems: string[] = [];
  const byId = new Map<string, Column>();
  for (const c of columns) {
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(c.id)) problems.push(`栏目“${c.label}”的代号“${c.id}”不合要求：只用小写字母、数字和短横线。`);
    if (byId.has(c.id)) problems.push(`栏目代号“${c.id}”用了两次。`);
    if (c.label.trim() === '') problems.push(`代号为“${c.id}”的栏目没有名称。`);
    byId.set(c.id, c);
  }
  for (const c of columns) {
    const seen = new Set<string>([c.id]);
    for (let up = c.parent; up !== null; up = byId.get(up)?.parent ?? null) {
      if (!byId.has(up)) problems.push(`栏目“${c.label}”的上级“${up}”不存在。`);
      if (seen.has(up)) {
        problems.push(`栏目“${c.label}”的上级绕成了一圈。`);
        break;
      }
      seen.add(up);
    }
  }
  return [...new Set(problems)];
}

/** The tree in order; a column whose parent is missing stands at the top. */
export function columnTree(columns: readonly Column[]): ColumnNode[] {
  const known = new Set(columns.map((c) => c.id));
  const under = Map.groupBy(columns, (c) => (c.parent !== null && known.has(c.parent) ? c.parent : ''));
  const build = (parent: string, above: ReadonlySet<string>): ColumnNode[] =>
    (under.get(parent) ?? [])
      .filter((c) => !above.has(c.id))
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
      .map((c) => ({ ...c, children: build(c.id, new Set([...above, c.id])) }));
  return build('', new Set());
}

/** A column and all below it. */
export function withDescendants(columns: readonly Column[], id: string): string[] {
  const out = [id];
  for (let i = 0; i < out.length; i++) for (const c of columns) if (c.parent === out[i] && !out.includes(c.id)) out.push(c.id);
  return out;
}

/** From the top down to a column: what stands in a page's 当前位置. */
export function pathTo(columns: readonly Column[], id: string): Column[] {
  const path: Column[] = [];
  for (let at = columns.find((c) => c.id === id); at && !path.includes(at); at = columns.find((c) => c.id === at?.parent)) path.unshift(at);
  return path;
}
