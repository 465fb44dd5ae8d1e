import { strToU8, zipSync } from 'fflate';
import { APPLICANTS, linesOfTwo, PROCEEDINGS, RELATION, RESULTS, rowsOf, type Truth } from './reading.truth.ts';

/** The report as rows of a sheet. */
export function rowsIn(t: Truth): (string | number)[][] {
  return [
    ['示范县财政局2023年政府信息公开工作年度报告'],
    ['二、主动公开政府信息情况'],
    ...linesOfTwo(t).map((l) => [...l]),
    ['三、收到和处理政府信息公开申请情况'],
    [RELATION, ...APPLICANTS],
    ...rowsOf(t).map((r) => [r.label, ...r.cells]),
    ['四、政府信息公开行政复议、行政诉讼情况'],
    [...PROCEEDINGS.flatMap((p) => [p, '', '', '', ''])],
    [...RESULTS, ...RESULTS, ...RESULTS],
    [...t.remedies],
  ];
}

const escaped = (value: string | number): string => String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const typed = (value: string | number): boolean => typeof value === 'number';

/** The report as an OpenDocument spreadsheet. */
export function ods(t: Truth): Uint8Array {
  const cell = (v: string | number): string =>
    `<table:table-cell office:value-type="${typed(v) ? `float" office:value="${v}` : 'string'}"><text:p>${escaped(v)}</text:p></table:table-cell>`;
  const rows = rowsIn(t).map((r) => `<table:table-row>${r.map(cell).join('')}</table:table-row>`);
  const names = ['office', 'table', 'text'].map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`).join(' ');
  const kind = 'application/vnd.oasis.opendocument.spreadsheet';
  return zipSync({
    mimetype: [strToU8(kind), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="${kind}"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>`,
    ),
    'content.xml': strToU8(
      `<office:document-content ${names} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="年报">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });
}

/** The report as the XML of old Excel. */
export function spreadsheetMl(t: Truth): Uint8Array {
  const cell = (v: string | number): string => `<Cell><Data ss:Type="${typed(v) ? 'Number' : 'String'}">${escaped(v)}</Data></Cell>`;
  const rows = rowsIn(t).map((r) => `<Row>${r.map(cell).join('')}</Row>`);
  const name = 'urn:schemas-microsoft-com:office:spreadsheet';
  return strToU8(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${name}" xmlns:ss="${name}"><Worksheet ss:Name="年报"><Table>${rows.join('')}</Table></Worksheet></Workbook>`,
  );
}
