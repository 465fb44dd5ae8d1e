import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '#domain/checker/index.ts';
import { type Compiled, compile } from '#domain/report/compile.ts';
import { type Composition, compose } from '#domain/report/compose.ts';
import { readingOfDocument } from '#domain/report/composeReading.ts';
import { textOf } from '#domain/report/document.ts';
import { valueAt } from '#domain/report/model.ts';
import { officeFrom } from '#domain/report/narrative/office.ts';
import { readRegisters } from '#domain/report/registersFile.ts';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { type ClockResult, clock } from '#law/clock/index.ts';
import { cellsOf, crossYearIdentitiesOf, FORM_2021, identitiesOf } from '#law/forms/index.ts';
import { addDays, day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { chaoyang, type DemoRegisters, demoPeople, demoRegisters, liveCases, shifan } from '../../src/demo/index.ts';

const CELLS = cellsOf(FORM_2021).map((c) => c.key);

function compiled(file: unknown, agency: string, from: string, to: string): Compiled {
  const registers = readRegisters(file);
  if (isRefusal(registers)) throw new Error(registers.refused);
  const result = compile(registers, { agency, from: day(from), to: day(to), asOf: null });
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

function ofYear(file: unknown, agency: string, year: number): Compiled {
  return compiled(file, agency, `${year}-01-01`, `${year}-12-31`);
}

function composed(file: DemoRegisters, agency: string, year: number): Composition {
  const { report, figures } = ofYear(file, agency, year);
  const { activities, problems } = file;
  const profile = file.offices.find((o) => o.agency === agency);
  const office = officeFrom(file.agencies.find((a) => a.code === agency)!, profile, activities, problems);
  return compose({ report: { ...report, signedOn: `${year + 1}-01-17` }, figures, office });
}

function wordsOf({ document }: Composition): string {
  return document.sections.flatMap((s) => s.paragraphs.map(textOf)).join('\n');
}

function monthsOf(year: number): [string, string][] {
  return Array.from({ length: 12 }, (_, i) => {
    const first = day(`${year}-${String(i + 1).padStart(2, '0')}-01`);
    const next = i === 11 ? `${year + 1}-01-01` : `${year}-${String(i + 2).padStart(2, '0')}-01`;
    return [first, addDays(day(next), -1)];
  });
}

describe('朝阳镇 2023', () => {
  const year = ofYear(chaoyang(), 'cyz', 2023);

  it('compiles to the zeros of its published tables, every cell known and nothing found', () => {
    expect(CELLS.map((c) => valueAt(year.report.tables, c))).toEqual(CELLS.map(() => 0));
    expect([year.report.complete, year.findings, year.missing]).toEqual([true, [], []]);
  });

  it('shows the 零报告 as the record of a zero', () => {
    expect(year.cells['requests/1/naturalPerson']).toHaveLength(1);
    expect(year.cells['remedies/review/upheld']).toHaveLength(1);
  });

  it('has 30 items, all on the county’s website and some elsewhere; village affairs and reprints don’t count', () => {
    const { figures } = year;
    expect([figures['figures/items'], figures['figures/publications/website']]).toEqual([30, 30]);
    for (const channel of ['wechat', 'broadcast', 'noticeBoard']) expect(figures[`figures/publications/${channel}`]).toBeGreaterThan(0);
    expect(chaoyang().items.length).toBeGreaterThan(30);
  });

  it('has 104 tickets, some in every month, all closed in time', () => {
    const keys = ['received', 'closed', 'closedInTime', 'due', 'dueClosed', 'dueClosedInTime'];
    expect(keys.map((k) => year.figures[`figures/tickets/${k}`])).toEqual(keys.map(() => 104));
    const months = monthsOf(2023).map(([from, to]) => compiled(chaoyang(), 'cyz', from, to).figures['figures/tickets/received']!);
    expect(Math.min(...months)).toBeGreaterThan(0);
    expect(months.reduce((a, b) => a + b)).toBe(104);
  });

  it('has seven trainings and seven inspections, none of them about disclosure work, and says so', () => {
    const of = (kind: string) => [
      year.figures[`figures/activities/${kind}/all`],
      year.figures[`figures/activities/${kind}/aboutDisclosure`],
    ];
    expect([of('training'), of('inspection')]).toEqual([
      [7, 0],
      [7, 0],
    ]);
    const words = wordsOf(composed(chaoyang(), 'cyz', 2023));
    expect(words).toContain('业务培训7次（行政许可事项管理系统操作、政务服务事项向基层延伸），其中没有政府信息公开方面的培训');
  });
});

describe('示范镇 2022 and 2023', () => {
  const years = { 2022: ofYear(shifan(), 'sfz', 2022), 2023: ofYear(shifan(), 'sfz', 2023) };

  describe.each([2022, 2023] as const)('%i', (y) => {
    const { report, findings, missing, figures } = years[y];
    const value = (cell: string) => valueAt(report.tables, cell);

    it('has no finding and nothing missing', () => {
      expect([findings, missing, report.complete]).toEqual([[], [], true]);
    });

    it.each(FORM_2021.requestRows.map((r) => r.key))('row %s of section three is not zero', (row) => {
      expect(value(`requests/${row}/total`)).toBeGreaterThan(0);
    });

    it.each(FORM_2021.applicantColumns.map((c) => c.key))('column %s of section three is not zero', (column) => {
      expect(value(`requests/1/${column}`)).toBeGreaterThan(0);
    });

    it('every cell of section four, and of section two but 规章, is not zero', () => {
      const cells = CELLS.filter((c) => !c.startsWith('requests/') && !c.startsWith('proactive/regulations/'));
      for (const cell of cells) expect([cell, value(cell)]).toEqual([cell, expect.toSatisfy((n) => n > 0)]);
      expect(value('proactive/regulations/inForce')).toBe(0);
    });

    it('satisfies every identity of the form', () => {
      for (const { cell, terms } of identitiesOf(FORM_2021))
        expect([cell, value(cell)]).toEqual([cell, terms.reduce((sum, t) => sum + t.sign * value(t.cell)!, 0)]);
    });

    it('has applications, items and tickets in every month and documents in three quarters at least', () => {
      for (const [from, to] of monthsOf(y)) {
        const month = compiled(shifan(), 'sfz', from, to);
        expect(valueAt(month.report.tables, 'requests/1/total')).toBeGreaterThan(0);
        for (const figure of ['figures/items', 'figures/tickets/received']) expect(month.figures[figure]).toBeGreaterThan(0);
      }
      const issued = [0, 3, 6, 9].map((m) => {
        const [from, to] = [monthsOf(y)[m]![0], monthsOf(y)[m + 2]![1]];
        return valueAt(compiled(shifan(), 'sfz', from, to).report.tables, 'proactive/normativeDocuments/issued')!;
      });
      expect(issued.filter((n) => n > 0).length).toBeGreaterThanOrEqual(3);
    });

    it('charged processing fees, held an assessment, a social evaluation and called somebody to account', () => {
      for (const figure of ['processingFee/noticedFen', 'processingFee/paidFen']) expect(figures[`figures/${figure}`]).toBeGreaterThan(0);
      for (const kind of ['assessment', 'socialEvaluation', 'accountability'])
        expect(figures[`figures/activities/${kind}/all`]).toBeGreaterThan(0);
    });
  });

  it('2023 carries in what 2022 carried over, and goes on from its documents in force', () => {
    const at = (year: 2022 | 2023, cell: string) => valueAt(years[year].report.tables, cell)!;
    for (const { cell, terms } of crossYearIdentitiesOf(FORM_2021)) {
      const sum = terms.reduce((n, t) => n + t.sign * at(t.lastYear ? 2022 : 2023, t.cell), 0);
      expect([cell, at(2023, cell)]).toEqual([cell, sum]);
    }
  });

  it('an application by web confirmed in January is received in January', () => {
    const late = shifan().requests.filter((r) => String(r['content']).includes('校车'));
    expect(late).toHaveLength(2);
    const december = compiled(shifan(), 'sfz', '2022-12-29', '2022-12-31').cells;
    expect(Object.values(december).flat()).not.toContain(late[0]!['number']);
    expect(years[2023].cells['requests/1/naturalPerson']).toContain(late[0]!['number']);
  });

  it('a split whole and a void paper keep their number and count nowhere; parts and merged cases count each', () => {
    const { requests } = shifan();
    const counted = new Set([...Object.values(years[2022].cells), ...Object.values(years[2023].cells)].flat());
    const wholes = requests.filter((r) => requests.some((p) => p['splitFrom'] === r['number']));
    const silent = [...wholes, ...requests.filter((r) => r['void'])];
    const loud = requests.filter((r) => r['splitFrom'] || r['mergedWith']);
    expect([silent.length, loud.length]).toEqual([4, 6]);
    for (const r of silent) expect(counted).not.toContain(r['number']);
    for (const r of loud) expect(counted).toContain(r['number']);
  });
});

describe('示范镇’s cases keep the law’s clock', () => {
  const cases = shifan()
    .requests.filter((r) => !r['void'] && r['outcome'] && !String(r['number']).startsWith('SFZ-2021-'))
    .map((r) => {
      const result = clock(SHIPPED_CALENDAR, { channel: r['channel'], today: '2024-12-31', events: r.events });
      if (isRefusal(result)) throw new Error(`${r['number']}: ${result.refused}`);
      return { number: r['number'], result };
    });
  const late = (c: { result: ClockResult }) => c.result.findings.length > 0;

  it('no event of them is refused, and each comes to an end', () => {
    for (const { number, result } of cases) expect([number, result.refused]).toEqual([number, []]);
    expect(new Set(cases.map((c) => c.result.state))).toEqual(new Set(['answered', 'withdrawn', 'closed']));
  });

  it('one a year is answered late, no other', () => {
    expect(cases.filter(late).map((c) => c.result.findings.map((f) => f.rule))).toEqual([['CLOCK-OVERDUE'], ['CLOCK-OVERDUE']]);
  });

  it('every kind of step occurs', () => {
    const kinds = new Set(shifan().requests.flatMap((r) => r.events.map((e) => e.kind)));
    const all = 'received confirmed clarificationSent corrected consultationSent consultationDelivered opinionReceived extended';
    for (const kind of `${all} feeNoticeSent feeNoticeDelivered paid withdrawn answered closed`.split(' ')) expect(kinds).toContain(kind);
  });
});

describe('the composed reports', () => {
  const previous = readingOfDocument(composed(shifan(), 'sfz', 2022).document);

  it.each([
    ['朝阳镇 2023', composed(chaoyang(), 'cyz', 2023), null],
    ['示范镇 2022', composed(shifan(), 'sfz', 2022), null],
    ['示范镇 2023', composed(shifan(), 'sfz', 2023), previous],
  ])('%s: the rules for other offices’ reports find nothing, and nothing is missing', (_, composition, last) => {
    expect(check(readingOfDocument(composition.document), { previous: last })).toEqual([]);
    expect([composition.gaps, composition.paragraphs.flatMap((p) => p.typed)]).toEqual([[], []]);
  });

  it('whatever part of the registers there is, the rules find text and tables of one mind', () => {
    const file = shifan();
    const some = <T>(all: readonly T[]) => fc.subarray([...all]);
    const part = fc.record({
      requests: fc.oneof(fc.constant([]), some(file.requests)),
      normativeDocuments: some(file.normativeDocuments),
      remedies: fc.oneof(fc.constant([]), some(file.remedies)),
      tickets: fc.oneof(fc.constant([]), some(file.tickets)),
      publications: some(file.publications),
      activities: some(file.activities),
    });
    fc.assert(
      fc.property(part, fc.constantFrom(2022, 2023), (registers, year) => {
        const { document } = composed({ ...file, ...registers, opening: [] }, 'sfz', year);
        expect(check(readingOfDocument(document)).map((f) => [f.rule, f.where.quote, f.message])).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['requests/1/total', 'requests/4/total', 'remedies/review/total', 'proactive/normativeDocuments/issued'])(
    'the same rules would see a text that says %s otherwise than the table',
    (figure) => {
      const { document } = composed(shifan(), 'sfz', 2023);
      const runs = document.sections.flatMap((s) => s.paragraphs.flatMap((p) => p.runs));
      const text = runs.find((r) => r.figure === figure)!.text;
      const sections = JSON.parse(
        JSON.stringify(document.sections).replace(
          `{"figure":"${figure}","text":"${text}"}`,
          `{"figure":"${figure}","text":"${Number(text) + 1}"}`,
        ),
      );
      expect(check(readingOfDocument({ ...document, sections })).map((f) => f.rule)).toContain('TEXT-TABLE');
    },
  );

  it('an altered register alters table and text together', () => {
    const file = chaoyang();
    const request = {
      number: 'CYZ-2023-0001',
      agency: 'cyz',
      applicantKind: 'business',
      channel: 'counter',
      events: [{ on: '2023-05-04', kind: 'received' }],
    };
    const declarations = file.declarations.map((d) => (d.register === 'requests' ? { ...d, state: 'kept' as const } : d));
    const altered = composed({ ...file, declarations, requests: [request], tickets: file.tickets.slice(1) }, 'cyz', 2023);
    const { tables } = altered.document.report;
    expect([valueAt(tables, 'requests/1/total'), valueAt(tables, 'requests/4/business')]).toEqual([1, 1]);
    expect(wordsOf(altered)).toContain('新收到政府信息公开申请1件，上年结转0件，办结0件，结转下年度继续办理1件');
    expect(wordsOf(altered)).toContain('转办工单103件');
    expect(check(readingOfDocument(altered.document))).toEqual([]);
  });

  it('an office that declared nothing gets no figure, no claim, and a list of what to declare', () => {
    const bare: DemoRegisters = { ...chaoyang(), declarations: [], opening: [] };
    const { document, gaps } = composed(bare, 'cyz', 2023);
    expect(CELLS.map((c) => valueAt(document.report.tables, c))).toEqual(CELLS.map(() => null));
    expect(document.mark).toBe('草稿');
    expect(document.sections.flatMap((s) => s.paragraphs.flatMap((p) => p.runs)).filter((r) => r.figure)).toEqual([]);
    const messages = gaps.map((g) => g.message).join('');
    for (const register of [
      '依申请公开登记簿',
      '规范性文件登记簿',
      '12345热线工单登记簿',
      '培训检查考核登记簿',
      '行政复议和行政诉讼登记簿',
    ])
      expect(messages).toContain(register);
  });
});

describe('live example cases', () => {
  it.each(['2024-07-01', '2025-02-05', '2026-11-23'])('on %s: one of each thing to do, all dated before', (today) => {
    const states = liveCases(today).requests.map((r) => {
      const result = clock(SHIPPED_CALENDAR, { channel: r['channel'], today, events: r.events });
      if (isRefusal(result)) throw new Error(result.refused);
      expect(result.refused).toEqual([]);
      return result.inTime === false ? 'overdue' : result.state;
    });
    const all = ['awaitingConfirmation', 'running', 'overdue', 'suspended', 'awaitingCorrection', 'awaitingPayment'];
    expect(new Set(states)).toEqual(new Set(all));
  });

  it('never reach into the report years', () => {
    expect(() => liveCases('2024-06-30')).toThrow('2024-07-01');
    const { requests, tickets, items } = liveCases('2024-07-01');
    const file = shifan();
    const mixed = {
      ...file,
      requests: [...file.requests, ...requests],
      tickets: [...file.tickets, ...tickets],
      items: [...file.items, ...items],
    };
    const { report, figures } = ofYear(mixed, 'sfz', 2023);
    expect([report, figures]).toEqual([ofYear(file, 'sfz', 2023).report, ofYear(file, 'sfz', 2023).figures]);
  });
});

describe('the demo as a whole', () => {
  it('is the same on every call', () => {
    expect(JSON.stringify(demoRegisters())).toBe(JSON.stringify(demoRegisters()));
  });

  it('names only people who are plainly invented', () => {
    for (const { name } of demoPeople()) expect(name).toMatch(/^演示/);
    for (const r of [...shifan().requests, ...liveCases('2026-11-23').requests]) {
      expect(r['applicantName']).toMatch(/^演示/);
      expect(r['identityNumber']).toMatch(/^演示证件/);
    }
  });

  it('gives each township its three people and a village that hands in, each county its supervisor, each with an account of its own', () => {
    const people = demoPeople();
    for (const agency of ['cyz', 'sfz']) {
      const roles = people.flatMap((p) => p.memberships.filter((m) => m.agency === agency).map((m) => m.role));
      expect(roles).toEqual(expect.arrayContaining(['clerk', 'reviewer', 'signer']));
    }
    for (const village of ['cyz-c1', 'sfz-c1']) expect(people.some((p) => p.memberships.some((m) => m.agency === village))).toBe(true);
    expect(people.some((p) => p.memberships.some((m) => m.role === 'countySupervisor' && m.agency === 'hnx'))).toBe(true);
    expect(new Set(people.map((p) => p.account)).size).toBe(people.length);
  });
});
