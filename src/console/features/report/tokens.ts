import type { ReportDocument } from '../../../web/api/consoleTypes.ts';
import type { Workbench } from '../../../web/api/reportTypes.ts';

type Paragraphs = ReportDocument['sections'][number]['paragraphs'];

/** Paragraphs as lines of text whose bound numbers are `{{figure}}` tokens. */
export function tokensOf(paragraphs: Paragraphs): string[] {
  return paragraphs.map((p) => p.runs.map((r) => (r.figure ? `{{${r.figure}}}` : r.text)).join(''));
}

/** The system's own words of a section, kept by the server beside the office's edit; else those on screen. */
export function wordsOf(bench: Workbench, index: number): string {
  return (bench.proposed[index] ?? tokensOf(bench.document.sections[index]!.paragraphs)).join('\n');
}
