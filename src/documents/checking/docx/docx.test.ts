import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { check } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';
import { docxBlocks, readDocx } from '../../reading/docx.ts';
import { isUnreadable } from '../../reading/read.ts';
import { readReportText } from '../../reading/text.ts';
import { writeReportDocx } from '../../writing/docx.ts';
import { fullReport } from '../../writing/examples.ts';
import type { Checked } from '../result.ts';
import { annotateDocx } from './annotate.ts';
import { asDocx, asDocxZip } from './index.ts';
import { paragraphSpans } from './paragraphs.ts';

function checkedOf(file: string, reading: Reading | { readable: false }): Checked {
  if (!('lines' in reading)) throw new Error('读不了');
  return { file, readable: true, reading, findings: check(reading) };
}

async function reportWith(text: string): Promise<{ bytes: Uint8Array; checked: Checked }> {
  const report = fullReport();
  const sections = report.sections.map((s, i) =>
    i === 4 ? { ...s, paragraphs: [...s.paragraphs, { level: 'text' as const, runs: [{ text }] }] } : s,
  );
  const bytes = await writeReportDocx({ ...report, sections });
  return { bytes, checked: checkedOf('示范镇.docx', readDocx(bytes)) };
}

/** Each comment's text with the text of the paragraph its reference stands in. */
function commentsIn(bytes: Uint8Array): { said: string; at: string }[] {
  const parts = unzipSync(bytes);
  const text = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('');
  const paragraphs = strFromU8(parts['word/document.xml']!).match(/<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g) ?? [];
  return [...strFromU8(parts['word/comments.xml']!).matchAll(/<w:comment [^>]*w:id="(\d+)"[\s\S]*?<\/w:comment>/g)].map((m) => ({
    said: text(m[0]),
    at: text(paragraphs.find((p) => p.includes(`<w:commentReference w:id="${m[1]}"/>`)) ?? '没有锚点'),
  }));
}

function without(bytes: Uint8Array, ...names: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !names.includes(name))
      .map(([name, part]) => [name, Buffer.from(part).toString('base64')]),
  );
}

