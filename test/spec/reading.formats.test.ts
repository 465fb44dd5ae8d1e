import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { sniff } from '#documents/reading/sniff.ts';
import { fullTables } from '#documents/writing/examples.ts';
import { valueAt } from '#domain/report/model.ts';
import { cellsOf, FORM_2021 } from '#law/forms/index.ts';
import { page } from './reading.page.ts';

const FOLDER = new URL('../fixtures/reports/', import.meta.url);
const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, FOLDER)));

/** Cells of the invented 示范镇's report that were read otherwise than it has them; or why it was refused. */
async function wrongCells(bytes: Uint8Array, name: string): Promise<string[] | string> {
  const reading = await readReportFile(bytes, name);
  if (isUnreadable(reading)) return reading.why;
  const wanted = fullTables();
  return cellsOf(FORM_2021).flatMap((c) => (valueAt(reading.report.tables, c.key) === valueAt(wanted, c.key) ? [] : [c.key]));
}

describe('what a file is, its content says', () => {
  it.each([
    ['示范镇.wps', 'converted/shifan-2024.doc'],
    ['示范镇.wpt', 'converted/shifan-2024.doc'],
    ['示范镇.dot', 'converted/shifan-2024.doc'],
    ['新的.wps', 'converted/shifan-2024.docx'],
    ['示范镇.docm', 'converted/shifan-2024.docm'],
    ['示范镇.doc', 'converted/shifan-2024.docm'],
    ['示范镇.pdf', 'converted/shifan-2024.docx'],
  ])('%s, which is %s: every cell', async (name, path) => {
    expect(await wrongCells(fixture(path), name)).toEqual([]);
  });
});

describe('passwords', () => {
  it('a PDF or DOCX that asks for one is refused as encrypted', async () => {
    expect(await wrongCells(fixture('locked/open-password.pdf'), 'a.pdf')).toBe('encrypted');
    expect(await wrongCells(fixture('locked/password.docx'), 'a.docx')).toBe('encrypted');
  });

  it('so is an old .doc, whose head says it is locked', async () => {
    const bytes = fixture('converted/shifan-2024.doc');
    const head = Buffer.from(bytes.buffer);
    let at = 512;
    while (head.readUInt16LE(at) !== 0xa5ec) at += 512;
    head.writeUInt16LE(head.readUInt16LE(at + 10) | 0x100, at + 10);
    expect(await wrongCells(bytes, 'a.doc')).toBe('encrypted');
  });

  it('a PDF that only forbids to copy and print opens, and is read', async () => {
    expect(await wrongCells(fixture('locked/owner-password.pdf'), 'a.pdf')).toEqual([]);
  });
});

/** Two-byte characters of GB 18030 by the decoder's own table. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) table.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  return Buffer.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))));
}

/** Every byte that needs it as =XX, lines of 76 with soft breaks, as word processors write it. */
function quotedPrintable(bytes: Buffer): string {
  const out: string[] = [];
  let line = '';
  for (const b of bytes) {
    const c =
      b === 10 ? '\r\n' : b === 61 || b > 126 || b < 32 ? `=${b.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(b);
    if (line.length + c.length > 75 && c !== '\r\n') {
      out.push(`${line}=\r\n`);
      line = '';
    }
    line += c;
    if (c === '\r\n') {
      out.push(line);
      line = '';
    }
  }
  return out.join('') + line;
}

const BOUNDARY = '----=_NextPart_01DA';
const mht = (head: string, ...parts: string[]): Uint8Array =>
  Buffer.from(
    `${head}\r\nContent-Type: multipart/related;\r\n boundary="${BOUNDARY}"\r\n\r\n--${BOUNDARY}\r\n${parts.join(`\r\n--${BOUNDARY}\r\n`)}\r\n--${BOUNDARY}--\r\n`,
    'latin1',
  );
const part = (type: string, encoding: string, body: string): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
const report = page({ rows: { '1': ['3', '1', '0', '0', '0', '0', '4'] } });
const picture = part('image/png', 'base64', 'iVBORw0KGgo=');

describe('a page saved as one file (.mht)', () => {
  it.each<[string, Uint8Array]>([
    [
      'by a word processor in GBK',
      mht('MIME-Version: 1.0', part('text/html; charset="gb2312"', 'quoted-printable', quotedPrintable(gbk(report))), picture),
    ],
    [
      'by a browser, the report in a frame',
      mht(
        'From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0',
        part('text/html', 'quoted-printable', '<html><body>=E9=A6=96=E9=A1=B5<iframe src=3D"cid:1"></iframe></body></html>'),
        picture,
        part('text/html; charset=utf-8', 'base64', Buffer.from(report).toString('base64')),
      ),
    ],
    [
      'with its date before its kind',
      mht('Date: Tue, 1 Jan 2025 00:00:00 +0800', part('text/html; charset=utf-8', '8bit', Buffer.from(report).toString('latin1'))),
    ],
  ])('%s', async (_, bytes) => {
    expect(sniff(bytes)).toBe('mhtml');
    const reading = await readReportFile(bytes, '年报.mht');
    if (isUnreadable(reading)) throw new Error(reading.message);
    expect([reading.report.unit, reading.report.tables.requests?.['1'], reading.doubts]).toEqual([
      '示范县财政局',
      [3, 1, 0, 0, 0, 0, 4],
      [],
    ]);
  });

  it('without a page in it, or with another page, says so', async () => {
    expect(await wrongCells(mht('MIME-Version: 1.0', picture), 'a.mht')).toBe('broken');
    expect(await wrongCells(mht('MIME-Version: 1.0', part('text/html', '8bit', '<p>notice</p>')), 'a.mht')).toBe('notAReport');
  });
});
