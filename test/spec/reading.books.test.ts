import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { closeTypst, compileTypst } from '#documents/typst/compile.ts';
import type { Reading } from '#domain/report/model.ts';
import { type Print, printed } from './reading.print.ts';
import { onSite, PLAIN_SITE, type Site } from './reading.sites.ts';
import {
  APPLICANTS,
  GROUPS,
  linesOfTwo,
  notRight,
  PROCEEDINGS,
  RELATION,
  RESULTS,
  rowsOf,
  silentlyWrong,
  TRUTHS,
  type Truth,
} from './reading.truth.ts';

afterAll(() => closeTypst());

async function read(bytes: Uint8Array): Promise<Reading> {
  const reading = await readReportFile(bytes, 'x');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) });
const text = (t: string): string =>
  `<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">${t.replaceAll('<br>', '</w:t><w:br/><w:t>')}</w:t></w:r>`;
const raised = (t: string): string => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${t}</w:t></w:r>`;

/** The same report in Word, merged cells as Word writes them. */
const WORD: Site = {
  ...PLAIN_SITE,
  cell: (t, a) => {
    const span = /colspan="(\d+)"/.exec(a)?.[1];
    return `<w:tc><w:tcPr><w:tcW w:w="900"/>${span ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${t.startsWith('<w:') ? t : text(t)}</w:p></w:tc>`;
  },
  row: (cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`,
  table: (rows) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`,
  paragraph: (t) => `<w:p>${text(t)}</w:p>`,
  page: (body) => body,
};

const FOOTNOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
const REPEATED = `<w:tr>${['', '自然人', ...APPLICANTS.slice(1)].map((a) => WORD.cell(a, '')).join('')}</w:tr>`;

const IN_WORD: Readonly<Record<string, Site>> = {
  'as it is': WORD,
  'with footnotes after figures': { ...WORD, figure: (n) => `${text(String(n))}${FOOTNOTE}` },
  'with raised figures after figures': { ...WORD, figure: (n) => `${text(String(n))}${raised('1')}` },
  'with its figures in pieces of a run each': { ...WORD, figure: (n) => [...String(n)].map(text).join('') },
  'with the table cut by a page and 续表 over its second half': {
    ...WORD,
    between: (i) => (i === 10 ? `</w:tbl><w:p>${text('续表')}</w:p><w:tbl>${REPEATED}` : ''),
  },
  'with a list’s number before the label': { ...WORD, label: (l) => l.replace(/^\d\./, '') },
};

async function workbook(t: Truth, sheets: boolean): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const names = ['主动公开', '收到和处理申请', '行政复议诉讼'];
  let sheet = book.addWorksheet(sheets ? '说明' : '年报');
  const put = (...cells: unknown[]): number => sheet.addRow(cells).number;
  put('示范县财政局2023年政府信息公开工作年度报告');
  put('一、总体情况');
  put('（一）主动公开。全年公开信息123条。');
  const next = (i: number, heading: string): void => {
    if (sheets) sheet = book.addWorksheet(names[i]!);
    put(heading);
  };
  next(0, '二、主动公开政府信息情况');
  for (const line of linesOfTwo(t)) put(...line.map((c) => (typeof c === 'number' ? String(c) : c)));
  next(1, '三、收到和处理政府信息公开申请情况');
  const head = put(RELATION, '', '', '申请人情况');
  sheet.mergeCells(head, 1, head, 3);
  sheet.mergeCells(head, 4, head, 10);
  put('', '', '', ...APPLICANTS);
  for (const r of rowsOf(t)) {
    const at = put(r.key === '3.1' ? '三、本年度办理结果' : '', GROUPS[r.key] ?? '', r.label, ...r.cells.slice(0, 6), {
      formula: 'SUM(D1:I1)',
      result: r.cells[6],
    });
    if (!r.key.includes('.')) {
      sheet.getCell(at, 1).value = r.label;
      sheet.mergeCells(at, 1, at, 3);
    }
  }
  next(2, '四、政府信息公开行政复议、行政诉讼情况');
  const groups = put('行政复议', '', '', '', '', '行政诉讼');
  sheet.mergeCells(groups, 1, groups, 5);
  put(...RESULTS, PROCEEDINGS[1], '', '', '', '', PROCEEDINGS[2]);
  put('', '', '', '', '', ...RESULTS, ...RESULTS);
  put(...t.remedies.map((n, i) => (i % 2 === 0 ? n : String(n))));
  if (sheets) sheet = book.addWorksheet('其他');
  put('五、存在的主要问题及改进情况');
  put('一是公开不够及时。');
  put('六、其他需要报告的事项');
  put('收取信息处理费0元。');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const FEW = TRUTHS.filter((_, i) => i % 4 === 1);

describe('a report in Word, in a workbook and in print', () => {
  it.each(Object.entries(IN_WORD))('Word, %s: every figure right', async (_, site) => {
    for (const t of TRUTHS) expect(notRight(await read(docx(onSite(site, t))), t)).toEqual([]);
  });

  it.each([
    ['one sheet', false],
    ['a sheet for each table', true],
  ])('a workbook of %s, with formulas, merged cells and numbers kept as text: every figure right', async (_, sheets) => {
    for (const t of FEW) expect(notRight(await read(await workbook(t, sheets)), t)).toEqual([]);
  });

  it.each<[string, Print]>([
    ['upright', {}],
    ['broad, its tables over pages with the head again', { page: 'width: 297mm, height: 150mm' }],
  ])('printed %s: every figure right', async (_, options) => {
    for (const t of FEW) expect(notRight(await read(await compileTypst(printed(t, options), {})), t)).toEqual([]);
  });

  it.each<[string, Print]>([
    ['with raised marks after figures', { figure: (n) => `${n}#super[1]` }],
    ['without lines', { stroke: 'none' }],
  ])('printed %s: never another figure without a word', async (_, options) => {
    for (const t of FEW) expect(silentlyWrong(await read(await compileTypst(printed(t, options), {})), t)).toEqual([]);
  });

  it('tables that are pictures are missing, and said to be', async () => {
    const picture = '<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"/></w:drawing></w:r></w:p>';
    const word = await read(docx(onSite({ ...WORD, table: () => picture }, TRUTHS[0]!)));
    const page = await read(strToU8(onSite({ ...PLAIN_SITE, table: () => '<p><img src="t1.png" alt="表格"></p>' }, TRUTHS[0]!)));
    for (const { tableStates, report } of [word, page]) {
      expect(tableStates).toEqual({ proactive: 'missing', requests: 'missing', remedies: 'missing' });
      expect(report.tables).toEqual({ proactive: null, requests: null, remedies: null });
    }
  });
});

