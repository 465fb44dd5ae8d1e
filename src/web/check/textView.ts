import { markOf } from '#documents/checking/mark.ts';
import type { Checked } from '#documents/checking/result.ts';
import { lineOf, PLACES } from '#documents/checking/text.ts';
import { type Markup, markup } from '#documents/markup.ts';
import type { Line } from '#domain/report/model.ts';
import { mark, type Numbered } from './numbered.ts';
import { tableView } from './tableView.ts';

/** Of a line no more than this is shown; what is marked behind it stands as a number at its end. */
const LONGEST_LINE = 4_000;
/** Lines nothing is said of are shown up to so many. */
const MOST_LINES = 3_000;

/** A line with the words marked that are meant; what overlaps an earlier mark stands as a number behind it. */
function marked(line: Line, list: readonly Numbered[], id: string): Markup[] {
  const text = line.text.slice(0, LONGEST_LINE);
  const spots = list.map((n) => ({ n, ...(markOf(n.finding, text) ?? { at: -1, length: 0 }) })).sort((a, b) => a.at - b.at);
  const out: Markup[] = [];
  let done = 0;
  for (const { n, at, length } of spots.filter((s) => s.at >= 0)) {
    if (at < done) {
      out.push(mark(n, id, ''));
      continue;
    }
    out.push(markup`${text.slice(done, at)}`, mark(n, id, text.slice(at, at + length)));
    done = at + length;
  }
  out.push(markup`${text.slice(done)}${line.text.length > LONGEST_LINE && '……（这一行太长，后面略）'}`);
  for (const { n } of spots.filter((s) => s.at < 0)) out.push(mark(n, id, ''));
  return out;
}

function missing({ finding, number }: Numbered, id: string): Markup {
  return markup`<p class="here ${finding.severity}" id="${id}m${number}"><a href="#${id}f${number}" aria-label="第${number}条">${number}</a>${finding.message}</p>`;
}

/** The report's text, section by section, with every finding at its place; what has no line stands at the head of its section. */
export function textView(checked: Checked, numbered: readonly Numbered[], id: string): Markup[] {
  const { lines } = checked.reading;
  const tables = new Map([2, 3, 4].map((s) => [s, tableView(checked.reading, s, numbered, id)]));
  const inTables = new Set([...tables.values()].flatMap((t) => [...(t?.placed ?? [])]));
  const inText = numbered.filter((n) => !inTables.has(n));
  const byLine = Map.groupBy(inText, (n) => lineOf(n.finding, lines) ?? null);
  const out: Markup[] = [];
  const opened = new Set<number>();
  const open = (section: number) => {
    opened.add(section);
    for (const n of byLine.get(null) ?? []) if (n.finding.where.section === section) out.push(missing(n, id));
    const table = tables.get(section);
    if (table) out.push(table.view);
  };
  let left = MOST_LINES;
  for (const line of lines) {
    const own = byLine.get(line) ?? [];
    // The table itself stands at the head of its section.
    if (own.length === 0 && (line.kind === 'table' || --left < 0)) {
      if (!opened.has(line.section)) open(line.section);
      continue;
    }
    const heading = line.kind === 'heading' || line.kind === 'title';
    if (!opened.has(line.section) && !heading) open(line.section);
    out.push(markup`<p class="${heading ? `head ${line.kind}` : line.kind}">${marked(line, own, id)}</p>`);
    if (!opened.has(line.section) && heading) open(line.section);
  }
  if (left < 0) out.push(markup`<p class="table-here">（另有${-left}行没有意见，略）</p>`);
  for (const [section, place] of PLACES.entries()) {
    if (opened.has(section) || !(tables.get(section) || byLine.get(null)?.some((n) => n.finding.where.section === section))) continue;
    out.push(markup`<p class="head">${place}</p>`);
    open(section);
  }
  return out;
}
