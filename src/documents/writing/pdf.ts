import { readFileSync } from 'node:fs';
import type { Paragraph, ReportDocument, Run } from '#domain/report/document.ts';
import type { GridCell } from '../grid.ts';
import { compileTypst, type TypstOptions } from '../typst/compile.ts';
import { columnWeights, cutRunIn, type PrintedSection, printReport } from './layout.ts';

const TEMPLATE = readFileSync(new URL('./report.typ', import.meta.url), 'utf8');

/** Size of the letters and padding beside and above them, in points, by section. */
const TABLE_TYPE = { 2: { size: 12, side: 3, pad: 4 }, 3: { size: 9, side: 1, pad: 3 }, 4: { size: 9, side: 3, pad: 4 } } as const;

function words(runs: readonly Run[]): string {
  return runs.map((r) => r.text).join('');
}

function paragraphData(paragraph: Paragraph) {
  const { head, body } = cutRunIn(paragraph);
  return { level: paragraph.level, head: words(head), body: words(body) };
}

function isBlock(cell: GridCell, columns: number): boolean {
  return cell.colSpan === columns;
}

/** Consecutive rows of header cells alone are one header that repeats on the next page. */
function tableData({ table, note }: PrintedSection) {
  if (!table) return null;
  const { grid, section } = table;
  const parts: { header: boolean; rows: object[][] }[] = [];
  for (const row of grid.rows) {
    const header = row.every((c) => c.header);
    const cells = row.map((c) => ({
      text: c.text,
      colSpan: c.colSpan,
      rowSpan: c.rowSpan,
      block: isBlock(c, grid.columns),
      wide: section === 3 && c.scope === 'row' && c.rowSpan === 1,
    }));
    const last = parts.at(-1);
    if (last?.header === header) last.rows.push(cells);
    else parts.push({ header, rows: [cells] });
  }
  return { ...TABLE_TYPE[section], widths: columnWeights(section, grid.columns), parts, note };
}

/** What the template of the report reads. */
export function reportData(source: ReportDocument) {
  const { document, titleLines, sections, signedOn } = printReport(source);
  return {
    title: document.title,
    titleLines,
    mark: document.mark ?? null,
    signedBy: document.signedBy,
    signedOn,
    date: document.signedOn?.split('-').map(Number) ?? null,
    preamble: document.preamble.map(paragraphData),
    sections: sections.map((s, i) => ({
      heading: s.heading,
      paragraphs: s.paragraphs.map((p, k) => ({
        ...paragraphData(p),
        closing: i === sections.length - 1 && k === s.paragraphs.length - 1 && p.level === 'text',
      })),
      table: tableData(s),
    })),
  };
}

/** The template itself, for measurements. */
export function reportTemplate(): string {
  return TEMPLATE;
}

/** The report as a tagged PDF with embedded fonts, PDF/UA-1 or PDF/A-2a. Rejects with TypstError or MissingCharacters, which say what to do. */
export function writeReportPdf(document: ReportDocument, options: TypstOptions = {}): Promise<Uint8Array> {
  return compileTypst(TEMPLATE, reportData(document), options);
}
