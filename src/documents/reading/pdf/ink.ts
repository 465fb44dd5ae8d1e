import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, multiply } from './matrix.ts';

/** A box on a page, in points, y upwards. */
interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A filled area: its colour where that is known, and whether it is a whole opaque rectangle. */
interface Surface extends Box {
  readonly n: number;
  readonly color: string | null;
  readonly covers: boolean;
}

/** A character as it is painted. */
export interface Glyph {
  /** Its place in the order of painting. */
  readonly n: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** From its foot to its head, one size long. */
  readonly up: readonly [number, number];
  readonly size: number;
  /** Null: a pattern or unknown. */
  readonly color: string | null;
  /** Painted neither filled nor stroked, or fully transparent. */
  readonly unpainted: boolean;
}

interface State {
  matrix: Matrix;
  color: string | null;
  alpha: number;
  plain: boolean;
  /** Null: everything; `odd`: no rectangle. */
  clip: Box | 'odd' | null;
  size: number;
  letter: number;
  space: number;
  stretch: number;
  rise: number;
  mode: number;
  leading: number;
}

const START: State = {
  matrix: [1, 0, 0, 1, 0, 0],
  color: '#000000',
  alpha: 1,
  plain: true,
  clip: null,
  size: 0,
  letter: 0,
  space: 0,
  stretch: 1,
  rise: 0,
  mode: 0,
  leading: 0,
};

const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const MOST_SURFACES = 2_000;
const MOST_GLYPHS = 20_000;
const LEAST_SURFACE = 3;

function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const at = [apply(m, x0, y0), apply(m, x1, y0), apply(m, x0, y1), apply(m, x1, y1)];
  const [xs, ys] = [at.map((p) => p[0]), at.map((p) => p[1])];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function common(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}

/** True for four corners, each straight above or beside the one before: moves and lines only. */
function isRectangle(data: ArrayLike<number>): boolean {
  if (data.length < 12 || data.length > 16 || data[0] !== 0) return false;
  let [x, y] = [data[1]!, data[2]!];
  for (let i = 3; i < data.length && data[i] !== 4; i += 3) {
    const [nx, ny] = [data[i + 1]!, data[i + 2]!];
    if (data[i] !== 1 || (Math.abs(nx - x) > 0.01 && Math.abs(ny - y) > 0.01)) return false;
    [x, y] = [nx, ny];
  }
  return true;
}

