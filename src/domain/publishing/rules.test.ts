import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citation } from '#law/articles/index.ts';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { ARTICLE_21_COUNTY, ARTICLE_21_TOWNSHIP } from '#law/catalogue.ts';
import { addDays, day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { RegisterRecord } from '../registers/record.ts';
import { columnProblems, columnTree, pathTo, withDescendants } from './columns.ts';
import { diffText } from './diff.ts';
import { dueState, publicationDue } from './due.ts';
import { dutyStatus, type PublishingDuty } from './duties.ts';
import { periodOf, readCatalogue } from './dutyImport.ts';
import { freshness, THRESHOLDS, thresholdDays } from './freshness.ts';
import { guideFindings, guideReview } from './guide.ts';
import { addressOf, indexNumber, indexPrefix, isCreditCode } from './indexNumber.ts';
import { documentNeeds, interpretationsOut, numbersAt } from './normative.ts';
import { shippedColumns } from './shipped/columns.ts';
import { duty, shippedDuties } from './shipped/duties.ts';
import { FIELDS, fieldDuties } from './shipped/fields.ts';
import { expiryReminder, validityOn } from './validity.ts';

describe('索引号', () => {
  it('is the office’s code, the year and five digits', () => {
    expect(indexNumber('CYZ', 2026, 7)).toBe('CYZ/2026-00007');
    expect(indexNumber('CYZ', 2026, 99_999)).toBe('CYZ/2026-99999');
    expect(() => indexNumber('CYZ', 2026, 100_000)).toThrow();
    expect(() => indexNumber('CYZ', 2026, 0)).toThrow();
  });

  it('takes a 统一社会信用代码 only with its check character', () => {
    const codes = fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{17}$/);
    fc.assert(
      fc.property(codes, (c) => {
        expect([...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((x) => isCreditCode(c + x))).toHaveLength(1);
      }),
    );
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isRefusal(indexPrefix('cyz', '91350100M000100Y44'))).toBe(true);
    expect(indexPrefix('cyz', null)).toBe('CYZ');
  });

  it('stands in an address without anything that could lead elsewhere', () => {
    expect(addressOf('11341702486344515H/202110-00013')).toBe('202110-00013');
    fc.assert(
      fc.property(fc.string(), (s) => {
        expect(addressOf(s)).not.toMatch(/[/\\%?#\s]/);
      }),
    );
  });
});

describe('有效性', () => {
  const v = { effectiveOn: '2026-01-10', validUntil: '2026-12-31', endedOn: null };
  it.each([
    ['2026-01-09', 'notYet'],
    ['2026-01-10', 'valid'],
    ['2026-12-31', 'valid'],
    ['2027-01-01', 'expired'],
  ])('on %s: %s', (on, wanted) => expect(validityOn(v, day(on))).toBe(wanted));

  it('abolition counts where it comes before the lapse', () => {
    expect(validityOn({ ...v, endedOn: '2026-06-01' }, day('2026-05-31'))).toBe('valid');
    expect(validityOn({ ...v, endedOn: '2026-06-01' }, day('2026-06-01'))).toBe('abolished');
    expect(validityOn({ ...v, endedOn: '2027-06-01' }, day('2027-06-01'))).toBe('expired');
  });

  it.each([
    ['2026-07-03', null],
    ['2026-07-04', 180],
    ['2026-10-01', 180],
    ['2026-10-02', 90],
    ['2026-12-01', 30],
    ['2026-12-31', 30],
    ['2027-01-01', 0],
  ])('reminds on %s: %s', (on, wanted) => expect(expiryReminder(v, day(on))).toBe(wanted));
});

describe('by when it must be public (OGIR2019 26)', () => {
  it('twenty working days from formation, make-up days counted', () => {
    expect(publicationDue(day('2023-01-20'), SHIPPED_CALENDAR)).toMatchObject({
      dueOn: '2023-02-22',
      provisional: false,
      basis: ['OGIR2019 26'],
    });
  });

  it('a shorter period of the catalogue wins, a longer one does not', () => {
    const own = (days: number) => ({ days, unit: 'working' as const, basis: 'GRASSROOTS2019' });
    expect(publicationDue(day('2023-01-20'), SHIPPED_CALENDAR, own(7))).toMatchObject({
      dueOn: '2023-02-03',
      basis: ['GRASSROOTS2019', 'OGIR2019 26'],
    });
    expect(publicationDue(day('2023-01-20'), SHIPPED_CALENDAR, own(30))).toMatchObject({ dueOn: '2023-02-22', basis: ['OGIR2019 26'] });
  });

  it('past the calendar the date is marked, with the missing year', () => {
    expect(publicationDue(day('2026-12-20'), SHIPPED_CALENDAR)).toMatchObject({ provisional: true, missingYear: 2027 });
  });

  it('met by the first publication, on the day itself too', () => {
    const due = day('2023-02-22');
    expect(dueState(due, day('2023-02-22'), day('2023-03-01'))).toBe('inTime');
    expect(dueState(due, day('2023-02-23'), day('2023-03-01'))).toBe('late');
    expect(dueState(due, null, day('2023-02-22'))).toBe('open');
    expect(dueState(due, null, day('2023-02-23'))).toBe('overdue');
  });
});

describe('the difference of two versions', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '丙', '1', '23', '\n', 'ab', '。'), { maxLength: 30 }).map((a) => a.join(''));
  const side = (d: ReturnType<typeof diffText>, not: 'added' | 'removed'): string =>
    d
      .filter((p) => p.kind !== not)
      .map((p) =>
        p.parts
          .filter((x) => x.kind !== not)
          .map((x) => x.text)
          .join(''),
      )
      .join('\n');

  it('comes to an end however long two texts are and however little they share', () => {
    const text = (first: number) => Array.from({ length: 1500 }, (_, n) => String.fromCharCode(first + (n % 500)).repeat(2000)).join('\n');
    const [a, b] = [text(0x4e00), text(0x6e00)];
    const d = diffText(a, b);
    expect(d.flatMap((p) => p.parts.filter((q) => q.kind !== 'added').map((q) => q.text)).join('\n')).toBe(a);
  });

  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const d = diffText(a, b);
        expect([side(d, 'added'), side(d, 'removed')]).toEqual([a, b]);
        expect(diffText(a, a).every((p) => p.kind === 'same')).toBe(true);
      }),
    );
  });

  it('shows a number that changed as a number', () => {
    expect(diffText('补贴1,200元。', '补贴1,300元。')[0]?.parts).toEqual([
      { kind: 'same', text: '补贴' },
      { kind: 'removed', text: '1,200' },
      { kind: 'added', text: '1,300' },
      { kind: 'same', text: '元。' },
    ]);
  });
});

