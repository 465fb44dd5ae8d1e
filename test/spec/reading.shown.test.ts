import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';
import { page as form } from './reading.page.ts';
import { onSite, PLAIN_SITE, type Site } from './reading.sites.ts';
import { notRight, silentlyWrong, TRUTHS, type Truth } from './reading.truth.ts';

async function read(source: string | Uint8Array): Promise<Reading> {
  const reading = await readReportFile(typeof source === 'string' ? Buffer.from(source) : source, 'x');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

const FEW = TRUTHS.filter((_, i) => i % 9 === 4);
const figure = (f: (n: number) => string): Site => ({ ...PLAIN_SITE, figure: f });
const content = (t: Truth): string => onSite({ ...PLAIN_SITE, page: (body) => body }, t);
const escaped = (s: string): string => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>示范县财政局2023年政府信息公开工作年度报告</title>${head}</head><body>${body}</body></html>`;

describe('a page is read as it is shown', () => {
  it.each<[string, (n: number) => string]>([
    ['a figure struck out before the new one', (n) => `<s>9</s>${n}`],
    ['a deletion before the insertion', (n) => `<del>9</del><ins>${n}</ins>`],
    ['a line through by style', (n) => `<span style="color:red;text-decoration:line-through">9</span>${n}`],
    ['text of no size', (n) => `<span style="font-size:0">9</span>${n}`],
    ['a footnote raised by style', (n) => `${n}<span style="vertical-align: super; font-size: 8px">1</span>`],
    ['white text beside it', (n) => `<span style="color: #fff">9</span>${n}<font color="white">9</font>`],
    ['white text on a dark ground', (n) => `<span style="background: #036; color: #fff">${n}</span>`],
    ['see-through text', (n) => `<span style="opacity:0">9</span>${n}`],
    ['text out of the way', (n) => `<span style="position:absolute;left:-9999px">9</span>${n}`],
    ['text for screen readers', (n) => `<i style="position:absolute;clip:rect(0,0,0,0)">9</i>${n}`],
    ['a reading above it', (n) => `<ruby>${n}<rt>9</rt></ruby>`],
    ['a footnote in brackets', (n) => `${n}<sup><a href="#1">[1]</a></sup>`],
    ['a star', (n) => `${n}*`],
    ['a unit of another kind', (n) => `${n}起`],
    ['of which', (n) => `${n}，其中网络3`],
    ['thousands set apart by an apostrophe', (n) => String(n).replace(/\B(?=(\d{3})+$)/g, '’')],
  ])('with %s: every figure right', async (_, f) => {
    for (const t of FEW) expect(notRight(await read(onSite(figure(f), t)), t)).toEqual([]);
  });

  it('what its style sheet hides is not there, unless nothing else is', async () => {
    for (const t of FEW) {
      const other = content(t).replace(/>\d+</g, '>9<');
      const head = '<style>.phone, #old { display: none } @media (max-width: 600px) { .desk { display: none } }</style>';
      const both = page(`<div class="phone">${other}</div><div class="desk">${content(t)}</div><div id="old">${other}</div>`, head);
      expect(notRight(await read(both), t)).toEqual([]);
      expect(notRight(await read(page(`<div class="phone">${content(t)}</div>`, head)), t)).toEqual([]);
    }
  });

  it('so is what it makes invisible in cells', async () => {
    for (const t of FEW) {
      const source = content(t).replace(/>(\d+)</g, '><i class="old">9</i>$1<b class="no">9</b><');
      const head = '<style>td .old { visibility: hidden } .no { text-decoration: line-through }</style>';
      expect(notRight(await read(page(source, head)), t)).toEqual([]);
    }
  });

  it('a table’s foot stands below its body wherever the source has it', async () => {
    for (const t of FEW) {
      const source = onSite(PLAIN_SITE, t);
      const tables = source.split(/(?=<table)/).map((part) => {
        const rows = part.match(/<tr.*?<\/tr>/gs) ?? [];
        const last = rows.at(-1);
        if (rows.length < 20 || last === undefined) return part;
        return part.replace(last, '').replace(rows[0]!, `<tfoot>${last}</tfoot>${rows[0]}`);
      });
      expect(notRight(await read(tables.join('')), t)).toEqual([]);
    }
  });

  it('formatting left open in every cell does no harm', async () => {
    for (const t of FEW)
      expect(
        notRight(
          await read(
            onSite(
              figure((n) => `<font size="2"><b>${n}`),
              t,
            ),
          ),
          t,
        ),
      ).toEqual([]);
  });
});

describe('a report that a page keeps for a program to show', () => {
  it.each<[string, (html: string) => string]>([
    ['in a text field', (html) => page(`<textarea id="content" style="display:none">${escaped(html)}</textarea><div id="show"></div>`)],
    ['for browsers without scripts', (html) => page(`<div id="app"></div><noscript>${html}</noscript>`)],
    ['in a frame', (html) => page(`<iframe srcdoc="${escaped(html)}"></iframe>`)],
    ['in a template', (html) => page(`<template>${html}</template>`)],
    ['in a program’s data', (html) => page(`<script>window.state = {"content":${JSON.stringify(html).replaceAll('</', '<\\/')}}</script>`)],
    ['as the answer of a site’s interface', (html) => JSON.stringify({ code: 200, data: { title: '年报', content: html } })],
    ['with its markup written out', (html) => page(`<div>${escaped(html)}</div>`)],
  ])('%s: every figure right', async (_, keep) => {
    for (const t of FEW) expect(notRight(await read(keep(content(t))), t)).toEqual([]);
  });
});

describe('tables that are not laid out as the form', () => {
  const rows = (source: string): string[] => source.match(/<tr.*?<\/tr>/gs) ?? [];
  const swapped = (source: string, a: RegExp, b: RegExp): string => {
    const [one, two] = [rows(source).find((r) => a.test(r))!, rows(source).find((r) => b.test(r))!];
    return source.replace(one, '\u0001').replace(two, one).replace('\u0001', two);
  };

  it('rows in another order are found by their labels', async () => {
    for (const t of FEW) {
      const source = swapped(onSite(PLAIN_SITE, t), /本年新收/, /上年结转/);
      expect(notRight(await read(source), t)).toEqual([]);
      expect(notRight(await read(swapped(source, /属于三类内部/, /属于四类过程/)), t)).toEqual([]);
    }
  });

  it('columns and groups in another order are in doubt', async () => {
    for (const t of FEW) {
      const columns = onSite(PLAIN_SITE, t)
        .replace('本年制发件数', '\u0001')
        .replace('现行有效件数', '本年制发件数')
        .replace('\u0001', '现行有效件数');
      expect((await read(columns)).doubts.map((d) => d.cell)).toContain('proactive/normativeDocuments');
      const groups = onSite(PLAIN_SITE, t)
        .replace('未经复议直接起诉', '\u0001')
        .replace('复议后起诉', '未经复议直接起诉')
        .replace('\u0001', '复议后起诉');
      expect((await read(groups)).doubts.map((d) => d.cell)).toContain('remedies/litigationDirect');
      const results = onSite(PLAIN_SITE, t)
        .replaceAll('结果维持', '\u0001')
        .replaceAll('结果纠正', '结果维持')
        .replaceAll('\u0001', '结果纠正');
      expect((await read(results)).doubts.map((d) => d.cell)).toContain('remedies/review');
    }
  });

  it('of two tables of two years no row is taken from the wrong one', async () => {
    for (const t of FEW) {
      const source = onSite(PLAIN_SITE, t);
      const at = source.indexOf('勾稽关系');
      const [from, to] = [source.lastIndexOf('<table', at), source.indexOf('</table>', at) + 8];
      const before = source.slice(from, to).replace(/>\d+</g, '>3<');
      const both = `${source.slice(0, from)}<p>2022年</p>${before}<p>2023年</p>${source.slice(from)}`;
      const reading = await read(both);
      expect(silentlyWrong(reading, t)).toEqual([]);
      expect(reading.doubts.some((d) => d.cell === 'requests/1' && d.readings.length === 2)).toBe(true);
    }
  });

  it('a column too many is the same in every row: no slip is made good by the chance of one', async () => {
    const sound = (n: number): string[] => [`${n}`, '0', '0', '0', '0', '0', `${n}`];
    const rows = {
      '1': ['8', '0', '0', '0', '0', '0', '20'],
      '2': sound(3),
      '3.1': sound(5),
      '3.2': sound(4),
      '3.7': sound(7),
      '4': sound(2),
    };
    const { report } = await read(form({ rows, extra: '8' }));
    expect(report.tables.requests?.['1']).toEqual([8, 0, 0, 0, 0, 0, 20]);
    expect(report.tables.requests?.['4']).toEqual([2, 0, 0, 0, 0, 0, 2]);
  });
});
