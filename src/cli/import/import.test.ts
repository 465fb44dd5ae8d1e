import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheets } from '#documents/sheets/read.ts';
import type { Command } from '../command.ts';
import { exportCommandFrom } from '../export.ts';
import { importCommandFrom } from '../import.ts';
import { templateCommand } from '../template.ts';
import { type MemoryOffice, memoryOffice } from './memoryOffice.ts';

const FIXTURES = join(import.meta.dirname, '../../../test/fixtures/sheets');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: Command, ...args: string[]) {
  let out = '';
  let err = '';
  const io = { cwd: folder, out: (t: string) => void (out += t), err: (t: string) => void (err += t) };
  const code = await command.run(args, io);
  return { code, out, err };
}

const importInto = (office: MemoryOffice, ...args: string[]) =>
  run(
    importCommandFrom(async () => office),
    ...args,
    '--agency',
    '示范镇',
  );
const exportFrom = (office: MemoryOffice, ...args: string[]) =>
  run(
    exportCommandFrom(async () => office),
    ...args,
    '--agency',
    'sfz',
  );

describe('gongkai import', () => {
  it('reads an office’s own ledger without being told which register it is, and saves it in one batch', async () => {
    const office = memoryOffice();
    const { code, out, err } = await importInto(office, join(FIXTURES, '12345转办件台账.xlsx'));
    expect([code, office.batches, office.records.length]).toEqual([0, [104], 104]);
    expect(err).toContain('12345热线工单登记簿');
    expect(out).toContain('C 转办时间 → 派单日期');
    expect(out).toContain('已导入104条记录');
  });

  it('--dry-run saves nothing', async () => {
    const office = memoryOffice();
    const { code, out } = await importInto(office, join(FIXTURES, '12345转办件台账.xlsx'), '--dry-run', '--format', 'json');
    expect([code, office.records, office.kept]).toEqual([0, [], []]);
    expect(JSON.parse(out)).toMatchObject({ applied: false, counts: { toSave: 104 } });
    expect(out).not.toContain('路灯');
  });

  it('the same file twice adds nothing', async () => {
    const office = memoryOffice();
    for (let i = 0; i < 2; i++) {
      for (const name of ['依申请公开登记表.xlsx', '信息发布台账.xlsx', '培训台账.csv', '12345转办件台账.xlsx']) {
        expect((await importInto(office, join(FIXTURES, name))).code, name).toBe(0);
      }
    }
    const count = (register: string) => office.records.filter((r) => r.register === register).length;
    expect(['requests', 'items', 'publications', 'activities', 'tickets'].map(count)).toEqual([5, 5, 8, 3, 104]);
  });

  it('one error: not a line is saved, and the coloured copy is written', async () => {
    const office = memoryOffice();
    writeFileSync(join(folder, 'a.csv'), '工单号,派单日期,诉求内容\nA1,2023.1.1,路灯\nA2,2023.2.30,水压\n');
    const { code, out } = await importInto(office, 'a.csv', '--errors', '标好.xlsx');
    expect([code, office.records]).toEqual([1, []]);
    expect(out).toContain('第3行 B列“派单日期”：“2023.2.30”不是日历上有的日子');
    expect(out).toContain('一行也没有导入');
    expect(Array.isArray(await readSheets(readFileSync(join(folder, '标好.xlsx')), '标好.xlsx'))).toBe(true);
  });

  it('keeps a mapping once confirmed: the next sheet of that form needs none', async () => {
    const office = memoryOffice();
    writeFileSync(join(folder, 'b.csv'), '甲,乙,丙\nA1,2023.1.1,路灯\n');
    writeFileSync(join(folder, 'c.csv'), '甲,乙,丙\nA2,2023.1.2,水压\n');
    writeFileSync(join(folder, 'm.json'), JSON.stringify({ columns: { 甲: '工单编号', 乙: 'receivedOn', 丙: null } }));
    expect((await importInto(office, 'b.csv', '--register', 'tickets')).err).toContain('没有找到');
    expect((await importInto(office, 'b.csv', '--register', 'tickets', '--mapping', 'm.json')).code).toBe(0);
    expect((await importInto(office, 'c.csv', '--register', 'tickets')).code).toBe(0);
    expect(office.records.map((r) => [r.number, r.values])).toEqual([
      ['A1', { receivedOn: '2023-01-01' }],
      ['A2', { receivedOn: '2023-01-02' }],
    ]);
  });

  it('a register changed meanwhile refuses the whole batch with the line concerned', async () => {
    const office = memoryOffice();
    writeFileSync(join(folder, 'd.csv'), '工单号,派单日期,诉求内容\nA1,2023.1.1,路灯\nA2,2023.1.2,水压\n');
    const list = office.registers.list;
    Object.assign(office.registers, { list: async () => ({ records: [], total: 0 }) });
    await importInto(office, 'd.csv');
    const again = await importInto(office, 'd.csv');
    expect([again.code, office.records.length]).toEqual([1, 2]);
    expect(again.err).toContain('第2行：编号“A1”已经登记过');
    Object.assign(office.registers, { list });
    expect((await importInto(office, 'd.csv')).code).toBe(0);
  });

  it('says what is wrong with the call', async () => {
    const office = memoryOffice();
    await expect(importInto(office)).rejects.toThrow('请写一个要导入的文件');
    await expect(importInto(office, '没有.xlsx')).rejects.toThrow('没有文件“没有.xlsx”');
    await expect(importInto(office, 'd.csv', '--register', '台账')).rejects.toThrow('没有“台账”这本登记簿');
    await expect(importInto(office, 'd.csv', '--year', '23')).rejects.toThrow('不是年份');
    await expect(
      run(
        importCommandFrom(async () => office),
        'd.csv',
        '--agency',
        '别处',
      ),
    ).rejects.toThrow('没有“别处”这个机关');
    writeFileSync(join(folder, 'bad.json'), '{"columns":{"甲":"没有的列"}}');
    await expect(importInto(office, 'd.csv', '--mapping', 'bad.json')).rejects.toThrow('不是登记簿的列');
  });
});

describe('gongkai export and template', () => {
  it('what was exported is known line by line when imported', async () => {
    const office = memoryOffice();
    await importInto(office, join(FIXTURES, '依申请公开登记表.xlsx'));
    for (const format of ['xlsx', 'csv']) {
      expect((await exportFrom(office, '依申请公开登记簿', '--out', `出.${format}`)).code).toBe(0);
      const { out } = await importInto(office, `出.${format}`, '--format', 'json');
      expect(JSON.parse(out)).toMatchObject({ applied: true, saved: 0, counts: { known: 5, toSave: 0, errorRows: 0 } });
    }
    expect(office.records).toHaveLength(5);
  });

  it('JSON has the shape of the registers file', async () => {
    const office = memoryOffice();
    await importInto(office, join(FIXTURES, '培训台账.csv'));
    const { out } = await exportFrom(office, 'activities', '--out', '-', '--format', 'json');
    expect(JSON.parse(out).activities[0]).toMatchObject({ agency: 'sfz', kind: 'training', on: '2023-03-08' });
  });

  it('a template is written where it is wanted', async () => {
    expect((await run(templateCommand, 'tickets', '--out', '模板.xlsx')).code).toBe(0);
    expect(Array.isArray(await readSheets(readFileSync(join(folder, '模板.xlsx')), '模板.xlsx'))).toBe(true);
    await expect(run(templateCommand)).rejects.toThrow('请写一本登记簿');
    await expect(exportFrom(memoryOffice(), 'tickets', '--out', '-', '--format', 'xlsx')).rejects.toThrow('XLSX 要写到文件里');
  });
});
