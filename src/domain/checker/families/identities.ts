import { valueAt } from '#domain/report/model.ts';
import { type Identity, identitiesOf, type Term } from '#law/forms/index.ts';
import { type Context, hasOneOtherRow } from '../context.ts';
import { cellName, sectionOfCell } from '../labels.ts';
import type { Example, Found, Rule } from '../rule.ts';

/** What a sum must be: exactly, at least (an unknown part can only raise it), at most (an unknown part can only lower it). */
export type Expected = { exact: number } | { least: number } | { most: number } | null;

/** The sum of an identity's terms as far as the known ones settle it. */
export function expectedOf(terms: readonly Term[], value: (term: Term) => number | null | undefined): Expected {
  let sum = 0;
  const unknown = new Set<1 | -1>();
  for (const term of terms) {
    const v = value(term);
    if (v === null || v === undefined) unknown.add(term.sign);
    else sum += term.sign * v;
  }
  if (unknown.size === 0) return { exact: sum };
  if (unknown.size === 2) return null;
  return unknown.has(1) ? { least: sum } : { most: sum };
}

/** Floating sums of 万元 are compared to the hundredth of a fen. */
export function differs(expected: Expected, actual: number): number | null {
  if (!expected) return null;
  if ('exact' in expected) return Math.abs(expected.exact - actual) > 1e-6 ? expected.exact : null;
  if ('least' in expected) return actual < expected.least - 1e-6 ? expected.least : null;
  return actual > expected.most + 1e-6 ? expected.most : null;
}

function* violations(context: Context, rule: Identity['rule'], say: (i: Identity) => string): Iterable<Found> {
  const { tables } = context.reading.report;
  for (const identity of identitiesOf(context.form, hasOneOtherRow(context))) {
    if (identity.rule !== rule) continue;
    const actual = valueAt(tables, identity.cell);
    if (actual === null || actual === undefined) continue;
    const outcome = expectedOf(identity.terms, (t) => valueAt(tables, t.cell));
    const expected = differs(outcome, actual);
    if (expected === null) continue;
    const bound = outcome && 'exact' in outcome ? '应为' : outcome && 'least' in outcome ? '至少应为' : '至多应为';
    yield {
      message: `${cellName(context.form, identity.cell)}填的是${actual}，按${say(identity)}${bound}${expected}。请对照台账找出填错的一格。`,
      where: { section: sectionOfCell(identity.cell), cell: identity.cell },
      cells: [identity.cell, ...identity.terms.map((t) => t.cell)],
      expected,
      actual,
      ...(outcome && 'exact' in outcome && expected >= 0 ? { fix: String(expected) } : {}),
    };
  }
}

const ONE_GRANTED = {
  'requests/1/naturalPerson': 1,
  'requests/1/total': 1,
  'requests/3.1/naturalPerson': 1,
  'requests/3.1/total': 1,
  'requests/3.7/naturalPerson': 1,
  'requests/3.7/total': 1,
};
const BALANCED: Example = { says: '新收1件，予以公开1件，总计1件，结转0件', sketch: { cells: ONE_GRANTED } };

export const identityRules: readonly Rule[] = [
  {
    id: 'T3-BALANCE',
    severity: 'error',
    title: '表三：新收加结转等于办结加结转下年',
    basis: ['FORM2021'],
    what: '表三每一列：第一项加第二项，等于第三项总计加第四项。有空格或存疑的格时不判断，除非已知数已经超出。',
    fails: {
      says: '新收2件，办理结果总计1件，结转下年度0件',
      sketch: { cells: { ...ONE_GRANTED, 'requests/1/naturalPerson': 2, 'requests/1/total': 2 } },
    },
    passes: BALANCED,
    find: (c) => violations(c, 'T3-BALANCE', () => '“第一项加第二项减第四项”'),
  },
  {
    id: 'T3-OUTCOMES',
    severity: 'error',
    title: '表三：总计等于各办理结果之和',
    basis: ['FORM2021'],
    what: '表三每一列的“（七）总计”等于（一）至（六）各行之和。',
    fails: {
      says: '予以公开1件，总计却写2件',
      sketch: { cells: { ...ONE_GRANTED, 'requests/3.7/naturalPerson': 2, 'requests/3.7/total': 2 } },
    },
    passes: BALANCED,
    find: (c) => violations(c, 'T3-OUTCOMES', () => '各办理结果之和'),
  },
  {
    id: 'T3-APPLICANTS',
    severity: 'error',
    title: '表三：总计等于各类申请人之和',
    basis: ['FORM2021'],
    what: '表三每一行的“总计”等于自然人与五类法人或其他组织之和。',
    fails: { says: '自然人1件，该行总计0件', sketch: { cells: { ...ONE_GRANTED, 'requests/3.1/total': 0 } } },
    passes: BALANCED,
    find: (c) => violations(c, 'T3-APPLICANTS', () => '各类申请人之和'),
  },
  {
    id: 'T4-TOTAL',
    severity: 'error',
    title: '表四：总计等于四种结果之和',
    basis: ['FORM2021'],
    what: '表四三组各自的“总计”等于维持、纠正、其他、尚未审结之和。',
    fails: { says: '结果维持5件，总计0件', sketch: { cells: { 'remedies/review/upheld': 5 } } },
    passes: { says: '结果维持5件，总计5件', sketch: { cells: { 'remedies/review/upheld': 5, 'remedies/review/total': 5 } } },
    find: (c) => violations(c, 'T4-TOTAL', () => '四种结果之和'),
  },
];
