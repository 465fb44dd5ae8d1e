import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Expanded, expandBytes, expandPath, shownPath } from '#documents/reading/expand.ts';
import { isUnreadable, readReportFile, type Unreadable } from '#documents/reading/read.ts';
import { page } from './reading.page.ts';

const FOLDER = new URL('../fixtures/reports/', import.meta.url);
const fixture = (path: string) => new Uint8Array(readFileSync(new URL(path, FOLDER)));
const WHYS = ['scanned', 'encrypted', 'broken', 'notAReport', 'tooLarge', 'unsupported'];

async function refused(bytes: Uint8Array, name = 'file'): Promise<Unreadable> {
  const result = await readReportFile(bytes, name);
  if (!isUnreadable(result)) throw new Error(`${name} was read: ${JSON.stringify(result.report).slice(0, 200)}`);
  expect(WHYS).toContain(result.why);
  expect(result.message).toMatch(/^.*[\u4e00-\u9fff]{3,}.*。$/);
  return result;
}

const W = '<w:document xmlns:w="w"><w:body>';
const docx = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) }, { level: 1 });

/** A one-page PDF with the given content, compressed. */
function pdf(content: Uint8Array, resources = ''): Uint8Array {
  const packed = deflateSync(content);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<${resources}>>>>`,
  ];
  const parts = [Buffer.from('%PDF-1.4\n'), ...objects.map((o, i) => Buffer.from(`${i + 1} 0 obj\n${o}\nendobj\n`))];
  parts.push(Buffer.from(`4 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>stream\n`), packed, Buffer.from('\nendstream\nendobj\n'));
  return Buffer.concat([...parts, Buffer.from('trailer<</Root 1 0 R/Size 5>>\n%%EOF')]);
}

const picture = '/XObject<</I <</Type/XObject/Subtype/Image/Width 1/Height 1>>>>';

describe('files that are no report say why and what to do', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['an empty file', 'broken', () => new Uint8Array()],
    ['zeros', 'unsupported', () => new Uint8Array(1_000_000)],
    ['a picture', 'scanned', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
    ['a PDF of one picture', 'scanned', () => pdf(Buffer.from('/I Do'), picture)],
    ['a broken PDF', 'broken', () => strToU8(`%PDF-1.7\n${'x'.repeat(5000)}`)],
    ['half a DOCX', 'broken', () => fixture('blank-template.docx').slice(0, 9000)],
    [
      'a DOCX with a password',
      'encrypted',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.alloc(600),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
    ],
    ['a notice', 'notAReport', () => strToU8('关于报送2023年政府信息公开工作年度报告的通知\n请各单位于1月31日前报送。')],
    ['other data', 'notAReport', () => strToU8('{"a": [1, 2, 3]}')],
    ['broken data', 'broken', () => strToU8('{"report": {"tables": ')],
    ['an OFD', 'unsupported', () => zipSync({ 'OFD.xml': strToU8('<ofd/>') })],
  ])('%s: %s', async (_, why, bytes) => {
    expect((await refused(bytes())).why).toBe(why);
  });

  it('JSON with what is no number says where', async () => {
    const json = '{"tables": {\n "requests": {"1": [0, "NaN is text", 0],\n "3.1": [0, NaN, 0]}}}';
    const { why, message } = await refused(strToU8(json), 'x.json');
    expect([why, message]).toEqual(['broken', expect.stringContaining('第3行第13个字起（“3.1”之后）写着“NaN”')]);
    expect((await refused(strToU8('{"tables": {"requests": '), 'x.json')).message).toContain('不完整');
  });

  it('a wrong extension does not matter: content decides', async () => {
    const names = ['report.pdf', 'report.docx', 'report', 'report.exe'];
    const results = await Promise.all(names.map((name) => readReportFile(strToU8(page()), name)));
    expect(results.map((r) => (isUnreadable(r) ? r.why : r.report.unit))).toEqual(Array(4).fill('示范县财政局'));
  });

  it.each(['utf-16le', 'utf-16be', 'gb18030'])('a wrong or missing encoding mark does not matter: %s', async (encoding) => {
    const text = readFileSync(new URL('chaoyang-2023.txt', FOLDER), 'utf8');
    const utf16 = Buffer.from(text, 'utf16le');
    const bytes = encoding === 'gb18030' ? gb18030(text) : encoding === 'utf-16be' ? utf16.swap16() : utf16;
    const reading = await readReportFile(bytes, 'x.txt');
    expect(isUnreadable(reading) ? reading.message : reading.report.unit).toBe('朝阳镇');
  });
});

/** Encodes by looking every two-byte sequence up in the decoder. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) table.set(decoder.decode(Uint8Array.from([a, b])), [a, b]);
  return Uint8Array.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))));
}

describe('files made to exhaust the reader end soon with a clear word', () => {
  it.each<[string, () => Uint8Array]>([
    ['a DOCX that inflates to 300 MB', () => docx(W + ' '.repeat(300_000_000))],
    ['a DOCX with a table of 600,000 cells', () => docx(`${W}<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(600_000)}`)],
    ['a DOCX 300,000 tags deep', () => docx(W + '<w:sdt>'.repeat(300_000))],
    [
      'entities that multiply',
      () => docx(`<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${W}<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`),
    ],
    [
      'an entity that reads a file',
      () => docx(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${W}<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`),
    ],
    ['a page 300,000 elements deep', () => strToU8(`<html>${'<div>'.repeat(300_000)}`)],
    ['a page of 20,000 tables in tables', () => strToU8(`<html>${'<table><tr><td>'.repeat(20_000)}`)],
    ['a table of 200,000 cells with huge spans', () => strToU8(`<html><table><tr>${'<td colspan=1000 rowspan=65534>0'.repeat(200_000)}`)],
    ['formatting that is never closed', () => strToU8(`<html><body>${Array.from({ length: 8_000 }, (_, i) => `<b x${i}=1><p>`).join('')}`)],
    ['data nested 1,000,000 deep', () => strToU8('['.repeat(1_000_000))],
    ['a line of 3,000,000 digits', () => strToU8(`三、收到和处理政府信息公开申请情况\n${'1'.repeat(3_000_000)}`)],
    ['a line of 3,000,000 bars', () => strToU8(`三、收到和处理政府信息公开申请情况\n${'|'.repeat(3_000_000)}`)],
    ['a PDF that inflates to 600 MB', () => pdf(new Uint8Array(600_000_000).fill(32))],
  ])('%s', async (name, bytes) => {
    await refused(bytes(), name);
  });

  it('rows of 10,000 digits are doubts with nothing guessed', async () => {
    const row = (label: string, n: number): string => `${label}${'7'.repeat(n)}`;
    const text = `二、主动公开政府信息情况第二十条第（一）项本年制发件数规章${'1'.repeat(10_000)}行政规范性文件${'12'.repeat(40)}三、收到和处理政府信息公开申请情况申请人情况${row('一、本年新收政府信息公开申请数量', 10_000)}${row('二、上年结转政府信息公开申请数量', 60)}${row('（一）予以公开', 45)}${row('（七）总计', 30)}${row('四、结转下年度继续办理', 25)}四、政府信息公开行政复议、行政诉讼情况`;
    const reading = await readReportFile(strToU8(text), 'digits.txt');
    if (isUnreadable(reading)) throw new Error(reading.message);
    expect(
      Object.values(reading.report.tables.requests ?? {})
        .flat()
        .filter((v) => v !== null),
    ).toEqual([]);
    expect(reading.doubts.every((d) => d.readings.length <= 20)).toBe(true);
  });
});

