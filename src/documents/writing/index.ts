import type { ReportDocument } from '#domain/report/document.ts';
import { writeReportDocx } from './docx.ts';
import { writeReportHtml } from './html.ts';
import { writeReportJson } from './json.ts';
import { writeReportPdf } from './pdf.ts';
import { writeReportXlsx } from './xlsx.ts';

/** The formats a report is written in, with what a browser is told of each. */
export const REPORT_FORMATS = {
  docx: { write: writeReportDocx, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', label: 'Word' },
  pdf: { write: writeReportPdf, mediaType: 'application/pdf', label: 'PDF' },
  html: { write: writeReportHtml, mediaType: 'text/html; charset=utf-8', label: '网页' },
  xlsx: { write: writeReportXlsx, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', label: 'Excel' },
  json: { write: writeReportJson, mediaType: 'application/json; charset=utf-8', label: '数据（JSON）' },
} as const;

export type ReportFormat = keyof typeof REPORT_FORMATS;

/** The report as a file. Rejects with TypstError or MissingCharacters (PDF only), whose message says what to do. */
export async function writeReport(document: ReportDocument, format: ReportFormat): Promise<Uint8Array> {
  return REPORT_FORMATS[format].write(document);
}
