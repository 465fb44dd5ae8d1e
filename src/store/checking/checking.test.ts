import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingOf, type Sketch } from '#domain/checker/sketch.ts';
import type { Checking, ShownCheck, Submitted } from '#domain/checking/service.ts';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { openTestApplication, type TestApplication } from '../testing/application.ts';

let t: TestApplication;
let checking: Checking;
let clerk: Viewer;
beforeAll(async () => {
  t = await openTestApplication('2024-02-01T09:00:00+08:00');
  await t.agency('cyz');
  await t.agency('sfz');
  clerk = await t.person('clerk', 'clerk', 'cyz');
  checking = t.app.checking;
});
afterAll(() => t.close());

function submitted(sketch: Sketch, file = '年报.docx'): Submitted {
  return { file, sha256: 'ab'.repeat(32), reading: readingOf(sketch) };
}

function good<T>(value: T | Refusal | null): T {
  if (value === null || isRefusal(value)) throw new Error('refused');
  return value;
}

async function checked(sketch: Sketch): Promise<ShownCheck> {
  return good((await checking.keep(clerk, 'cyz', [submitted(sketch)])) as ShownCheck[] | Refusal)[0]!;
}

const WRONG = { five: ['目前我乡政策解读解读方式还不够新颖。下一步将改进。'] };
const MENDED = { five: ['目前我乡政策解读方式还不够新颖。下一步将改进。'] };

describe('体检的结果', () => {
  it('留着每一次；同一单位同一年再查一次，看得出改好了什么', async () => {
    const first = await checked(WRONG);
    expect([first.version, first.since]).toEqual([1, null]);
    const second = await checked(MENDED);
    expect(second.version).toBe(2);
    expect(second.since?.fixed.map((f) => f.rule)).toEqual(['WORD-DOUBLED']);
    expect(second.since?.still.map((f) => f.rule)).toEqual(['NAME-LEVEL']);
    const list = good(await checking.list(clerk, 'cyz'));
    expect(list.map((c) => [c.check.file, c.version, c.check.by])).toEqual([
      ['年报.docx', 2, 'clerk示例'],
      ['年报.docx', 1, 'clerk示例'],
    ]);
  });

  it('别的年度是另一份年报，从第一次数起', async () => {
    expect((await checked({ ...WRONG, year: 2022, period: ['2022-01-01', '2022-12-31'] })).version).toBe(1);
  });

  it('不改的意见写明理由，留着列出，下一次还算；理由不能空，收回后又是要改的', async () => {
    const one = await checked(WRONG);
    const at = one.findings.findIndex((f) => f.rule === 'NAME-LEVEL');
    expect(isRefusal(await checking.waive(clerk, 'cyz', one.check.id, at, '  '))).toBe(true);
    const waived = good(await checking.waive(clerk, 'cyz', one.check.id, at, '原文引用'));
    expect(waived.findings[at]?.waived).toEqual({ reason: '原文引用', by: 'clerk示例', on: '2024-02-01' });
    expect(isRefusal(await checking.waive(clerk, 'cyz', one.check.id, at, '再写一次'))).toBe(true);
    const again = await checked(MENDED);
    expect(again.findings.find((f) => f.rule === 'NAME-LEVEL')?.waived?.reason).toBe('原文引用');
    const back = good(await checking.takeBack(clerk, 'cyz', one.check.id, at));
    expect(back.findings[at]?.waived).toBeUndefined();
  });

  it('只有本单位的人和上级看得到、查得了；审计人员只看', async () => {
    const other = await t.person('other', 'clerk', 'sfz');
    const auditor = await t.person('auditor', 'auditor', 'cyz');
    const one = await checked(WRONG);
    expect(isForbidden(await checking.list(other, 'cyz'))).toBe(true);
    expect(isForbidden(await checking.get(other, 'cyz', one.check.id))).toBe(true);
    expect(isForbidden(await checking.keep(other, 'cyz', [submitted(WRONG)]))).toBe(true);
    expect(await checking.get(other, 'sfz', one.check.id)).toBeNull();
    expect(isForbidden(await checking.waive(auditor, 'cyz', one.check.id, 0, '理由'))).toBe(true);
    expect(isForbidden(await checking.keep(auditor, 'cyz', [submitted(WRONG)]))).toBe(true);
    expect(isRefusal(await checking.list(auditor, 'cyz'))).toBe(false);
  });

  it('文件里怪异的字符也存得下', async () => {
    const odd = await checking.keep(clerk, 'cyz', [submitted({ five: ['我乡\u0000\ud800还有不足。下一步将改进。'] }, '年\u0000报.txt')]);
    expect(good(odd)[0]?.check.file).toBe('年报.txt');
  });
});
