import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { day } from '#lib/day.ts';
import { writeRegisterCsv } from './registerCsv.ts';
import { writeRegisterHtml } from './registerHtml.ts';
import type { RegisterTable } from './registerTable.ts';
import { writeRegisterXlsx } from './registerXlsx.ts';

const TABLE: RegisterTable = {
  title: '依申请公开台账',
  columns: [
    { key: 'number', label: '编号', kind: 'text' },
    { key: 'on', label: '收到日期', kind: 'date' },
    { key: 'pages', label: '页数', kind: 'count' },
    { key: 'fee', label: '费用（元）', kind: 'money' },
    { key: 'void', label: '作废', kind: 'text' },
    { key: 'note', label: '备注', kind: 'text' },
  ],
  rows: [
    { number: '示范镇公开〔2024〕1号', on: '2024-02-29', pages: 3, fee: 12.5, void: false, note: '第一行\n第二行，含"引号"' },
    { number: '=HYPERLINK("http://x")', on: '不详', pages: -1, fee: null, void: true, note: '@SUM(A1)' },
    { number: '+1', on: null, pages: 0, fee: 0, void: undefined, note: '\u202e<b>&\u0000' },
  ],
};

async function sheetOf(table: RegisterTable): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeRegisterXlsx(table)).buffer as ArrayBuffer);
  return book.worksheets[0] as ExcelJS.Worksheet;
}

describe('a register as CSV', () => {
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeRegisterCsv(TABLE));

  it('begins with a byte order mark and ends each line with CRLF', () => {
    expect(csv.startsWith('\ufeff编号,收到日期,页数,费用（元）,作废,备注\r\n')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('keeps dates, amounts and line breaks', () => {
    expect(csv).toContain('示范镇公开〔2024〕1号,2024-02-29,3,12.50,否,"第一行\n第二行，含""引号"""\r\n');
  });

  it('lets no text run as a formula, and leaves negative numbers numbers', () => {
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")",不详,-1,,是,'@SUM(A1)\r\n'+1,,0,0.00,,<b>&\r\n`);
  });
});

describe('a register as a workbook', () => {
  it('holds dates as dates, numbers as numbers, and never a formula', async () => {
    const sheet = await sheetOf(TABLE);
    expect(sheet.getCell('B2').value).toEqual(new Date('2024-02-29T00:00:00Z'));
    expect(sheet.getCell('B2').numFmt).toBe('yyyy-mm-dd');
    expect(sheet.getCell('B3').value).toBe('不详');
    expect([sheet.getCell('C3').value, sheet.getCell('D2').value, sheet.getCell('D3').value]).toEqual([-1, 12.5, null]);
    expect(sheet.getCell('A3').value).toBe('=HYPERLINK("http://x")');
    const xml = unzipSync(await writeRegisterXlsx(TABLE))['xl/worksheets/sheet1.xml'] as Uint8Array;
    expect(strFromU8(xml)).not.toContain('<f>');
  });

  it('says so where a text is longer than a cell can be, and cuts nothing', async () => {
    const rows = (length: number) => ({ ...TABLE, rows: [{ note: '长'.repeat(length) }] });
    await expect(writeRegisterXlsx(rows(32_768))).rejects.toThrow('“备注”有一格超过32767字');
    expect(String((await sheetOf(rows(32_767))).getCell('F2').value).length).toBe(32_767);
  });

  it('gives back any words as they were, also with no rows or a title no sheet may have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 5 }), async (words) => {
        const table = {
          title: '[a]:*?/\\',
          columns: [{ key: 'w', label: '内容', kind: 'text' as const }],
          rows: words.map((w) => ({ w })),
        };
        const sheet = await sheetOf(table);
        const plain = (t: string) => t.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
        expect(words.map((_, i) => plain(String(sheet.getCell(i + 2, 1).value ?? '')))).toEqual(words.map(plain));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a register to print', () => {
  const html = strFromU8(writeRegisterHtml(TABLE, { unit: '示范镇人民政府', selection: '2024年', printedOn: day('2025-01-05') }));

  it('numbers its rows and says what it is, of whom, how many and when', () => {
    for (const text of ['<h1>依申请公开台账</h1>', '单位：示范镇人民政府', '共3条', '打印日期：2025年1月5日', '>序号<'])
      expect(html).toContain(text);
    expect(html).toContain('<td class="count">3</td>');
  });

  it('takes no markup from a record', () => {
    expect(html).toContain('&lt;b&gt;&amp;');
    expect(html).not.toContain('<b>');
  });
});
