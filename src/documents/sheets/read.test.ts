import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SheetGrid } from '#domain/imports/sheet.ts';
import { Archive } from './archive.ts';
import { readSheets } from './read.ts';
import { isDateFormat } from './xlsx/styles.ts';

const FIXTURES = join(import.meta.dirname, '../../../test/fixtures/sheets');

interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: Record<string, Uint8Array>;
}

/** The smallest workbook around a sheet's XML. */
function xlsx({ sheet, strings, styles, workbook, more }: Parts): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return zipSync({
    '_rels/.rels': strToU8(relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(workbook ?? '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('r2', 'sharedStrings', 'sharedStrings.xml') +
          relation('r3', 'styles', 'styles.xml'),
      ),
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings ?? ''}</sst>`),
    'xl/styles.xml': strToU8(styles ?? '<styleSheet/>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });
}

const data = (inner: string, after = '') => `<worksheet><sheetData>${inner}</sheetData>${after}</worksheet>`;

async function cells(parts: Parts): Promise<string[]> {
  const sheets = await readSheets(xlsx(parts), '表.xlsx');
  if (!Array.isArray(sheets)) throw new Error(sheets.refused);
  return sheets[0]!.rows.flatMap((row) => [...row.cells.values()].map((cell) => `${cell.kind}:${cell.text}`));
}

async function why(bytes: Uint8Array, name = '表.xlsx'): Promise<string> {
  const read = await readSheets(bytes, name);
  return Array.isArray(read) ? 'read' : read.why;
}

describe('a workbook as it was saved', () => {
  it('joins rich text, leaves out phonetic guides, undoes escapes', async () => {
    const strings =
      '<si><r><t>收到</t></r><r><t xml:space="preserve"> 日期</t></r><rPh sb="0" eb="1"><t>shou</t></rPh></si><si><t>一_x000D_\n二</t></si>';
    expect(await cells({ sheet: data('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'), strings })).toEqual([
      'text:收到 日期',
      'text:一\n二',
    ]);
  });

  it('takes the result of a formula as last calculated, and says where there is none', async () => {
    const row =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A2</f><v>甲</v></c><c r="C1"><f>NOW()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    expect(await cells({ sheet: data(row) })).toEqual(['number:2', 'text:甲', 'uncalculated:', 'fault:#DIV/0!']);
  });

  it('shows serial numbers as the dates they are, in both date systems', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>';
    const row = (...serials: [number, number][]) => `<row r="1">${serials.map(([s, v]) => `<c s="${s}"><v>${v}</v></c>`).join('')}</row>`;
    const all = row([0, 45_021], [1, 45_021], [2, 45_021], [3, 45_021], [4, 45_021.604_166_67], [1, 60], [1, 59], [1, 61]);
    expect(await cells({ sheet: data(all), styles })).toEqual([
      'number:45021',
      'date:2023-04-05',
      'date:2023-04-05',
      'date:2023-04-05',
      'date:2023-04-05 14:30',
      'number:60',
      'date:1900-02-28',
      'date:1900-03-01',
    ]);
    const workbook = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>';
    expect(await cells({ sheet: data(row([1, 43_559])), styles, workbook })).toEqual(['date:2023-04-05']);
  });

  it.each([
    ['yyyy-mm-dd', true],
    ['[$-804]yyyy"年"m"月"', true],
    ['m"月"d"日"', true],
    ['General', false],
    ['0.00', false],
    ['h:mm:ss', false],
    ['[h]:mm', false],
    ['#,##0"元"', false],
    ['"day "0', false],
    ['[Red]0', false],
  ])('number format %s shows a date: %s', (code, shows) => {
    expect(isDateFormat(code)).toBe(shows);
  });

  it('keeps leading zeros a format shows', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0000"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>';
    expect(await cells({ sheet: data('<row><c s="1"><v>7</v></c></row>'), styles })).toEqual(['number:0007']);
  });

  it('notes hidden sheets, rows and columns, and merged areas', async () => {
    const sheet = `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="3" hidden="1"><c r="B3"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells></worksheet>`;
    const workbook = '<workbook xmlns:r="r"><sheets><sheet name="藏" state="veryHidden" sheetId="1" r:id="r1"/></sheets></workbook>';
    const [grid] = (await readSheets(xlsx({ sheet, workbook }), '表.xlsx')) as SheetGrid[];
    expect(grid).toMatchObject({ name: '藏', hidden: true, merges: [{ top: 1, left: 1, bottom: 2, right: 3 }] });
    expect(grid!.rows[0]).toMatchObject({ number: 3, hidden: true });
    expect([...grid!.hiddenColumns]).toEqual([2]);
  });
});

describe('CSV as offices save it', () => {
  const text = '编号,内容\r\n0012,"甲，""乙""\r\n丙"\r\n12,丁\r\n';
  const read = async (bytes: Uint8Array) => {
    const sheets = await readSheets(bytes, '台账.csv');
    return Array.isArray(sheets)
      ? sheets[0]!.rows.map((r) => [r.number, ...[...r.cells.values()].map((c) => `${c.kind}:${c.text}`)])
      : sheets.refused;
  };
  const expected = [
    [1, 'text:编号', 'text:内容'],
    [2, 'text:0012', 'text:甲，"乙"\n丙'],
    [3, 'number:12', 'text:丁'],
  ];

  it('in UTF-8, UTF-8 with its mark, UTF-16, GBK; with commas, tabs or semicolons', async () => {
    expect(await read(new TextEncoder().encode(text))).toEqual(expected);
    expect(await read(new TextEncoder().encode(`\ufeff${text}`))).toEqual(expected);
    expect(await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    expect(await read(new TextEncoder().encode(text.replaceAll(',', '\t')))).toEqual(expected);
    expect(await read(new TextEncoder().encode(text.replaceAll(',', ';')))).toEqual(expected);
    const gbk = Buffer.concat([Buffer.from([0xb1, 0xe0, 0xba, 0xc5]), Buffer.from(',a\n1,2\n')]);
    expect(await read(gbk)).toEqual([
      [1, 'text:编号', 'text:a'],
      [2, 'number:1', 'number:2'],
    ]);
  });

  it('takes off the mark that guards a formula, and runs none', async () => {
    expect(await read(new TextEncoder().encode("a,b\n'=1+1,=1+1\n"))).toEqual([
      [1, 'text:a', 'text:b'],
      [2, 'text:=1+1', 'text:=1+1'],
    ]);
  });

  it('says where a quotation mark has no partner', async () => {
    expect(await read(new TextEncoder().encode('a,b\n1,"没有配对\n2,3\n'))).toContain('引号没有配对');
  });
});

describe('hostile and broken files come to a clear end', () => {
  it('a zip bomb stops at the limit, whatever size it claims', () => {
    const bomb = Buffer.from(zipSync({ a: new Uint8Array(3_000_000), b: new Uint8Array(3_000_000) }));
    bomb.writeUInt32LE(10, bomb.indexOf('PK\u0001\u0002') + 24);
    const archive = new Archive(bomb, 4_000_000);
    expect(archive.bytes('a')).toHaveLength(3_000_000);
    expect(() => archive.bytes('b')).toThrow('文件展开后太大');
    expect(() => new Archive(bomb, 2_999_999).bytes('a')).toThrow('文件展开后太大');
    expect(new Archive(bomb, 3_000_000).bytes('a')).toHaveLength(3_000_000);
  });

  it('a million empty rows are none; fifty thousand full ones are the most', async () => {
    const empty = Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 1}" s="1"/>`).join('');
    expect(await why(xlsx({ sheet: data(`${empty}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`) }))).toBe('read');
    const full = (n: number) => data(Array.from({ length: n }, (_, i) => `<row r="${i + 1}"><c><v>1</v></c></row>`).join(''));
    expect(await why(xlsx({ sheet: full(50_000) }))).toBe('read');
    expect(await why(xlsx({ sheet: full(50_001) }))).toBe('tooLarge');
  });

  it('a cell far to the right, a merge over the whole sheet', async () => {
    expect(await why(xlsx({ sheet: data('<row r="1"><c r="XFD1"><v>1</v></c></row>') }))).toBe('tooLarge');
    expect(
      await why(
        xlsx({ sheet: data('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>') }),
      ),
    ).toBe('read');
  });

  it('entities, external parts, missing parts, nonsense', async () => {
    const entities =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect(await why(xlsx({ sheet: entities }))).toBe('broken');
    expect(await why(xlsx({ sheet: '<worksheet><sheetData><row>' }))).toBe('broken');
    expect(await why(xlsx({ sheet: data('') }))).toBe('empty');
    expect(await why(zipSync({ 'a.txt': strToU8('x') }))).toBe('unsupported');
    expect(await why(strToU8('%PDF-1.7'))).toBe('unsupported');
    expect(await why(strToU8('<html><table><tr><td>编号'), '台账.xls')).toBe('unsupported');
    expect(await why(new Uint8Array())).toBe('empty');
    expect(
      await why(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')])),
    ).toBe('encrypted');
  });

  it('an old .xls without LibreOffice: says what to do', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    try {
      const read = await readSheets(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '旧.xls');
      expect(read).toMatchObject({ why: 'unsupported', refused: expect.stringContaining('另存为”.xlsx') });
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('a member marked as encrypted asks for the password to be taken off', async () => {
    const bytes = xlsx({ sheet: data('<row><c><v>1</v></c></row>') });
    const view = Buffer.from(bytes);
    for (let at = view.indexOf('PK\u0001\u0002'); at >= 0; at = view.indexOf('PK\u0001\u0002', at + 4)) view.writeUInt16LE(1, at + 8);
    expect(await why(view)).toBe('encrypted');
  });

  it('a workbook cut off or changed anywhere is read or refused, never a fault', async () => {
    const whole = await readFile(join(FIXTURES, '依申请公开登记表.xlsx'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) bytes[at] = byte;
        if (bytes[0] === 0xd0) return;
        const read = await readSheets(bytes, '表.xlsx');
        expect(Array.isArray(read) || read.refused.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('any bytes at all are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return;
        const read = await readSheets(bytes, '表.csv');
        expect(Array.isArray(read) || read.refused.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
