import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Sheet, type Turn, turnedPoint, turnOf } from './turn.ts';

/** A run of text on a page; points, y upwards, the baseline at y. */
export interface Word {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** Radicals that some PDFs hold in place of the characters they look like, and that NFKC leaves alone. */
const RADICALS = new Map(
  [...'⺠民⻓长⻔门⻚页⻢马⻛风⻝食⻋车⻅见⻉贝⻘青⻰龙⻩黄⻥鱼⻦鸟⻬齐⻆角⻄西⺟母⻣骨⻁虎⻜飞⻮齿⻤鬼⻙韦⻨麦⺫目'].reduce<
    [string, string][]
  >((out, c, i, all) => {
    if (i % 2 === 0) out.push([c, all[i + 1]!]);
    return out;
  }, []),
);

function characters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (c) => RADICALS.get(c) ?? c.normalize('NFKC')).replace(/\u0000/g, '');
}

/** Width of a character in parts of a full one. */
export function breadth(c: string): number {
  return /[\u2e80-\uffef]/.test(c) ? 1 : 0.5;
}

const MOST_WORDS = 60_000;

/** The way most characters of a page run. */
function mainTurn(items: readonly { readonly str: string; readonly transform: readonly number[] }[]): Turn {
  const count = new Map<Turn, number>();
  for (const { str, transform } of items) {
    const turn = turnOf(transform[0]!, transform[1]!);
    count.set(turn, (count.get(turn) ?? 0) + str.trim().length);
  }
  return [...count].reduce<[Turn, number]>((most, c) => (c[1] > most[1] ? c : most), [0, 0])[0];
}

/** The text runs of a page, held the way most of them read, and that way. */
export async function wordsOf(page: PDFPageProxy): Promise<{ readonly words: Word[]; readonly turn: Turn }> {
  const content = await page.getTextContent();
  const items = content.items.flatMap((i) => ('str' in i && i.str.trim() !== '' ? [i] : [])).slice(0, MOST_WORDS);
  const turn = mainTurn(items);
  const sheet = sheetOf(page);
  const words = items.map((item): Word => {
    const [a, b, , , left, base] = item.transform as number[];
    const size = Math.hypot(a!, b!) || item.height || 10;
    const along = turnOf(a!, b!) === turn;
    const [x, y] = turnedPoint(turn, sheet, left!, base!);
    return { text: characters(item.str), x0: x, x1: x + (along ? item.width : size), y, size };
  });
  return { words, turn };
}

/** A page's size before any turning. */
export function sheetOf(page: PDFPageProxy): Sheet {
  const [x0, y0, x1, y1] = page.view as [number, number, number, number];
  return { width: x0 + x1, height: y0 + y1 };
}

/** Cuts a run where lines cross it, by the breadth of its characters. */
export function cutAt(word: Word, borders: readonly number[]): Word[] {
  const inside = borders.filter((b) => b > word.x0 + word.size * 0.3 && b < word.x1 - word.size * 0.3);
  if (inside.length === 0) return [word];
  const chars = [...word.text];
  const total = chars.reduce((n, c) => n + breadth(c), 0) || 1;
  const out: Word[] = [];
  let x = word.x0;
  let open = { text: '', x0: x };
  let next = 0;
  for (const c of chars) {
    const width = ((word.x1 - word.x0) * breadth(c)) / total;
    while (next < inside.length && x + width / 2 > inside[next]!) {
      if (open.text.trim() !== '') out.push({ ...word, text: open.text.trim(), x0: open.x0, x1: x });
      open = { text: '', x0: x };
      next++;
    }
    open.text += c;
    x += width;
  }
  if (open.text.trim() !== '') out.push({ ...word, text: open.text.trim(), x0: open.x0, x1: word.x1 });
  return out;
}
