import type { z } from 'zod';
import type { ReportDocument } from '#domain/report/document.ts';
import { cleanDocument } from './clean.ts';
import { REPORT_FILE } from './reportSchema.ts';

/** What a report file in JSON holds. */
export type ReportFile = z.infer<typeof REPORT_FILE>;

/** The report as data: the figures in the shape of `check` and `compile`, the words with their bound numbers. Throws when the document has another shape. */
export function reportFile(source: ReportDocument): ReportFile {
  const document = cleanDocument(source);
  return REPORT_FILE.parse({
    format: 'gongkai-report/1',
    report: document.report,
    narrative: {
      unit: document.unit,
      title: document.title,
      mark: document.mark,
      preamble: document.preamble,
      sections: document.sections,
    },
  });
}

/** The report as a JSON file by docs/report.schema.json, UTF-8, ending in a newline. */
export function writeReportJson(source: ReportDocument): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(reportFile(source), null, 2)}\n`);
}
