import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingOf, type Sketch } from '#domain/checker/sketch.ts';
import type { Submitted } from '#domain/checking/keeping.ts';
import type { ListedCheck, ListQuery } from '#domain/checking/listing.ts';
import type { Checking, KeptFile, ShownCheck } from '#domain/checking/service.ts';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import type { Reading } from '#domain/report/model.ts';
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

const same = (a: string | null, b: string | null) => a !== null && a === b;

/** The digest of a file stands for its content here. */
function submitted(read: Submitted['read'], file = '年报.docx', content = JSON.stringify(read)): Submitted {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { file, sha256, read };
}

function good<T>(value: T | Refusal | null): T {
  if (value === null || isRefusal(value)) throw new Error(`refused ${JSON.stringify(value)}`);
  return value;
}

async function keep(...files: Submitted[]): Promise<{ files: KeptFile[]; again: ShownCheck[] }> {
  return good(await checking.keep(clerk, 'cyz', files, same));
}

async function checked(sketch: Sketch): Promise<ShownCheck> {
  return (await keep(submitted(readingOf(sketch)))).files[0]!.shown;
}

async function listed(query: Partial<ListQuery> = {}, agencies = ['cyz'], viewer = clerk): Promise<ListedCheck[]> {
  return good(await checking.list(viewer, agencies, { page: 1, size: 100, ...query })).rows;
}

const WRONG = { five: ['目前我乡政策解读解读方式还不够新颖。下一步将改进。'] };
const MENDED = { five: ['目前我乡政策解读方式还不够新颖。下一步将改进。'] };
const of = (unit: string, year: number, five = WRONG.five): Sketch => ({
  unit,
  year,
  period: [`${year}-01-01`, `${year}-12-31`],
  five,
});

/** A report whose row of new requests was read in two ways. */
function doubtful(unit: string): Reading {
  const reading = readingOf(of(unit, 2023));
  const tables = structuredClone(reading.report.tables);
  const row = tables.requests!['1']!;
  const readings = [
    [1, 0, 0, 0, 0, 0, 1],
    [10, 0, 0, 0, 0, 0, 10],
  ];
  tables.requests!['1'] = row.map(() => null);
  return { ...reading, report: { ...reading.report, tables }, doubts: [{ cell: 'requests/1', readings, why: '数字连在一起' }] };
}

describe('体检的结果', () => {
  it('留着每一次；同一单位同一年再查一次，看得出改好了什么', async () => {
    const first = await checked(of('甲镇', 2023));
    expect([first.head.version, first.since]).toEqual([1, null]);
    const second = await checked(of('甲镇', 2023, MENDED.five));
    expect([second.head.version, second.head.latest]).toEqual([2, true]);
    expect(second.since?.fixed.map((f) => f.rule)).toEqual(['WORD-DOUBLED']);
    expect(second.since?.still.map((f) => f.rule)).toContain('NAME-LEVEL');
    const rows = await listed({ unit: '甲镇' });
    expect(rows.map((r) => [r.head.version, r.since?.fixed])).toEqual([[2, 1]]);
    const versions = good(await checking.versions(clerk, 'cyz', first.head.id));
    expect(versions.map((v) => [v.head.version, v.head.latest, v.since?.fixed])).toEqual([
      [2, true, 1],
      [1, false, undefined],
    ]);
  });

  it('别的年度是另一份年报，从第一次数起', async () => {
    expect((await checked(of('甲镇', 2022))).head.version).toBe(1);
  });

  it('同一份文件再查一次，结果没有变，就不多留一次', async () => {
    const file = submitted(readingOf(of('乙镇', 2023)));
    const [first, again] = [(await keep(file)).files[0]!, (await keep(file)).files[0]!];
    expect([first.same, again.same]).toEqual([false, true]);
    expect(again.shown.head.id).toBe(first.shown.head.id);
  });

  it('查过的上年年报自动对照；上年的后到，今年的再查一次', async () => {
    const first = await checked(of('丙镇', 2023));
    expect(first.check.previousFile).toBeNull();
    const later = await keep(submitted(readingOf(of('丙镇', 2022)), '上年.docx'));
    expect(later.again.map((c) => [c.head.unit, c.head.year, c.head.version, c.check.previousFile])).toEqual([
      ['丙镇', 2023, 2, '上年.docx'],
    ]);
    expect((await keep(submitted(readingOf(of('丙镇', 2023, MENDED.five))))).files[0]!.shown.check.previousFile).toBe('上年.docx');
  });

  it('读不出来的也留下原因；同名同因的不重复留', async () => {
    const broken = submitted({ unread: '这是扫描件，没有文字。' }, '丁镇.pdf', 'broken');
    const [one] = (await keep(broken)).files;
    expect(one!.shown.check).toMatchObject({ unread: '这是扫描件，没有文字。', findings: [] });
    expect((await keep(broken)).files[0]!.same).toBe(true);
    expect((await listed({ outcome: 'unread' })).map((r) => r.head.file)).toEqual(['丁镇.pdf']);
  });

  it('按单位、年度和结果筛选，一次一页', async () => {
    for (let i = 0; i < 25; i++) await checked(of(`第${i}村镇`, 2020));
    const page = good(await checking.list(clerk, ['cyz'], { unit: '村镇', year: 2020, page: 2, size: 20 }));
    expect([page.rows.length, page.total, page.years]).toEqual([5, 25, [2020]]);
    expect(await listed({ unit: '村镇', year: 2019 })).toEqual([]);
    expect(await listed({ unit: '村镇', outcome: 'clean' })).toEqual([]);
    expect((await listed({ unit: '100%' })).length).toBe(0);
    expect((await listed({ unit: '村_' })).length).toBe(0);
  });
});

