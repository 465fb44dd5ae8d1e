import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, multiply } from './matrix.ts';
import { unseenOf } from './unseen.ts';

/** A drawn line: horizontal at y from x0 to x1, or vertical at x from y0 to y1; points, y upwards. */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const MOST_RULES = 20_000;
/** Thinner filled boxes are lines. */
const THIN = 2.6;
const SHORT = 3;

type Point = readonly [number, number];

/** Corner sequences of a path: 0 move, 1 line, 2 curve, 3 quadratic, 4 close. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const out: Point[][] = [];
  let open: Point[] = [];
  for (let i = 0; i < data.length; ) {
    const code = data[i++];
    if (code === 0 || code === 1) {
      const p = apply(matrix, data[i]!, data[i + 1]!);
      i += 2;
      if (code === 0) {
        if (open.length > 1) out.push(open);
        open = [p];
      } else open.push(p);
    } else if (code === 2 || code === 3) {
      i += code === 2 ? 6 : 4;
      open = [];
    } else if (code === 4) {
      if (open.length > 0) open.push(open[0]!);
    } else break;
  }
  if (open.length > 1) out.push(open);
  return out;
}

function ruleOf(a: Point, b: Point): Rule | null {
  const dx = Math.abs(a[0] - b[0]);
  const dy = Math.abs(a[1] - b[1]);
  if (dy <= 1 && dx >= SHORT) return { horizontal: true, at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) };
  if (dx <= 1 && dy >= SHORT) return { horizontal: false, at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) };
  return null;
}

function strokeRules(path: readonly Point[]): Rule[] {
  return path.slice(1).flatMap((p, i) => ruleOf(path[i]!, p) ?? []);
}

function fillRules(path: readonly Point[]): Rule[] {
  const xs = path.map((p) => p[0]);
  const ys = path.map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (y1 - y0 <= THIN && x1 - x0 >= SHORT) return [{ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 }];
  if (x1 - x0 <= THIN && y1 - y0 >= SHORT) return [{ horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 }];
  return [];
}

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);

/** What a page draws beside its text. */
export interface Drawn {
  readonly rules: readonly Rule[];
  readonly pictures: number;
  /** Lines through the characters that are not seen. */
  readonly unseen: readonly Rule[];
}

/** The straight lines a page draws, how many pictures it shows, and which of its characters are not seen. */
export async function rulesOf(page: PDFPageProxy): Promise<Drawn> {
  const list = await page.getOperatorList();
  const rules: Rule[] = [];
  let pictures = 0;
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const stack: Matrix[] = [];
  for (let i = 0; i < list.fnArray.length && rules.length < MOST_RULES; i++) {
    const op = list.fnArray[i]!;
    const args = list.argsArray[i] as unknown[] | null;
    if (op === OPS.save) stack.push(matrix);
    else if (op === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (op === OPS.transform) matrix = multiply(matrix, args as unknown as Matrix);
    else if (op === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      const own = args?.[0];
      if (Array.isArray(own) && own.length === 6) matrix = multiply(matrix, own as unknown as Matrix);
    } else if (op === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (op >= OPS.paintImageMaskXObject && op <= OPS.paintSolidColorImageMask) pictures++;
    else if (op === OPS.constructPath) {
      const [paint, parts] = args as [number, ArrayLike<number>[]];
      const data = parts?.[0];
      if (!data || typeof data.length !== 'number') continue;
      if (STROKES.has(paint)) for (const path of subpaths(data, matrix)) rules.push(...strokeRules(path));
      else if (FILLS.has(paint)) for (const path of subpaths(data, matrix)) rules.push(...fillRules(path));
    } else if (op === OPS.dependency) continue;
  }
  return { rules, pictures, unseen: unseenOf(list) };
}
