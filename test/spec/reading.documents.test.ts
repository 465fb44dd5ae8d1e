import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { officeInstalled } from '#documents/reading/office.ts';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { writeReportDocx } from '#documents/writing/docx.ts';
import { fullReport, zeroReport } from '#documents/writing/examples.ts';
import { writeReportHtml } from '#documents/writing/html.ts';
import { writeReportJson } from '#documents/writing/json.ts';
import { writeReportPdf } from '#documents/writing/pdf.ts';
import { writeReportXlsx } from '#documents/writing/xlsx.ts';
import type { ReportDocument } from '#domain/report/document.ts';
import { type Reading, type Value, valueAt } from '#domain/report/model.ts';
import { cellsOf, FORM_2021, requestRowKeys } from '#law/forms/index.ts';
import { ods, spreadsheetMl } from './reading.sheets.ts';
import { notRight, TRUTHS } from './reading.truth.ts';

const FOLDER = new URL('../fixtures/reports/', import.meta.url);
const CELLS = JSON.parse(readFileSync(new URL('real/cells.json', FOLDER), 'utf8')) as Record<
  string,
  { t3: Value[][]; t4: Value[]; other_rows: 1 | 3 }
>;

async function readBytes(bytes: Uint8Array, name: string): Promise<Reading> {
  const reading = await readReportFile(bytes, name);
  if (isUnreadable(reading)) throw new Error(`${name}: ${reading.message}`);
  return reading;
}

const readFixture = (path: string) => readBytes(readFileSync(new URL(path, FOLDER)), path);

/** Rows of sections three and four that are neither as the independent reading has them nor a doubt that lists it. */
function wrong(reading: Reading, name: string): string[] {
  const cells = CELLS[name]!;
  const rows: [string, Value[] | undefined, Value[]][] = [
    ...requestRowKeys(FORM_2021, cells.other_rows === 1).map(
      (key, i) => [`requests/${key}`, reading.report.tables.requests?.[key], cells.t3[i]!] as [string, Value[] | undefined, Value[]],
    ),
    ...['review', 'litigationDirect', 'litigationAfterReview'].map(
      (key, g) =>
        [`remedies/${key}`, reading.report.tables.remedies?.[key], cells.t4.slice(g * 5, g * 5 + 5)] as [
          string,
          Value[] | undefined,
          Value[],
        ],
    ),
  ];
  const inDoubt = new Map(reading.doubts.map((d) => [d.cell, d]));
  return rows.filter(([cell, got, want]) => JSON.stringify(got) !== JSON.stringify(want) && !inDoubt.has(cell)).map(([cell]) => cell);
}

describe('real reports as PDF, page and data', () => {
  it.each([
    ['hongze-2023.pdf', '洪泽区人民政府', 2023],
    ['hongze-2024.pdf', '淮安市洪泽区人民政府', 2024],
    ['huaian-2024.pdf', '淮安市人民政府', 2024],
    ['shanghai-office-2019.html', '上海市人民政府办公厅', 2019],
    ['report29-2023.kiro-parsed.json', null, 2023],
    ['report33-jinhu-2023.kiro-parsed.json', null, 2023],
    ['jinhu-2023.kiro-parsed.json', null, null],
  ])('%s: every cell of sections three and four is right', async (file, unit, year) => {
    const reading = await readFixture(`real/${file}`);
    expect(wrong(reading, file)).toEqual([]);
    expect(reading.doubts).toEqual([]);
    expect([reading.report.unit, reading.report.year]).toEqual([unit, year]);
  });

  it('tables over pages are one table, and a label that a page cuts is found', async () => {
    const { report, absentRows, labels } = await readFixture('real/hongze-2023.pdf');
    expect(report.tables.requests?.['3.4.2']).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(report.tables.proactive).toMatchObject({ licences: 550, penalties: 4119, coercion: 195, feesInTenThousandYuan: 7730.28 });
    expect([absentRows, labels.map((l) => l.printed)]).toEqual([[], ['2.其他法律行政止公开']]);
  });

  it('two reports side by side are not mixed: every row that differs is in doubt with both', async () => {
    const reading = await readFixture('real/suqian-2023-2024-kiro-comparison.pdf');
    for (const [name, side] of [
      ['suqian-2023-2024-kiro-comparison.pdf', 0],
      ['suqian-2023-2024-kiro-comparison.pdf#2024', 1],
    ] as const) {
      expect(wrong(reading, name)).toEqual([]);
      const cells = CELLS[name]!;
      for (const [i, key] of requestRowKeys(FORM_2021).entries()) {
        const printed = reading.doubts.find((d) => d.cell === `requests/${key}`)?.readings[side] ?? reading.report.tables.requests?.[key];
        expect([key, printed]).toEqual([key, cells.t3[i]]);
      }
    }
    expect(reading.report.year).toBeNull();
  });

  it('blank cells of a Word paste are blank, and a table the file cuts off is cut', async () => {
    const reading = await readFixture('real/shuyang-ndrc-2023.partial.html');
    expect(reading.tableStates).toEqual({ proactive: 'missing', requests: 'cut', remedies: 'missing' });
    const first = reading.report.tables.requests?.['1'];
    expect(first?.slice(1, 6)).toEqual([null, null, null, null, null]);
    expect(reading.notes.filter((n) => n.cell.startsWith('requests/1/')).map((n) => n.kind)).toEqual(Array(5).fill('blank'));
  });

  it('the empty official form is 200 blanks, none of them 0', async () => {
    const reading = await readFixture('blank-template.docx');
    expect(reading.notes.map((n) => n.kind)).toEqual(Array(200).fill('blank'));
    expect(cellsOf(FORM_2021).filter((c) => valueAt(reading.report.tables, c.key) !== null)).toEqual([]);
  });
});