describe('the duty catalogue', () => {
  const yearly = duty({ key: 'x', group: '', label: '决算', basis: [], source: 'own', frequency: 'year', dueMonthDay: '10-31' });
  const state = (d: PublishingDuty, on: string, ...published: string[]) => dutyStatus(d, published, day(on));

  it.each([
    ['2026-10-31', ['2025-10-20'], 'dueSoon'],
    ['2026-11-01', ['2025-10-20'], 'stale'],
    ['2026-11-01', [], 'missing'],
    ['2026-11-01', ['2026-10-31'], 'met'],
    ['2026-11-02', ['2025-10-20', '2026-11-01'], 'late'],
    ['2026-11-02', ['2025-11-01'], 'met'],
    ['2026-10-15', ['2025-10-20'], 'met'],
    ['2026-10-16', ['2025-10-20'], 'dueSoon'],
  ] as const)('every year by 31 October, on %s with %j: %s', (on, published, wanted) =>
    expect(state(yearly, on, ...published).state).toBe(wanted),
  );

  it('each quarter, fifteen days after its end', () => {
    const quarterly = { ...yearly, frequency: 'quarter' as const, dueMonthDay: null, graceDays: 15 };
    expect(state(quarterly, '2026-04-15', '2026-01-10', '2026-01-20')).toMatchObject({ state: 'met', dueOn: '2026-04-15' });
    expect(state(quarterly, '2026-04-16', '2026-01-10')).toMatchObject({ state: 'stale', dueOn: '2026-04-15' });
  });

  it('what falls due before an office began is nobody’s debt, and what is not ours is not owed', () => {
    expect(dutyStatus(yearly, [], day('2026-11-05'), day('2026-11-01')).state).toBe('dueSoon');
    expect(dutyStatus({ ...yearly, notOurs: '没有这项职能' }, [], day('2026-11-05')).state).toBe('notOurs');
  });

  it('holds Art. 20 and the level’s share of Art. 21, every article cited and every column there', () => {
    for (const [level, share] of [
      ['township', ARTICLE_21_TOWNSHIP],
      ['county', ARTICLE_21_COUNTY],
    ] as const) {
      const duties = shippedDuties(level);
      const columns = new Set(shippedColumns(level).map((c) => c.id));
      expect(duties.filter((d) => d.source === 'article21').map((d) => d.label)).toEqual(share.map((d) => d.label));
      expect(new Set(duties.filter((d) => d.source === 'article20').map((d) => d.key.replace(/-.*/, ''))).size).toBe(15);
      expect(duties.flatMap((d) => d.basis).filter((b) => !citation(b))).toEqual([]);
      expect(duties.filter((d) => d.column !== null && !columns.has(d.column)).map((d) => d.key)).toEqual([]);
      expect(duties.filter((d) => d.frequency === 'year' && d.unverified === null)).toEqual([]);
      expect(new Set(duties.map((d) => d.key)).size).toBe(duties.length);
    }
  });

  it('takes a published catalogue as its printed form has it, merged cells and all', () => {
    const rows = [
      ['示例县社会救助领域基层政务公开标准目录'],
      [
        '序号',
        '一级事项',
        '二级事项',
        '公开内容（要素）',
        '公开依据',
        '公开时限',
        '公开主体',
        '公开渠道和载体',
        '公开对象',
        '公开方式',
        '公开层级',
      ],
      [
        '1',
        '最低生活保障',
        '审核信息',
        '初审对象名单',
        '办法',
        '公示7个工作日',
        '镇人民政府',
        '■政府网站 ■社区/企事业单位/村公示栏（电子屏）',
        '全社会',
        '主动',
        '乡级',
      ],
      ['2', '', '审批信息', '名单', '办法', '制定或获取信息之日起10个自然日内', '县民政局', '两微一端', '', '依申请', '县级'],
      ['', '', '', '', '', '', '', '', '', '', ''],
      ['2', '', '重复', '', '', '', '', '', '', '', ''],
    ];
    const read = readCatalogue('救助', rows);
    expect(read.duties.map((d) => [d.key, d.group, d.label, d.channels, d.within?.days, d.within?.unit, d.levels, d.mode])).toEqual([
      ['救助-1', '最低生活保障', '审核信息', ['website', 'noticeBoard'], 7, 'working', ['township'], 'proactive'],
      ['救助-2', '最低生活保障', '审批信息', ['wechat'], 10, 'calendar', ['county'], 'onRequest'],
    ]);
    expect(read.problems).toEqual([{ line: 6, what: '第6行的序号与前面重复，没有导入。' }]);
    expect(readCatalogue('救助', [['别的表']]).problems[0]?.what).toContain('表头');
    expect(periodOf('及时')).toBeNull();
  });

  it('names the twenty-six fields, each marked as not compared with the source', () => {
    expect(new Set(FIELDS).size).toBe(26);
    expect(fieldDuties().every((d) => d.unverified !== null)).toBe(true);
  });
});