describe('带批注的Word文件', () => {
  it('单位自己的文件：批注在所指的段落，其余一字不动', async () => {
    const { bytes, checked } = await reportWith('目前我乡政策解读解读方式还不够新颖。');
    const annotated = await asDocx(checked, bytes);
    const comments = commentsIn(annotated);
    expect(comments).toHaveLength(checked.findings.length);
    const own = comments.filter((c) => c.at === '目前我乡政策解读解读方式还不够新颖。');
    expect(own.map((c) => c.said)).toEqual([
      expect.stringMatching(/^建议改：.*“我乡”，应为“我镇”.*建议：“我乡”改为“我镇”依据：.*NAME-LEVEL/),
      expect.stringMatching(/^可不改：“解读解读”重复了.*WORD-DOUBLED/),
    ]);
    expect(docxBlocks(annotated)).toEqual(docxBlocks(bytes));
    const changed = ['word/document.xml', 'word/comments.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels'];
    expect(without(annotated, ...changed)).toEqual(without(bytes, ...changed));
    expect(strFromU8(unzipSync(annotated)['[Content_Types].xml']!)).toContain('PartName="/word/comments.xml"');
  });

  it('表格的意见在那一格', async () => {
    const { bytes, checked } = await reportWith('公开工作还不够细，下一步将改进。');
    const cell = 'requests/3.1/total';
    const reading = checked.reading;
    const printed = String(reading.report.tables.requests?.['3.1']?.[6]);
    const findings = [
      { rule: 'T3-APPLICANTS', severity: 'error' as const, message: '示例', basis: [], where: { section: 3, cell }, fix: '9' },
    ];
    const [comment] = commentsIn(await asDocx({ ...checked, findings }, bytes));
    expect(comment?.at).toBe(printed);
    expect(comment?.said).toContain('必须改：示例建议：改为“9”');
  });

  it('已有的批注留着，再批一次编号不重', async () => {
    const { bytes, checked } = await reportWith('目前我乡还有不足。下一步将改进。');
    const once = await asDocx(checked, bytes);
    const twice = annotateDocx(once, [{ paragraph: 1, text: ['再看一遍'] }]);
    const ids = [...strFromU8(unzipSync(twice!)['word/comments.xml']!).matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(checked.findings.length + 1);
    expect(ids).toHaveLength(checked.findings.length + 1);
  });

  it('没有话说，文件原样', async () => {
    const { bytes } = await reportWith('下一步将改进。');
    expect(annotateDocx(bytes, [])).toBe(bytes);
  });

  it('要写进XML的字先转义，不合法的字去掉', async () => {
    const { bytes } = await reportWith('下一步将改进。');
    const out = annotateDocx(bytes, [{ paragraph: 1, text: ['<b>&\u0000\u000b\ud800甲'] }]);
    expect(strFromU8(unzipSync(out!)['word/comments.xml']!)).toContain('&lt;b&gt;&amp;\ufffd甲<');
  });

  it('别的格式：照读出的文字另作一份，再读一遍字和数相同', async () => {
    const { bytes } = await reportWith('目前我乡还有不足。下一步将改进。');
    const lines = (readDocx(bytes) as Reading).lines.map((l) => l.text.replaceAll('\t', ' '));
    const reading = readReportText(lines.join('\n'));
    const checked = checkedOf('示范镇.txt', reading);
    const annotated = await asDocx(checked, null);
    const again = readDocx(annotated);
    expect(isUnreadable(again)).toBe(false);
    const prose = (r: Reading): string[] => r.lines.filter((l) => l.kind !== 'table').map((l) => l.text);
    expect(prose(again as Reading)).toEqual(prose(checked.reading));
    expect((again as Reading).report.tables).toEqual(checked.reading.report.tables);
    expect(commentsIn(annotated).find((c) => c.said.includes('NAME-LEVEL'))?.at).toBe('目前我乡还有不足。下一步将改进。');
  });

  it('多份成一个ZIP，同名的分开，读不了的写明', async () => {
    const { bytes, checked } = await reportWith('下一步将改进。');
    const unread = { file: '坏.docx', readable: false as const, why: 'broken', message: '文件已损坏' };
    async function* files() {
      yield* [bytes, null, bytes];
    }
    const out = unzipSync(
      await asDocxZip([{ ...checked, file: '../甲/年报.docx' }, unread, { ...checked, file: '甲/年报.docx' }], files()),
    );
    expect(Object.keys(out)).toEqual(['甲_年报.docx', '甲_年报（2）.docx', '读不了的文件.txt']);
    expect(strFromU8(out['读不了的文件.txt']!)).toBe('坏.docx：文件已损坏\n');
  });
});

describe('段落的位置', () => {
  const xml = (body: string): string => `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;

  it('在段落自己的属性之后开始，改动前的旧属性不算', () => {
    const part = xml('<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr><w:r/></w:p>');
    const span = paragraphSpans(part, 'w:').get(1)!;
    expect(part.slice(span.begin, span.end)).toBe('<w:r/>');
  });

  it('空段落展开后再放批注', () => {
    const part = xml('<w:p w:rsid="1"/>');
    const span = paragraphSpans(part, 'w:').get(1)!;
    expect([part.slice(span.begin, span.end), span.empty]).toEqual(['<w:p w:rsid="1"/>', true]);
    const types = '<Types xmlns="t"></Types>';
    const out = annotateDocx(zipSync({ 'word/document.xml': strToU8(part), '[Content_Types].xml': strToU8(types) }), [
      { paragraph: 1, text: ['甲'] },
    ]);
    expect(strFromU8(unzipSync(out!)['word/document.xml']!)).toContain(
      '<w:p w:rsid="1"><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    );
  });

  it('文本框里的段落，批注放在文本框所在的段落', () => {
    const part = xml('<w:p><w:r><w:txbxContent><w:p><w:r/></w:p></w:txbxContent></w:r></w:p><w:p/>');
    const spans = paragraphSpans(part, 'w:');
    expect(spans.get(2)).toEqual(spans.get(1));
    expect(spans.get(3)?.empty).toBe(true);
  });

  it('注释和CDATA里的尖括号不是标签', () => {
    expect(paragraphSpans(xml('<!-- <w:p> --><w:p><w:t a=">"><![CDATA[<w:p>]]></w:t></w:p>'), 'w:').size).toBe(1);
  });
});