describe.each([
  ['a figure in every cell', fullReport()],
  ['zeros', zeroReport()],
])('our own documents read back: %s', (_, source: ReportDocument) => {
  const files: Record<string, Uint8Array> = {};

  beforeAll(async () => {
    files['docx'] = await writeReportDocx(source);
    files['html'] = writeReportHtml(source);
    files['pdf'] = await writeReportPdf(source);
    files['xlsx'] = await writeReportXlsx(source);
    files['json'] = writeReportJson(source);
  });

  it.each(['docx', 'html', 'pdf', 'xlsx', 'json'])('%s: all 200 cells and the particulars', async (kind) => {
    const { report, doubts, notes, labels } = await readBytes(files[kind]!, `report.${kind}`);
    const differing = cellsOf(FORM_2021).filter((c) => valueAt(report.tables, c.key) !== valueAt(source.report.tables, c.key));
    expect(differing.map((c) => c.key)).toEqual([]);
    expect([doubts, notes, labels]).toEqual([[], [], []]);
    const { form, unit, signedBy, signedOn, year, period } = source.report;
    expect(report).toMatchObject({ form, unit, signedBy, signedOn, year, period });
  });
});

describe('old formats', () => {
  it.each(['doc', 'rtf', 'odt', 'xls'])('.%s: all cells, or said to be unsupported where LibreOffice is missing', async (kind) => {
    const name = `shifan-2024.${kind}`;
    const reading = await readReportFile(readFileSync(new URL(`converted/${name}`, FOLDER)), name);
    if (isUnreadable(reading)) {
      expect([reading.why, officeInstalled(), kind === 'doc']).toEqual(['unsupported', false, false]);
      return;
    }
    const source = fullReport();
    expect(cellsOf(FORM_2021).filter((c) => valueAt(reading.report.tables, c.key) !== valueAt(source.report.tables, c.key))).toEqual([]);
  });
});

describe('spreadsheets of other programs', () => {
  it.each([
    ['OpenDocument', ods],
    ['the XML of old Excel', spreadsheetMl],
  ])('%s: every figure right, or said to need another format', async (_, write) => {
    const reading = await readReportFile(write(TRUTHS[3]!), 'x');
    if (isUnreadable(reading)) {
      expect([reading.why, officeInstalled()]).toEqual(['unsupported', false]);
      expect(reading.message).toContain('.xlsx');
    } else expect(notRight(reading, TRUTHS[3]!)).toEqual([]);
  });
});

describe('what Word hides or keeps', () => {
  const docx = (body: string, more: Record<string, string> = {}): Uint8Array => {
    const parts = { 'word/document.xml': `<w:document xmlns:w="w" xmlns:mc="m"><w:body>${body}</w:body></w:document>`, ...more };
    return zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, strToU8(v)])));
  };
  const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const tail = p('五、存在的主要问题及改进情况') + p('六、其他需要报告的事项');
  const cell = (inner: string): string => `<w:tc><w:tcPr/>${inner}</w:tc>`;
  const row = (label: string, first: string): string =>
    `<w:tr>${cell(p(label))}${cell(first)}${cell(p('0')).repeat(5)}${cell(p('5'))}</w:tr>`;
  const table = (...rows: string[]): string =>
    `${p('三、收到和处理政府信息公开申请情况')}<w:tbl>${row('自然人', p('商业企业'))}${rows.join('')}</w:tbl>`;
  const second = row('二、上年结转政府信息公开申请数量', p('5'));

  it('a tracked insertion counts, a deletion does not', async () => {
    const changed = '<w:p><w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins></w:p>';
    const moved = '<w:p><w:moveFrom><w:r><w:t>8</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>5</w:t></w:r></w:moveTo></w:p>';
    const gone = second.replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>').replaceAll('>5<', '>9<');
    const reading = await readBytes(
      docx(table(row('一、本年新收政府信息公开申请数量', changed), gone, second, row('（一）予以公开', moved)) + tail),
      'x.docx',
    );
    const { requests } = reading.report.tables;
    expect([requests?.['1']?.[0], requests?.['2']?.[0], requests?.['3.1']?.[0]]).toEqual([5, 5, 5]);
  });

  it('text in a content control, a link or a text box counts, hidden text and a fallback picture text do not', async () => {
    const wrapped =
      '<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>5</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>6</w:t></w:r></w:p></w:sdtContent></w:sdt>';
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('示范县财政局2023年政府信息公开工作年度报告')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('重复')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const reading = await readBytes(docx(box + table(row('一、本年新收政府信息公开申请数量', wrapped), second) + tail), 'x.docx');
    expect(reading.report.tables.requests?.['1']?.[0]).toBe(5);
    expect([reading.report.unit, reading.lines.some((l) => l.text.includes('重复'))]).toEqual(['示范县财政局', false]);
  });

  it('automatic numbers stand before their headings', async () => {
    const numbering =
      '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>';
    const body = table(second) + p('存在的主要问题及改进情况', numbered) + p('一是不够及时。') + p('其他需要报告的事项', numbered);
    const reading = await readBytes(docx(body, { 'word/numbering.xml': numbering }), 'x.docx');
    expect(reading.lines.filter((l) => l.kind === 'heading').map((l) => l.text)).toEqual([
      '三、收到和处理政府信息公开申请情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
  });
});
