import type { Doubt, Reading, Value } from '#domain/report/model.ts';
import { FORM_2021, requestRowKeys } from '#law/forms/index.ts';
import { REMEDY_GROUP_KEYS } from '../formWords.ts';
import type { Word } from './words.ts';

/** Where two columns of a page part: an x that almost no run crosses, with much text on both sides. Null: one column. */
export function gutterOf(words: readonly Word[], width: number): number | null {
  if (words.length < 20) return null;
  for (const x of [0.5, 0.49, 0.51, 0.48, 0.52].map((f) => f * width)) {
    const crossing = words.filter((w) => w.x0 < x - 1 && w.x1 > x + 1).length;
    const left = words.filter((w) => w.x1 <= x + 1).length;
    const right = words.length - left - crossing;
    if (crossing <= words.length * 0.03 && left > words.length * 0.25 && right > words.length * 0.25) return x;
  }
  return null;
}

const WHY = '文件里并排着两份年报，这一行两份不同；请分别提供两份原件';

/** Two reports printed side by side as one reading: where they agree the figures, where they differ a doubt with both. */
export function mergeHalves(left: Reading, right: Reading): Reading {
  const doubts: Doubt[] = [];
  const both = (cell: string, a: readonly Value[] | undefined, b: readonly Value[] | undefined): Value[] | undefined => {
    if (!a || !b) return undefined;
    if (JSON.stringify(a) === JSON.stringify(b)) return [...a];
    doubts.push({ cell, readings: [[...a], [...b]], why: WHY });
    return a.map(() => null);
  };
  const [l, r] = [left.report.tables, right.report.tables];
  const proactive: NonNullable<typeof l.proactive> = {};
  for (const [key, a] of Object.entries(l.proactive ?? {})) {
    const b = r.proactive?.[key];
    const list = (v: typeof a | undefined): Value[] | undefined =>
      v === undefined ? undefined : typeof v === 'object' && v !== null ? Object.values(v) : [v];
    const merged = both(`proactive/${key}`, list(a), list(b));
    if (merged)
      proactive[key] =
        typeof a === 'object' && a !== null
          ? Object.fromEntries(Object.keys(a).map((k, i) => [k, merged[i] ?? null]))
          : (merged[0] ?? null);
  }
  const rows = (keys: readonly string[], table: string, a: Record<string, Value[]> | null, b: Record<string, Value[]> | null) =>
    Object.fromEntries(
      keys.flatMap((k) => {
        const merged = both(`${table}/${k}`, a?.[k], b?.[k]);
        return merged ? [[k, merged] as const] : [];
      }),
    );
  const oneOther = l.requests !== null && '3.6' in l.requests;
  return {
    ...left,
    report: {
      ...left.report,
      unit: left.report.unit === right.report.unit ? left.report.unit : null,
      year: left.report.year === right.report.year ? left.report.year : null,
      period: null,
      signedBy: null,
      signedOn: null,
      tables: {
        proactive: l.proactive && r.proactive ? proactive : null,
        requests: rows(requestRowKeys(FORM_2021, oneOther), 'requests', l.requests, r.requests),
        remedies: l.remedies && r.remedies ? rows(REMEDY_GROUP_KEYS, 'remedies', l.remedies, r.remedies) : null,
      },
      partial: [1, 5, 6],
    },
    doubts: [...left.doubts.filter((d) => !doubts.some((x) => x.cell === d.cell)), ...doubts],
    lines: [],
    notes: [],
    labels: [],
  };
}
