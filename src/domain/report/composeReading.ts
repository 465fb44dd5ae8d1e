import { chineseDate, parseDay } from '#lib/day.ts';
import { type Paragraph, type ReportDocument, textOf } from './document.ts';
import type { Line, Reading, TableState } from './model.ts';

const ORDINALS = ['一', '二', '三', '四', '五', '六'] as const;

function linesOf(document: ReportDocument): Line[] {
  const lines: Line[] = [];
  const add = (section: number, kind: Line['kind'], text: string) => lines.push({ n: lines.length + 1, text, section, kind });
  const paragraphs = (section: number, all: readonly Paragraph[]) => {
    for (const p of all) add(section, 'text', textOf(p));
  };
  add(0, 'title', document.title);
  paragraphs(0, document.preamble);
  document.sections.forEach(({ title, paragraphs: own }, i) => {
    add(i + 1, 'heading', `${ORDINALS[i]}、${title}`);
    paragraphs(i + 1, own);
  });
  add(7, 'signature', document.signedBy);
  const signedOn = parseDay(document.signedOn ?? '');
  if (signedOn) add(7, 'signature', chineseDate(signedOn));
  return lines;
}

/** Our own report as a reader would give it, so that every rule for other offices' reports runs on ours before it is written. Lines are numbered by paragraph; the tables' cells are no lines. */
export function readingOfDocument(document: ReportDocument): Reading {
  const { report, form } = document;
  const state = (table: unknown): TableState => (table === null ? 'missing' : 'present');
  const { tables } = report;
  return {
    report,
    doubts: [],
    lines: linesOf(document),
    notes: [],
    tableStates: { proactive: state(tables.proactive), requests: state(tables.requests), remedies: state(tables.remedies) },
    editions: { proactive: form, requests: form },
    labels: [],
    absentRows: [],
  };
}
