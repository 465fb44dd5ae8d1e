import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ReadingStopped } from '../reading/fault.ts';
import { cleanHtml } from './cleanHtml.ts';
import { docxToPage } from './docx.ts';
import { docxApart } from './docxApart.ts';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const p = (text: string) => new Paragraph(text);
const cell = (text: string, more: object = {}) => new TableCell({ children: [p(text)], ...more });
const utf8 = (s: string) => new TextEncoder().encode(s);

async function word(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const numbering = {
    config: [
      { reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '●', alignment: AlignmentType.LEFT }] },
      { reference: 'ones', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }] },
    ],
  };
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })));
}

function raw(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = `<w:document xmlns:w="w" xmlns:r="r" xmlns:a="a"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': utf8(xml), ...more });
}

describe('a Word file becomes a page', () => {
  it('with its title apart, headings, marks, lists, links, a table with head and merged cells, and pictures', async () => {
    const page = docxToPage(
      await word([
        new Paragraph({ text: '关于防火的通知', heading: HeadingLevel.TITLE }),
        new Paragraph({ text: '一、总则', heading: HeadingLevel.HEADING_1 }),
        new Paragraph({ children: [new TextRun('本通知'), new TextRun({ text: '自印发之日起', bold: true }), new TextRun('施行。')] }),
        new Paragraph({ text: '成立指挥部', numbering: { reference: 'dots', level: 0 } }),
        new Paragraph({ text: '落实责任', numbering: { reference: 'dots', level: 0 } }),
        new Paragraph({ text: '第一项', numbering: { reference: 'ones', level: 0 } }),
        new Paragraph({ text: '第二项', numbering: { reference: 'ones', level: 0 } }),
        new Paragraph({ children: [new ExternalHyperlink({ link: 'https://www.gov.cn/', children: [new TextRun('中国政府网')] })] }),
        new Table({
          rows: [
            new TableRow({ tableHeader: true, children: [cell('村'), cell('责任人', { columnSpan: 2 })] }),
            new TableRow({ children: [cell('甲村', { rowSpan: 2 }), cell('李示例'), cell('1')] }),
            new TableRow({ children: [cell('王示例'), cell('2')] }),
          ],
        }),
        new Paragraph({
          children: [
            new ImageRun({
              type: 'png',
              data: PIXEL,
              transformation: { width: 9, height: 9 },
              altText: { name: 'x', description: '平面图', title: '' },
            }),
          ],
        }),
      ]),
    );
    expect(page.title).toBe('关于防火的通知');
    expect(page.html.split('\n')).toEqual([
      '<h2>一、总则</h2>',
      '<p>本通知<strong>自印发之日起</strong>施行。</p>',
      '<ul><li>成立指挥部</li><li>落实责任</li></ul>',
      '<p>1.第一项</p>',
      '<p>2.第二项</p>',
      '<p><a href="https://www.gov.cn/" rel="noopener">中国政府网</a></p>',
      '<table><thead><tr><th scope="col">村</th><th scope="col" colspan="2">责任人</th></tr></thead><tbody><tr><td rowspan="2">甲村</td><td>李示例</td><td>1</td></tr><tr><td>王示例</td><td>2</td></tr></tbody></table>',
      '<p><img src="attachment:image-1" alt="平面图"></p>',
    ]);
    expect(page.images.map((i) => [i.mediaType, i.bytes.length])).toEqual([['image/png', PIXEL.length]]);
    expect(cleanHtml(page.html).html).toBe(page.html);
  });

  it('without what was deleted or hidden, and says so', () => {
    const page = docxToPage(
      raw(
        '<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>',
      ),
    );
    expect(page.html).toBe('<p>新</p>');
    expect(page.removed).toEqual([{ what: 'hidden', says: '隐藏的内容', count: 2 }]);
  });

  it('without links or pictures that lead elsewhere', () => {
    const rels = utf8(
      '<Relationships><Relationship Id="r1" Target="javascript:alert(1)" TargetMode="External"/><Relationship Id="r2" Target="../../../etc/passwd.png"/><Relationship Id="r3" Target="https://t.example/1.png" TargetMode="External"/><Relationship Id="r4" Target="media/fake.png"/></Relationships>',
    );
    const body = `<w:p><w:hyperlink r:id="r1"><w:r><w:t>点</w:t></w:r></w:hyperlink>${['r2', 'r3', 'r4'].map((id) => `<w:r><a:blip r:embed="${id}"/></w:r>`).join('')}<w:r><w:t>&lt;script&gt;</w:t></w:r></w:p>`;
    const page = docxToPage(raw(body, { 'word/_rels/document.xml.rels': rels, 'word/media/fake.png': utf8('<svg onload=x>') }));
    expect(page.html).toBe('<p>点&lt;script&gt;</p>');
    expect(page.images).toEqual([]);
    expect(page.removed.map((r) => [r.what, r.count])).toEqual([
      ['link', 1],
      ['image', 3],
    ]);
  });
});

describe('a file that is none', () => {
  it.each([
    ['text', utf8('not a file')],
    ['an archive of other things', zipSync({ 'a.txt': utf8('x') })],
    ['cut off', raw('<w:p>').slice(0, 60)],
    ['broken XML', zipSync({ 'word/document.xml': utf8('<w:document><w:body>') })],
    ['a document type', zipSync({ 'word/document.xml': utf8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') })],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(130_000_000) }, { level: 1 })],
  ])('%s ends with words for people', (_, bytes) => expect(() => docxToPage(bytes)).toThrow(ReadingStopped));
});

describe('a Word file, turned apart', () => {
  it('comes out as it would here; one that is broken or takes too long comes out as nothing', async () => {
    const bytes = await word([p('正文第一段。')]);
    expect(await docxApart(bytes)).toEqual(docxToPage(bytes));
    expect(bytes.length).toBeGreaterThan(0);
    expect(await docxApart(utf8('不是文件'))).toBeNull();
    expect(await docxApart(bytes, 0)).toBeNull();
  });
});