/** What a page paints, in its order: areas, pictures and characters, each where it is. */
export class Ink {
  readonly glyphs: Glyph[] = [];
  readonly surfaces: Surface[] = [];
  #now: State = { ...START };
  readonly #stack: State[] = [];
  #clipping = false;
  #n = 0;
  #text: Matrix = START.matrix;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  /** Takes the next step of the page. */
  step(op: number, args: readonly unknown[] | null): void {
    const s = this.#now;
    const number = (i = 0): number => Number(args?.[i]) || 0;
    this.#n++;
    switch (op) {
      case OPS.save:
        this.#stack.push({ ...s });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#now = this.#stack.pop() ?? s;
        break;
      case OPS.transform:
        s.matrix = multiply(s.matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        this.#stack.push({ ...s });
        const own = args?.[0];
        if (Array.isArray(own) && own.length === 6) s.matrix = multiply(s.matrix, own as unknown as Matrix);
        break;
      }
      case OPS.clip:
      case OPS.eoClip:
        this.#clipping = true;
        break;
      case OPS.constructPath:
        this.#path(args ?? []);
        break;
      case OPS.setFillRGBColor:
        s.color = typeof args?.[0] === 'string' ? args[0] : null;
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        s.color = null;
        break;
      case OPS.setGState:
        this.#graphics(args?.[0]);
        break;
      case OPS.shadingFill:
        this.surfaces.push({ x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6, n: this.#n, color: null, covers: false });
        break;
      case OPS.setFont:
        s.size = number(1);
        break;
      case OPS.setCharSpacing:
        s.letter = number();
        break;
      case OPS.setWordSpacing:
        s.space = number();
        break;
      case OPS.setHScale:
        s.stretch = number() / 100;
        break;
      case OPS.setTextRise:
        s.rise = number();
        break;
      case OPS.setTextRenderingMode:
        s.mode = number();
        break;
      case OPS.setLeading:
        s.leading = -number();
        break;
      case OPS.beginText:
        this.#begin(START.matrix);
        break;
      case OPS.setTextMatrix:
        this.#begin((args?.length === 6 ? args : args?.[0]) as Matrix);
        break;
      case OPS.setLeadingMoveText:
        s.leading = number(1);
        this.#move(number(), number(1));
        break;
      case OPS.moveText:
        this.#move(number(), number(1));
        break;
      case OPS.nextLine:
        this.#move(0, s.leading);
        break;
      case OPS.showText:
        this.#show(args?.[0]);
        break;
      default:
        if (op >= OPS.paintImageMaskXObject && op <= OPS.paintSolidColorImageMask) this.#area(boxOf(s.matrix, 0, 0, 1, 1), null, false);
    }
  }

  #begin(matrix: Matrix): void {
    this.#text = matrix;
    this.#x = this.#lineX = 0;
    this.#y = this.#lineY = 0;
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #graphics(states: unknown): void {
    for (const entry of Array.isArray(states) ? states : []) {
      const [key, value] = entry as [string, unknown];
      if (key === 'ca') this.#now.alpha = Number(value);
      else if (key === 'BM') this.#now.plain = value === 'source-over';
      else if (key === 'SMask' && value) this.#now.plain = false;
    }
  }

  #area(box: Box, color: string | null, covers: boolean): void {
    const { clip } = this.#now;
    const seen = clip !== null && clip !== 'odd' ? common(box, clip) : box;
    if (seen.x1 - seen.x0 < LEAST_SURFACE || seen.y1 - seen.y0 < LEAST_SURFACE || this.surfaces.length >= MOST_SURFACES) return;
    this.surfaces.push({ ...seen, n: this.#n, color: clip === 'odd' ? null : color, covers: covers && clip !== 'odd' });
  }

  #path([paint, parts, around]: readonly unknown[]): void {
    const s = this.#now;
    const data = (parts as ArrayLike<number>[] | undefined)?.[0];
    const m = around as ArrayLike<number> | null | undefined;
    const clipping = this.#clipping;
    this.#clipping = false;
    if (!m || m.length < 4) return;
    const box = boxOf(s.matrix, m[0]!, m[1]!, m[2]!, m[3]!);
    const upright = (s.matrix[1] === 0 && s.matrix[2] === 0) || (s.matrix[0] === 0 && s.matrix[3] === 0);
    const whole = upright && data !== undefined && typeof data.length === 'number' && isRectangle(data);
    if (FILLS.has(paint as number)) {
      const opaque = s.alpha === 1 && s.plain;
      this.#area(box, whole && opaque ? s.color : null, whole && opaque && s.color !== null);
    }
    if (!clipping) return;
    if (!whole || s.clip === 'odd') s.clip = 'odd';
    else s.clip = s.clip === null ? box : common(s.clip, box);
  }

  #show(glyphs: unknown): void {
    const s = this.#now;
    if (!Array.isArray(glyphs) || this.glyphs.length >= MOST_GLYPHS) return;
    const m = multiply(s.matrix, this.#text);
    const size = s.size * Math.hypot(m[2], m[3]);
    for (const glyph of glyphs as ({ width?: number; isSpace?: boolean } | number)[]) {
      if (typeof glyph === 'number') {
        this.#x -= (glyph / 1000) * s.size * s.stretch;
        continue;
      }
      const from = apply(m, this.#x, this.#y + s.rise);
      const head = apply(m, this.#x, this.#y + s.rise + s.size);
      this.#x += (((glyph.width ?? 0) / 1000) * s.size + s.letter + (glyph.isSpace ? s.space : 0)) * s.stretch;
      if (glyph.isSpace) continue;
      const to = apply(m, this.#x - s.letter * s.stretch, this.#y + s.rise);
      const unpainted = s.mode === 3 || s.mode === 7 || s.alpha === 0;
      const filled = s.mode === 0 || s.mode === 4;
      this.glyphs.push({
        n: this.#n,
        from,
        to,
        up: [head[0] - from[0], head[1] - from[1]],
        size,
        color: filled ? s.color : null,
        unpainted,
      });
    }
  }
}
