import type { Context } from '../context.ts';

/** The prose of a section. */
export interface Narrative {
  readonly body: string;
  /** The line of its head, or of its first paragraph. */
  readonly line?: number;
}

/** True where the text ends inside a section that is not the last: what it lacks may stand in what was cut off. */
function breaksOff(context: Context, section: number): boolean {
  const { lines, report, tableStates } = context.reading;
  if (section === 6 || lines.some((l) => l.section > section)) return false;
  return section === 1 ? Object.values(tableStates).every((s) => s === 'missing') : report.signedBy === null && report.signedOn === null;
}

/**
 * The prose of a section; null where the source leaves it out or breaks off in it, and where neither its head nor a word of it is
 * there (HEAD-NUMBER says that).
 */
export function narrative(context: Context, section: number): Narrative | null {
  if (context.partial(section) || breaksOff(context, section)) return null;
  const passages = context.passages.filter((p) => p.section === section);
  const head = context.reading.lines.find((l) => l.section === section && l.kind === 'heading');
  if (!head && passages.length === 0) return null;
  const line = head?.n ?? passages[0]?.lines[0];
  return { body: passages.map((p) => p.text).join('\n'), ...(line === undefined ? {} : { line }) };
}

/** The narrative of section one, five and six together, sub-headings taken out; null where any part is left out or section one is not there. */
export function wholeNarrative(context: Context): string[] | null {
  if (context.partial() || narrative(context, 1) === null) return null;
  return context.passages
    .filter((p) => p.section === 1 || p.section === 5 || p.section === 6)
    .flatMap((p) => p.text.replace(/^[（(][一二三四五六七八九十\d]+[)）][^。；：]{2,40}?[。：]/, '').split(/[。；！？]/))
    .filter((s) => s !== '');
}