describe('columns', () => {
  it.each(['township', 'county', 'department'] as const)('shipped for a %s are one whole tree', (level) => {
    const columns = shippedColumns(level);
    expect(columnProblems(columns)).toEqual([]);
    expect(columnTree(columns).map((c) => c.label)).toEqual([
      '政府信息公开指南',
      '政府信息公开制度',
      '法定主动公开内容',
      '政府信息公开年报',
    ]);
    expect(columns.flatMap((c) => c.basis).filter((b) => !citation(b))).toEqual([]);
    expect(withDescendants(columns, 'content').length).toBe(columns.length - 3);
    expect(pathTo(columns, 'budget').map((c) => c.label)).toEqual(['法定主动公开内容', '财政预决算', '预算']);
  });

  it('with ids twice, lost parents or rings are named, and still shown without end', () => {
    const [a, b] = shippedColumns('township');
    const ring = [
      { ...a!, id: 'x', parent: 'y' },
      { ...b!, id: 'y', parent: 'x' },
      { ...b!, id: 'Y/..', parent: 'none' },
    ];
    expect(columnProblems(ring).join()).toMatch(/绕成了一圈.*不合要求|不合要求.*绕成了一圈/);
    expect(columnTree(ring).map((c) => c.id)).toEqual(['Y/..']);
    expect(pathTo(ring, 'x')).toHaveLength(2);
  });
});

describe('freshness', () => {
  it.each([
    ['2026-03-15', 'soon'],
    ['2026-03-16', 'stale'],
    ['2026-03-12', 'fresh'],
    ['2026-03-13', 'soon'],
  ])('an account last used on 1 March, on %s: %s', (on, wanted) =>
    expect(freshness('2026-03-01', thresholdDays('account'), day(on)).state).toBe(wanted),
  );

  it('undated counts as not updated; an office’s own threshold wins', () => {
    expect(freshness(null, 14, day('2026-03-01')).state).toBe('undated');
    expect(thresholdDays('news', { news: 7 })).toBe(7);
    expect(THRESHOLDS.every((t) => citation(t.basis) && t.checkedOn !== '')).toBe(true);
  });
});

