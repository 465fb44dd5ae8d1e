import { type Glyph, Ink } from './ink.ts';
import type { Rule } from './rules.ts';

/** Colours no further apart than this in each of red, green and blue are one to the eye. */
const ALIKE = 16;
/** Smaller characters are specks, where most are several times as large. */
const SPECK = 2;
const SPECK_PART = 0.35;

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
}

/** True for two colours (`#rrggbb`) that cannot be told apart. */
export function alike(a: string, b: string): boolean {
  const [p, q] = [channels(a), channels(b)];
  return p.every((v, i) => Math.abs(v - q[i]!) <= ALIKE);
}

/** A line along a character, where a line that strikes it out would be. */
function through({ from, to, up }: Glyph): Rule | null {
  const [a, b] = [from, to].map(([x, y]) => [x + up[0] * 0.3, y + up[1] * 0.3] as const);
  const [dx, dy] = [Math.abs(a![0] - b![0]), Math.abs(a![1] - b![1])];
  if (dy <= dx * 0.05) return { horizontal: true, at: a![1], from: Math.min(a![0], b![0]), to: Math.max(a![0], b![0]) };
  if (dx <= dy * 0.05) return { horizontal: false, at: a![0], from: Math.min(a![1], b![1]), to: Math.max(a![1], b![1]) };
  return null;
}

function isUnseen(glyph: Glyph, { surfaces }: Ink): boolean {
  const { from, to, up } = glyph;
  const middle = [(from[0] + to[0]) / 2 + up[0] * 0.35, (from[1] + to[1]) / 2 + up[1] * 0.35] as const;
  const holds = (s: (typeof surfaces)[number], [x, y]: readonly [number, number]): boolean =>
    x >= s.x0 && x <= s.x1 && y >= s.y0 && y <= s.y1;
  const corners = [from, to, [from[0] + up[0] * 0.6, from[1] + up[1] * 0.6], [to[0] + up[0] * 0.6, to[1] + up[1] * 0.6]] as const;
  let ground: string | null = '#ffffff';
  for (const s of surfaces) {
    if (s.n < glyph.n) {
      if (holds(s, middle)) ground = s.color;
    } else if (s.covers && corners.every((c) => holds(s, c))) return true;
  }
  return glyph.color !== null && ground !== null && alike(glyph.color, ground);
}

/**
 * Lines through the characters a reader of the page does not see: coloured as what is behind them, painted over, specks, or not
 * painted at all beside others that are (a scan's recognised text is all of that kind, and stays).
 * @param list the page's steps
 */
export function unseenOf(list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }): Rule[] {
  const ink = new Ink();
  for (let i = 0; i < list.fnArray.length; i++) ink.step(list.fnArray[i]!, list.argsArray[i] as readonly unknown[] | null);
  const { glyphs } = ink;
  const unpainted = glyphs.filter((g) => g.unpainted).length;
  const sizes = glyphs.map((g) => g.size).sort((a, b) => a - b);
  const speck = Math.min(SPECK, (sizes[Math.floor(sizes.length / 2)] ?? 0) * SPECK_PART);
  const recognised = unpainted * 2 > glyphs.length;
  return glyphs.filter((g) => (g.unpainted ? !recognised : g.size <= speck || isUnseen(g, ink))).flatMap((g) => through(g) ?? []);
}
