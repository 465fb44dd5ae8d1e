import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

/** The text runs of a page. */
export async function wordsOf(page: PDFPageProxy): Promise<Word[]> {
  const content = await page.getTextContent();
  const out: Word[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '' || out.length >= MOST_WORDS) continue;
    const [a, b, , , x, y] = item.transform as number[];
    const size = Math.hypot(a!, b!) || item.height || 10;
    const upright = Math.abs(a!) >= Math.abs(b!);
    out.push({ text: characters(item.str), x0: x!, x1: x! + (upright ? item.width : size), y: y!, size });
  }
  return out;
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
