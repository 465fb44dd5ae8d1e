import { deflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { closeTypst, compileTypst } from '../typst/compile.ts';
import { isLight } from './here.ts';
import { inspectAttachment } from './index.ts';
import { actionsIn } from './pdfActions.ts';

afterAll(() => closeTypst());

const ID = '11010519491231002X';
const utf8 = (s: string) => new TextEncoder().encode(s);
const look = (name: string, bytes: Uint8Array, mediaType = '') => inspectAttachment({ title: name, name, mediaType }, bytes);
const rules = async (name: string, bytes: Uint8Array, mediaType = '') => (await look(name, bytes, mediaType)).map((f) => f.rule);

async function book(fill: (b: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const b = new ExcelJS.Workbook();
  b.addWorksheet('公示').addRow(['姓名', '金额']);
  fill(b);
  return new Uint8Array(await b.xlsx.writeBuffer());
}

function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': utf8(xml), ...more });
}

describe('a sheet', () => {
  it('without secrets passes', async () => expect(await rules('a.xlsx', await book(() => undefined))).toEqual([]));

  it('with hidden sheets, rows, columns or comments does not', async () => {
    const bytes = await book((b) => {
      b.addWorksheet('明细', { state: 'veryHidden' }).addRow([ID]);
      const sheet = b.worksheets[0]!;
      sheet.addRow(['李示例', 1]).hidden = true;
      sheet.getColumn(2).hidden = true;
      sheet.getCell('A1').note = '内部意见';
      b.creator = '王示例';
    });
    const found = await look('a.xlsx', bytes);
    expect(found.map((f) => f.rule)).toEqual(
      expect.arrayContaining([
        'PUB-HIDDEN-SHEET',
        'PUB-HIDDEN-ROWS',
        'PUB-HIDDEN-COLUMNS',
        'PUB-HIDDEN-COMMENTS',
        'PUB-PERSONAL-ID',
        'PUB-HIDDEN-METADATA',
      ]),
    );
    expect(found.find((f) => f.rule === 'PUB-PERSONAL-ID')?.place).toMatchObject({ attachment: 'a.xlsx', detail: '工作表“明细”第1行' });
    expect(JSON.stringify(found)).not.toContain(ID);
  });

  it('with the whole data in a pivot cache does not', async () => {
    const plain = await book(() => undefined);
    const { unzipSync } = await import('fflate');
    const bytes = zipSync({ ...unzipSync(plain), 'xl/pivotCache/pivotCacheRecords1.xml': utf8('<pivotCacheRecords/>') });
    expect(await rules('a.xlsx', bytes)).toContain('PUB-HIDDEN-PIVOT');
  });
});

describe('a Word file', () => {
  it('without secrets passes', async () => expect(await rules('a.docx', docx('<w:p><w:r><w:t>通知</w:t></w:r></w:p>'))).toEqual([]));

  it.each([
    ['tracked changes', '<w:p><w:del><w:r><w:delText>原名单</w:delText></w:r></w:del></w:p>', 'PUB-HIDDEN-TRACKED'],
    ['accepted nowhere', '<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>', 'PUB-HIDDEN-TRACKED'],
    ['hidden text', '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>', 'PUB-HIDDEN-TEXT'],
    ['a number cut into runs', `<w:p><w:r><w:t>${ID.slice(0, 7)}</w:t></w:r><w:r><w:t>${ID.slice(7)}</w:t></w:r></w:p>`, 'PUB-PERSONAL-ID'],
  ])('with %s does not', async (_, body, rule) => expect(await rules('a.docx', docx(body))).toContain(rule));

  it('that fetches its template from elsewhere does not', async () => {
    const rels =
      '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://elsewhere.example/t.dotm" TargetMode="External"/></Relationships>';
    expect(await rules('a.docx', docx('<w:p/>', { 'word/_rels/settings.xml.rels': utf8(rels) }))).toEqual(['PUB-HIDDEN-TEMPLATE']);
  });

  it('with comments or another file inside does not', async () => {
    const bytes = docx('<w:p/>', { 'word/comments.xml': utf8('<w:comments xmlns:w="x"/>'), 'word/embeddings/a.xlsx': utf8('x') });
    expect(await rules('a.docx', bytes)).toEqual(['PUB-HIDDEN-COMMENTS', 'PUB-HIDDEN-EMBEDDED']);
  });
});

describe('a PDF', () => {
  it('is read page by page, and its author is named', async () => {
    const template = `#let data = json(bytes(sys.inputs.data))
#set document(title: "名单", author: "王示例")
#set text(font: json(bytes(sys.inputs.fonts)).fangsong)
第一页 #pagebreak() 电话 #data.phone`;
    const found = await look('a.pdf', await compileTypst(template, { phone: '13800001234' }));
    expect(found.map((f) => [f.rule, f.place.detail])).toEqual([
      ['PUB-HIDDEN-METADATA', undefined],
      ['PUB-PERSONAL-MOBILE', '第2页'],
    ]);
    expect(found[1]?.suggestion).toBe('138****1234');
  });
});

/** A page with one annotation; `packed`: its objects in an object stream. */
function annotated(annotation: string, packed: boolean): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[4 0 R]>>',
    `<</Type/Annot/Rect[0 0 50 50]${annotation}>>`,
  ];
  if (!packed) {
    const body = objects.map((o, i) => `${i + 1} 0 obj\n${o}\nendobj\n`).join('');
    return Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 5>>\n`, 'latin1');
  }
  const offsets = objects.map((_, i) => objects.slice(0, i).reduce((n, o) => n + o.length + 1, 0));
  const head = `${offsets.map((at, i) => `${i + 1} ${at}`).join(' ')} `;
  const stream = deflateSync(Buffer.from(`${head}${objects.join(' ')}`, 'latin1'));
  const first = `%PDF-1.7\n5 0 obj\n<</Type/ObjStm/N 4/First ${head.length}/Filter/FlateDecode/Length ${stream.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(first, 'latin1'),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 6>>\n', 'latin1'),
  ]);
}