describe('folders and ZIPs', () => {
  const bytesOf = (name: string): Uint8Array => strToU8(`${name}\n一、总体情况`);
  const all = async (files: AsyncIterable<Expanded>): Promise<Expanded[]> => {
    const out: Expanded[] = [];
    for await (const file of files) out.push(file);
    return out;
  };
  const paths = (list: readonly Expanded[]): string[] => list.map((e) => ('bytes' in e ? e.path : `${e.path} ${e.unreadable.why}`));

  it('a name in a ZIP is never a way out', () => {
    expect(['../../etc/passwd', 'C:\\Windows\\a.txt', '/abs/b.txt', 'a/./b/../c.txt', '\u202e/x\u0000.txt', '..'].map(shownPath)).toEqual([
      'etc/passwd',
      'Windows/a.txt',
      'abs/b.txt',
      'a/b/c.txt',
      'x.txt',
      '未命名',
    ]);
  });

  it('a ZIP gives its files by path, those of ZIPs inside too, and leaves out what systems add', () => {
    const inner = zipSync({ 'z.txt': bytesOf('z') });
    const zip = zipSync({
      'b/2.txt': bytesOf('2'),
      'a.txt': bytesOf('a'),
      '__MACOSX/._a.txt': bytesOf('m'),
      '~$b.docx': bytesOf('l'),
      'c.zip': inner,
    });
    expect(paths([...expandBytes('all.zip', zip)])).toEqual(['all.zip/a.txt', 'all.zip/b/2.txt', 'all.zip/c.zip/z.txt']);
  });

  it('what a program was writing, and files made by the menu and never written in, are left out; names in GBK are read', async () => {
    const leavings = {
      '~WRL0001.tmp': bytesOf('x'),
      '~$年报.docx': bytesOf('x'),
      '新建文本文档.txt': new Uint8Array(),
      '新建.txt': bytesOf('x'),
    };
    expect(paths([...expandBytes('t.zip', zipSync(leavings))])).toEqual(['t.zip/新建.txt']);
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-leavings-'));
    try {
      for (const [name, bytes] of Object.entries({ ...leavings, '空.txt': new Uint8Array() })) await writeFile(join(folder, name), bytes);
      expect(paths(await all(expandPath('f', folder)))).toEqual(['f/新建.txt', 'f/空.txt']);
    } finally {
      await rm(folder, { recursive: true });
    }
    // 年报 in GBK: four bytes no UTF-8 has.
    const zip = Buffer.from(zipSync({ 'abcd.txt': bytesOf('x') }));
    for (let at = zip.indexOf('abcd'); at >= 0; at = zip.indexOf('abcd')) Buffer.from([0xc4, 0xea, 0xb1, 0xa8]).copy(zip, at);
    expect(paths([...expandBytes('g.zip', zip)])).toEqual(['g.zip/年报.txt']);
  });

  it('ZIPs nested too deep, and bombs, end with a word', () => {
    let nested = zipSync({ 'x.txt': bytesOf('x') });
    for (let i = 0; i < 4; i++) nested = zipSync({ [`${i}.zip`]: nested });
    expect(paths([...expandBytes('n.zip', nested)]).at(-1)).toMatch(/tooLarge$/);
    const bomb = zipSync({ 'bomb.txt': new Uint8Array(150_000_000), 'ok.txt': bytesOf('ok') });
    expect(paths([...expandBytes('bomb.zip', bomb)])).toEqual(['bomb.zip/bomb.txt tooLarge', 'bomb.zip/ok.txt']);
  });

  it('a name or a text that would steer a terminal shows as harmless', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-names-'));
    try {
      await writeFile(join(folder, 'a\u001b[2J\n\u202eb.txt'), 'x');
      expect(paths(await all(expandPath('given', folder)))).toEqual(['given/a\ufffd[2J\ufffd\ufffdb.txt']);
    } finally {
      await rm(folder, { recursive: true });
    }
    const reading = await readReportFile(strToU8(page({ title: '示范\u001b]0;x\u0007县财政局\u202e2023年政府信息公开工作年度报告' })), 'x');
    expect(isUnreadable(reading) ? reading.message : reading.lines.filter((l) => /[\u001b\u0007\u202e]/.test(l.text))).toEqual([]);
  });

  it('a DOCX is a file, not a folder', () => {
    expect(paths([...expandBytes('t.docx', fixture('blank-template.docx'))])).toEqual(['t.docx']);
  });

  it('a folder gives its files by path and follows no link; a missing one says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-expand-'));
    try {
      await mkdir(join(folder, 'b'));
      await writeFile(join(folder, 'b', '1.txt'), 'x');
      await writeFile(join(folder, 'a.txt'), 'x');
      await writeFile(join(folder, '.hidden'), 'x');
      await symlink('/', join(folder, 'root'));
      expect(paths(await all(expandPath('given', folder)))).toEqual(['given/a.txt', 'given/b/1.txt']);
      expect(paths(await all(expandPath('none', join(folder, 'none'))))).toEqual(['none broken']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('mutated files', () => {
  const SOURCES = [
    fixture('blank-template.docx'),
    fixture('real/hongze-2023.pdf'),
    fixture('real/shanghai-office-2019.html'),
    fixture('chaoyang-2023.txt'),
    fixture('real/region-2021.txt'),
    fixture('real/report33-jinhu-2023.kiro-parsed.json'),
    strToU8(page()),
  ];
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    byte: fc.nat(255),
    how: fc.constantFrom('cut', 'drop', 'fill', 'double', 'flip'),
  });

  function mutate(source: Uint8Array, changes: readonly { at: number; length: number; byte: number; how: string }[]): Uint8Array {
    let bytes = Buffer.from(source);
    for (const { at, length, byte, how } of changes) {
      const from = Math.floor(at * bytes.length);
      const to = Math.min(bytes.length, from + length);
      if (how === 'cut') bytes = bytes.subarray(0, Math.max(1, from));
      else if (how === 'drop') bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
      else if (how === 'double') bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
      else if (how === 'fill') bytes = Buffer.from(bytes).fill(byte, from, to);
      else if (from < bytes.length) bytes = Buffer.from(bytes).fill(bytes[from]! ^ (byte | 1), from, from + 1);
    }
    return new Uint8Array(bytes);
  }

  it('each is read or refused with a clear word; none stops the reader', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SOURCES.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }), async (i, changes) => {
        const result = await readReportFile(mutate(SOURCES[i]!, changes), 'mutated');
        if (!isUnreadable(result)) return;
        expect(WHYS).toContain(result.why);
        expect(result.message).toMatch(/。$/);
      }),
      { numRuns: process.env['GONGKAI_LONG'] === '1' ? 2500 : 80, endOnFailure: true },
    );
  });
});
