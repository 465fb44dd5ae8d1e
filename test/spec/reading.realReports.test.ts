import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';
import { FORM_2021, requestRowKeys } from '#law/forms/index.ts';

const FOLDER = new URL('../fixtures/reports/', import.meta.url);

interface Cells {
  t3: (number | null)[][];
  t4: (number | null)[];
  other_rows: 1 | 3;
}

const CELLS = JSON.parse(readFileSync(new URL('real/cells.json', FOLDER), 'utf8')) as Record<string, Cells>;

async function read(path: string): Promise<Reading> {
  const reading = await readReportFile(readFileSync(new URL(path, FOLDER)), path);
  if (isUnreadable(reading)) throw new Error(`${path}: ${reading.message}`);
  return reading;
}

/** The cells that differ from the independent reading and are no doubt. */
function differences(reading: Reading, cells: Cells): string[] {
  const inDoubt = new Set(reading.doubts.map((d) => d.cell));
  const rows = requestRowKeys(FORM_2021, cells.other_rows === 1);
  const three = rows.flatMap((row, i) => {
    const got = reading.report.tables.requests?.[row] ?? null;
    return JSON.stringify(got) === JSON.stringify(cells.t3[i]) || inDoubt.has(`requests/${row}`) ? [] : [`${row}: ${got} ≠ ${cells.t3[i]}`];
  });
  const four = ['review', 'litigationDirect', 'litigationAfterReview'].flatMap((group, g) => {
    const got = reading.report.tables.remedies?.[group] ?? null;
    const want = cells.t4.slice(g * 5, g * 5 + 5);
    return JSON.stringify(got) === JSON.stringify(want) || inDoubt.has(`remedies/${group}`) ? [] : [`${group}: ${got} ≠ ${want}`];
  });
  return [...three, ...four];
}

