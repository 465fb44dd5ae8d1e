import type { Picture } from '#domain/publishing/entries/entry.ts';
import { type Markup, markup } from '../markup.ts';
import { clean } from '../writing/clean.ts';

const WIDTH = 750;
const MARGIN = 40;
const FONT = '"Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif';
const INK = '#1f2937';
const MAIN = '#9f1d20';
const PALE = '#fbf3f1';

/** Width in full-width characters: ASCII counts a little more than half. */
function widthOf(text: string): number {
  return [...text].reduce((n, c) => n + ((c.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1), 0);
}

/** Breaks a text into lines of at most so many full-width characters; no line begins with a closing mark. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const c of clean(text).trim()) {
    if (line !== '' && widthOf(line + c) > most && !/[，。、；：！？）》”％%]/.test(c)) {
      lines.push(line);
      line = c.trim();
    } else line += c;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** As few lines as fit, about equally long: a title never ends in a line of two characters. */
function evenly(text: string, most: number): string[] {
  const lines = wrap(text, most).length;
  return wrap(text, Math.min(most, widthOf(clean(text)) / lines + 1));
}

function textLines(lines: readonly string[], x: number, y: number, size: number, more: Markup | false = false): Markup {
  const step = Math.round(size * 1.55);
  return markup`<text x="${x}" y="${y}" font-size="${size}"${more}>${lines.map((l, i) => markup`<tspan x="${x}" dy="${i === 0 ? 0 : step}">${l}</tspan>`)}</text>`;
}

interface Drawn {
  readonly markup: Markup;
  readonly height: number;
}

function block(b: Picture['blocks'][number], n: number, top: number): Drawn {
  const inner = WIDTH - 2 * MARGIN - 48;
  const heading = wrap(b.heading, inner / 26 - 3);
  const figure = b.figure ? wrap(b.figure, inner / 44) : [];
  const lines = b.lines
    .filter((l) => l.trim() !== '')
    .flatMap((l) => wrap(l, inner / 20 - 2).map((t, i) => (i === 0 ? `· ${t}` : `　${t}`)));
  let y = top + 46;
  const parts: Markup[] = [];
  parts.push(
    markup`<circle cx="${MARGIN + 36}" cy="${y - 9}" r="18" fill="${MAIN}"/><text x="${MARGIN + 36}" y="${y - 2}" font-size="19" fill="#fff" text-anchor="middle">${n}</text>`,
  );
  parts.push(textLines(heading, MARGIN + 66, y, 26, markup` font-weight="700"`));
  y += heading.length * 40;
  if (figure.length > 0) {
    parts.push(textLines(figure, MARGIN + 24, y + 22, 44, markup` font-weight="700" fill="${MAIN}"`));
    y += figure.length * 68 + 6;
  }
  if (lines.length > 0) {
    parts.push(textLines(lines, MARGIN + 24, y + 4, 20));
    y += lines.length * 31;
  }
  const height = y - top + 6;
  const frame = markup`<rect x="${MARGIN}" y="${top}" width="${WIDTH - 2 * MARGIN}" height="${height}" rx="8" fill="${PALE}" stroke="#e7cfc9"/>`;
  return { markup: markup`${frame}${parts}`, height };
}

/** The words of a picture in reading order: what stands beside it for those who do not see it. */
export function pictureText(picture: Picture): string {
  const blocks = picture.blocks.map((b, i) => [`${i + 1}. ${b.heading}`, b.figure, ...b.lines].filter((t) => t.trim() !== '').join('\n'));
  return [picture.title, ...blocks, picture.source && `来源：${picture.source}`, picture.contact].filter(Boolean).join('\n');
}

/** A 图解 drawn from the small form: one SVG with a title and a description, no script, no foreign address, words as words. */
export function drawPicture(picture: Picture): string {
  const title = evenly(picture.title, (WIDTH - 2 * MARGIN) / 36);
  let y = 70;
  const head = textLines(title, WIDTH / 2, y + 8, 36, markup` text-anchor="middle" font-weight="700" fill="#fff"`);
  const band = 60 + title.length * 56;
  y = band + 30;
  const parts: Markup[] = [];
  picture.blocks.forEach((b, i) => {
    const drawn = block(b, i + 1, y);
    parts.push(drawn.markup);
    y += drawn.height + 22;
  });
  const foot = [picture.source && `来源：${picture.source}`, picture.contact]
    .filter((t) => t !== '')
    .flatMap((t) => wrap(t, (WIDTH - 2 * MARGIN) / 18));
  if (foot.length > 0) {
    parts.push(textLines(foot, MARGIN, y + 18, 18, markup` fill="#6b7280"`));
    y += foot.length * 28 + 14;
  }
  const height = Math.round(y + 14);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" xml:lang="zh-CN" aria-labelledby="t d" font-family='${FONT}' fill="${INK}"><title id="t">${clean(picture.title)}</title><desc id="d">${clean(pictureText(picture))}</desc><rect width="${WIDTH}" height="${height}" fill="#fff"/><rect width="${WIDTH}" height="${band}" fill="${MAIN}"/>${head}${parts}</svg>`
    .text;
}
