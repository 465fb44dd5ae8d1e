import type { Rule } from './rules.ts';

/** A cell of a ruled table; slots counted from 0, rows from the top. Points, y upwards. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** A ruled table of one page. */
export interface Lattice {
  readonly xs: readonly number[];
  /** From the top downwards. */
  readonly ys: readonly number[];
  readonly boxes: readonly Box[];
}

/** Lines closer than this are one. */
const NEAR = 3;
/** Lines that end this close to a crossing reach it. */
const REACH = 4;
const MOST_LINES = 200;

/** Joins pieces of the same line. */
function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from);
  const groups: Rule[][] = [];
  for (const r of sorted) {
    const last = groups.at(-1);
    if (last && Math.abs(last[0]!.at - r.at) <= 1.5) last.push(r);
    else groups.push([r]);
  }
  return groups.flatMap((group) => {
    const out: { horizontal: boolean; at: number; from: number; to: number }[] = [];
    for (const r of group.sort((a, b) => a.from - b.from)) {
      const last = out.at(-1);
      if (last && r.from <= last.to + REACH) last.to = Math.max(last.to, r.to);
      else out.push({ ...r });
    }
    return out;
  });
}

function crosses(h: Rule, v: Rule): boolean {
  return v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH;
}

/** Groups of lines that hang together by crossings. */
function components(hs: readonly Rule[], vs: readonly Rule[]): { hs: Rule[]; vs: Rule[] }[] {
  const all = [...hs, ...vs];
  const parent = all.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const [i, h] of hs.entries()) for (const [j, v] of vs.entries()) if (crosses(h, v)) parent[root(i)] = root(hs.length + j);
  const groups = new Map<number, { hs: Rule[]; vs: Rule[] }>();
  for (const [i, rule] of all.entries()) {
    const group = groups.get(root(i)) ?? { hs: [], vs: [] };
    (rule.horizontal ? group.hs : group.vs).push(rule);
    groups.set(root(i), group);
  }
  return [...groups.values()];
}

function distinct(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const v of [...values].sort((a, b) => a - b)) if (out.length === 0 || v - out.at(-1)! > NEAR) out.push(v);
  return out;
}

function latticeOf(hs: readonly Rule[], vs: readonly Rule[]): Lattice | null {
  const xs = distinct(vs.map((v) => v.at));
  const ys = distinct(hs.map((h) => h.at)).reverse();
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_LINES || ys.length > MOST_LINES) return null;
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const wallRight = (r: number, c: number): boolean => {
    const middle = (ys[r]! + ys[r + 1]!) / 2;
    return vs.some((v) => Math.abs(v.at - xs[c + 1]!) <= NEAR && v.from <= middle && v.to >= middle);
  };
  const wallBelow = (r: number, c: number): boolean => {
    const middle = (xs[c]! + xs[c + 1]!) / 2;
    return hs.some((h) => Math.abs(h.at - ys[r + 1]!) <= NEAR && h.from <= middle && h.to >= middle);
  };
  const taken = Array.from({ length: rows }, () => new Uint8Array(columns));
  const boxes: Box[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (taken[r]![c]) continue;
      let colSpan = 1;
      while (c + colSpan < columns && !taken[r]![c + colSpan] && !wallRight(r, c + colSpan - 1)) colSpan++;
      let rowSpan = 1;
      while (r + rowSpan < rows && !taken[r + rowSpan]![c] && !wallBelow(r + rowSpan - 1, c)) rowSpan++;
      for (let i = r; i < r + rowSpan; i++) for (let j = c; j < c + colSpan; j++) taken[i]![j] = 1;
      boxes.push({ row: r, column: c, rowSpan, colSpan, x0: xs[c]!, x1: xs[c + colSpan]!, y0: ys[r + rowSpan]!, y1: ys[r]! });
    }
  }
  return { xs, ys, boxes };
}

/** The ruled tables of a page, from the top downwards; single boxes are no tables. */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  const hs = joined(rules.filter((r) => r.horizontal));
  const vs = joined(rules.filter((r) => !r.horizontal));
  if (hs.length * vs.length > 4_000_000) return [];
  return components(hs, vs)
    .flatMap((c) => latticeOf(c.hs, c.vs) ?? [])
    .filter((l) => l.boxes.length >= 2)
    .sort((a, b) => b.ys[0]! - a.ys[0]!);
}
