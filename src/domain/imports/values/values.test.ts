import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerOf } from '#domain/registers/index.ts';
import type { SheetCell } from '../sheet.ts';
import { parseChoiceCell } from './choice.ts';
import { parseDayCell, parseDayText } from './day.ts';
import { parseFlagCell } from './flag.ts';
import { parseMonthCell } from './month.ts';
import { moneyUnitIn, parseCountCell, parseMoneyCell } from './number.ts';
import { isProblem, type Parsed } from './parsed.ts';

const text = (t: string): SheetCell => ({ kind: 'text', text: t });
const number = (n: number): SheetCell => ({ kind: 'number', number: n, text: String(n) });
const date = (t: string): SheetCell => ({ kind: 'date', text: t });
const read = (parsed: Parsed) => (isProblem(parsed) ? parsed.what : parsed.value);

describe('日期：办公室写法', () => {
  it.each([
    ['2023.4.5'],
    ['2023-4-5'],
    ['2023/04/05'],
    ['2023年4月5日'],
    ['2023年04月05号'],
    ['２０２３．４．５'],
    ['20230405'],
    ['2023 年 4 月 5 日'],
    ['二〇二三年四月五日'],
    ['2023年4月5日（星期三）'],
    ['2023-04-05 14:30'],
    ['2023/4/5 8:05:09'],
    ['2023年4月5日下午3时20分'],
    ['2023年4月5日 9时'],
    ['2023-04-04T20:00:00Z'],
    ['2023-04-05T23:59:59+08:00'],
    ['2023-04-05 00:30:00+0800'],
  ])('%s 是 2023-04-05，不论表是哪一年', (written) => {
    expect(parseDayText(written, null)).toEqual({ value: '2023-04-05' });
    expect(parseDayText(written, 2020)).toEqual({ value: '2023-04-05' });
  });

  it.each([['4月5日'], ['4.5'], ['4/5'], ['04-05'], ['4月5号'], ['四月五日'], ['23.4.5'], ['23年4月5日']])(
    '%s 要靠表的年份；没有就问，不猜',
    (written) => {
      expect(parseDayText(written, 2023)).toEqual({ value: '2023-04-05' });
      const asked = parseDayText(written, null);
      expect(isProblem(asked) && asked.what).toMatch(/没有年份|年份只有两位/);
    },
  );

  it('两位年份离表的年份远的也要问', () => {
    expect(isProblem(parseDayText('19.4.5', 2023))).toBe(true);
  });

  it('三十日、二十一日、十月都认得', () => {
    expect(read(parseDayText('二〇二三年十月三十一日', null))).toBe('2023-10-31');
    expect(read(parseDayText('二零二三年十一月二十日', null))).toBe('2023-11-20');
    expect(read(parseDayText('二○二三年十二月十日', null))).toBe('2023-12-10');
  });

  it.each([['2023-02-29'], ['2023.13.1'], ['2023年4月31日'], ['0023-04-05'], ['3023.4.5']])('%s 日历上没有或年份不对', (written) => {
    expect(isProblem(parseDayText(written, 2023))).toBe(true);
  });

  it('闰日在闰年才有', () => {
    expect(read(parseDayText('2月29日', 2024))).toBe('2024-02-29');
    expect(isProblem(parseDayText('2月29日', 2023))).toBe(true);
  });

  it.each([['2023.4.5-4.7'], ['4月5日至7日'], ['2023年4月'], ['上旬'], ['见附件'], ['12345']])('%s 不是一天，说明原因', (written) => {
    const parsed = parseDayText(written, 2023);
    expect(isProblem(parsed) && parsed.fix).toContain('2023-4-5');
  });

  it('序列号、八位数字、日期格都认；单独的4.1、4.2、4.3分不清是1日还是10日', () => {
    expect(read(parseDayCell(number(45_021), null))).toBe('2023-04-05');
    expect(read(parseDayCell(number(45_021.75), null))).toBe('2023-04-05');
    expect(read(parseDayCell(number(20_230_405), null))).toBe('2023-04-05');
    expect(read(parseDayCell(date('2023-04-05 14:30'), null))).toBe('2023-04-05');
    expect(read(parseDayCell(number(4.5), 2023))).toBe('2023-04-05');
    expect(read(parseDayCell(number(4.1), 2023))).toContain('分不清');
    expect(read(parseDayCell(text('4.10'), 2023))).toBe('2023-04-10');
    expect(isProblem(parseDayCell(number(32_873), 2023))).toBe(true);
    expect(read(parseDayCell(number(32_874), 2023))).toBe('1990-01-01');
  });

  it('任何一天，照任何一种写法写出，读回还是那一天', () => {
    const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, (d) => {
        const iso = d.toISOString().slice(0, 10);
        const [y, m, dd] = iso.split('-').map(Number) as [number, number, number];
        const serial = Math.floor(d.getTime() / 86_400_000) + 25_569;
        for (const t of [
          `${y}.${m}.${dd}`,
          `${y}年${m}月${dd}日`,
          iso,
          iso.replaceAll('-', ''),
          `${y}/${m}/${dd} 23:59`,
          `${y}/${m}/${dd} 8:05`,
          `${y}-${m}-${dd} 9:00:00`,
        ]) {
          expect(read(parseDayText(t, null))).toBe(iso);
        }
        expect(read(parseDayText(`${m}月${dd}日`, y))).toBe(iso);
        expect(read(parseDayCell(number(serial), null))).toBe(iso);
      }),
    );
  });

  it('任何文字都得到一个真日子或一条说明，不出故障', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.integer({ min: 2000, max: 2030 })), (t, year) => {
        const parsed = parseDayText(t, year);
        expect(isProblem(parsed) ? parsed.fix.length > 0 : /^\d{4}-\d{2}-\d{2}$/.test(parsed.value)).toBe(true);
      }),
    );
  });
});

