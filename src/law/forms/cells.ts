import type { ApplicantColumn, CellKey, CellUnit, Form, RemedyColumn, RemedyGroup } from './form.ts';

/** `requests/3.1/naturalPerson` */
export function requestKey(row: string, column: ApplicantColumn['key']): CellKey {
  return `requests/${row}/${column}`;
}

/** `remedies/review/upheld` */
export function remedyKey(group: RemedyGroup['key'], column: RemedyColumn['key']): CellKey {
  return `remedies/${group}/${column}`;
}

/** One cell of a form with what a screen or a finding says of it. */
export interface FormCell {
  readonly key: CellKey;
  readonly section: 2 | 3 | 4;
  readonly unit: CellUnit;
  /** Statutory labels joined by ·, for people. */
  readonly label: string;
  readonly counts: string;
  readonly basis: readonly string[];
}

/** The keys of section two in the order of the form. */
export function proactiveKeys(form: Form): CellKey[] {
  return form.proactive.flatMap((b) =>
    b.rows.flatMap((r) => (b.flat ? [`proactive/${r.key}`] : b.columns.map((c) => `proactive/${r.key}/${c.key}`))),
  );
}

/** Every cell of an edition in the order of the form (2021: 200). */
export function cellsOf(form: Form): FormCell[] {
  const two = form.proactive.flatMap((b) =>
    b.rows.flatMap((r) =>
      b.columns.map(
        (c): FormCell => ({
          key: b.flat ? `proactive/${r.key}` : `proactive/${r.key}/${c.key}`,
          section: 2,
          unit: c.unit,
          label: `${r.label} · ${c.label}`,
          counts: c.counts,
          basis: b.basis,
        }),
      ),
    ),
  );
  const three = form.requestRows
    .filter((r) => r.key !== '3.6' || !form.requestRows.some((x) => x.key === '3.6.1'))
    .flatMap((r) =>
      form.applicantColumns.map(
        (c): FormCell => ({
          key: requestKey(r.key, c.key),
          section: 3,
          unit: 'count',
          label: [r.group, r.label, c.label].filter(Boolean).join(' · '),
          counts: r.counts,
          basis: r.basis,
        }),
      ),
    );
  const four = form.remedyGroups.flatMap((g) =>
    form.remedyColumns.map(
      (c): FormCell => ({
        key: remedyKey(g.key, c.key),
        section: 4,
        unit: 'count',
        label: [g.parent, g.label, c.label].filter(Boolean).join(' · '),
        counts: c.counts,
        basis: g.basis,
      }),
    ),
  );
  return [...two, ...three, ...four];
}