describe('不改的意见', () => {
  it('写明理由，留着列出，下一次还算；理由不能空，收回后又是要改的', async () => {
    const one = await checked(of('戊镇', 2023));
    const at = one.findings.findIndex((f) => f.rule === 'NAME-LEVEL');
    const open = async () => (await listed({ unit: '戊镇' }))[0]!.open;
    const before = await open();
    expect(isRefusal(await checking.waive(clerk, 'cyz', one.head.id, at, '  ', null))).toBe(true);
    const waived = good(await checking.waive(clerk, 'cyz', one.head.id, at, '原文引用', null));
    expect(waived.findings[at]?.waived).toEqual({ reason: '原文引用', by: 'clerk示例', on: '2024-02-01' });
    expect(await open()).toEqual({ ...before, warning: before.warning - 1, waived: 1 });
    expect(isRefusal(await checking.waive(clerk, 'cyz', one.head.id, at, '再写一次', null))).toBe(true);
    const again = await checked(of('戊镇', 2023, MENDED.five));
    expect(again.findings.find((f) => f.rule === 'NAME-LEVEL')?.waived?.reason).toBe('原文引用');
    const back = good(await checking.takeBack(clerk, 'cyz', one.head.id, at));
    expect(back.findings[at]?.waived).toBeUndefined();
  });

  it.each([
    ['到期日的前一天', '2024-01-31', null],
    ['到期日当天', '2024-02-01', '2024-02-01'],
    ['到期日以后', '2024-02-02', '2024-02-02'],
  ])('%s', async (_, until, stands) => {
    const one = await checked(of(`己${until}镇`, 2023));
    const at = one.findings.findIndex((f) => f.rule === 'NAME-LEVEL');
    const answer = await checking.waive(clerk, 'cyz', one.head.id, at, '县里答应年底前改', until);
    if (stands === null) expect(isRefusal(answer)).toBe(true);
    else expect(good(answer).findings[at]?.waived?.until).toBe(stands);
  });

  it('过了到期日又是要改的', async () => {
    const one = await checked(of('庚镇', 2023));
    const at = one.findings.findIndex((f) => f.rule === 'NAME-LEVEL');
    good(await checking.waive(clerk, 'cyz', one.head.id, at, '月底前改', '2024-02-29'));
    const stands = async () => good(await checking.get(clerk, 'cyz', one.head.id)).findings[at]?.waived !== undefined;
    t.setNow('2024-02-29T23:59:00+08:00');
    const onTheLastDay = await stands();
    t.setNow('2024-03-01T00:01:00+08:00');
    expect([onTheLastDay, await stands()]).toEqual([true, false]);
    expect((await listed({ unit: '庚镇' }))[0]!.open.waived).toBe(0);
    t.setNow('2024-02-01T09:00:00+08:00');
  });
});

