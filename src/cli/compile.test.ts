import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from './command.ts';
import { compileCommand, compileCommandFrom } from './compile.ts';

const FILE = {
  agencies: [
    { code: 'zhen', name: '青石镇人民政府', shortName: '青石镇', kind: 'reportingOrgan', level: 'township' },
    { code: 'zhan', name: '青石镇农业服务站', shortName: '农业站', kind: 'internalUnit', parent: 'zhen' },
    { code: 'a', name: '甲乡人民政府', shortName: '同名', kind: 'reportingOrgan' },
    { code: 'b', name: '乙乡人民政府', shortName: '同名', kind: 'reportingOrgan' },
  ],
  declarations: [{ agency: 'zhen', register: 'requests', from: '2023-01-01', to: '2023-12-31', state: 'kept', by: '甲', on: '2024-01-05' }],
  requests: [
    {
      number: '2023-0007',
      agency: 'zhen',
      applicantKind: 'naturalPerson',
      channel: 'counter',
      events: [{ on: '2023-05-04', kind: 'received' }],
      outcome: '3.1',
      outcomeOn: '2023-05-20',
    },
  ],
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compile-'));
  writeFileSync(join(folder, 'registers.json'), JSON.stringify(FILE));
  writeFileSync(join(folder, 'broken.json'), JSON.stringify({ ...FILE, requests: [{ ...FILE.requests[0], outcome: '9.9' }] }));
  const early = { ...FILE.requests[0], outcomeOn: '2023-05-03' };
  writeFileSync(join(folder, 'early.json'), JSON.stringify({ ...FILE, requests: [early] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(line: string, command = compileCommand) {
  let out = '';
  let err = '';
  const io = { cwd: folder, out: (t: string) => void (out += t), err: (t: string) => void (err += t) };
  const code = await command.run(line.split(' '), io);
  return { code, out, err };
}

describe('gongkai compile', () => {
  it.each(['zhen', '青石镇人民政府', '青石镇'])('prints the report of %s as one JSON value', async (agency) => {
    const { code, out, err } = await run(`--registers registers.json --agency ${agency} --year 2023`);
    expect([code, err]).toEqual([0, '']);
    const compiled = JSON.parse(out);
    expect(out.endsWith('}\n')).toBe(true);
    expect(compiled.report).toMatchObject({
      form: '2021',
      unit: '青石镇人民政府',
      year: 2023,
      period: ['2023-01-01', '2023-12-31'],
      complete: false,
    });
    expect(compiled.report.tables.requests['3.1']).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(compiled.report.tables.proactive.licences).toBeNull();
    expect(compiled.cells['requests/3.1/naturalPerson']).toEqual(['2023-0007']);
    expect(Object.keys(compiled.cells).every((key) => key.startsWith('requests/'))).toBe(true);
    expect(compiled.figureRecords['figures/processingFee/noticedItems']).toEqual([]);
    expect(compiled.missing).toContainEqual({ register: 'tickets', from: '2023-01-01', to: '2023-12-31' });
    expect(compiled.findings).toEqual([]);
  });

  it('takes any span; the year is that of the span', async () => {
    const { out } = await run('--registers registers.json --agency zhen --from 2023-05-01 --to 2023-05-31');
    expect(JSON.parse(out).report).toMatchObject({ year: 2023, period: ['2023-05-01', '2023-05-31'] });
  });

  it('says what was known on a day', async () => {
    const { out } = await run('--registers registers.json --agency zhen --year 2023 --as-of 2023-05-19');
    expect(JSON.parse(out).report.tables.requests['4']).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });

  it('prints text for reading', async () => {
    const { out } = await run('--registers registers.json --agency zhen --year 2023 --format text');
    expect(out).toContain('（一）予以公开：1 0 0 0 0 0 1');
    expect(out).toContain('12345热线工单登记簿：2023-01-01 至 2023-12-31');
  });

  it('ends with 1 where the registers have an error, and prints all the same', async () => {
    const { code, out } = await run('--registers early.json --agency zhen --year 2023');
    expect(code).toBe(1);
    expect(JSON.parse(out).findings.map((f: { rule: string }) => f.rule)).toEqual(['REG-OUTCOME-EARLY']);
  });

  it.each([
    ['--registers broken.json --agency zhen --year 2023', /requests\[0\]\.outcome“9\.9”/],
    ['--registers nothing.json --agency zhen --year 2023', /nothing\.json/],
    ['--registers registers.json --agency zhan --year 2023', /青石镇人民政府/],
    ['--registers registers.json --agency 县 --year 2023', /没有“县”这个机关/],
    ['--registers registers.json --agency 同名 --year 2023', /a、b/],
    ['--registers registers.json --agency zhen --year 2020', /2019年格式/],
  ])('%s is refused: 1, a refusal on standard output, the words on standard error', async (line, why) => {
    const { code, out, err } = await run(line);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ refused: expect.stringMatching(why), basis: expect.any(Array) });
    expect(err).toMatch(why);
    expect((await run(`${line} --format text`)).out).toBe('');
  });

  it.each([
    '--registers registers.json --year 2023',
    '--registers registers.json --agency zhen',
    '--registers registers.json --agency zhen --from 2023-01-01',
    '--registers registers.json --agency zhen --year 2023 --from 2023-01-01 --to 2023-12-31',
    '--registers registers.json --agency zhen --year 23',
    '--registers registers.json --agency zhen --from 2023-02-30 --to 2023-12-31',
    '--registers registers.json --agency zhen --from 2023-12-31 --to 2023-01-01',
    '--registers registers.json --agency zhen --from 2023-01-01 --to 9999-12-31',
    '--registers registers.json --agency zhen --year 2023 --as-of gestern',
    '--registers registers.json --agency zhen --year 2023 --format xml',
    '--agency zhen --year 2023',
  ])('%s is wrong usage', async (line) => {
    await expect(run(line)).rejects.toThrow(UsageError);
  });

  it('without a file counts the registers of the running system, where there is one', async () => {
    const source = async () => ({ agencies: [], declarations: [], opening: [], records: [] });
    const { code, err } = await run('--agency zhen --year 2023', compileCommandFrom(source));
    expect([code, err]).toEqual([1, '没有“zhen”这个机关；登记里有：。\n']);
  });

  it('prints the schema of the file', async () => {
    const { code, out } = await run('--schema');
    expect(code).toBe(0);
    expect(JSON.parse(out).required).toEqual(['agencies']);
  });
});
