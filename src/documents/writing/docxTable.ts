import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import type { Grid, GridCell } from '../grid.ts';
import { FONTS, font, SIZES, TEXT_WIDTH } from './docxType.ts';
import type { SectionGrid } from './grids.ts';
import { columnWeights } from './layout.ts';

/** Twips. */
const BORDER = { style: 'single', size: 4, color: '000000' } as const;

/** Letters, their line, the height of a row and the space beside the text, by section; in half points and twips. */
const TYPE = {
  2: { size: SIZES.wide, line: 320, height: 420, side: 60 },
  3: { size: SIZES.dense, line: 220, height: 300, side: 15 },
  4: { size: SIZES.dense, line: 230, height: 340, side: 60 },
} as const;

function widths(section: 2 | 3 | 4, columns: number): number[] {
  const weights = columnWeights(section, columns);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => Math.floor((w / sum) * TEXT_WIDTH));
}

function tableCell(cell: GridCell, grid: Grid, section: 2 | 3 | 4): TableCell {
  const type = TYPE[section];
  const besides = section === 3 && cell.scope === 'row' && cell.rowSpan === 1;
  const block = cell.colSpan === grid.columns;
  return new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: besides ? 30 : type.side, right: type.side, top: 25, bottom: 25, marginUnitType: WidthType.DXA },
    shading: block ? { fill: 'EBEBEB' } : undefined,
    children: [
      new Paragraph({
        alignment: besides ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { line: type.line, lineRule: 'exact', before: 0, after: 0 },
        keepNext: block,
        children: [new TextRun({ text: cell.text, size: type.size, color: '000000', font: font(FONTS.fangsong) })],
      }),
    ],
  });
}

/** A table of the report with its real merged cells; the header rows repeat on each page and no row is cut by a page. */
export function docxTable({ grid, section }: SectionGrid): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths(section, grid.columns),
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER },
    rows: grid.rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i < grid.headerRows,
          cantSplit: true,
          height: { value: TYPE[section].height, rule: 'atLeast' },
          children: row.map((cell) => tableCell(cell, grid, section)),
        }),
    ),
  });
}