describe.each([
  ['written out', false],
  ['packed together', true],
] as const)('a PDF whose objects are %s', (_, packed) => {
  const actions = (annotation: string) => actionsIn(annotated(annotation, packed));

  it.each([
    ['a link', '/Subtype/Link/A<</S/JavaScript/JS(app.alert\\(1\\))>>'],
    ['a name in numbers', '/Subtype/Link/A<</S/#4aavaScript/JS(x)>>'],
    ['what follows a link', '/Subtype/Link/A<</S/URI/URI(https://a.example/)/Next<</S/JavaScript/JS(x)>>>>'],
    ['a field', '/Subtype/Widget/FT/Tx/T(f)/AA<</K<</S/JavaScript/JS(x)>>>>'],
    ['an address', '/Subtype/Link/A<</S/URI/URI(javascript:x)>>'],
  ])('runs a script from %s', (_name, annotation) => expect(actions(annotation)).toEqual({ scripts: true, others: false }));

  it.each([
    ['starts a program', '/Subtype/Link/A<</S/Launch/F(calc.exe)>>'],
    ['sends what was filled in', '/Subtype/Widget/FT/Btn/Ff 65536/T(b)/A<</S /SubmitForm/F(https://a.example/)>>'],
  ])('%s', (_name, annotation) => expect(actions(annotation)).toEqual({ scripts: false, others: true }));

  it.each([
    ['a link to a page', '/Subtype/Link/A<</S/GoTo/D[3 0 R/Fit]>>'],
    ['a link to a site', '/Subtype/Link/A<</S/URI/URI(https://a.example/JavaScript)>>'],
    ['a field to fill in', '/Subtype/Widget/FT/Tx/T(name)'],
  ])('does nothing with %s', (_name, annotation) => expect(actions(annotation)).toEqual({ scripts: false, others: false }));
});

it('an attachment whose link runs a script or starts a program is not let out', async () => {
  for (const action of ['JavaScript/JS(x)', 'Launch/F(calc.exe)'])
    expect(await rules('a.pdf', annotated(`/Subtype/Link/A<</S/${action}>>`, false))).toContain('PUB-HIDDEN-MACRO');
});

describe('other files', () => {
  it.each([
    ['a broken one', 'a.pdf', utf8('%PDF-1.7 broken'), 'PUB-UNREADABLE'],
    ['a broken archive', 'a.docx', utf8('PK\u0003\u0004broken'), 'PUB-UNREADABLE'],
    ['an archive of files', 'a.zip', zipSync({ 'x.txt': utf8('x') }), 'PUB-UNCHECKED'],
    ['an old format', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'PUB-UNCHECKED'],
    [
      'a document type in its XML',
      'a.docx',
      zipSync({ 'word/document.xml': utf8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }),
      'PUB-UNREADABLE',
    ],
    ['a bomb', 'a.docx', zipSync({ 'word/document.xml': new Uint8Array(310_000_000) }, { level: 1 }), 'PUB-UNREADABLE'],
  ])('%s is said, not guessed', async (_, name, bytes, rule) => expect(await rules(name, bytes)).toEqual([rule]));

  it('a photo that knows where it was taken', async () => {
    const exif = Buffer.alloc(64);
    exif.write('ffd8ffe1003a', 0, 'hex');
    exif.write('Exif\0\0II*\0', 6, 'latin1');
    exif.writeUInt32LE(8, 16);
    exif.writeUInt16LE(1, 20);
    exif.writeUInt16LE(0x8825, 22);
    expect(await rules('a.jpg', exif, 'image/jpeg')).toEqual(['PUB-HIDDEN-GPS']);
    exif.writeUInt16LE(0x0110, 22);
    expect(await rules('a.jpg', exif, 'image/jpeg')).toEqual([]);
  });

  it.each([
    ['a PNG', '89504e470d0a1a0a', 'eXIf', 'image/png'],
    ['a WebP', '52494646000000005745425058', 'EXIF\u0020\0\0\0', 'image/webp'],
  ])('%s that knows it too, and one that does not', async (_, begin, mark, type) => {
    const data = (tag: number) => {
      const tiff = Buffer.alloc(24);
      tiff.write('II*\0', 0, 'latin1');
      tiff.writeUInt32LE(8, 4);
      tiff.writeUInt16LE(1, 8);
      tiff.writeUInt16LE(tag, 10);
      return Buffer.concat([Buffer.from(begin, 'hex'), Buffer.alloc(5_000_000), Buffer.from(mark, 'latin1'), tiff]);
    };
    expect(await rules('a', data(0x8825), type)).toEqual(['PUB-HIDDEN-GPS']);
    expect(await rules('a', data(0x0110), type)).toEqual([]);
  });

  it('a picture whose place stands in the words of its editor', async () => {
    const xmp = '<x:xmpmeta><rdf:Description exif:GPSLatitude="42,41.5N"/></x:xmpmeta>';
    expect(await rules('a.jpg', Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), Buffer.from(xmp)]), 'image/jpeg')).toEqual([
      'PUB-HIDDEN-GPS',
    ]);
  });

  it('a text too long to be looked through says how far it was', async () => {
    const long = Buffer.alloc(4_000_001, '说明\n');
    expect(await rules('a.txt', long.subarray(0, 4_000_000), 'text/plain')).toEqual([]);
    expect(await rules('a.txt', long, 'text/plain')).toEqual(['PUB-TOO-LONG']);
  });

  it('a list as text', async () =>
    expect(await rules('a.csv', utf8(`姓名,身份证\n李示例,${ID}`), 'text/csv')).toEqual(['PUB-PERSONAL-ID']));
});

