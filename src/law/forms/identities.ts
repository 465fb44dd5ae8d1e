import { proactiveKeys, remedyKey, requestKey } from './cells.ts';
import type { CellKey, Form } from './form.ts';

/** The four arithmetic rules of the form and the two that reach into last year. */
export type IdentityRule = 'T3-BALANCE' | 'T3-OUTCOMES' | 'T3-APPLICANTS' | 'T4-TOTAL' | 'Y-CARRIED' | 'Y-INFORCE';

/** A cell with its sign in a sum. */
export interface Term {
  readonly cell: CellKey;
  readonly sign: 1 | -1;
  /** True: the cell of last year's report. */
  readonly lastYear?: true;
}

/** `cell` must equal the signed sum of `terms`. */
export interface Identity {
  readonly rule: IdentityRule;
  readonly cell: CellKey;
  readonly terms: readonly Term[];
}

/**
 * Every identity of an edition, in the order of the form: T3-BALANCE per column (1 + 2 = 3.7 + 4, the printed rule),
 * T3-OUTCOMES per column, T3-APPLICANTS per row, T4-TOTAL per group.
 * @param oneOtherRow the report prints （六）其他处理 as one row `3.6`
 */
export function identitiesOf(form: Form, oneOtherRow = false): Identity[] {
  const columns = form.applicantColumns.map((c) => c.key);
  const parts = columns.filter((c) => c !== 'total');
  const rows = requestRowKeys(form, oneOtherRow);
  const outcomes = rows.filter((r) => r.startsWith('3.') && r !== '3.7');
  const plus = (cell: CellKey): Term => ({ cell, sign: 1 });
  const minus = (cell: CellKey): Term => ({ cell, sign: -1 });
  return [
    ...columns.map(
      (c): Identity => ({
        rule: 'T3-BALANCE',
        cell: requestKey('3.7', c),
        terms: [plus(requestKey('1', c)), plus(requestKey('2', c)), minus(requestKey('4', c))],
      }),
    ),
    ...columns.map(
      (c): Identity => ({ rule: 'T3-OUTCOMES', cell: requestKey('3.7', c), terms: outcomes.map((r) => plus(requestKey(r, c))) }),
    ),
    ...rows.map(
      (r): Identity => ({ rule: 'T3-APPLICANTS', cell: requestKey(r, 'total'), terms: parts.map((c) => plus(requestKey(r, c))) }),
    ),
    ...form.remedyGroups.map(
      (g): Identity => ({
        rule: 'T4-TOTAL',
        cell: remedyKey(g.key, 'total'),
        terms: form.remedyColumns.filter((c) => c.key !== 'total').map((c) => plus(remedyKey(g.key, c.key))),
      }),
    ),
  ];
}

/** The identities that compare with last year's report: row 2 with its row 4, and 现行有效 = last + 制发 − 废止 (2021 form only). */
export function crossYearIdentitiesOf(form: Form): Identity[] {
  const carried = form.applicantColumns.map(
    (c): Identity => ({
      rule: 'Y-CARRIED',
      cell: requestKey('2', c.key),
      terms: [{ cell: requestKey('4', c.key), sign: 1, lastYear: true }],
    }),
  );
  const keys = new Set(proactiveKeys(form));
  const inForce = ['regulations', 'normativeDocuments']
    .filter((kind) => keys.has(`proactive/${kind}/inForce`))
    .map(
      (kind): Identity => ({
        rule: 'Y-INFORCE',
        cell: `proactive/${kind}/inForce`,
        terms: [
          { cell: `proactive/${kind}/inForce`, sign: 1, lastYear: true },
          { cell: `proactive/${kind}/issued`, sign: 1 },
          { cell: `proactive/${kind}/abolished`, sign: -1 },
        ],
      }),
    );
  return [...carried, ...inForce];
}

/** Row keys of section three in the printed order; with one row `3.6` in place of its three where the report prints it so. */
export function requestRowKeys(form: Form, oneOtherRow = false): string[] {
  const keys = form.requestRows.map((r) => r.key);
  if (!oneOtherRow) return keys.filter((k) => k !== '3.6' || !keys.includes('3.6.1'));
  const out: string[] = [];
  for (const key of keys) {
    if (!key.startsWith('3.6')) out.push(key);
    else if (!out.includes('3.6')) out.push('3.6');
  }
  return out;
}