describe('the guide (OGIR2019 12)', () => {
  const elements = {
    classification: '按主题分类',
    arrangement: '目录按年编排',
    access: '网站、查阅点',
    officeName: '示例镇人民政府办公室',
    address: '示例街1号',
    hours: '工作日8:30至17:00',
    phone: '0435-8220000',
    fax: '无',
    internet: 'sfz@example.gov.cn',
  };
  const guide = { elements, body: '', effectiveOn: '2025-03-02', reviewedOn: null };

  it('with its nine elements has nothing to mend; each missing one is named', () => {
    expect(guideFindings(guide)).toEqual([]);
    for (const key of Object.keys(elements))
      expect(guideFindings({ ...guide, elements: { ...elements, [key]: ' ' } }).map((f) => f.element)).toEqual([key]);
    expect(guideFindings({ ...guide, elements: { ...elements, phone: '见网站' } })[0]?.says).toContain('看不出号码');
  });

  it('is looked at once a year', () => {
    expect(guideReview(guide, day('2026-03-02')).daysLeft).toBe(0);
    expect(guideReview({ ...guide, reviewedOn: '2026-03-01' }, day('2026-03-02')).daysLeft).toBe(364);
  });
});

describe('normative documents', () => {
  const document = (number: string, values: RegisterRecord['values']): RegisterRecord => ({
    register: 'normativeDocuments',
    agency: 'sfz',
    number,
    version: 1,
    origin: 'entered',
    void: null,
    values: { promulgatedOn: values['issuedOn'] ?? null, legalReviewOn: '2025-01-01', ...values },
    events: [],
    personKey: null,
    recordedAt: '',
    recordedBy: '',
  });
  const all = [
    document('1', { issuedOn: '2024-05-01', validUntil: '2026-04-30' }),
    document('2', { issuedOn: '2026-03-01' }),
    document('3', { issuedOn: '2026-03-01', endedOn: '2026-06-01' }),
    document('4', { issuedOn: '2026-03-01', promulgatedOn: null }),
    document('5', { issuedOn: '2026-03-01', jointRole: 'party' }),
    document('6', { issuedOn: '2026-03-01', kind: 'other' }),
  ];

  it.each([
    ['2026-02-28', { issued: 0, abolished: 0, inForce: 1 }],
    ['2026-03-01', { issued: 2, abolished: 0, inForce: 3 }],
    ['2026-04-30', { issued: 2, abolished: 0, inForce: 3 }],
    ['2026-05-01', { issued: 2, abolished: 1, inForce: 2 }],
    ['2026-06-01', { issued: 2, abolished: 2, inForce: 1 }],
    ['2027-01-01', { issued: 0, abolished: 0, inForce: 1 }],
  ])('the three numbers on %s', (on, wanted) => expect(numbersAt(all, day(on))).toEqual(wanted));

  it('in force today is in force yesterday, plus issued, less ended: on any day of the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 363 }), (n) => {
        const [a, b] = [numbersAt(all, addDays(day('2026-01-01'), n - 1)), numbersAt(all, addDays(day('2026-01-01'), n))];
        expect(b.inForce).toBe(a.inForce + (b.issued - a.issued) - (b.abolished - a.abolished));
      }),
    );
  });

  it('are interpreted once the interpretation is out, not while it is a draft or after it was taken down', () => {
    const made = { document: '2', documentItem: null, form: 'text', item: 'X', notNeeded: null } as const;
    const out = (values: object, voided: RegisterRecord['void'] = null) =>
      interpretationsOut([made], [{ ...document('F1', {}), register: 'publications', void: voided, values: { item: 'X', ...values } }]);
    expect(interpretationsOut([made], [])).toEqual([]);
    expect(out({ takenDownOn: null })).toEqual([made]);
    expect(out({ takenDownOn: '2026-03-05' })).toEqual([]);
    expect(out({ takenDownOn: null }, { reason: '误登', on: '2026-03-05' })).toEqual([]);
    const settled = { ...made, item: null, notNeeded: '只涉及内部管理' };
    expect(interpretationsOut([settled], [])).toEqual([settled]);
  });

  it('owe an interpretation, a legality review, publication and an answer before they lapse', () => {
    const needs = (d: RegisterRecord, on = '2026-03-02', made: Parameters<typeof documentNeeds>[1] = []) =>
      documentNeeds(d, made, SHIPPED_CALENDAR, day(on)).map((n) => n.kind);
    const two = all[1]!;
    expect(needs(two)).toEqual(['interpretation']);
    expect(needs(two, '2026-03-02', [{ document: '2', documentItem: null, form: 'text', item: 'X', notNeeded: null }])).toEqual([]);
    expect(needs({ ...two, values: { ...two.values, legalReviewOn: null } })).toEqual(['legalReview', 'interpretation']);
    expect(needs(all[3]!)).toEqual(['unpublished']);
    expect(needs(all[0]!, '2026-05-01')).toEqual(['interpretation', 'lapsed']);
    expect(needs(all[4]!)).toContain('interpretation');
    expect(needs(all[5]!)).toEqual([]);
    expect(
      documentNeeds({ ...two, values: { ...two.values, legalReviewOn: null } }, [], SHIPPED_CALENDAR, day('2026-03-01'), day('2099-01-01')),
    ).toEqual([]);
  });
});
