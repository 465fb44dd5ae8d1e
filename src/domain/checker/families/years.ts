import { valueAt } from '#domain/report/model.ts';
import { crossYearIdentitiesOf } from '#law/forms/index.ts';
import type { Context } from '../context.ts';
import { cellName, sectionOfCell } from '../labels.ts';
import type { Level } from '../level.ts';
import type { Found, Rule } from '../rule.ts';
import { differs, expectedOf } from './identities.ts';

function* acrossYears(
  context: Context,
  rule: 'Y-CARRIED' | 'Y-INFORCE',
  say: (expected: number, actual: number) => string,
): Iterable<Found> {
  const { previous, reading, form } = context;
  if (!previous) return;
  for (const identity of crossYearIdentitiesOf(form)) {
    if (identity.rule !== rule) continue;
    const actual = valueAt(reading.report.tables, identity.cell);
    if (actual === null || actual === undefined) continue;
    const outcome = expectedOf(identity.terms, (t) => valueAt((t.lastYear ? previous : reading).report.tables, t.cell));
    if (!outcome || !('exact' in outcome)) continue;
    const expected = differs(outcome, actual);
    if (expected === null) continue;
    const where = { section: sectionOfCell(identity.cell), cell: identity.cell };
    yield { message: `${cellName(form, identity.cell)}${say(expected, actual)}`, where, expected, actual };
  }
}

/** In force at the end of the year are at least those of the year's own that were not abolished in it. */
function* inForceLess(context: Context): Iterable<Found> {
  const { form, previous, reading } = context;
  if (form.edition !== '2021') return;
  for (const kind of ['regulations', 'normativeDocuments'] as const) {
    const at = (table: typeof reading, column: string) => valueAt(table.report.tables, `proactive/${kind}/${column}`) ?? null;
    const [issued, abolished, inForce] = ['issued', 'abolished', 'inForce'].map((c) => at(reading, c));
    if (issued === null || abolished === null || inForce === null) continue;
    // Y-INFORCE says more where last year's figure is at hand.
    if (inForce! >= issued! - abolished! || (previous && at(previous, 'inForce') !== null)) continue;
    const cell = `proactive/${kind}/inForce`;
    yield {
      message: `${cellName(form, cell)}填的是${inForce}，本年制发${issued}件、废止${abolished}件，年底现行有效的至少有${issued! - abolished!}件。请核对文件清单。`,
      where: { section: sectionOfCell(cell), cell },
      expected: issued! - abolished!,
      actual: inForce!,
    };
  }
}

/** 万元 from which we ask for the unit, by level: lines of our own, far above what such a unit takes in a year. */
const MOST_FEES: Partial<Record<Level, number>> = { township: 1_000, subdistrict: 1_000, department: 100_000, county: 2_000_000 };

/** A fee a thousand times last year's, or a thousandth, or beyond what such a unit can take: 元 for 万元. */
function* feeUnit(context: Context): Iterable<Found> {
  const cell = 'proactive/feesInTenThousandYuan';
  const { level } = context;
  const actual = valueAt(context.reading.report.tables, cell);
  const last = context.previous ? valueAt(context.previous.report.tables, cell) : null;
  if (!actual || actual < 0) return;
  const ratio = last && last > 0 ? actual / last : null;
  const most = level ? MOST_FEES[level] : undefined;
  const where = { section: 2, cell };
  if (ratio !== null && (ratio >= 1000 || ratio <= 0.001)) {
    yield {
      message: `${cellName(context.form, cell)}填的是${actual}，上年是${last}，相差${ratio >= 1000 ? Math.round(ratio) : Math.round(1 / ratio)}倍。请核对单位是否为万元。`,
      where,
      expected: last,
      actual,
    };
  } else if (ratio === null && most !== undefined && actual >= most) {
    yield {
      message: `${cellName(context.form, cell)}填的是${actual}万元，超过本系统的提醒线（${most}万元）。请核对是否把元填成了万元。`,
      where,
      actual,
    };
  }
}

