import type { Checked } from '#documents/checking/result.ts';
import { PLACES } from '#documents/checking/text.ts';
import { type Markup, markup } from '#documents/markup.ts';
import type { Finding } from '#domain/checker/index.ts';
import type { Line } from '#domain/report/model.ts';

/** A finding with the number that ties it to its place. */
export interface Numbered {
  readonly finding: Finding;
  readonly number: number;
}

function mark({ finding, number }: Numbered, id: string, text: string): Markup {
  return markup`<mark class="${finding.severity}" id="${id}m${number}">${text}<a href="#${id}f${number}" aria-label="第${number}条">${number}</a></mark>`;
}

/** A line with its quoted words marked; what overlaps an earlier mark stands as a number behind it. */
function marked(line: Line, list: readonly Numbered[], id: string): Markup[] {
  const { text } = line;
  const spots = list
    .map((n) => ({ n, at: n.finding.where.quote ? text.indexOf(n.finding.where.quote) : -1, length: n.finding.where.quote?.length ?? 0 }))
    .sort((a, b) => a.at - b.at);
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
  out.push(markup`${text.slice(done)}`);
  for (const { n } of spots.filter((s) => s.at < 0)) out.push(mark(n, id, ''));
  return out;
}

function missing({ finding, number }: Numbered, id: string): Markup {
  return markup`<p class="here ${finding.severity}" id="${id}m${number}"><a href="#${id}f${number}" aria-label="第${number}条">${number}</a>${finding.message}</p>`;
}

const TABLE_WORDS: Readonly<Record<number, string>> = { 2: '表二', 3: '表三', 4: '表四' };

/** The report's text, section by section, with every finding at its place; what has no line stands at the head of its section. */
export function textView(checked: Checked, numbered: readonly Numbered[], id: string): Markup[] {
  const { lines } = checked.reading;
  const known = new Set(lines.map((l) => l.n));
  const lineOf = (n: Numbered) => (n.finding.where.line !== undefined && known.has(n.finding.where.line) ? n.finding.where.line : null);
  const out: Markup[] = [];
  const opened = new Set<number>();
  let tables = 0;
  const open = (section: number) => {
    opened.add(section);
    tables = 0;
    for (const n of numbered) if (lineOf(n) === null && n.finding.where.section === section) out.push(missing(n, id));
  };
  for (const line of lines) {
    const own = numbered.filter((n) => lineOf(n) === line.n);
    const heading = line.kind === 'heading' || line.kind === 'title';
    if (!opened.has(line.section) && !heading) open(line.section);
    if (line.kind !== 'table' || own.length > 0)
      out.push(markup`<p class="${heading ? `head ${line.kind}` : line.kind}">${marked(line, own, id)}</p>`);
    else if (++tables === 1 && TABLE_WORDS[line.section]) out.push(markup`<p class="table-here">（${TABLE_WORDS[line.section]}，略）</p>`);
    if (!opened.has(line.section) && heading) open(line.section);
  }
  for (const [section, place] of PLACES.entries()) {
    if (opened.has(section) || !numbered.some((n) => lineOf(n) === null && n.finding.where.section === section)) continue;
    out.push(markup`<p class="head">${place}</p>`);
    open(section);
  }
  return out;
}
