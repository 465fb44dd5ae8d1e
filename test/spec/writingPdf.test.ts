import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeTypst } from '#documents/typst/compile.ts';
import { fullReport } from '#documents/writing/examples.ts';
import { writeReportPdf } from '#documents/writing/pdf.ts';
import { FORM_2021 } from '#law/forms/index.ts';

interface PrintedLine {
  readonly y: number;
  readonly text: string;
}

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
}

function tagsOf(tag: Tag): string[] {
  return [...(tag.role ? [tag.role] : []), ...(tag.children ?? []).flatMap(tagsOf)];
}

async function open(pdf: Uint8Array) {
  return getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false }).promise;
}

async function linesOf(document: Awaited<ReturnType<typeof open>>, page: number): Promise<PrintedLine[]> {
  const { items } = await (await document.getPage(page)).getTextContent();
  const lines = new Map<number, string>();
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const y = Math.round(item.transform[5] as number);
    lines.set(y, (lines.get(y) ?? '') + item.str);
  }
  return [...lines].map(([y, text]) => ({ y, text })).toSorted((a, b) => b.y - a.y);
}

let pdf: Uint8Array;
let pages: PrintedLine[][];
let tags: string[];

beforeAll(async () => {
  pdf = await writeReportPdf(fullReport());
  const document = await open(pdf);
  pages = [];
  tags = [];
  for (let n = 1; n <= document.numPages; n++) {
    pages.push(await linesOf(document, n));
    tags.push(...tagsOf((await (await document.getPage(n)).getStructTree()) as Tag));
  }
});

afterAll(() => closeTypst());

const textOf = (page: readonly PrintedLine[]) => page.map((l) => l.text).join('');

describe('the report as PDF', () => {
  it('has 22 lines on a full page of text, 28.95 points apart, and the page number below', () => {
    const page = pages[1] ?? [];
    expect(page.length).toBe(23);
    expect(page.at(-1)?.text.replaceAll(/\s/g, '')).toBe('—2—');
    const gaps = page.slice(1, 22).map((line, i) => (page[i]?.y ?? 0) - line.y);
    for (const gap of gaps) expect(Math.abs(gap - 28.95)).toBeLessThanOrEqual(1);
  });

  it('has 28 characters of full width on a line', () => {
    const full = (pages[1] ?? []).filter((l) => /^[\u4e00-\u9fff、，。：；（）]+$/.test(l.text)).map((l) => l.text.length);
    expect(Math.max(...full)).toBeGreaterThanOrEqual(28);
    expect(Math.max(...full)).toBeLessThanOrEqual(30);
  });

  it('is found by searching 第二十条, every character its own and no radical in its place', () => {
    const text = pages.map(textOf).join('');
    for (const block of FORM_2021.proactive) expect(text).toContain(block.item);
    for (const row of FORM_2021.requestRows) expect(text.replaceAll(/\s/g, '')).toContain(row.label.slice(0, 6));
    expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff\ufffd]/);
  });

  it('repeats the header rows of a table that goes on over the page', () => {
    const across = pages.filter((p) => textOf(p).includes(FORM_2021.requestsHead));
    expect(across.length).toBe(2);
    for (const page of across) for (const { label } of FORM_2021.applicantColumns) expect(textOf(page)).toContain(label.slice(0, 2));
  });

  it('is tagged: title, headings, tables with header cells', () => {
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'TD']) expect(tags).toContain(role);
    expect(tags.filter((t) => t === 'TD').length).toBeGreaterThanOrEqual(200);
  });

  it('says its title, language and standard, and brings its fonts', async () => {
    const { info, metadata } = (await (await open(pdf)).getMetadata()) as {
      info: Record<string, unknown>;
      metadata: { get(name: string): string } | null;
    };
    expect(info).toMatchObject({ Title: fullReport().title, Author: fullReport().signedBy });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toMatch(/\/Lang\s*\(zh-CN\)/);
    expect(new Set(raw.match(/\/FontFile[23]?/g)).size).toBe(1);
    expect(raw.match(/\/FontFile2/g)?.length).toBe(3);
  });

  it('ends with organ and date, never alone on a page', () => {
    const last = pages.at(-1) ?? [];
    expect(last.at(-3)?.text).toBe(fullReport().signedBy);
    expect(last.at(-2)?.text).toBe('2025年1月17日');
    expect(last.length).toBeGreaterThan(3);
  });
});
