import type { Form } from '#law/forms/index.ts';
import type { Report } from './model.ts';

/** A stretch of a sentence: plain words, or a number bound to the figure it states. */
export interface Run {
  readonly text: string;
  /** The figure the text states (a cell of the form or another figure of the report), so that a page can mark it and open its records. */
  readonly figure?: string;
}

/** `h2`: （一）…, `h3`: 1.…, both with their number in the text; everything else is `text`. */
export interface Paragraph {
  readonly level: 'text' | 'h2' | 'h3';
  readonly runs: readonly Run[];
}

/** One of the six sections; in sections two to four the paragraphs stand before the section's table. */
export interface ReportSection {
  /** Without its number: 总体情况. */
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A whole annual report ready to be written to a file: figures, words and particulars. Its tables are `report.tables`, laid out by the form. */
export interface ReportDocument {
  readonly form: Form['edition'];
  readonly unit: { readonly name: string; readonly shortName: string };
  /** 朝阳镇2023年政府信息公开工作年度报告. */
  readonly title: string;
  readonly year: number;
  /** First and last day, YYYY-MM-DD. */
  readonly period: readonly [string, string];
  readonly signedBy: string;
  /** YYYY-MM-DD; null while unsigned. */
  readonly signedOn: string | null;
  readonly report: Report;
  readonly preamble: readonly Paragraph[];
  /** Exactly the sections of the form, in its order. */
  readonly sections: readonly ReportSection[];
  /** Printed on every page of what is no final report: 草稿, 送审稿, 暂计. */
  readonly mark?: string;
}

/** The words of a paragraph without their bindings. */
export function textOf(paragraph: Paragraph): string {
  return paragraph.runs.map((r) => r.text).join('');
}
