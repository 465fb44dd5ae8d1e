import type { Rule } from './rules.ts';

/** Which way most of a page's text runs: to the right, upwards, to the left or downwards, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A page's width and height as its file counts them. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** The way a text's baseline runs, by the first two numbers of its matrix. */
export function turnOf(a: number, b: number): Turn {
  if (Math.abs(a) >= Math.abs(b)) return a < 0 ? 180 : 0;
  return b > 0 ? 90 : 270;
}

/** A point on the page as it is held to be read. */
export function turnedPoint(turn: Turn, { width, height }: Sheet, x: number, y: number): readonly [number, number] {
  if (turn === 90) return [y, width - x];
  if (turn === 180) return [width - x, height - y];
  return turn === 270 ? [height - y, x] : [x, y];
}

/** A line on the page as it is held to be read. */
export function turnedRule(turn: Turn, sheet: Sheet, rule: Rule): Rule {
  if (turn === 0) return rule;
  const end = (along: number): readonly [number, number] =>
    rule.horizontal ? turnedPoint(turn, sheet, along, rule.at) : turnedPoint(turn, sheet, rule.at, along);
  const [a, b] = [end(rule.from), end(rule.to)];
  const horizontal = turn === 180 ? rule.horizontal : !rule.horizontal;
  const [p, q] = horizontal ? [a[0], b[0]] : [a[1], b[1]];
  return { horizontal, at: horizontal ? a[1] : a[0], from: Math.min(p, q), to: Math.max(p, q) };
}
