import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { checksXlsx, type SheetRow } from './xlsx.ts';

const ODD = '甲\u0001\u0008\ufffe\uffff\ud800乙';

function row(more: Partial<SheetRow>): SheetRow {
  return { file: '年报.txt', unit: '朝阳镇', year: 2023, unread: null, findings: [], doubts: [], ...more };
}

async function written(rows: readonly SheetRow[]): Promise<{ parts: Record<string, Uint8Array>; book: ExcelJS.Workbook }> {
  const bytes = await checksXlsx(rows);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return { parts: unzipSync(bytes), book };
}

describe('体检清单的工作簿', () => {
  it('文件名、单位和原文里有XML容不下的字，每一部分仍是完好的XML', async () => {
    const finding = {
      rule: 'NAME-LEVEL',
      severity: 'info' as const,
      message: ODD,
      basis: ['FORM2021'],
      where: { section: 1, quote: ODD },
      actual: ODD,
    };
    const { parts, book } = await written([row({ file: `${ODD}.txt`, unit: ODD, findings: [finding] }), row({ unread: ODD })]);
    for (const [name, bytes] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      expect(() => new SaxesParser().write(strFromU8(bytes)).close(), name).not.toThrow();
    }
    expect(book.getWorksheet('汇总')?.getCell('B2').value).toBe('甲乙');
    expect(book.getWorksheet('问题')?.getCell('G2').value).toBe('甲乙');
  });

  it.each([
    ['=HYPERLINK("http://example.invalid","甲")'],
    ["+1+cmd|' /C calc'!A0"],
    ['@SUM(1)'],
    ['公开工作_x000D_中'],
    ['</t><f>1+1</f>'],
  ])('%s 原样是文字，不是公式', async (text) => {
    const { book } = await written([row({ file: text, unit: text })]);
    const cell = book.getWorksheet('汇总')?.getCell('B2');
    expect(cell?.value).toBe(text);
    expect(cell?.formula).toBeUndefined();
  });

  it.each([32_766, 32_767, 32_768])('一格%i个字，写出来不超过Excel容得下的32767个', async (n) => {
    const { book } = await written([row({ unit: '甲'.repeat(n) })]);
    expect(String(book.getWorksheet('汇总')?.getCell('B2').value)).toHaveLength(Math.min(n, 32_767));
  });
});