describe('月份', () => {
  it.each([['2023年3月'], ['2023.3'], ['2023-03'], ['2023/3'], ['202303'], ['2023年3月份'], ['2023年3月31日']])(
    '%s 是 2023-03',
    (written) => {
      expect(read(parseMonthCell(text(written), null))).toBe('2023-03');
    },
  );

  it('3月、三月、3 要靠表的年份', () => {
    for (const written of ['3月', '3', '三月', '3月份']) {
      expect(read(parseMonthCell(text(written), 2023))).toBe('2023-03');
      expect(isProblem(parseMonthCell(text(written), null))).toBe(true);
    }
  });

  it('数字格2023.1分不清是1月还是10月；文字2023.10是10月', () => {
    expect(read(parseMonthCell(number(2023.1), null))).toContain('10月');
    expect(read(parseMonthCell(text('2023.10'), null))).toBe('2023-10');
    expect(isProblem(parseMonthCell(text('2023年13月'), null))).toBe(true);
    expect(isProblem(parseMonthCell(text('0月'), 2023))).toBe(true);
  });
});

describe('件数', () => {
  it.each([
    ['12', 12],
    ['12件', 12],
    ['１２条', 12],
    ['1,204', 1204],
    ['1，204人次', 1204],
    ['0', 0],
    [' 7 次', 7],
  ])('%s 是 %i', (written, n) => {
    expect(parseCountCell(text(written))).toEqual({ value: n });
  });

  it.each([['—'], ['/'], ['无'], ['1.5'], ['-3'], ['1,23'], ['约30'], ['十二'], ['']])('%s 不当数字，问清楚', (written) => {
    expect(isProblem(parseCountCell(text(written)))).toBe(true);
  });
});

describe('金额：到分，一分不差', () => {
  it.each([
    ['1200.50', '元', 120_050],
    ['1,200.5元', '元', 120_050],
    ['¥1200', '元', 120_000],
    ['1.2万元', '元', 1_200_000],
    ['1.2', '万元', 1_200_000],
    ['0.000001', '万元', 1],
    ['0.01', '元', 1],
    ['0', '元', 0],
    ['35.10元整', '元', 3510],
  ] as const)('%s（单位%s）是%i分', (written, unit, fen) => {
    expect(parseMoneyCell(text(written), unit)).toEqual({ value: fen });
  });

  it('不到一分、负数、一道横线都问；允许负数的列可以是负数', () => {
    expect(isProblem(parseMoneyCell(text('0.001')))).toBe(true);
    expect(isProblem(parseMoneyCell(text('-5')))).toBe(true);
    expect(parseMoneyCell(text('-5'), '元', true)).toEqual({ value: -500 });
    expect(isProblem(parseMoneyCell(text('—')))).toBe(true);
  });

  it('任何分数，写成元或万元，读回一分不差；二进制小数也不差', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const wan = `${Math.floor(fen / 1_000_000)}.${String(fen % 1_000_000).padStart(6, '0')}`;
        expect(parseMoneyCell(text(yuan))).toEqual({ value: fen });
        expect(parseMoneyCell(text(wan), '万元')).toEqual({ value: fen });
        expect(parseMoneyCell(number(fen / 100))).toEqual({ value: fen });
      }),
    );
  });

  it('单位从列标题里看', () => {
    expect(moneyUnitIn('收费金额（万元）')).toBe('万元');
    expect(moneyUnitIn('实收 / 金额（元）')).toBe('元');
    expect(moneyUnitIn('收费')).toBeNull();
  });
});

