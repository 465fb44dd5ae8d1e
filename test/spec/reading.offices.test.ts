import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import type { Reading, Value } from '#domain/report/model.ts';
import { PUBLISHED, type Published, rowsOf, SOUND, UNSOUND } from './reading.offices.ts';

async function read(bytes: Uint8Array): Promise<Reading> {
  const reading = await readReportFile(bytes, 'x');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

type Rows = [string, readonly Value[], readonly Value[] | undefined][];

/** Every row of sections three and four: as published and as read. */
function rows(reading: Reading, p: Published): Rows {
  const { requests, remedies } = reading.report.tables;
  const groups = ['review', 'litigationDirect', 'litigationAfterReview'];
  return [
    ...rowsOf(p).map((r): Rows[number] => [`requests/${r.key}`, r.cells, requests?.[r.key]]),
    ...groups.map((g, i): Rows[number] => [`remedies/${g}`, p.t4.slice(i * 5, i * 5 + 5), remedies?.[g]]),
  ];
}

/** Rows that say a figure other than the published one, and no doubt. A cell that says nothing is not wrong. */
function silentlyWrong(reading: Reading, p: Published): string[] {
  const doubts = new Set(reading.doubts.map((d) => d.cell));
  return rows(reading, p).flatMap(([cell, want, got]) =>
    doubts.has(cell) || (got ?? []).every((v, i) => v === null || v === want[i]) ? [] : [`${cell}: ${want} read as ${got}`],
  );
}

describe('the tables of real reports laid out as other offices do', () => {
  it.each(Object.entries(SOUND))('%s: every cell is right', async (_, layout) => {
    for (const [, p] of PUBLISHED) {
      const reading = await read(strToU8(layout(p)));
      expect(rows(reading, p).filter(([, want, got]) => String(want) !== String(got))).toEqual([]);
      expect(reading.doubts).toEqual([]);
    }
  });

  it.each(Object.entries(UNSOUND))('%s: right, or a doubt, or nothing said; never another figure', async (_, layout) => {
    for (const [, p] of PUBLISHED) expect(silentlyWrong(await read(strToU8(layout(p))), p)).toEqual([]);
  });

  it.each([
    ['figures beside a torn label that may be another row’s are in doubt with both', '行攻机关不冉', true],
    ['figures around which a label is torn, each half as it should be, are its own', '行政机关不再', false],
  ])('%s', async (_, half, doubtful) => {
    const [, p] = PUBLISHED.find(([, x]) => rowsOf(x).some((r) => r.key === '3.6.1' && r.cells.some((v) => v !== 0)))!;
    const lines = rowsOf(p).flatMap(({ key, label, cells }) => {
      const figures = cells.join('  ');
      if (key === '3.6.1')
        return [`（六）其他处1.申请人无正当  ${figures}`, '理  理由逾期不补', '正、行政机关不', '再处理其政府信', '息公开申请'];
      if (key === '3.6.2') return ['2.申请人逾期未', '按收费通知要', '求缴纳费用、', figures, half, '处理其政府信', '息公开申请'];
      return [`${label}  ${figures}`];
    });
    const text = `一、总体情况\n三、收到和处理政府信息公开申请情况\n自然人\n${lines.join('\n')}\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n`;
    const reading = await read(strToU8(text));
    expect(silentlyWrong(reading, { ...p, t4: [] })).toEqual([]);
    expect(reading.doubts.map((d) => d.cell).includes('requests/3.6.1')).toBe(doubtful);
  });
});

describe('what Word merges, computes or leaves open', () => {
  const docx = (body: string): Uint8Array =>
    zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) });
  const para = (inner: string): string => `<w:p><w:r><w:t>${inner}</w:t></w:r></w:p>`;
  const cell = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
  const one = (...first: string[]): string => {
    const plain = (label: string): string => `<w:tr>${cell(para(label))}${cell(para('0')).repeat(7)}</w:tr>`;
    const row = `<w:tr>${cell(para('一、本年新收政府信息公开申请数量'))}${first.join('')}${cell(para('0')).repeat(5)}${cell(para('5'))}</w:tr>`;
    return `${para('三、收到和处理政府信息公开申请情况')}<w:tbl>${row}${plain('二、上年结转政府信息公开申请数量')}${plain('四、结转下年度继续办理')}</w:tbl>${para('五、存在的主要问题及改进情况')}`;
  };
  const first = async (body: string): Promise<readonly Value[] | undefined> => (await read(docx(body))).report.tables.requests?.['1'];

  it('a computed field counts with the result it shows', async () => {
    const simple = '<w:p><w:fldSimple w:instr=" =SUM(RIGHT) "><w:r><w:t>5</w:t></w:r></w:fldSimple></w:p>';
    const long =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =2+3 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    for (const field of [simple, long]) expect(await first(one(cell(field)))).toEqual([5, 0, 0, 0, 0, 0, 5]);
  });

  it('an empty content control is blank, whatever its placeholder asks for', async () => {
    const control =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>单击此处输入数字12</w:t></w:r></w:p></w:sdtContent></w:sdt>';
    expect(await first(one(cell(control)))).toEqual([null, 0, 0, 0, 0, 0, 5]);
  });

  it('cells merged the old way are one cell', async () => {
    const merged = [cell(para('备注'), '<w:hMerge w:val="restart"/>'), cell(para(''), '<w:hMerge/>')];
    const body = one(cell(para('5'))).replace('<w:tbl>', `<w:tbl><w:tr>${merged.join('')}</w:tr>`);
    expect(await first(body)).toEqual([5, 0, 0, 0, 0, 0, 5]);
  });

  it('a paragraph hidden in a changed format stays hidden', async () => {
    const hidden =
      '<w:p><w:r><w:rPr><w:b/><w:vanish/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>7</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>5</w:t></w:r></w:p>';
    expect(await first(one(cell(hidden)))).toEqual([5, 0, 0, 0, 0, 0, 5]);
  });
});
