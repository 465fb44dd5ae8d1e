import { readFileSync } from 'node:fs';
import type { Paragraph, ReportDocument, Run } from '#domain/report/document.ts';
import { type Markup, markup, trusted } from '../markup.ts';
import { htmlTable } from './htmlTable.ts';
import { cutRunIn, type PrintedSection, printReport } from './layout.ts';

const STYLE = readFileSync(new URL('./report.css', import.meta.url), 'utf8');

function words(runs: readonly Run[]): Markup[] {
  return runs.map((r) =>
    r.figure === undefined ? markup`${r.text}` : markup`<span class="figure" data-figure="${r.figure}">${r.text}</span>`,
  );
}

function paragraphMarkup(paragraph: Paragraph): Markup {
  const { head, body } = cutRunIn(paragraph);
  if (body.length === 0 && paragraph.level === 'h2') return markup`<h3>${words(head)}</h3>\n`;
  if (body.length === 0 && paragraph.level === 'h3') return markup`<h4>${words(head)}</h4>\n`;
  return markup`<p>${head.length > 0 && markup`<span class="lead">${words(head)}</span>`}${words(body)}</p>\n`;
}

function sectionMarkup(section: PrintedSection, i: number): Markup {
  const id = `s${i + 1}`;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${section.heading}</h2>
${section.paragraphs.map(paragraphMarkup)}${
  section.table &&
  markup`<div class="scroll" role="region" tabindex="0" aria-label="${section.heading}（表格，可左右滚动）">
${htmlTable(section.table.grid, `t${i + 1}`)}
</div>
`
}${section.note && markup`<p class="note">${section.note}</p>\n`}</section>
`;
}

/** The report's body: what a page of a site puts into its own frame. The table's cells and the bound numbers carry `data-figure`. */
export function reportMarkup(source: ReportDocument): Markup {
  const { document, sections, signedOn } = printReport(source);
  return markup`<article class="report">
${document.mark && markup`<p class="mark">${document.mark}</p>\n`}<h1>${document.title}</h1>
${document.preamble.map(paragraphMarkup)}${sections.map(sectionMarkup)}<p class="signature">${document.signedBy}${signedOn && markup`<br><time datetime="${document.signedOn}">${signedOn}</time>`}</p>
</article>
`;
}

/** The report as one HTML file that needs no other: accessible, readable on a phone, printed on A4. */
export function writeReportHtml(source: ReportDocument): Uint8Array {
  const { document } = printReport(source);
  const page = markup`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${document.signedBy}">
<title>${document.title}</title>
<style>
${trusted(STYLE)}</style>
</head>
<body>
<main>
${reportMarkup(source)}</main>
</body>
</html>
`;
  return new TextEncoder().encode(page.text);
}
