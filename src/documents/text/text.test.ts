import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fullReport } from '../writing/examples.ts';
import { writeReport } from '../writing/index.ts';
import { LONGEST } from './bounded.ts';
import { textOfFile } from './index.ts';

const docx = async (...lines: string[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }));

describe('the text of an attachment', () => {
  it('Word: each paragraph on its line', async () => {
    expect(await textOfFile(await docx('宅基地审批', '第二段'), '附件.docx')).toEqual({ text: '宅基地审批\n第二段\n', state: 'read' });
  });

  it('Excel: the cells of the sheets a reader sees, not of hidden ones', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('公示').addRows([
      ['姓名', '金额'],
      ['示例人', 120],
    ]);
    book.addWorksheet('底稿', { state: 'hidden' }).addRow(['不公开的一行']);
    const { text } = await textOfFile(new Uint8Array(await book.xlsx.writeBuffer()), '表.xlsx');
    expect(text.split(/\s+/)).toEqual(['姓名', '金额', '示例人', '120', '']);
  });

  it('PDF: what stands on its pages', async () => {
    const { text, state } = await textOfFile(await writeReport(fullReport(), 'pdf'), '年报.pdf');
    expect(state).toBe('read');
    expect(text.replace(/\s/g, '')).toContain('主动公开');
  });

  it('plain text in the encodings offices use', async () => {
    expect(await textOfFile(Uint8Array.of(0xd5, 0xac, 0xbb, 0xf9, 0xb5, 0xd8), '说明.txt')).toEqual({ text: '宅基地', state: 'read' });
    expect(await textOfFile(strToU8('<p>宅基地</p><script>x</script>'), '页面.html')).toEqual({ text: '宅基地', state: 'read' });
  });

  it.each([
    [LONGEST - 2, 'read', LONGEST - 1],
    [LONGEST - 1, 'read', LONGEST],
    [LONGEST, 'clipped', LONGEST],
  ])('is read up to a bound: a paragraph of %d', async (n, state, length) => {
    const { text, state: found } = await textOfFile(await docx('字'.repeat(n)), '长.docx');
    expect([found, text.length]).toEqual([state, length]);
  });

  it.each([
    ['a broken ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'x.docx', 'failed'],
    ['a broken PDF', strToU8('%PDF-1.7 nothing'), 'x.pdf', 'failed'],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'x.jpg', 'none'],
    ['an empty file', new Uint8Array(), 'x.docx', 'none'],
    ['a ZIP of files', zipSync({ 'a.txt': strToU8('x') }), 'x.zip', 'none'],
    ['entities of its own', zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }), 'x.docx', 'failed'],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(230_000_000) }), 'x.docx', 'failed'],
  ])('%s has none', async (_, bytes, name, state) => {
    expect(await textOfFile(bytes, name)).toEqual({ text: '', state });
  });
});