describe('读不准的数字', () => {
  it('对照原件选定一种读法，年报按它再查一次；谁定的、哪天定的都留着，同一份文件再来也算', async () => {
    const file = submitted(doubtful('辛镇'), '辛镇.txt', 'xin');
    const one = (await keep(file)).files[0]!.shown;
    expect([one.head.doubtful, one.head.version]).toEqual([1, 1]);
    const settled = good(await checking.settle(clerk, 'cyz', one.head.id, [{ cell: 'requests/1', values: [10, 0, 0, 0, 0, 0, 10] }]));
    expect([settled.head.version, settled.head.doubtful]).toEqual([2, 0]);
    expect(settled.check.choices).toEqual([
      { cell: 'requests/1', values: [10, 0, 0, 0, 0, 0, 10], listed: true, by: 'clerk示例', on: '2024-02-01' },
    ]);
    expect(settled.findings.some((f) => f.rule === 'T3-BALANCE' && f.where.cell === 'requests/3.7/total')).toBe(true);
    expect((await keep(file)).files[0]!.same).toBe(true);
  });

  it('哪种都不对的，照原件填；个数不对、没有存疑的、不是最新一次的，都不收', async () => {
    const one = (await keep(submitted(doubtful('壬镇'), '壬镇.txt', 'ren'))).files[0]!.shown;
    const settle = (cell: string, values: (number | null)[]) => checking.settle(clerk, 'cyz', one.head.id, [{ cell, values }]);
    expect(isRefusal(await settle('requests/1', [1, 1]))).toBe(true);
    expect(isRefusal(await settle('requests/2', [0, 0, 0, 0, 0, 0, 0]))).toBe(true);
    expect(good(await settle('requests/1', [0, 0, 0, 0, 0, 0, 0])).check.choices[0]?.listed).toBe(false);
    expect(isRefusal(await settle('requests/1', [0, 0, 0, 0, 0, 0, 0]))).toBe(true);
  });
});

describe('谁看得到、做得了', () => {
  it('只有本单位的人和上级看得到、查得了；审计人员只看', async () => {
    const other = await t.person('other', 'clerk', 'sfz');
    const auditor = await t.person('auditor', 'auditor', 'cyz');
    const one = await checked(of('癸镇', 2023));
    const files = [submitted(readingOf(WRONG))];
    expect(isForbidden(await checking.list(other, ['cyz'], { page: 1, size: 20 }))).toBe(true);
    expect(isForbidden(await checking.list(other, ['sfz', 'cyz'], { page: 1, size: 20 }))).toBe(true);
    expect(isForbidden(await checking.get(other, 'cyz', one.head.id))).toBe(true);
    expect(isForbidden(await checking.versions(other, 'cyz', one.head.id))).toBe(true);
    expect(isForbidden(await checking.ofYear(other, ['cyz'], 2023))).toBe(true);
    expect(isForbidden(await checking.settle(other, 'cyz', one.head.id, []))).toBe(true);
    expect(isForbidden(await checking.keep(other, 'cyz', files, same))).toBe(true);
    expect(await checking.get(other, 'sfz', one.head.id)).toBeNull();
    expect(isForbidden(await checking.waive(auditor, 'cyz', one.head.id, 0, '理由', null))).toBe(true);
    expect(isForbidden(await checking.keep(auditor, 'cyz', files, same))).toBe(true);
    expect((await listed({}, ['cyz'], auditor)).length).toBeGreaterThan(0);
  });

  it('县里对自己留的体检可以说明理由不改，对乡镇留的不行', async () => {
    await t.agency('xian');
    const county = await t.person('county', 'countySupervisor', 'xian');
    const kept = good(await checking.keep(county, 'xian', [submitted(readingOf(of('子镇', 2023)))], same)).files[0]!.shown;
    expect(good(await checking.waive(county, 'xian', kept.head.id, 0, '已核', null)).findings[0]?.waived?.reason).toBe('已核');
    const theirs = await checked(of('丑镇', 2023));
    expect(isForbidden(await checking.waive(county, 'cyz', theirs.head.id, 0, '已核', null))).toBe(true);
  });

  it('文件里怪异的字符也存得下', async () => {
    const odd = await keep(submitted(readingOf({ five: ['我乡\u0000\ud800还有不足。下一步将改进。'] }), '年\u0000报.txt'));
    expect(odd.files[0]?.shown.check.file).toBe('年报.txt');
  });
});
