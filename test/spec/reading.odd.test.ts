import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { closeTypst, compileTypst } from '#documents/typst/compile.ts';
import type { Reading } from '#domain/report/model.ts';
import { type Print, printed } from './reading.print.ts';
import { rowsIn } from './reading.sheets.ts';
import { notRight, TRUTHS, type Truth } from './reading.truth.ts';

afterAll(() => closeTypst());

async function read(bytes: Uint8Array): Promise<Reading> {
  const reading = await readReportFile(bytes, 'x');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

const FEW = TRUTHS.filter((_, i) => i % 9 === 3);
const one = TRUTHS[3]!;

describe('print', () => {
  it.each<[string, Print]>([
    ['set in two columns', { columns: 2, page: 'width: 420mm, height: 297mm' }],
    ['with a gap through the middle of its table', { widths: '(45mm, ..(15mm,) * 7)' }],
    ['with its rows cut by the page', { page: 'width: 160mm, height: 70mm', more: '#set table(inset: 7pt)' }],
    ['without lines, its heads over groups', { stroke: 'none' }],
  ])('%s: every figure right', async (_, options) => {
    for (const t of FEW) expect(notRight(await read(await compileTypst(printed(t, options), {})), t)).toEqual([]);
  });

  it('whose font tells no characters is refused with what to do', async () => {
    const pdf = Buffer.from(await compileTypst(printed(one), {})).toString('latin1');
    const bare = pdf.replace(/\/ToUnicode \d+ 0 R/g, (m) => ' '.repeat(m.length));
    expect(bare).not.toBe(pdf);
    const refused = await readReportFile(Buffer.from(bare, 'latin1'), 'x');
    expect(refused).toMatchObject({ why: 'unsupported', message: expect.stringContaining('乱码') });
  });

  it.each([
    [200, true],
    [201, false],
  ])('of %d pages: read: %s', async (pages, whole) => {
    const reading = await readReportFile(await compileTypst(`${printed(one)}${'#pagebreak()附件\n'.repeat(pages - 2)}`, {}), 'x');
    if (whole) expect(notRight(reading as Reading, one)).toEqual([]);
    else expect(reading).toMatchObject({ why: 'tooLarge' });
  });
});

describe('a workbook', () => {
  async function book(t: Truth, figure: (n: number, cell: ExcelJS.Cell) => void): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('年报');
    for (const [r, row] of rowsIn(t).entries())
      for (const [c, value] of row.entries()) {
        const cell = sheet.getCell(r + 1, c + 1);
        cell.value = value;
        if (typeof value === 'number') figure(value, cell);
      }
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }

  it.each<[string, (n: number, cell: ExcelJS.Cell) => void]>([
    [
      'whose numbers carry the noise of a sum',
      (n, cell) => {
        cell.value = n + n * 2 ** -52;
      },
    ],
    [
      'with a struck figure before the new one',
      (n, cell) => {
        cell.value = { richText: [{ text: '9', font: { strike: true } }, { text: String(n) }] };
      },
    ],
    [
      'with white and raised figures beside its own',
      (n, cell) => {
        const white = { text: '9', font: { color: { argb: 'FFFFFFFF' } } };
        cell.value = { richText: [white, { text: String(n) }, { text: '1', font: { vertAlign: 'superscript' } }] };
      },
    ],
  ])('%s: every figure right', async (_, figure) => {
    for (const t of FEW) expect(notRight(await read(await book(t, figure)), t)).toEqual([]);
  });

  it('is read as it shows its numbers: a percentage is no figure, thousands are divided', async () => {
    const as = async (format: string) => {
      const t = { ...one, fees: 64500, licences: 3 };
      return read(
        await book(t, (n, cell) => {
          if (n === 64500 || n === 3) cell.numFmt = format;
        }),
      );
    };
    const percent = await as('0.00%');
    expect(percent.report.tables.proactive).toMatchObject({ licences: null, feesInTenThousandYuan: null });
    expect(percent.notes).toContainEqual(expect.objectContaining({ cell: 'proactive/licences', printed: '300%' }));
    expect((await as('0!.0,')).report.tables.proactive).toMatchObject({ feesInTenThousandYuan: 6.5 });
    expect((await as('#,##0.00,"千"')).report.tables.proactive).toMatchObject({ feesInTenThousandYuan: 64.5 });
    expect((await as('#,##0')).report.tables.proactive).toMatchObject({ feesInTenThousandYuan: 64500, licences: 3 });
  });
});

describe('a list of JSON', () => {
  const rows = (value: number): string =>
    JSON.stringify({
      files: [
        { file: '坏的.docx', unreadable: { why: 'broken', message: '文件已损坏' } },
        { file: '好的.docx', report: { tables: { requests: { '1': [value, 0, 0, 0, 0, 0, 8] } } } },
      ],
    });

  it('is read past a file that could not be read, and no figure beyond a million millions', async () => {
    const list = (value: number): string => JSON.stringify(JSON.parse(rows(value)).files);
    expect((await read(Buffer.from(list(8)))).report.tables.requests?.['1']).toEqual([8, 0, 0, 0, 0, 0, 8]);
    expect((await read(Buffer.from(list(1e12)))).report.tables.requests?.['1']?.[0]).toBe(1e12);
    const { report, notes } = await read(Buffer.from(list(1e12 + 1)));
    expect(report.tables.requests?.['1']?.[0]).toBeNull();
    expect(notes).toContainEqual({ cell: 'requests/1/naturalPerson', kind: 'text', printed: '1000000000001' });
  });
});
