import { basisText } from '#domain/checker/basisText.ts';
import type { Finding } from '#domain/checker/index.ts';
import { cellName } from '#domain/checker/labels.ts';
import type { Line } from '#domain/report/model.ts';
import { FORM_2021, formOf } from '#law/forms/index.ts';
import { markedCells, shownTable } from './grids.ts';
import { markOf, proposalOf } from './mark.ts';
import type { Checked, Result } from './result.ts';
import { GROUPS, lineOf, PLACES, placeText } from './text.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function esc(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c]!);
}

const STYLE = `
body{margin:0 auto;max-width:72rem;padding:1.5rem;font:16px/1.7 "Noto Sans SC","Microsoft YaHei",sans-serif;color:#1f2329;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:2rem;border-bottom:1px solid #d0d5dc;padding-bottom:.3rem}
table.sum{border-collapse:collapse}table.sum td,table.sum th{border:1px solid #d0d5dc;padding:.25rem .75rem;text-align:left}
.row{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1rem;border-top:1px solid #eef0f3;padding:.35rem 0}
.row p{margin:0;overflow-wrap:anywhere}.head{font-weight:bold}.n{color:#646a73;font-size:.8rem;margin-right:.5em}
mark{background:#fcf3e0;color:inherit;border-bottom:2px solid #855000}
.f{border-left:4px solid;padding:.1rem .6rem;margin:0 0 .5rem;font-size:.95rem;background:#f7f8fa}
.error{border-color:#a61b1b}.warning{border-color:#855000}.info{border-color:#5c6b7a}
.f b{margin-right:.5em}.f small{color:#4e5661;display:block}.f small.fix{color:#17457a;font-weight:bold}
table.grid{border-collapse:collapse;font-size:.85rem}table.grid td,table.grid th{border:1px solid #d0d5dc;padding:.1rem .4rem;font-weight:normal;text-align:right}
table.grid th[scope=row]{text-align:left}table.grid td.bad{background:#fcf3e0;font-weight:bold}.wide{overflow-x:auto}
@media(max-width:45rem){.row{grid-template-columns:1fr}}
@media print{.row{break-inside:avoid}}
`;

function proposal(f: Finding): string {
  const text = proposalOf(f);
  return text === '' ? '' : `<small class="fix">${esc(text)}</small>`;
}

function note(f: Finding, checked: Checked): string {
  const name = GROUPS.find(([s]) => s === f.severity)?.[1] ?? '';
  const form = checked.reading.report.form ? formOf(checked.reading.report.form) : FORM_2021;
  const cell =
    f.where.cell && f.where.cell.split('/').length > 1 && f.where.quote ? `<small>对照：${esc(cellName(form, f.where.cell))}</small>` : '';
  const waived = f.waived ? `<small>已说明理由，不改：${esc(f.waived.reason)}（${esc(f.waived.by)}）</small>` : '';
  return `<div class="f ${f.severity}"><b>${name}</b>${esc(f.message)}${proposal(f)}${cell}${waived}<small>${esc(placeText(f))}　${f.rule}　依据：${esc(f.basis.map(basisText).join('、'))}</small></div>`;
}

function tableHtml(checked: Checked, section: number, findings: readonly Finding[]): string {
  const table = shownTable(checked.reading, section);
  const cells = markedCells(findings);
  if (!table || findings.length === 0) return '';
  const head = table.heads.length > 0 ? `<tr><td></td>${table.heads.map((h) => `<th scope="col">${esc(h)}</th>`).join('')}</tr>` : '';
  const rows = table.rows.map((r) => {
    const row = r.cells.map((c) => {
      const bad = cells.has(c.key) || cells.has(c.key.split('/').slice(0, 2).join('/'));
      return bad ? `<td class="bad"><mark>${esc(c.text)}</mark></td>` : `<td>${esc(c.text)}</td>`;
    });
    return `<tr><th scope="row">${esc(r.label)}</th>${row.join('')}</tr>`;
  });
  return `<div class="wide"><table class="grid">${head}${rows.join('')}</table></div>`;
}

function marked(text: string, findings: readonly Finding[]): string {
  const spans = findings
    .flatMap((f): [number, number][] => {
      const mark = markOf(f, text);
      return mark ? [[mark.at, mark.length]] : [];
    })
    .sort((a, b) => a[0] - b[0]);
  let out = '';
  let done = 0;
  for (const [at, length] of spans) {
    if (at < done) continue;
    out += `${esc(text.slice(done, at))}<mark>${esc(text.slice(at, at + length))}</mark>`;
    done = at + length;
  }
  return out + esc(text.slice(done));
}

function lineRow(line: Line, findings: readonly Finding[], checked: Checked): string {
  const head = line.kind === 'heading' || line.kind === 'title' ? ' class="head"' : '';
  return `<div class="row"><p${head}><span class="n">${line.n}</span>${marked(line.text, findings)}</p><div>${findings.map((f) => note(f, checked)).join('')}</div></div>`;
}

function sectionRow(place: string, table: string, findings: readonly Finding[], checked: Checked): string {
  return `<div class="row"><div><p class="head">${esc(place)}</p>${table}</div><div>${findings.map((f) => note(f, checked)).join('')}</div></div>`;
}

function checkedHtml(checked: Checked): string {
  const { reading, findings, file } = checked;
  const { unit, year } = reading.report;
  const at = Map.groupBy(findings, (f) => lineOf(f, reading.lines) ?? `s${f.where.section}`);
  const rows: string[] = [];
  const sections = new Set<number>();
  for (const line of reading.lines) {
    if (!sections.has(line.section)) {
      sections.add(line.section);
      const open = at.get(`s${line.section}`) ?? [];
      const onCells = findings.filter((f) => f.where.section === line.section && f.where.cell !== undefined);
      const table = line.section >= 2 && line.section <= 4 ? tableHtml(checked, line.section, onCells) : '';
      if (open.length > 0 || table) rows.push(sectionRow(PLACES[line.section] ?? '', table, open, checked));
    }
    const own = at.get(line) ?? [];
    if (line.kind !== 'table' || own.length > 0) rows.push(lineRow(line, own, checked));
  }
  const rest = [...at].flatMap(([place, list]) => (typeof place === 'string' && !sections.has(Number(place.slice(1))) ? list : []));
  if (rest.length > 0) rows.push(`<div class="row"><p class="head">全文</p><div>${rest.map((f) => note(f, checked)).join('')}</div></div>`);
  const counts = GROUPS.map(([s, name]) => `<td>${name} ${findings.filter((f) => f.severity === s && !f.waived).length}</td>`).join('');
  const doubts = reading.doubts.length > 0 ? `<p>有${reading.doubts.length}处表格数字读不准，请对照原件核对。</p>` : '';
  return `<section><h2>${esc(unit ?? file)}${year === null ? '' : `　${year}年度`}</h2><p>${esc(file)}</p><table class="sum"><tr>${counts}</tr></table>${doubts}${rows.join('\n')}</section>`;
}

/** One page with every report: each finding beside the line it speaks of, with the value proposed. Nothing is loaded from elsewhere. */
export function asHtml(results: readonly Result[]): string {
  const body = results.map((r) =>
    r.readable ? checkedHtml(r) : `<section><h2>${esc(r.file)}</h2><p>读不了：${esc(r.message)}</p></section>`,
  );
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>年报体检结果</title><style>${STYLE}</style></head><body><h1>年报体检结果</h1>${body.join('\n')}</body></html>\n`;
}
