import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { clean } from '../writing/clean.ts';
import { FONTS, font, PAGE, SIZES, TEXT_WIDTH } from '../writing/docxType.ts';
import { type FormRow, notesOf, type PrintedForm } from './form.ts';

/** Twips of a millimetre. */
const MM = 56.7;
const LABEL = 1700;
const LEAST_HEIGHT = 9 * MM;
const SIDE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

function paragraph(text: string, size: number, family: string = FONTS.fangsong, center = false): Paragraph {
  return new Paragraph({
    alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: [new TextRun({ text: clean(text), size, font: font(family) })],
  });
}

function cell(lines: readonly string[], width: number, span: number, label = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: lines.map((l) => paragraph(l, SIZES.note, label ? FONTS.hei : FONTS.fangsong)),
  });
}

function row(r: FormRow): TableRow {
  const height = { value: Math.max(LEAST_HEIGHT, 'tall' in r ? (r.tall ?? 0) * MM : 0), rule: 'atLeast' } as const;
  if (r.kind === 'cells') {
    const value = TEXT_WIDTH / r.cells.length - LABEL;
    return new TableRow({
      height,
      cantSplit: true,
      children: r.cells.flatMap((c) => [cell([c.label], LABEL, 1, true), cell([c.value], value, r.cells.length === 1 ? 3 : 1)]),
    });
  }
  const lines =
    r.kind === 'boxes'
      ? [r.boxes.map((b) => `${b.ticked ? '☑' : '☐'} ${b.text}`).join('　'), ...(r.note ? [r.note] : [])]
      : r.kind === 'opinion'
        ? [r.value, '', `签名：${r.signed}　　　　${r.on || '年　　月　　日'}`]
        : [r.value];
  return new TableRow({ height, cantSplit: true, children: [cell([r.label], LABEL, 1, true), cell(lines, TEXT_WIDTH - LABEL, 3)] });
}

/** The same form as a Word file, to be filled in on a computer. Forms with a list have none. */
export function writeFormDocx(form: PrintedForm): Promise<Uint8Array> {
  const borders = { top: SIDE, bottom: SIDE, left: SIDE, right: SIDE, insideHorizontal: SIDE, insideVertical: SIDE };
  const half = TEXT_WIDTH / 2 - LABEL;
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL, half, LABEL, half],
    borders,
    rows: form.rows.map(row),
  });
  const document = new Document({
    title: form.title,
    creator: form.unit,
    sections: [
      {
        properties: { page: { size: PAGE.size, margin: { ...PAGE.margin, top: 1400, bottom: 1100 } } },
        children: [
          paragraph(form.title, SIZES.title, FONTS.xiaobiaosong, true),
          paragraph(`单位：${form.unit}`, SIZES.note),
          table,
          ...notesOf(form).map((n) => paragraph(n, SIZES.note - 3)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
