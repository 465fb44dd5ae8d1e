import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const W = '<w:document xmlns:w="w"><w:body>';
const text = (s: string): Uint8Array => Buffer.from(s);
const docx = (xml: string | Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ 'word/document.xml': typeof xml === 'string' ? text(xml) : xml, ...more }, { level: 1 });

/** A PDF with the given objects after its catalogue; a stream is given by its bytes. */
function pdf(objects: readonly (string | { readonly dictionary: string; readonly stream: Uint8Array })[]): Uint8Array {
  const parts: Uint8Array[] = [text('%PDF-1.4\n')];
  for (const [i, o] of objects.entries()) {
    if (typeof o === 'string') parts.push(text(`${i + 1} 0 obj\n${o}\nendobj\n`));
    else parts.push(text(`${i + 1} 0 obj\n<<${o.dictionary}/Length ${o.stream.length}>>stream\n`), o.stream, text('\nendstream\nendobj\n'));
  }
  return Buffer.concat([...parts, text(`trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`)]);
}

const PAGE =
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>';
const onePage = (content: Uint8Array): Uint8Array =>
  pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    PAGE,
    { dictionary: '/Filter/FlateDecode', stream: deflateSync(content, { level: 1 }) },
  ]);

const SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
function workbook(sheet: Uint8Array, strings: Uint8Array): Uint8Array {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (target: string, type: string, id: string): string =>
    `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"/>`;
  const list = (inner: string): Uint8Array =>
    text(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`);
  return zipSync(
    {
      '_rels/.rels': list(relations('xl/workbook.xml', 'officeDocument', 'a')),
      'xl/workbook.xml': text(`<workbook xmlns:r="${rel}"><sheets><sheet name="年报" sheetId="1" r:id="a"/></sheets></workbook>`),
      'xl/_rels/workbook.xml.rels': list(
        relations('worksheets/sheet1.xml', 'worksheet', 'a') + relations('sharedStrings.xml', 'sharedStrings', 'b'),
      ),
      'xl/worksheets/sheet1.xml': sheet,
      'xl/sharedStrings.xml': strings,
    },
    { level: 1 },
  );
}

const HEAD = '三、收到和处理政府信息公开申请情况\n';

function nested(): Uint8Array {
  let zip = zipSync({ 'a.txt': new Uint8Array(90_000_000).fill(48) });
  for (let i = 0; i < 3; i++) zip = zipSync(Object.fromEntries(Array.from({ length: 10 }, (_, k) => [`${k}.zip`, zip])), { level: 1 });
  return zip;
}

/** Files made to exhaust a reader, by name; each is built when asked for. */
export const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  '压缩包套压缩包.zip': nested,
  '展开300兆.docx': () => docx(W + ' '.repeat(300_000_000)),
  '展开79兆的字.docx': () => docx(`${W}<w:p><w:r><w:t>${'公'.repeat(26_000_000)}</w:t></w:r></w:p></w:body></w:document>`),
  '一百万格.docx': () => docx(`${W}<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(1_000_000)}</w:tr></w:tbl></w:body></w:document>`),
  '十万段.docx': () => docx(`${W}${'<w:p><w:r><w:t>0</w:t></w:r></w:p>'.repeat(190_000)}</w:body></w:document>`),
  '套三十万层.docx': () => docx(W + '<w:sdt>'.repeat(300_000)),
  '一个标记一千万属性.docx': () => docx(`${W}<w:p ${'a="" '.repeat(10_000_000)}/>`),
  '名字各不相同.docx': () => docx(`${W}${Array.from({ length: 500_000 }, (_, i) => `<w:a${i}/>`).join('')}</w:body></w:document>`),
  '套三十万层.html': () => text(`<html>${'<div>'.repeat(300_000)}`),
  '表格套两万层.html': () => text(`<html>${'<table><tr><td>'.repeat(20_000)}`),
  '一百万格.html': () => text(`<html><table>${'<tr>'.concat('<td>0'.repeat(100)).repeat(10_000)}`),
  '不关闭的格式.html': () => text(`<html><body>${Array.from({ length: 8_000 }, (_, i) => `<b x${i}=1><p>`).join('')}`),
  '套一百万层.json': () => text('['.repeat(1_000_000)),
  '一百万个键.json': () => text(`{"report":{"tables":{${Array.from({ length: 1_000_000 }, (_, i) => `"${i}":[${i}]`).join(',')}}}}`),
  '一行99兆.txt': () => text(HEAD + '公开'.repeat(16_500_000)),
  '一行99兆数字.txt': () => text(HEAD + '1'.repeat(99_000_000)),
  '一百万行.txt': () => text(`${HEAD}一、本年新收政府信息公开申请数量\n${'0\n'.repeat(1_000_000)}`),
  '宽字符.txt': () => Buffer.from(`\ufeff${HEAD}${'公开\n'.repeat(1_000_000)}`, 'utf16le'),
  '有空字节.txt': () => text(`${HEAD}\0\0\0${'公\0开\n'.repeat(300_000)}`),
  '全是竖线.txt': () => text(HEAD + '|'.repeat(4_900_000)),
  '全是标题.txt': () => text('一、总体情况二、主动公开政府信息情况三、收到和处理政府信息公开申请情况'.repeat(20_000)),
  '十万页.pdf': () =>
    pdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${'3 0 R '.repeat(100_000)}]/Count 100000>>`,
      PAGE,
      { dictionary: '', stream: text('BT /F 9 Tf 10 10 Td (0) Tj ET') },
    ]),
  '自称二十亿页.pdf': () =>
    pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 2000000000>>', PAGE, { dictionary: '', stream: text('') }]),
  '内容展开600兆.pdf': () => onePage(new Uint8Array(600_000_000).fill(32)),
  '一百万个字块.pdf': () => onePage(text(`BT /F 9 Tf ${'1 0 Td (0) Tj '.repeat(1_000_000)} ET`)),
  '一百万条线.pdf': () => onePage(text(`${'0 0 m 600 0 l S '.repeat(1_000_000)} BT /F 9 Tf (0) Tj ET`)),
  '一百万行.xlsx': () =>
    workbook(
      text(
        `${SHEET}${Array.from({ length: 1_048_576 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`).join('')}</sheetData></worksheet>`,
      ),
      text('<sst><si><t>公开</t></si></sst>'),
    ),
  '一百万个字串.xlsx': () =>
    workbook(
      text(`${SHEET}<row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`),
      text(`<sst>${'<si><t>公开</t></si>'.repeat(1_000_000)}</sst>`),
    ),
  '一个字串190兆.xlsx': () =>
    workbook(
      text(`${SHEET}<row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`),
      text(`<sst><si><t>${'公'.repeat(63_000_000)}</t></si></sst>`),
    ),
  '合并百万处.xlsx': () =>
    workbook(
      text(`${SHEET}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1_000_000)}</mergeCells></worksheet>`),
      text('<sst/>'),
    ),
  '一百万个部件.mht': () =>
    text(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${'--b\r\nContent-Type: image/png\r\n\r\nA\r\n'.repeat(1_000_000)}--b--`,
    ),
  '实体.docx': () =>
    docx(`<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${W}<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`),
  '旧格式.doc': () =>
    Buffer.concat([
      strToU8('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', true),
      Buffer.from('WordDocument', 'utf16le'),
      Buffer.alloc(30_000_000, 7),
    ]),
};
