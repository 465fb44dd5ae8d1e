import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Grid, layOut } from '#documents/grid.ts';
import { readReportFile } from '#documents/reading/read.ts';
import { closeTypst } from '#documents/typst/compile.ts';
import { writeReportDocx } from '#documents/writing/docx.ts';
import { fullReport, fullTables, uniformTables, zeroReport } from '#documents/writing/examples.ts';
import { gridsOf } from '#documents/writing/grids.ts';
import { writeReportHtml } from '#documents/writing/html.ts';
import { writeReportJson } from '#documents/writing/json.ts';
import { writeReportPdf } from '#documents/writing/pdf.ts';
import { reportJsonSchema } from '#documents/writing/reportSchema.ts';
import { writeReportXlsx } from '#documents/writing/xlsx.ts';
import type { ReportDocument } from '#domain/report/document.ts';
import { setValue, type Tables, valueAt } from '#domain/report/model.ts';
import { cellsOf, FORM_2021 } from '#law/forms/index.ts';
import { readDocx, readHtml, readXlsx, type Slots } from './writingReadBack.ts';

const CELLS = cellsOf(FORM_2021);
const SCHEMA = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));

function withTables(tables: Tables): ReportDocument {
  const document = zeroReport();
  return { ...document, report: { ...document.report, tables } };
}

function slotsOf(grid: Grid): Slots {
  return layOut(grid).slots.map((row) => row.map((s) => s?.cell.text ?? ''));
}

function expected(document: ReportDocument): Slots[] {
  return gridsOf(FORM_2021, document.report.tables).map((t) => slotsOf(t.grid));
}

function expectedValues(document: ReportDocument): (string | number | null)[][][] {
  const { tables } = document.report;
  return gridsOf(FORM_2021, tables).map(({ grid }) =>
    layOut(grid).slots.map((row) => row.map((s) => (s?.cell.cellKey ? (valueAt(tables, s.cell.cellKey) ?? null) : (s?.cell.text ?? null)))),
  );
}

/** Tables with any count, any sum in fen, and blanks. */
const anyTables = fc
  .array(fc.option(fc.nat({ max: 99_999_999 }), { nil: null, freq: 8 }), { minLength: CELLS.length, maxLength: CELLS.length })
  .map((values) => {
    const tables: Tables = { proactive: {}, requests: {}, remedies: {} };
    CELLS.forEach((cell, i) => {
      const value = values[i] ?? null;
      setValue(tables, cell.key, cell.unit === 'money' && value !== null ? Number((value / 1e6).toFixed(6)) : value);
    });
    return tables;
  });

const DOCUMENTS: [string, ReportDocument][] = [
  ['a report with a figure in every cell', fullReport()],
  ['a report of zeros', zeroReport()],
  ['a report in which nothing is declared', withTables(uniformTables(null))],
  ['a report with large figures', withTables(uniformTables(98_765))],
];

afterAll(() => closeTypst());

describe.each(DOCUMENTS)('%s, written and read back cell for cell', (_, document) => {
  it('as a Word file', async () => expect(readDocx(await writeReportDocx(document))).toEqual(expected(document)));
  it('as HTML', () => expect(readHtml(writeReportHtml(document))).toEqual(expected(document)));
  it('as a workbook, its figures numbers', async () => {
    const sheets = await readXlsx(await writeReportXlsx(document));
    const tables = sheets.map((rows, i) => rows.slice(0, expectedValues(document)[i]?.length));
    expect(tables).toEqual(expectedValues(document));
  });
  it('as JSON by the published schema', () => {
    const file = JSON.parse(strFromU8(writeReportJson(document)));
    expect(z.fromJSONSchema(SCHEMA).parse(file)).toEqual(file);
    expect(file.report).toEqual(JSON.parse(JSON.stringify(document.report)));
    expect(file.narrative.sections).toEqual(document.sections);
  });
});

/** The figures the product's own reader finds in a file. */
async function figuresIn(bytes: Uint8Array, name: string): Promise<Tables | null> {
  const reading = await readReportFile(bytes, name);
  return 'report' in reading && reading.doubts.length === 0 ? reading.report.tables : null;
}

describe.each(DOCUMENTS)('%s, read by the checker’s own reader', (_, document) => {
  const { tables } = document.report;

  it('is the same from Word, HTML, PDF and JSON', async () => {
    expect(await figuresIn(await writeReportDocx(document), 'a.docx')).toEqual(tables);
    expect(await figuresIn(writeReportHtml(document), 'a.html')).toEqual(tables);
    expect(await figuresIn(await writeReportPdf(document), 'a.pdf')).toEqual(tables);
    expect(await figuresIn(writeReportJson(document), 'a.json')).toEqual(tables);
  });

  it('keeps its particulars', async () => {
    const reading = await readReportFile(await writeReportDocx(document), 'a.docx');
    const { unit, signedBy, signedOn, year, period } = document.report;
    expect('report' in reading && reading.report).toMatchObject({ unit, signedBy, signedOn, year, period });
  });
});