describe('是与否', () => {
  it.each([
    ['是', true],
    ['√', true],
    ['有', true],
    ['1', true],
    ['否', false],
    ['×', false],
    ['无', false],
    ['满意', true],
    ['非常满意', true],
    ['不满意', false],
  ])('%s', (written, value) => {
    expect(parseFlagCell(text(written), '满意')).toEqual({ value });
  });

  it('“基本满意”不猜', () => {
    expect(isProblem(parseFlagCell(text('基本满意'), '满意'))).toBe(true);
  });

  it('已解决、未解决', () => {
    expect(parseFlagCell(text('已解决'), '已解决')).toEqual({ value: true });
    expect(parseFlagCell(text('未解决'), '已解决')).toEqual({ value: false });
  });
});

describe('申请人类型和办理结果：办公室的说法归到表格的行', () => {
  const field = (key: string) => registerOf('requests').fields.find((f) => f.key === key)!;
  const outcome = (written: string) => read(parseChoiceCell(field('outcome'), text(written)));

  it.each([
    ['自然人', 'naturalPerson'],
    ['个人', 'naturalPerson'],
    ['公民', 'naturalPerson'],
    ['企业', 'business'],
    ['公司', 'business'],
    ['律师事务所', 'legalService'],
    ['社会公益组织', 'publicWelfare'],
    ['科研机构', 'research'],
  ])('%s → %s', (written, value) => {
    expect(read(parseChoiceCell(field('applicantKind'), text(written)))).toBe(value);
  });

  it('“法人”说不清是哪一列，列出可填的', () => {
    const parsed = parseChoiceCell(field('applicantKind'), text('法人'));
    expect(isProblem(parsed) && parsed.fix).toContain('商业企业');
  });

  it.each([
    ['予以公开', '3.1'],
    ['全部公开', '3.1'],
    ['部分公开', '3.2'],
    ['不予公开（国家秘密）', '3.3.1'],
    ['不予公开：商业秘密', '3.3.4'],
    ['个人隐私', '3.3.4'],
    ['过程性信息', '3.3.6'],
    ['信息不存在', '3.4.1'],
    ['不属于本机关', '3.4.1'],
    ['需另行制作', '3.4.2'],
    ['重复申请', '3.5.2'],
    ['逾期未缴费', '3.6.2'],
    ['撤回申请', '3.6.3'],
    ['3.3.8', '3.3.8'],
  ])('%s → %s', (written, row) => {
    expect(outcome(written)).toBe(row);
  });

  it.each([
    ['不予公开', ['国家秘密', '过程性信息']],
    ['无法提供', ['本机关不掌握', '另行制作']],
    ['不予处理', ['信访', '重复申请']],
    ['视为放弃', ['逾期不补正', '缴纳费用']],
    ['其他', ['不补正', '其他']],
  ])('“%s”是一组，不是一种：列出候选', (written, named) => {
    for (const name of named) expect(outcome(written)).toContain(name);
    expect(outcome(written)).toContain('分不清');
  });

  it('“已办结”不是结果，“不予受理”条例里没有，“办理中”是还没有结果', () => {
    expect(outcome('已办结')).toContain('没有说是哪一种');
    expect(outcome('不予受理')).toContain('条例没有');
    expect(outcome('办理中')).toBeNull();
  });

  it('二十一种结果，每一种的全名、短名和编号都读回自己', () => {
    const choices = field('outcome').choices!;
    expect(choices).toHaveLength(21);
    for (const { value, label } of choices) {
      expect(outcome(label)).toBe(value);
      expect(outcome(value)).toBe(value);
    }
  });
});
