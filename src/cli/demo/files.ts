import type { NewAttachment } from '#domain/publishing/service/index.ts';
import type { DemoFile } from '../../demo/content/index.ts';

async function spreadsheet(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.columns = [{ width: 28 }, { width: 16 }];
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A Word file of a few lines. */
export async function wordFile(lines: readonly string[]): Promise<Uint8Array> {
  const { Document, Packer, Paragraph } = await import('docx');
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }));
}

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An example file as somebody would hand it in. */
export async function attachmentOf(file: DemoFile): Promise<NewAttachment> {
  const { title, kind } = file;
  const name = `${title}.${kind}`;
  if (file.kind === 'docx') return { title, name, mediaType: WORD, bytes: await wordFile(file.lines) };
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { title, name, mediaType, bytes: await spreadsheet(file.rows) };
}