describe('a packed file that is not looked into', () => {
  it.each([
    ['a presentation', ['ppt/presentation.xml'], '是演示文稿（.pptx），'],
    ['an OFD', ['OFD.xml', 'Doc_0/Document.xml'], '是版式文件（.ofd），'],
    ['a binary workbook', ['xl/workbook.bin'], '是二进制的表格（.xlsb），'],
    ['an open document', ['mimetype', 'content.xml'], '是开放文档（.odt、.ods、.odp），'],
    ['an archive', ['content.xml', '附件.docx'], '是压缩包，'],
  ])('%s is called what it is', async (_, parts, says) => {
    const [found, ...more] = await look('名单', zipSync(Object.fromEntries(parts.map((p) => [p, utf8('<a/>')]))));
    expect(found?.message).toContain(`附件“名单”${says}`);
    expect([found?.rule, more]).toEqual(['PUB-UNCHECKED', []]);
  });
});

describe('a large attachment', () => {
  const name = '台账.xlsx';
  const file = { title: name, name, mediaType: '' };
  const BOUNDS = { timeMs: 60_000, heapMb: 640, bufferMb: 500 };
  /** A workbook of one sheet of about so many bytes, as large packed; an identity number stands in its first row. */
  const ledger = (size: number): Uint8Array => {
    const row = '<row r="2"><c t="str"><v>示例村</v></c><c><v>120</v></c></row>';
    const sheet = `<worksheet><sheetData><row r="1"><c t="str"><v>${ID}</v></c></row>${row.repeat(size / row.length)}</sheetData></worksheet>`;
    const parts = {
      'xl/workbook.xml': utf8('<workbook xmlns:r="x"><sheets><sheet name="明细" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': utf8('<Relationships><Relationship Id="r1" Target="sheet.xml"/></Relationships>'),
      'xl/sheet.xml': utf8(sheet),
    };
    return zipSync(parts, { level: 0 });
  };

  it('is looked through beside the server: its timers go on meanwhile', async () => {
    const bytes = ledger(20_000_000);
    expect(isLight(bytes)).toBe(false);
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    const found = await inspectAttachment(file, bytes, BOUNDS);
    clearInterval(clock);
    expect(found.map((f) => [f.rule, f.place.detail])).toEqual([['PUB-PERSONAL-ID', '工作表“明细”第1行']]);
    expect(ticks).toBeGreaterThan(10);
    expect(bytes.length).toBeGreaterThan(0);
  });

  it.each([
    ['time', { ...BOUNDS, timeMs: 1 }],
    ['memory for buffers', { ...BOUNDS, bufferMb: 1 }],
  ])('that needs more %s than it may have is said not to be looked through whole', async (_, bounds) => {
    const found = await inspectAttachment(file, ledger(20_000_000), bounds);
    expect(found.at(-1)).toMatchObject({ rule: 'PUB-TOO-LONG', severity: 'warning', place: { attachment: name } });
    expect(found.at(-1)?.message).toContain('没有全部检查完');
  });

  it('is no other than a small one in what is found', async () => {
    const small = ledger(1_000);
    expect(isLight(small)).toBe(true);
    expect(await inspectAttachment(file, small)).toEqual(await inspectAttachment(file, ledger(600_000)));
  });

  it('packed small is large all the same', () => {
    expect(isLight(zipSync({ 'word/document.xml': new Uint8Array(512 * 1024) }))).toBe(true);
    expect(isLight(zipSync({ 'word/document.xml': new Uint8Array(512 * 1024 + 1) }))).toBe(false);
  });
});
