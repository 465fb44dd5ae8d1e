import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';
import { COPIES, SPOILED_COPIES, withAnother } from './reading.copies.ts';
import { notRight, silentlyWrong, TRUTHS } from './reading.truth.ts';

async function read(text: string): Promise<Reading> {
  const reading = await readReportFile(new TextEncoder().encode(text), 'copy.txt');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

describe('a report copied into text', () => {
  it.each(Object.entries(COPIES))('%s: every figure right', async (_, layout) => {
    for (const t of TRUTHS) expect(notRight(await read(layout(t)), t)).toEqual([]);
  });

  it.each(Object.entries(SPOILED_COPIES))('%s: never another figure without a word', async (_, layout) => {
    for (const t of TRUTHS) expect(silentlyWrong(await read(layout(t)), t)).toEqual([]);
  });

  it('a space written out is an empty cell, on a line of its own and among figures', async () => {
    const t = TRUTHS[0]!;
    const text = COPIES['from a PDF, spaces between']!(t).replace('属于国家秘密 0 0', '属于国家秘密 &nbsp; 0');
    expect((await read(text)).report.tables.requests?.['3.3.1']?.slice(0, 2)).toEqual([null, 0]);
    const lines = COPIES['from Word, one cell a line led by four spaces']!(t).replace(
      '1.属于国家秘密\n    0',
      '1.属于国家秘密\n    &#160;',
    );
    expect((await read(lines)).report.tables.requests?.['3.3.1']?.slice(0, 2)).toEqual([null, 0]);
  });

  it.each([
    ['2024年2月30日', null],
    ['2024年2月29日', '2024-02-29'],
    ['二〇二四年十三月一日', null],
    ['2024年1月32日', null],
  ])('whoever signed on %s stays the signer', async (day, on) => {
    const { signedBy, signedOn } = (await read(COPIES['from a browser, tabs between']!(TRUTHS[0]!).replace('2024年1月17日', day))).report;
    expect([signedBy, signedOn]).toEqual(['示范县财政局', on]);
  });

  it('one report alone is not taken for two', async () => {
    for (const t of TRUTHS) expect((await read(COPIES['from a browser, tabs between']!(t))).nextReport).toBeUndefined();
  });

  it('of two reports in one file the first is read, with its own unit, year and signature', async () => {
    for (const [i, t] of TRUTHS.entries()) {
      const reading = await read(withAnother(t, TRUTHS[(i + 1) % TRUTHS.length]!));
      expect(notRight(reading, t)).toEqual([]);
      const { unit, year, signedBy, signedOn } = reading.report;
      expect([unit, year, signedBy, signedOn]).toEqual(['示范县财政局', 2023, '示范县财政局', '2024-01-17']);
      expect(reading.nextReport?.line).toBeGreaterThan(Math.max(...reading.lines.map((l) => l.n)));
    }
  });
});
