import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';

const document = zipSync({ 'word/document.xml': strToU8('<w:document/>') }, { level: 0 });
const sheet = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }, { level: 0 });
const text = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') }, { level: 0 });

describe('从内容看是什么文件', () => {
  it('Office文件看自己的成员', () => {
    expect([document, sheet, text].map(sniff)).toEqual(['docx', 'xlsx', 'odf']);
  });

  it.each([0, 6] as const)('装着Office文件的压缩包（压缩级别%i）是压缩包', (level) => {
    for (const [name, member] of Object.entries({ 'a.docx': document, 'a.xlsx': sheet, 'a.odt': text }))
      expect(sniff(zipSync({ [name]: member }, { level })), name).toBe('zip');
  });

  it('目录断了的Word文件仍说是Word文件', () => {
    expect(sniff(document.subarray(0, document.length - 30))).toBe('docx');
  });
});
