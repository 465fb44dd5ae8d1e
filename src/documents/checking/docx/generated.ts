import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Line } from '#domain/report/model.ts';
import { FONTS, font, PAGE } from '../../writing/docxType.ts';
import type { Checked } from '../result.ts';
import { lineOf } from '../text.ts';
import type { Places } from './remarks.ts';
import { type WrittenCell, writtenRows } from './rows.ts';

const SMALL = 18;
const BODY = 28;
const LABEL_PERCENT = 30;

function cleaned(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u{fffe}\u{ffff}]/gu, ' ');
}

/** A document of a report that came as something else than a DOCX: its lines and its tables as read, and where they stand. */
export async function generatedDocx(checked: Checked): Promise<{ bytes: Uint8Array; places: Places }> {
  const { reading, findings } = checked;
  const lineAt = new Map<Line, number>();
  const cellAt = new Map<string, number>();
  const blocks: (Paragraph | Table)[] = [];
  let n = 0;
  const paragraph = (text: string, bold: boolean, size: number): Paragraph => {
    n++;
    return new Paragraph({
      ...(bold && size === BODY ? { heading: HeadingLevel.HEADING_2 } : {}),
      children: [new TextRun({ text: cleaned(text), bold, size, color: '000000', font: font(bold ? FONTS.hei : FONTS.fangsong) })],
    });
  };
  const cell = ({ text, key }: WrittenCell, percent: number, columnSpan: number): TableCell => {
    const made = new TableCell({
      columnSpan,
      width: { size: percent, type: WidthType.PERCENTAGE },
      children: [paragraph(text, false, SMALL)],
    });
    if (key !== null) cellAt.set(key, n);
    return made;
  };
  const table = (section: number): Table | null => {
    const rows = writtenRows(reading, section);
    if (rows.length === 0) return null;
    const width = Math.max(...rows.map((r) => r.length));
    const rest = (100 - LABEL_PERCENT) / (width - 1);
    // The last cell of a short row takes the columns left over.
    const made = rows.map((r) => {
      const span = (i: number): number => (i === r.length - 1 ? width - i : 1);
      const percent = (i: number): number => (i === 0 ? LABEL_PERCENT + rest * (span(i) - 1) : rest * span(i));
      return new TableRow({ children: r.map((c, i) => cell(c, percent(i), span(i))) });
    });
    return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: made });
  };
  const spoken = new Set(findings.filter((f) => f.where.cell === undefined).map((f) => lineOf(f, reading.lines)));
  const tabled = new Set<number>();
  for (const line of reading.lines) {
    const known = tabled.has(line.section);
    if (line.kind === 'table' && known && !spoken.has(line)) continue;
    if (line.kind === 'table' && !known) {
      const made = table(line.section);
      if (made) {
        blocks.push(made);
        tabled.add(line.section);
        if (!spoken.has(line)) continue;
      }
    }
    blocks.push(paragraph(line.text, line.kind === 'title' || line.kind === 'heading', BODY));
    lineAt.set(line, n);
  }
  if (blocks.length === 0) blocks.push(paragraph('', false, BODY));
  const document = new Document({ creator: '年报体检', sections: [{ properties: { page: PAGE }, children: blocks }] });
  return {
    bytes: new Uint8Array(await Packer.toBuffer(document)),
    places: { cell: (key) => cellAt.get(key), line: (line) => lineAt.get(line) },
  };
}
