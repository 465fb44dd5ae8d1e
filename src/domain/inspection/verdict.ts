import { ITEM_KEYS } from './items.ts';
import type { Result } from './result.ts';
import type { Table } from './table.ts';

/** 合格 · 不合格 · 未查. */
export type Verdict = 'qualified' | 'failed' | 'unchecked';

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { qualified: '合格', failed: '不合格', unchecked: '未查' };

/** What a run comes to. `deducted` is null while the administrator entered no points. */
export interface Summary {
  readonly verdict: Verdict;
  readonly vetoes: number;
  readonly deductions: number;
  readonly reminders: number;
  readonly warnings: number;
  readonly unchecked: number;
  readonly deducted: number | null;
  /** Why, in words. */
  readonly says: string;
}

function deductedOf(results: readonly Result[], points: Table['points']): number | null {
  if (Object.keys(points).length === 0) return null;
  let sum = 0;
  for (const key of ITEM_KEYS) {
    const own = points[key];
    if (!own) continue;
    const hits = results.filter((r) => r.item === key && r.state === 'fail').reduce((n, r) => n + Math.max(1, r.total), 0);
    sum += Math.min(own.most ?? Number.POSITIVE_INFINITY, hits * own.each);
  }
  return Math.round(sum * 100) / 100;
}

/** The verdict: one veto is enough; then the points, where there are any. */
export function summaryOf(results: readonly Result[], table: Table): Summary {
  const failing = (severity: Result['severity']) => results.filter((r) => r.state === 'fail' && r.severity === severity);
  const vetoes = failing('veto');
  const deducted = deductedOf(results, table.points);
  const score = deducted === null ? null : 100 - deducted;
  const low = score !== null && score < table.limits.passScore;
  const looked = results.some((r) => r.state === 'pass' || r.state === 'fail' || r.state === 'warn');
  const names = vetoes.map((r) => r.placeName);
  const says = !looked
    ? '还没有可以检查的内容'
    : vetoes.length > 0
      ? `单项否决${vetoes.length}处：${[...new Set(names)].join('、')}`
      : low
        ? `按本级分值扣${deducted}分，低于${table.limits.passScore}分`
        : '没有单项否决';
  return {
    verdict: !looked ? 'unchecked' : vetoes.length > 0 || low ? 'failed' : 'qualified',
    vetoes: vetoes.length,
    deductions: failing('deduct').length,
    reminders: failing('remind').length,
    warnings: results.filter((r) => r.state === 'warn').length,
    unchecked: results.filter((r) => r.state === 'notChecked').length,
    deducted,
    says,
  };
}
