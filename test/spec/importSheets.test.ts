import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colouredCopy } from '#documents/sheets/errorsCopy.ts';
import { readSheets } from '#documents/sheets/read.ts';
import { recordTable } from '#documents/sheets/recordTable.ts';
import { registerTemplate } from '#documents/sheets/template.ts';
import { writeRegisterCsv } from '#documents/writing/registerCsv.ts';
import { writeRegisterXlsx } from '#documents/writing/registerXlsx.ts';
import {
  detectRegister,
  ERROR_SHEET,
  type ImportPlan,
  type ImportRequest,
  planImport,
  type SheetGrid,
  toKept,
} from '#domain/imports/index.ts';
import { type FieldValue, REGISTERS, type RegisterKey, type RegisterRecord, registerOf } from '#domain/registers/index.ts';

import { SHEETS } from '../fixtures/sheets/make.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/sheets');

async function fixture(name: string): Promise<SheetGrid[]> {
  return sheetsOf(await readFile(join(FIXTURES, name)), name);
}

async function sheetsOf(bytes: Uint8Array, name = '表.xlsx'): Promise<SheetGrid[]> {
  const sheets = await readSheets(bytes, name);
  if (!Array.isArray(sheets)) throw new Error(sheets.refused);
  return sheets;
}

function planned(sheets: readonly SheetGrid[], register: RegisterKey, more: Partial<ImportRequest> = {}): ImportPlan {
  const plan = planImport(sheets, {
    register,
    agency: 'sfz',
    sheet: null,
    fileName: '表.xlsx',
    year: null,
    kept: [],
    existing: [],
    onExisting: 'refuse',
    today: '2024-01-05',
    ...more,
  });
  if ('refused' in plan) throw new Error(plan.refused);
  return plan;
}

