import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import type { Finding } from '#domain/checker/index.ts';
import type { Doubt, Line } from '#domain/report/model.ts';
import { proposalOf } from '../mark.ts';
import type { Checked } from '../result.ts';
import { lineOf } from '../text.ts';

/** A comment: at which paragraph of the document (1-based, in the order of the file), and its paragraphs; the first is its head. */
export interface Remark {
  readonly paragraph: number;
  readonly text: readonly string[];
}

/** Where a document has what findings speak of, as numbers of its paragraphs. */
export interface Places {
  readonly cell: (key: string) => number | undefined;
  readonly line: (line: Line) => number | undefined;
}

function valuesText({ expected, actual, rule, fix }: Finding): string {
  if (fix !== undefined || expected == null || actual == null || rule === 'TEXT-TABLE') return '';
  return `现在：${actual}　应为：${expected}`;
}

function findingText(f: Finding): string[] {
  const quote = f.where.quote === undefined ? '' : `所指：${f.words ?? f.where.quote}`;
  const waived = f.waived ? `已说明理由，不改：${f.waived.reason}（${f.waived.by}）` : '';
  const basis = `依据：${f.basis.map(basisText).join('、')}（${f.rule}）`;
  return [`${SEVERITY_NAMES[f.severity]}：${f.message}`, quote, valuesText(f), proposalOf(f), waived, basis].filter((t) => t !== '');
}

function doubtText(d: Doubt): string[] {
  const readings = d.readings.slice(0, 6).map((r) => r.map((v) => v ?? '空').join(' '));
  const more = d.more || d.readings.length > 6 ? '……' : '';
  return ['读不准：请对照原件核对这一行。', d.why, readings.length > 0 ? `可能是：${readings.join('；')}${more}` : ''].filter(
    (t) => t !== '',
  );
}

/** A cell's paragraph, or that of any cell of its row. */
function cellPlace(checked: Checked, places: Places, key: string): number | undefined {
  const row = key.split('/').slice(0, 2).join('/');
  const near = Object.keys(checked.reading.cellLines ?? {}).filter((k) => k === row || k.startsWith(`${row}/`));
  return [key, ...near].map(places.cell).find((n) => n !== undefined);
}

/** The remarks of a report's findings and doubts, in the order of the document. What has no place of its own stands at the head of its section, or of the report. */
export function remarksOf(checked: Checked, places: Places): Remark[] {
  const { lines } = checked.reading;
  const first = (found: Line | undefined): number | undefined => (found ? places.line(found) : undefined);
  const section = (n: number): number => first(lines.find((l) => l.section === n)) ?? first(lines[0]) ?? 1;
  const place = (f: Finding): number => {
    const line = first(lineOf(f, lines));
    const cell = f.where.cell === undefined ? undefined : cellPlace(checked, places, f.where.cell);
    return (f.where.quote === undefined ? (cell ?? line) : (line ?? cell)) ?? section(f.where.section);
  };
  const doubts = checked.reading.doubts.map((d) => ({
    paragraph: cellPlace(checked, places, d.cell) ?? section(d.cell.startsWith('proactive') ? 2 : d.cell.startsWith('requests') ? 3 : 4),
    text: doubtText(d),
  }));
  return [...checked.findings.map((f) => ({ paragraph: place(f), text: findingText(f) })), ...doubts].toSorted(
    (a, b) => a.paragraph - b.paragraph,
  );
}
