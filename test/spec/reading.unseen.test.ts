import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { closeTypst, compileTypst } from '#documents/typst/compile.ts';
import type { Reading } from '#domain/report/model.ts';
import { type Print, printed } from './reading.print.ts';
import { onSite, PLAIN_SITE, type Site } from './reading.sites.ts';
import { notRight, TRUTHS } from './reading.truth.ts';

afterAll(() => closeTypst());

async function read(bytes: Uint8Array): Promise<Reading> {
  const reading = await readReportFile(bytes, 'x');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)])),
  });
const run = (text: string | number, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The report in Word; its figures, its cells' and its tables' looks as they are given. */
function inWord(figure: (n: number) => string, cellLook = '', tableLook = ''): Site {
  return {
    ...PLAIN_SITE,
    figure,
    cell: (text, a) => {
      const span = /colspan="(\d+)"/.exec(a)?.[1];
      const parts = text.startsWith('<w:') ? text : run(text);
      return `<w:tc><w:tcPr>${span ? `<w:gridSpan w:val="${span}"/>` : ''}${cellLook}</w:tcPr><w:p>${parts}</w:p></w:tc>`;
    },
    row: (cells) => `<w:tr>${cells}</w:tr>`,
    table: (rows) => `<w:tbl><w:tblPr>${tableLook}</w:tblPr>${rows}</w:tbl>`,
    paragraph: (text) => `<w:p>${run(text)}</w:p>`,
    page: (body) => body,
  };
}

const WHITE = '<w:color w:val="FFFFFF"/>';
const shading = (fill: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
const FEW = TRUTHS.filter((_, i) => i % 7 === 2);

describe('text in Word that nobody sees is no figure', () => {
  it.each<[string, Site]>([
    ['white on white', inWord((n) => run(9, WHITE) + run(n))],
    ['nearly white on a pale cell', inWord((n) => run(9, '<w:color w:val="FDFDFD"/>') + run(n), shading('F2F2F2'))],
    ['white on a cell without a colour', inWord((n) => run(n) + run(9, WHITE), shading('auto'))],
    ['of one point', inWord((n) => run(9, '<w:sz w:val="2"/>') + run(n))],
  ])('%s: every figure right', async (_, site) => {
    for (const t of FEW) expect(notRight(await read(docx(onSite(site, t))), t)).toEqual([]);
  });

  const SHADED = `<w:styles ${W}><w:style w:type="table" w:styleId="dark"><w:tblStylePr w:type="firstRow"><w:tcPr>${shading('1F3864')}</w:tcPr></w:tblStylePr></w:style><w:style w:type="table" w:styleId="own"><w:basedOn w:val="dark"/></w:style></w:styles>`;

  it.each<[string, Site, Readonly<Record<string, string>>?]>([
    ['on a dark cell', inWord((n) => run(n, WHITE), shading('1F3864'))],
    ['on a dark table', inWord((n) => run(n, WHITE), '', shading('1F3864'))],
    ['marked dark itself', inWord((n) => run(n, WHITE + shading('C00000')))],
    ['on a pattern', inWord((n) => run(n, WHITE), '<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>')],
    ['in a table whose style shades it', inWord((n) => run(n, WHITE), '', '<w:tblStyle w:val="own"/>'), { 'word/styles.xml': SHADED }],
  ])('white %s is seen: every figure right', async (_, site, more) => {
    for (const t of FEW) expect(notRight(await read(docx(onSite(site, t), more)), t)).toEqual([]);
  });

  it('a figure that was struck out, hidden or white before a tracked change stands', async () => {
    const before = `<w:rPrChange w:id="1" w:author="示范"><w:rPr><w:strike/><w:vanish/>${WHITE}</w:rPr></w:rPrChange>`;
    const site = inWord((n) => run(n, before), '<w:tcPrChange w:id="2"><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>');
    for (const t of FEW) expect(notRight(await read(docx(onSite(site, t))), t)).toEqual([]);
  });
});

describe('text in print that nobody sees is no figure', () => {
  it.each<[string, Print]>([
    ['white on white', { figure: (n) => `#text(white)[9]${n}` }],
    ['of one point', { figure: (n) => `#text(size: 1pt)[9]${n}` }],
    [
      'painted over',
      { figure: (n) => `#box[9#place(top + left, dx: -1pt, dy: -3pt, rect(fill: white, width: 8pt, height: 14pt))] #h(1pt) ${n}` },
    ],
    ['white on a pale cell', { figure: (n) => `#text(white)[9]${n}`, fill: 'rgb("#f5f5f5")' }],
  ])('%s: every figure right', async (_, options) => {
    for (const t of FEW) expect(notRight(await read(await compileTypst(printed(t, options), {})), t)).toEqual([]);
  });

  it.each<[string, Print]>([
    ['white on a dark cell', { figure: (n) => `#text(white)[${n}]`, fill: 'navy' }],
    ['black on a coloured cell', { fill: 'yellow' }],
    ['small throughout', { figure: (n) => `#text(size: 3pt)[${n}]` }],
  ])('%s is seen: every figure right', async (_, options) => {
    for (const t of FEW) expect(notRight(await read(await compileTypst(printed(t, options), {})), t)).toEqual([]);
  });
});
