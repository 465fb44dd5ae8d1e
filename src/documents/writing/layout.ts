import type { Paragraph, ReportDocument, Run } from '#domain/report/document.ts';
import { formOf } from '#law/forms/index.ts';
import { chineseDate, parseDay } from '#lib/day.ts';
import { cleanDocument } from './clean.ts';
import { chineseOrdinal, UNDECLARED } from './figures.ts';
import { gridsOf, type SectionGrid } from './grids.ts';

/** A section as it is printed. */
export interface PrintedSection {
  /** 一、总体情况. */
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  readonly table: SectionGrid | null;
  /** Below a table with blank cells; without a number, which a reader of tables could take for a figure. */
  readonly note: string | null;
}

/** A report laid out the same way for every format, its words cleaned. */
export interface PrintedReport {
  readonly document: ReportDocument;
  /** The title, broken where the sense breaks when it is longer than a line. */
  readonly titleLines: readonly string[];
  readonly sections: readonly PrintedSection[];
  /** 2024年1月17日; null while unsigned. */
  readonly signedOn: string | null;
}

function noteOf(table: SectionGrid | null): string | null {
  return table && table.blank.length > 0 ? `注：表中空白处${UNDECLARED}。` : null;
}

/** Characters of 2号 in a line of the type area (156 mm at 22 pt). */
const TITLE_LINE = 20;

/** GB/T 9704-2012 7.3.1: a title that turns over keeps its words whole. */
function titleLines(title: string): string[] {
  const [, unit, rest] = /^(.+?\d{4}年度?)(政府信息公开.*)$/u.exec(title) ?? [];
  return title.length > TITLE_LINE && unit && rest ? [unit, rest] : [title];
}

/** Lays a report out. Throws when it has not exactly the sections of its form or its date is none. */
export function printReport(source: ReportDocument): PrintedReport {
  const document = cleanDocument(source);
  const form = formOf(document.form);
  if (document.sections.length !== form.sections.length) {
    throw new Error(`a report has ${form.sections.length} sections, this one ${document.sections.length}`);
  }
  const signed = document.signedOn === null ? null : parseDay(document.signedOn);
  if (document.signedOn !== null && !signed) throw new Error(`not a date of signature: ${document.signedOn}`);
  const grids = gridsOf(form, document.report.tables);
  const sections = document.sections.map((section, i): PrintedSection => {
    const table = grids.find((g) => g.section === i + 1) ?? null;
    return { heading: `${chineseOrdinal(i + 1)}、${section.title}`, paragraphs: section.paragraphs, table, note: noteOf(table) };
  });
  return { document, titleLines: titleLines(document.title), sections, signedOn: signed && chineseDate(signed) };
}

/**
 * Cuts a second-level paragraph into its heading and what runs on after it: （一）主动公开。全年… is a heading of one sentence and a text.
 * Any other paragraph is all text.
 */
export function cutRunIn(paragraph: Paragraph): { head: readonly Run[]; body: readonly Run[] } {
  if (paragraph.level !== 'h2') return paragraph.level === 'h3' ? { head: paragraph.runs, body: [] } : { head: [], body: paragraph.runs };
  const head: Run[] = [];
  const body: Run[] = [];
  let ended = false;
  for (const run of paragraph.runs) {
    const end = ended ? -1 : run.text.indexOf('。');
    if (ended) body.push(run);
    else if (end < 0 || run.figure !== undefined) head.push(run);
    else {
      head.push({ text: run.text.slice(0, end + 1) });
      if (end + 1 < run.text.length) body.push({ text: run.text.slice(end + 1) });
      ended = true;
    }
  }
  return { head, body };
}

/** Width of a text in characters of full width: ASCII counts half. */
export function widthOf(text: string): number {
  return [...text].reduce((n, c) => n + ((c.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1), 0);
}

/** Relative widths of a table's columns, by its section. */
export function columnWeights(section: 2 | 3 | 4, columns: number): number[] {
  if (section === 2) return [1.3, ...new Array<number>(columns - 1).fill(1)];
  if (section === 3) return [0.56, 1.03, 2.9, ...new Array<number>(columns - 3).fill(1.03)];
  return new Array<number>(columns).fill(1);
}