describe('real reports of other offices, as texts', () => {
  const texts = readdirSync(new URL('real/', FOLDER)).filter((f) => f.endsWith('.txt') && CELLS[f]);

  it.each(texts)('%s: every cell of sections three and four is right', async (file) => {
    const reading = await read(`real/${file}`);
    expect(differences(reading, CELLS[file]!)).toEqual([]);
    expect(reading.doubts.filter((d) => !d.cell.startsWith('proactive/'))).toEqual([]);
  });

  it('reads unit and year from the title beside the text where the text has none', async () => {
    const index = readFileSync(new URL('real/index.tsv', FOLDER), 'utf8')
      .split('\n')
      .map((l) => l.split('\t'))
      .filter((l) => texts.includes(l[0]!));
    for (const [file, , year, unit] of index) {
      const { report } = await read(`real/${file}`);
      expect([file, report.unit, report.year]).toEqual([file, unit, Number(year)]);
    }
  });

  it('tells the edition of section two and of section three apart', async () => {
    const editions = async (f: string) => (await read(`real/${f}`)).editions;
    expect(await editions('htp-2021.txt')).toEqual({ proactive: '2019', requests: '2019' });
    expect(await editions('zhz-2021.txt')).toEqual({ proactive: '2021', requests: '2019' });
    expect(await editions('shs-2021.txt')).toEqual({ proactive: '2019', requests: '2021' });
  });

  it('reads a published error as it is printed', async () => {
    expect((await read('real/htp-2024.txt')).report.tables.requests?.['1']).toEqual([5, 1, 0, 0, 0, 0, 0]);
    expect((await read('real/jjf-2024.txt')).report.tables.requests?.['3.7']).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('leaves out the 规章 row where the report does', async () => {
    const reading = await read('real/htp-2024.txt');
    expect(reading.absentRows).toEqual(['proactive/regulations']);
    expect(reading.report.tables.proactive).not.toHaveProperty('regulations');
  });

  it('notes labels printed otherwise than the form has them', async () => {
    const printed = async (f: string) => (await read(`real/${f}`)).labels.map((l) => [l.printed, l.expected]);
    expect(await printed('gaj-2021.txt')).toEqual([['本年废纸件数', '本年废止件数']]);
    expect(await printed('htp-2024.txt')).toEqual([
      ['先行有效件数', '现行有效件数'],
      ['规范性文件', '行政规范性文件'],
    ]);
  });

  it('says blank of cells whose label is printed without figures', async () => {
    const reading = await read('real/scj-2021.txt');
    expect(reading.notes.filter((n) => n.kind === 'blank').map((n) => n.cell.split('/')[1])).toEqual([
      ...Array(7).fill('3.6.2'),
      ...Array(7).fill('3.6.3'),
    ]);
  });

  it('lists every way to cut figures that no sum settles', async () => {
    const reading = await read('real/gwh-2022.txt');
    expect(reading.doubts.map((d) => [d.cell, d.readings])).toEqual([
      [
        'proactive/normativeDocuments',
        [
          [3, 40, 89],
          [3, 408, 9],
          [34, 0, 89],
          [340, 8, 9],
        ],
      ],
    ]);
    expect(reading.report.tables.proactive?.['normativeDocuments']).toEqual({ issued: null, abolished: null, inForce: null });
  });

  it.each([
    ['changchun-tuiyi-2023.txt', '1', [3, 0, 0, 0, 0, 0, 3]],
    ['nilka-town-2023.txt', '3.3.5', [0, 0, 0, 0, 0, 0, 0]],
    ['owenbabies-2019form.txt', '3.3.8', [0, 0, 0, 0, 0, 0, 0]],
  ])('%s, an excerpt: the rows that are there, the rest null, the table cut', async (file, row, cells) => {
    const reading = await read(`real/${file}`);
    expect(reading.tableStates.requests).toBe('cut');
    expect(reading.report.tables.requests?.[row]).toEqual(cells);
    expect(reading.report.tables.requests?.['4']).toEqual(Array(7).fill(null));
    expect(reading.report.partial).toEqual([1, 5, 6]);
  });

  it('has headings without tables as missing tables, not as another document', async () => {
    const reading = await read('real/minyi-xiang-2021-no-tables.txt');
    expect(reading.report).toMatchObject({ unit: '五常市民意乡', year: 2021, tables: { proactive: null, requests: null, remedies: null } });
    expect(reading.tableStates).toEqual({ proactive: 'missing', requests: 'missing', remedies: 'missing' });
  });
});

describe('朝阳镇 2023, one cell a line', () => {
  it('has 200 cells of 0 and its particulars', async () => {
    const { report, doubts, notes } = await read('chaoyang-2023.txt');
    const { proactive, requests, remedies } = report.tables;
    const all = [
      ...Object.values(proactive!).flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : [v])),
      ...Object.values(requests!).flat(),
      ...Object.values(remedies!).flat(),
    ];
    expect(all).toEqual(Array(200).fill(0));
    expect([doubts, notes]).toEqual([[], []]);
    expect(report).toMatchObject({
      form: '2021',
      unit: '朝阳镇',
      signedBy: '朝阳镇人民政府办公室',
      signedOn: '2024-01-17',
      year: 2023,
      period: ['2023-01-01', '2023-12-31'],
    });
  });

  it('places every line in its section with its number in the text', async () => {
    const { lines } = await read('chaoyang-2023.txt');
    expect(lines.filter((l) => l.kind === 'heading').map((l) => [l.n, l.section])).toEqual([
      [3, 1],
      [10, 2],
      [56, 3],
      [360, 4],
      [405, 5],
      [408, 6],
    ]);
    expect(lines[0]).toMatchObject({ n: 1, section: 0, kind: 'title' });
    expect(lines.at(-1)).toEqual({ n: 418, text: '2024年1月17日', section: 7, kind: 'signature' });
    expect(lines.find((l) => l.text.startsWith('目前我乡'))).toMatchObject({ n: 406, section: 5, kind: 'text' });
  });
});