describe('pages whose encoding is not what they say', () => {
  it.each(['gb2312', 'utf-8', 'big5', 'x-unknown'])('UTF-8 that says it is %s', async (charset) => {
    const page = onSite(
      { ...PLAIN_SITE, page: (b) => `<html><head><meta charset="${charset}"></head><body>${b}</body></html>` },
      TRUTHS[0]!,
    );
    expect(notRight(await read(strToU8(page)), TRUTHS[0]!)).toEqual([]);
  });

  it.each(['utf-8', 'gb2312'])('GB 18030 with a character of four bytes that says it is %s', async (charset) => {
    // The lead and trail bytes of 㐀, which GBK does not have.
    const rare = Buffer.from([0x81, 0x39, 0xee, 0x39]);
    expect(new TextDecoder('gb18030').decode(rare)).toBe('㐀');
    const gbk = await gb18030(
      `<html><head><meta charset="${charset}"></head><body>${onSite({ ...PLAIN_SITE, page: (b) => b }, TRUTHS[0]!)}</body></html>`,
      '示',
      rare,
    );
    const reading = await read(gbk);
    expect(notRight(reading, TRUTHS[0]!)).toEqual([]);
    expect(reading.report.unit).toBe('㐀范县财政局');
  });
});

/** A text in GB 18030 by the decoder's own table, one character of it replaced by given bytes. */
async function gb18030(page: string, replaced: string, by: Uint8Array): Promise<Uint8Array> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return Buffer.from(
    [...page].flatMap((c) => (c === replaced ? [...by] : c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : [...(table.get(c) ?? [63])])),
  );
}
