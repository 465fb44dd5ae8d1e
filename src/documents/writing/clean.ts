import type { Paragraph, ReportDocument, Run } from '#domain/report/document.ts';

/**
 * Text that every format can hold: control and invisible formatting characters (direction overrides among them) and halves of surrogate pairs are
 * dropped, breaks and tabs become a blank.
 */
export function clean(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '');
}

/** Characters a cell of Excel holds at most. */
export const LONGEST_CELL = 32_767;

/**
 * Words as a cell of a workbook can hold them: cleaned with their line breaks kept, cut at what Excel holds, and what it would read
 * as the number of a character (`_x000D_`) as it stands.
 */
export function cellText(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map(clean);
  const literal = lines.join('\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return literal.slice(0, LONGEST_CELL).toWellFormed();
}

function cleanRun(run: Run): Run {
  return run.figure === undefined ? { text: clean(run.text) } : { text: clean(run.text), figure: clean(run.figure) };
}

function cleanParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((p) => ({ ...p, runs: p.runs.map(cleanRun) }));
}

/** The document with all its words cleaned; what every writer begins with. */
export function cleanDocument(document: ReportDocument): ReportDocument {
  return {
    ...document,
    unit: { name: clean(document.unit.name), shortName: clean(document.unit.shortName) },
    title: clean(document.title),
    signedBy: clean(document.signedBy),
    mark: document.mark === undefined ? undefined : clean(document.mark),
    preamble: cleanParagraphs(document.preamble),
    sections: document.sections.map((s) => ({ title: clean(s.title), paragraphs: cleanParagraphs(s.paragraphs) })),
  };
}