it.each(DOCUMENTS.filter(([name]) => !name.includes('nothing')))(
  '%s is read from a workbook by the checker’s own reader',
  async (_, document) => {
    expect(await figuresIn(await writeReportXlsx(document), 'a.xlsx')).toEqual(document.report.tables);
  },
);

it('reads back any tables equal from Word, HTML, XLSX and JSON', async () => {
  await fc.assert(
    fc.asyncProperty(anyTables, async (tables) => {
      const document = withTables(tables);
      const [docx, xlsx] = await Promise.all([writeReportDocx(document), writeReportXlsx(document)]);
      expect(readDocx(docx)).toEqual(expected(document));
      expect(readHtml(writeReportHtml(document))).toEqual(expected(document));
      const values = expectedValues(document);
      expect((await readXlsx(xlsx)).map((rows, i) => rows.slice(0, values[i]?.length))).toEqual(values);
      expect(JSON.parse(strFromU8(writeReportJson(document))).report.tables).toEqual(tables);
      expect(await figuresIn(docx, 'a.docx')).toEqual(tables);
    }),
    { numRuns: 15 },
  );
}, 120_000);

describe('the published JSON Schema', () => {
  it('is the one the writer follows', () => expect(SCHEMA).toEqual(JSON.parse(JSON.stringify(reportJsonSchema()))));

  it.each([
    ['a row too many', (t: Tables) => Object.assign(t.requests ?? {}, { '9.9': [0, 0, 0, 0, 0, 0, 0] })],
    ['a value too few', (t: Tables) => Object.assign(t.requests ?? {}, { '3.1': [0, 0, 0, 0, 0, 0] })],
    ['a number as text', (t: Tables) => Object.assign(t.remedies ?? {}, { review: ['0', 0, 0, 0, 0] })],
    ['an unknown row in section two', (t: Tables) => Object.assign(t.proactive ?? {}, { more: 1 })],
  ])('refuses %s', (_, change) => {
    const tables = fullTables();
    change(tables);
    expect(() => writeReportJson(withTables(tables))).toThrow();
    const file = JSON.parse(strFromU8(writeReportJson(fullReport())));
    expect(z.fromJSONSchema(SCHEMA).safeParse({ ...file, report: { ...file.report, tables } }).success).toBe(false);
  });
});

describe('blank cells', () => {
  const document = withTables({ proactive: {}, requests: null, remedies: null });

  it('are explained below their table', () => {
    const html = strFromU8(writeReportHtml(document));
    expect(html.match(/注：表中空白处未申报。/g)?.length).toBe(3);
  });

  it('are not spoken of where there are none', () => expect(strFromU8(writeReportHtml(zeroReport()))).not.toContain('未申报'));
});

describe('words of a hostile hand', () => {
  const evil = '<script>alert(1)</script>"\'&\u0000\u0008\u202e=cmd|\' /C calc\'!A0 #read("x") ]]> \ud800';
  const document: ReportDocument = {
    ...zeroReport(),
    title: evil,
    signedBy: evil,
    mark: evil,
    preamble: [{ level: 'text', runs: [{ text: evil, figure: evil }] }],
    sections: zeroReport().sections.map((s) => ({
      title: evil,
      paragraphs: [{ level: 'h2', runs: [{ text: `=1+1${evil}` }] }, ...s.paragraphs],
    })),
  };

  it('are text in HTML', () => {
    const html = strFromU8(writeReportHtml(document));
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/[\u0000\u0008\u202e]/);
  });

  it('are well-formed text in a Word file', async () => {
    expect(readDocx(await writeReportDocx(document))).toEqual(expected(document));
  });

  it('are no formula in a workbook', async () => {
    const files = unzipSync(await writeReportXlsx(document));
    const sheets = Object.entries(files).filter(([name]) => /^xl\/worksheets\/.*\.xml$/.test(name));
    expect(sheets.length).toBe(4);
    for (const [, xml] of sheets) expect(strFromU8(xml)).not.toContain('<f>');
  });

  it('are text in a PDF', async () => {
    await expect(writeReportPdf(document)).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe('the Word file', () => {
  it('repeats header rows and cuts no row', async () => {
    const xml = strFromU8(unzipSync(await writeReportDocx(fullReport()))['word/document.xml'] as Uint8Array);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(3 + 3);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(14 + 28 + 4);
  });

  it('has the page of GB/T 9704: 22 exact lines in 225 mm, the fonts by name', async () => {
    const xml = strFromU8(unzipSync(await writeReportDocx(fullReport()))['word/document.xml'] as Uint8Array);
    expect(xml).toContain('w:top="2098"');
    const [line] = xml.match(/w:line="579" w:lineRule="exact"/) ?? [];
    expect(line).toBeDefined();
    const height = 16838 - 2098 - 1984;
    expect(Math.floor(height / 579)).toBe(22);
    for (const name of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体']) expect(xml).toContain(`w:eastAsia="${name}"`);
  });
});