export const yearRules: readonly Rule[] = [
  {
    id: 'Y-CARRIED',
    severity: 'warning',
    title: '上年结转与上年年报一致',
    basis: ['FORM2021', 'OGIR2019 50.1(2)'],
    what: '表三第二行逐列等于上年公布的年报“四、结转下年度继续办理”。有上年年报时才判断。',
    fails: { says: '上年年报结转1件，今年“上年结转”写0件', sketch: {}, previous: { year: 2022, cells: { 'requests/4/total': 1 } } },
    passes: { says: '上年结转0件，今年也是0件', sketch: {}, previous: { year: 2022 } },
    find: (c) =>
      acrossYears(
        c,
        'Y-CARRIED',
        (expected, actual) =>
          `填的是${actual}，上年年报“结转下年度继续办理”同一列是${expected}。请查清上年未办结的申请，或说明差异的原因。`,
      ),
  },
  {
    id: 'Y-INFORCE',
    severity: 'warning',
    title: '现行有效件数与上年年报衔接',
    basis: ['FORM2021', 'OGIR2019 20(1)'],
    what: '现行有效等于上年现行有效加本年制发减本年废止（两年都用现行格式时才判断）。',
    fails: {
      says: '上年有效8件，今年制发2件、废止0件，有效却写8件',
      sketch: { cells: { 'proactive/normativeDocuments/issued': 2, 'proactive/normativeDocuments/inForce': 8 } },
      previous: { year: 2022, cells: { 'proactive/normativeDocuments/inForce': 8 } },
    },
    passes: {
      says: '上年有效8件，今年制发2件、废止1件，有效9件',
      sketch: {
        cells: {
          'proactive/normativeDocuments/issued': 2,
          'proactive/normativeDocuments/abolished': 1,
          'proactive/normativeDocuments/inForce': 9,
        },
      },
      previous: { year: 2022, cells: { 'proactive/normativeDocuments/inForce': 8 } },
    },
    find: (c) =>
      acrossYears(
        c,
        'Y-INFORCE',
        (expected, actual) => `填的是${actual}，按上年现行有效件数加本年制发减本年废止应为${expected}。请与司法行政部门核对文件清单。`,
      ),
  },
  {
    id: 'INFORCE-LESS',
    severity: 'warning',
    title: '现行有效件数不少于制发减废止',
    basis: ['FORM2021', 'OGIR2019 20(1)'],
    what: '没有上年年报时，现行有效件数也不会少于本年制发件数减本年废止件数（2021年的格式）。有上年年报的见 Y-INFORCE。',
    fails: {
      says: '制发7件、废止0件，现行有效0件',
      sketch: { cells: { 'proactive/normativeDocuments/issued': 7 } },
    },
    passes: {
      says: '制发7件、废止3件，现行有效4件',
      sketch: {
        cells: {
          'proactive/normativeDocuments/issued': 7,
          'proactive/normativeDocuments/abolished': 3,
          'proactive/normativeDocuments/inForce': 4,
        },
      },
    },
    find: inForceLess,
  },
  {
    id: 'FEE-UNIT',
    severity: 'warning',
    title: '收费金额以万元计',
    basis: ['FORM2021', 'OGIR2019 20(8)'],
    what: '收费金额与上年年报相差一千倍以上的，多半是把元填成了万元；没有上年年报时，乡镇、街道一千万元以上，部门十亿元以上，县二百亿元以上的，提醒核对单位。这些倍数和金额是本系统的提醒线，不是规定。',
    fails: {
      says: '上年12.3万元，今年填118600',
      sketch: { cells: { 'proactive/feesInTenThousandYuan': 118600 } },
      previous: { year: 2022, cells: { 'proactive/feesInTenThousandYuan': 12.3 } },
    },
    passes: {
      says: '上年12.3万元，今年填11.86万元',
      sketch: { cells: { 'proactive/feesInTenThousandYuan': 11.86 } },
      previous: { year: 2022, cells: { 'proactive/feesInTenThousandYuan': 12.3 } },
    },
    find: feeUnit,
  },
];