/** A sheet from rows, as a spreadsheet would hold them. */
async function sheet(
  rows: readonly (readonly (string | number | Date | null)[])[],
  name = '表',
  merges: readonly string[] = [],
): Promise<SheetGrid[]> {
  const book = new ExcelJS.Workbook();
  const made = book.addWorksheet(name);
  for (const row of rows) made.addRow([...row]);
  for (const merge of merges) made.mergeCells(merge);
  return sheetsOf(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** What the registers would hold after the plan was applied. */
function applied(plan: ImportPlan): RegisterRecord[] {
  return plan.drafts.map(({ draft }, i) => ({
    register: draft.register,
    agency: draft.agency,
    number: draft.number ?? `${draft.register}-${i + 1}`,
    version: 1,
    origin: 'import',
    void: null,
    values: draft.values,
    events: [],
    personKey: null,
    recordedAt: '2024-01-05T00:00:00.000Z',
    recordedBy: '导入人',
  }));
}

/** Every line of the sheets read is a draft, known, an error, or left out with a reason: none is lost, none is two things. */
function expectNoLineLost(sheets: readonly SheetGrid[], plan: ImportPlan): void {
  for (const { sheet: name } of plan.sheets) {
    const grid = sheets.find((s) => s.name === name)!;
    const rowsIn = (list: readonly { sheet: string; row: number | null }[]) =>
      new Set(list.filter((x) => x.sheet === name).map((x) => x.row));
    const [drafts, known, errors, ignored] = [plan.drafts, plan.known, plan.errors, plan.ignored].map(rowsIn) as [
      Set<number>,
      Set<number>,
      Set<number>,
      Set<number>,
    ];
    for (const row of grid.rows) {
      const places = [drafts, known, errors, ignored].filter((set) => set.has(row.number));
      expect(places.length, `第${row.number}行`).toBe(1);
    }
    expect(plan.ignored.every((i) => i.reason.length > 0)).toBe(true);
  }
  expect(plan.sheets.length + plan.ignoredSheets.length).toBe(sheets.length);
}

describe('样表', () => {
  it.each(Object.entries(SHEETS))('%s 与生成它的程序一致', async (name, make) => {
    expect(await fixture(name)).toEqual(await sheetsOf(new Uint8Array(await make()), name));
  });
});

describe('依申请公开登记表：两行合并表头、打勾的列、各种日期', () => {
  it('认出登记簿、表头和年份，五件全部读出', async () => {
    const sheets = await fixture('依申请公开登记表.xlsx');
    expect(detectRegister(sheets, '表.xlsx')[0]).toMatchObject({ register: 'requests', sure: true });
    const plan = planned(sheets, 'requests');
    expect(plan.errors).toEqual([]);
    expect(plan.sheets[0]).toMatchObject({ headerRows: [3, 4], year: { year: 2023, from: '表题' } });
    expect(plan.drafts.map((d) => d.draft.values['receivedOn'])).toEqual([
      '2023-02-06',
      '2023-03-15',
      '2023-04-28',
      '2023-06-01',
      '2023-12-28',
    ]);
    expect(plan.drafts.map((d) => d.draft.values['applicantKind'])).toEqual([
      'naturalPerson',
      'business',
      'naturalPerson',
      'legalService',
      'naturalPerson',
    ]);
    expect(plan.drafts.map((d) => d.draft.values['outcome'] ?? null)).toEqual(['3.1', '3.2', '3.3.6', '3.4.1', null]);
    expect(plan.drafts.map((d) => d.draft.values['outcomeOn'] ?? null)).toEqual([
      '2023-02-20',
      '2023-04-11',
      '2023-05-24',
      '2023-06-28',
      null,
    ]);
    expect(plan.drafts[0]!.draft.number).toBe('示公开申〔2023〕1号');
    expectNoLineLost(sheets, plan);
  });

  it('表题、合计、落款、隐藏的工作表都列出不导入的原因，自己的列列出', async () => {
    const plan = planned(await fixture('依申请公开登记表.xlsx'), 'requests');
    expect(plan.ignored.map((i) => i.reason)).toEqual([
      '表头以上的表题或说明',
      '表头以上的表题或说明',
      '表头',
      '表头',
      '合计行',
      '制表、审核等落款',
    ]);
    expect(plan.ignoredSheets).toEqual([{ sheet: '说明', rows: 1, reason: '隐藏的工作表' }]);
    expect(plan.sheets[0]!.unmapped.map((c) => [c.letter, c.title, c.example])).toEqual([['R', '经办人', '王某']]);
  });

  it('再导入一次，一件也不多', async () => {
    const sheets = await fixture('依申请公开登记表.xlsx');
    const again = planned(sheets, 'requests', { existing: applied(planned(sheets, 'requests')) });
    expect([again.drafts.length, again.known.length, again.errors.length]).toEqual([0, 5, 0]);
  });

  it('编号相同内容不同：拒绝并说明差在哪里；选更新则按原版本修改', async () => {
    const sheets = await fixture('依申请公开登记表.xlsx');
    const existing = applied(planned(sheets, 'requests')).map((r, i) =>
      i === 1 ? { ...r, version: 4, values: { ...r.values, outcome: '3.1' } } : r,
    );
    const refused = planned(sheets, 'requests', { existing });
    expect(refused.errors).toEqual([
      expect.objectContaining({ row: 6, columnLetter: 'B', what: expect.stringContaining('“办理结果”与表里不同') }),
    ]);
    const update = planned(sheets, 'requests', { existing, onExisting: 'update' });
    expect(update.drafts.map((d) => [d.draft.number, d.draft.basedOn, d.draft.values['outcome']])).toEqual([
      ['示公开申〔2023〕2号', 4, '3.2'],
    ]);
  });
});

describe('12345转办件台账：104行，日期只写月日', () => {
  it('按工作表名的年份读出104件，都在期限内办结', async () => {
    const sheets = await fixture('12345转办件台账.xlsx');
    const plan = planned(sheets, 'tickets');
    expect(plan.counts).toMatchObject({ rows: 107, records: 104, toSave: 104, errorRows: 0, ignored: 3 });
    expect(
      plan.drafts.every(({ draft: { values: v } }) => String(v['receivedOn']).startsWith('2023-') && v['closedOn']! <= v['dueOn']!),
    ).toBe(true);
    expect(plan.ignored.map((i) => [i.row, i.reason])).toEqual([
      [1, '表头以上的表题或说明'],
      [2, '表头'],
      [55, '重复的表头'],
    ]);
    expectNoLineLost(sheets, plan);
  });

  it('看不出年份就逐格问，一件也不导入；选定年份就全部读出', async () => {
    const sheets = (await fixture('12345转办件台账.xlsx')).map((s) => ({ ...s, name: 'Sheet1' }));
    const asked = planned(sheets, 'tickets');
    expect(asked.counts).toMatchObject({ toSave: 0, errorRows: 104 });
    expect(asked.errors[0]).toMatchObject({
      row: 3,
      columnLetter: 'C',
      header: '转办时间',
      value: '1月4日',
      fix: expect.stringContaining('选定年份'),
    });
    expect(planned(sheets, 'tickets', { year: 2023 }).counts.toSave).toBe(104);
  });
});

describe('信息发布台账：一行又是信息又是发布', () => {
  it('一条信息，几个渠道就有几次发布；同名的又一行是同一条的又一次发布', async () => {
    const sheets = await fixture('信息发布台账.xlsx');
    const plan = planned(sheets, 'items');
    const of = (register: string) => plan.drafts.filter((d) => d.draft.register === register).map((d) => d.draft);
    expect(of('items').map((d) => d.number)).toEqual([1, 2, 3, 4, 5].map((n) => `2023-SFZ-主动公开-000${n}`));
    expect(of('publications').map((d) => [d.values['item'], d.values['channel'], d.values['on']])).toEqual([
      ['2023-SFZ-主动公开-0001', 'website', '2023-01-16'],
      ['2023-SFZ-主动公开-0002', 'website', '2023-02-10'],
      ['2023-SFZ-主动公开-0003', 'website', '2023-03-20'],
      ['2023-SFZ-主动公开-0003', 'wechat', '2023-03-20'],
      ['2023-SFZ-主动公开-0003', 'broadcast', '2023-03-20'],
      ['2023-SFZ-主动公开-0004', 'website', '2023-05-31'],
      ['2023-SFZ-主动公开-0004', 'noticeBoard', '2023-06-01'],
      ['2023-SFZ-主动公开-0005', 'wechat', '2023-09-04'],
    ]);
    expect(plan.warnings.some((w) => w.what.includes('又一次发布'))).toBe(true);
    expectNoLineLost(sheets, plan);
  });

  it('再导入一次，信息和发布都不多', async () => {
    const sheets = await fixture('信息发布台账.xlsx');
    const again = planned(sheets, 'items', { existing: applied(planned(sheets, 'items')) });
    expect([again.drafts, again.errors]).toEqual([[], []]);
    expect(again.known).toHaveLength(6);
  });
});

describe('培训台账：GBK编码的CSV，没有类别一列', () => {
  it('类别从表题来，并且说明', async () => {
    const sheets = await fixture('培训台账.csv');
    const plan = planned(sheets, 'activities', { fileName: '培训台账.csv' });
    expect(plan.drafts.map((d) => [d.draft.values['kind'], d.draft.values['on'], d.draft.values['participants']])).toEqual([
      ['training', '2023-03-08', 12],
      ['training', '2023-04-20', 8],
      ['training', '2023-06-15', 20],
    ]);
    expect(plan.warnings.map((w) => w.what)).toContain('表里没有“类别”一列，按表题都填为“培训”');
    expectNoLineLost(sheets, plan);
  });
});

describe('错误说得清：第几行、哪一列、填了什么、怎么改', () => {
  const head = ['登记编号', '收到日期', '申请人类别', '姓名', '申请内容', '答复日期', '办理结果'];

  it('一行里每一处都说', async () => {
    const sheets = await sheet([head, ['1号', '2023.2.30', '法人', '某某', '某信息', '2023.3.1', '不予公开']]);
    const { errors, drafts } = planned(sheets, 'requests');
    expect(drafts).toEqual([]);
    expect(errors.map((e) => [e.row, e.columnLetter, e.header, e.value])).toEqual([
      [2, 'B', '收到日期', '2023.2.30'],
      [2, 'C', '申请人类别', '法人'],
      [2, 'G', '办理结果', '不予公开'],
    ]);
    expect(errors.every((e) => e.what.length > 0 && e.fix.length > 0)).toBe(true);
  });

  it('答复早于收到、有结果没日期，都不让进', async () => {
    const sheets = await sheet([
      head,
      ['1号', '2023.3.2', '自然人', '某某', '甲', '2023.3.1', '予以公开'],
      ['2号', '2023.3.2', '自然人', '某某', '乙', '2023.3.20', null],
    ]);
    const { errors } = planned(sheets, 'requests');
    expect(errors.map((e) => [e.row, e.columnLetter])).toEqual([
      [2, 'F'],
      [3, null],
    ]);
  });

  it('没写年份、跨了年的日期，提示写上年份', async () => {
    const sheets = await sheet([
      ['工单号', '派单日期', '诉求内容', '办结日期'],
      ['A1', '12月28日', '路灯', '1月5日'],
    ]);
    expect(planned(sheets, 'tickets', { year: 2023 }).errors[0]!.fix).toContain('按2023年读');
  });

  it('同一张表里编号重复', async () => {
    const sheets = await sheet([
      head,
      ['1号', '2023.3.2', '自然人', '甲', '甲', null, null],
      ['1号', '2023.3.3', '自然人', '乙', '乙', null, null],
    ]);
    expect(planned(sheets, 'requests').errors).toEqual([
      expect.objectContaining({ row: 3, columnLetter: 'A', what: expect.stringContaining('第2行重复') }),
    ]);
  });

  it('没有编号的两行一模一样：提醒，两行都进；再导入一次都认得', async () => {
    const sheets = await sheet([
      ['类别', '日期', '主题'],
      ['培训', '2023.3.2', '业务培训'],
      ['培训', '2023.3.2', '业务培训'],
    ]);
    const first = planned(sheets, 'activities');
    expect([first.drafts.length, first.warnings.filter((w) => w.what.includes('完全相同')).length]).toEqual([2, 1]);
    expect(planned(sheets, 'activities', { existing: applied(first) }).known).toHaveLength(2);
    expect(planned(sheets, 'activities', { existing: applied(first).slice(0, 1) }).drafts).toHaveLength(1);
  });

  it('同上、公式出错、被改成科学计数的号码、被改成日期的编号', async () => {
    const sheets = await sheet([
      ['登记编号', '收到日期', '姓名', '证件号码', '申请内容'],
      ['1号', '2023.3.2', '甲', 2.2e17, '同上'],
      [new Date(Date.UTC(2023, 2, 5)), '2023.3.3', '乙', '1', '内容'],
    ]);
    const whats = planned(sheets, 'requests').errors.map((e) => `${e.columnLetter}${e.row} ${e.what}`);
    expect(whats).toEqual([
      expect.stringMatching(/^D2 .*15位/),
      expect.stringMatching(/^E2 .*不确定/),
      expect.stringMatching(/^A3 .*日期/),
    ]);
  });

  it('合并的内容格往下填；没合并的空格不填', async () => {
    const rows = [
      ['工单号', '派单日期', '诉求内容', '承办单位'],
      ['A1', '2023.1.1', '路灯', '城建办'],
      ['A2', '2023.1.2', '水压', null],
      ['A3', '2023.1.3', '积雪', null],
    ];
    const merged = planned(await sheet(rows, '表', ['D2:D3']), 'tickets');
    expect(merged.drafts.map((d) => d.draft.values['unit'] ?? null)).toEqual(['城建办', '城建办', null]);
  });

  it('两列都像同一项：要人选定；选定后照办', async () => {
    const rows = [
      ['工单号', '派单日期', '诉求内容', '办结时间', '回复时间'],
      ['A1', '2023.1.1', '路灯', '2023.1.3', '2023.1.4'],
    ];
    const sheets = await sheet(rows);
    const asked = planned(sheets, 'tickets');
    expect(asked.errors).toEqual([expect.objectContaining({ row: null, what: expect.stringContaining('都像是“办结日期”') })]);
    const mapping = toKept(asked.sheets[0]!.mapping);
    const kept = [{ ...mapping, columns: { ...mapping.columns, 回复时间: 'closedOn', 办结时间: null } }];
    const settled = planned(sheets, 'tickets', { kept });
    expect(settled.errors).toEqual([]);
    expect(settled.drafts[0]!.draft.values['closedOn']).toBe('2023-01-04');
    const short = planned(sheets, 'tickets', { kept: [{ register: 'tickets', signature: '*', columns: { 回复时间: 'closedOn' } }] });
    expect([short.errors, short.drafts[0]!.draft.values['closedOn']]).toEqual([[], '2023-01-04']);
  });

  it('列标题一个也不认得：说明要什么；选定列对应以后照办', async () => {
    const sheets = await sheet([
      ['甲栏', '乙栏', '丙栏'],
      ['A1', '2023.1.1', '路灯'],
    ]);
    const request = {
      register: 'tickets',
      agency: 'sfz',
      sheet: null,
      fileName: '',
      year: null,
      existing: [],
      onExisting: 'refuse',
      today: '2024-01-05',
    } as const;
    expect(planImport(sheets, { ...request, kept: [] })).toMatchObject({ refused: expect.stringContaining('“工单编号”') });
    const kept = [{ register: 'tickets', signature: '*', columns: { 甲栏: 'number', 乙栏: 'receivedOn', 丙栏: 'title' } }] as const;
    expect(planned(sheets, 'tickets', { kept }).drafts[0]!.draft).toMatchObject({
      number: 'A1',
      values: { receivedOn: '2023-01-01', title: '路灯' },
    });
  });

  it('任何一行都不会悄悄丢掉', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ maxLength: 8 }),
      fc.constantFrom('合计', '备注：', '2023.4.5', '4月5日', '求助', '序号', '12', '同上', '示例', '制表人：某'),
      fc.integer({ min: -5, max: 50_000 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 5, maxLength: 7 }), { maxLength: 12 }), async (rows) => {
        const sheets = await sheet([['2023年台账'], ['序号', '工单号', '派单日期', '诉求内容', '诉求类别'], ...rows]);
        expectNoLineLost(sheets, planned(sheets, 'tickets'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('错误标在他们自己的表上', () => {
  it('出错的格子标红、写批注，另附清单；改正后原样导入，批注和清单不算数据', async () => {
    const book = new ExcelJS.Workbook();
    const made = book.addWorksheet('台账');
    made.addRow(['工单号', '派单日期', '诉求内容', '经办人']);
    made.addRow(['A1', '2023.2.30', '路灯', '自己的列']);
    made.getCell('D2').font = { bold: true };
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const sheets = await sheetsOf(bytes);
    const copy = await colouredCopy(bytes, sheets, planned(sheets, 'tickets'));

    const opened = new ExcelJS.Workbook();
    await opened.xlsx.load(copy.slice().buffer);
    const wrong = opened.getWorksheet('台账')!.getCell('B2');
    expect(wrong.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(wrong.note)).toContain('不是日历上有的日子');
    expect(opened.getWorksheet('台账')!.getCell('D2').font.bold).toBe(true);
    expect(opened.getWorksheet('台账')!.getCell('A2').fill?.type).toBeUndefined();
    expect(opened.getWorksheet(ERROR_SHEET)!.getRow(2).values).toEqual(expect.arrayContaining(['必须改', '台账', '派单日期', '2023.2.30']));

    wrong.value = '2023.2.28';
    const again = await sheetsOf(new Uint8Array(await opened.xlsx.writeBuffer()));
    const plan = planned(again, 'tickets');
    expect([plan.errors, plan.drafts.length]).toEqual([[], 1]);
    const clean = new ExcelJS.Workbook();
    await clean.xlsx.load((await colouredCopy(new Uint8Array(await opened.xlsx.writeBuffer()), again, plan)).slice().buffer);
    expect(JSON.stringify(clean.getWorksheet('台账')!.getCell('B2').note ?? '')).not.toContain('导入');
    expect(clean.worksheets.filter((s) => s.name === ERROR_SHEET)).toHaveLength(1);
  });

  it('CSV 也得到一份标好的表', async () => {
    const bytes = new TextEncoder().encode('工单号,派单日期,诉求内容\r\nA1,=1+1,路灯\r\n');
    const sheets = await sheetsOf(bytes, '台账.csv');
    const opened = new ExcelJS.Workbook();
    await opened.xlsx.load((await colouredCopy(bytes, sheets, planned(sheets, 'tickets'))).slice().buffer);
    expect(opened.worksheets[0]!.getCell('B2')).toMatchObject({ value: '=1+1', formula: undefined });
  });
});

describe('模板和导出', () => {
  it.each(REGISTERS.map((r) => [r.key] as const))('%s 的模板：每一列都认得，示例行不导入', async (key) => {
    const sheets = await sheetsOf(await registerTemplate(key));
    const plan = planned(sheets, key);
    expect(plan.drafts).toEqual([]);
    expect(plan.errors).toEqual([]);
    expect(plan.sheets[0]!.unmapped).toEqual([]);
    expect(plan.sheets[0]!.mapping.columns.filter((c) => c.use.kind === 'field')).toHaveLength(plan.sheets[0]!.mapping.columns.length - 1);
    expect(plan.ignored.map((i) => i.reason)).toEqual(['表头', '模板的示例行']);
    expect(detectRegister(sheets, '')[0]).toMatchObject({ register: key });
  });

  it('照模板的示例填一行，能导入', async () => {
    for (const { key } of REGISTERS) {
      const sheets = await sheetsOf(await registerTemplate(key));
      const [grid] = sheets as [SheetGrid];
      const filled = {
        ...grid,
        rows: grid.rows.map((row) => ({ ...row, cells: new Map([...row.cells].filter(([column]) => row.number === 1 || column > 1)) })),
      };
      const plan = planned([filled], key);
      expect(plan.errors, key).toEqual([]);
      expect(plan.counts.toSave, key).toBe(1);
    }
  });

  const plainWords = fc
    .string({ unit: fc.constantFrom(...'甲乙丙丁某村路灯水12，。=+-@AB（）', '\n'), minLength: 1, maxLength: 12 })
    .map((t) => `某${t}某`);
  const anyDay = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));

  function anyValue(register: RegisterKey, key: string): fc.Arbitrary<FieldValue> {
    const field = registerOf(register).fields.find((f) => f.key === key)!;
    switch (field.kind) {
      case 'day':
        return anyDay;
      case 'month':
        return anyDay.map((d) => d.slice(0, 7));
      case 'count':
        return fc.nat(10_000);
      case 'fen':
        return fc.nat(10_000_000_000);
      case 'flag':
        return fc.boolean();
      case 'choice':
        return fc.constantFrom(...field.choices!.map((c) => c.value));
      default:
        return plainWords;
    }
  }

  it.each(REGISTERS.map((r) => [r.key] as const))('%s 导出再导入，一处也不变（XLSX 和 CSV）', async (key) => {
    const register = registerOf(key);
    // Days that must stand in an order are drawn sorted; here the same day everywhere does.
    const values = fc.record(Object.fromEntries(register.fields.map((f) => [f.key, fc.option(anyValue(key, f.key), { freq: 3 })])));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.tuple(values, anyDay), { maxLength: 4, selector: ([v]) => JSON.stringify(v) }), async (list) => {
        const records = list.map(([drawn, on], i): RegisterRecord => {
          const number = register.numberField === 'month' ? `2023-${String(i + 1).padStart(2, '0')}` : `第${i + 1}号`;
          const all = Object.fromEntries(register.fields.map((f) => [f.key, f.kind === 'day' ? on : (drawn[f.key] ?? null)] as const));
          const together: Record<string, FieldValue> =
            key === 'requests' ? { outcome: '3.1' } : key === 'remedies' ? { result: 'other', finalResult: 'upheld' } : {};
          const { [register.numberField]: _, ...own } = { ...all, ...together };
          return {
            register: key,
            agency: 'sfz',
            number,
            version: 1,
            origin: 'entered',
            void: null,
            values: own,
            events: [],
            personKey: null,
            recordedAt: '',
            recordedBy: '',
          };
        });
        if (records.length === 0) return;
        const table = recordTable(register, records);
        for (const [bytes, name] of [
          [await writeRegisterXlsx(table), '导出.xlsx'],
          [writeRegisterCsv(table), '导出.csv'],
        ] as const) {
          const plan = planned(await sheetsOf(bytes, name), key, { existing: records });
          expect(plan.errors).toEqual([]);
          expect(plan.drafts).toEqual([]);
          expect(plan.known).toHaveLength(records.length);
        }
      }),
      { numRuns: 8 },
    );
  });
});
