import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { closeTypst, compileTypst } from '#documents/typst/compile.ts';
import type { Reading } from '#domain/report/model.ts';
import { onSite, PLAIN_SITE, type Site } from './reading.sites.ts';
import { linesOfTwo, notRight, RESULTS, rowsOf, TRUTHS, type Truth } from './reading.truth.ts';

afterAll(() => closeTypst());

async function read(source: string | Uint8Array): Promise<Reading> {
  const reading = await readReportFile(typeof source === 'string' ? Buffer.from(source) : source, 'x');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

const FEW = TRUTHS.filter((_, i) => i % 9 === 4);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="urn:r"';
const STYLES = `<w:styles ${W}><w:style w:type="character" w:styleId="Old"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
const docx = (body: string, name = 'word/document.xml', more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ [name]: strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`), ...more });
const run = (t: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${t}</w:t></w:r>`;
const WORD: Site = {
  ...PLAIN_SITE,
  cell: (t) => `<w:tc><w:tcPr/><w:p>${t.startsWith('<w:') ? t : run(t)}</w:p></w:tc>`,
  row: (cells) => `<w:tr>${cells}</w:tr>`,
  table: (rows) => `<w:tbl><w:tblPr/>${rows}</w:tbl>`,
  paragraph: (t) => `<w:p>${run(t)}</w:p>`,
  page: (body) => body,
};
const HIDDEN_ROW = `<w:tr><w:trPr><w:hidden/></w:trPr>${['二、上年结转政府信息公开申请数量', 5, 5, 5, 5, 5, 5, 30].map((t) => WORD.cell(String(t), '')).join('')}</w:tr>`;

describe('what Word strikes out or hides by other means', () => {
  it.each<[string, Site]>([
    ['a figure struck out', { ...WORD, figure: (n) => run('9', '<w:strike/>') + run(String(n)) }],
    ['a figure struck out twice', { ...WORD, figure: (n) => run('9', '<w:dstrike w:val="1"/>') + run(String(n)) }],
    ['a style that hides', { ...WORD, figure: (n) => run('9', '<w:rStyle w:val="Old"/>') + run(String(n)) }],
    ['a hidden row', { ...WORD, between: (i) => (i === 0 ? HIDDEN_ROW : '') }],
  ])('%s is no figure', async (_, site) => {
    for (const t of FEW)
      expect(notRight(await read(docx(onSite(site, t), undefined, { 'word/styles.xml': strToU8(STYLES) })), t)).toEqual([]);
  });

  it('a numbered main part and a page put in as it is are read', async () => {
    const relations = '<Relationships><Relationship Id="rId9" Target="afchunk.htm"/></Relationships>';
    for (const t of FEW) {
      expect(notRight(await read(docx(onSite(WORD, t), 'word/document2.xml')), t)).toEqual([]);
      const parts = { 'word/_rels/document.xml.rels': strToU8(relations), 'word/afchunk.htm': strToU8(onSite(PLAIN_SITE, t)) };
      expect(notRight(await read(docx('<w:altChunk r:id="rId9"/>', undefined, parts)), t)).toEqual([]);
    }
  });
});

describe('records apart by other signs than commas', () => {
  const lines = (t: Truth): string[][] => [
    ['示范县财政局2023年政府信息公开工作年度报告'],
    ['一、总体情况'],
    ['二、主动公开政府信息情况'],
    ...linesOfTwo(t).map((l) => l.map(String)),
    ['三、收到和处理政府信息公开申请情况'],
    ...rowsOf(t).map((r) => [r.label, ...r.cells.map(String)]),
    ['四、政府信息公开行政复议、行政诉讼情况'],
    [...RESULTS, ...RESULTS, ...RESULTS],
    t.remedies.map(String),
    ['五、存在的主要问题及改进情况'],
  ];
  it.each<[string, (l: string[]) => string]>([
    ['semicolons', (l) => l.join(';')],
    ['semicolons and quotes', (l) => l.map((f) => `"${f}"`).join(';')],
    ['tabs and quotes', (l) => l.map((f) => `"${f}"`).join('\t')],
    ['full-width commas', (l) => l.join('，')],
    ['commas, numbers kept as text', (l) => l.map((f) => (/^[\d.]+$/.test(f) ? `="${f}"` : f)).join(',')],
    ['commas, an apostrophe before numbers', (l) => l.map((f) => (/^[\d.]+$/.test(f) ? `'${f}` : f)).join(',')],
    ['tabs, lines filled up with them', (l) => [...l, ...Array(16 - l.length).fill('')].join('\t')],
  ])('%s: every figure and the title', async (_, line) => {
    for (const t of FEW) {
      const reading = await read(lines(t).map(line).join('\n'));
      expect(notRight(reading, t)).toEqual([]);
      expect(reading.report).toMatchObject({ unit: '示范县财政局', year: 2023 });
    }
  });
});

interface Print {
  readonly page?: string;
  readonly figure?: (n: number) => string;
}

/** A report in print, its lists of figures as tables. */
function printed(t: Truth, { page = 'width: 210mm, height: 297mm', figure = String }: Print): string {
  const cell = (c: string | number, span = 1): string => `table.cell(colspan: ${span})[${typeof c === 'number' ? figure(c) : c}]`;
  const table = (n: number, rows: readonly (readonly string[])[]): string =>
    `#table(columns: ${n}, stroke: 0.5pt, ${rows.map((r) => r.join(', ')).join(',\n')})`;
  const two = linesOfTwo(t).map((l) =>
    l.length === 1 ? [cell(l[0]!, 4)] : l.length === 2 ? [cell(l[0]!), cell(l[1]!, 3)] : l.map((c) => cell(c)),
  );
  const three = rowsOf(t).map((r) => [cell(r.label), ...r.cells.map((c) => cell(c))]);
  return `#set page(${page}, margin: 15mm)
#set text(font: "Noto Serif SC", size: 9pt)
#set document(title: [年度报告])
示范县财政局2023年政府信息公开工作年度报告

二、主动公开政府信息情况

${table(4, two)}

三、收到和处理政府信息公开申请情况

${table(8, three)}

四、政府信息公开行政复议、行政诉讼情况

${table(15, [[...RESULTS, ...RESULTS, ...RESULTS].map((c) => cell(c)), t.remedies.map((c) => cell(c))])}
`;
}

describe('what print does with a report', () => {
  it.each<[string, Print]>([
    ['raised marks after figures', { figure: (n) => `${n}#super[1]` }],
    ['a figure struck out before the new one', { figure: (n) => `#strike[9] #h(2pt) ${n}` }],
  ])('%s: every figure right', async (_, print) => {
    for (const t of FEW) expect(notRight(await read(await compileTypst(printed(t, print), {})), t)).toEqual([]);
  });
});
