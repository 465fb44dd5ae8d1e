import { remedyKey, requestKey } from '#law/forms/index.ts';
import { APPLICANT_COLUMNS, REMEDY_GROUPS } from '#law/forms/rows.ts';
import type { RegisterKey } from '../registers/register.ts';
import { type Tables, valueAt } from '../report/model.ts';
import type { Fact, FactKind } from './fact.ts';

/**
 * Opening figures of an organ: the tables of its printed report of `year` (the shape `check` prints), from which the next
 * year opens where the records themselves no longer exist. Row 4 becomes row 2, 现行有效 and 尚未审结 go on.
 */
export interface OpeningFigures {
  readonly agency: string;
  /** The year of the printed report; its stocks are those of 31 December of that year. */
  readonly year: number;
  readonly tables: Tables;
}

/** One stock an opening figure may open. */
interface OpeningCell {
  readonly figure: string;
  readonly kind: FactKind;
  /** The facts that replace it: one dated on or before the opening day. */
  readonly replacedBy: FactKind;
  readonly register: RegisterKey;
  readonly dimensions: Readonly<Record<string, string>>;
}

const REQUEST_CELLS = APPLICANT_COLUMNS.filter((c) => c.key !== 'total').map(
  (c): OpeningCell => ({
    figure: requestKey('4', c.key),
    kind: 'request.opening',
    replacedBy: 'request.received',
    register: 'requests',
    dimensions: { applicant: c.key },
  }),
);
const DOCUMENT_CELLS = ['regulations', 'normativeDocuments'].map(
  (row): OpeningCell => ({
    figure: `proactive/${row}/inForce`,
    kind: 'normative.opening',
    replacedBy: 'normative.issued',
    register: 'normativeDocuments',
    dimensions: { row },
  }),
);
const REMEDY_CELLS = REMEDY_GROUPS.map(
  (g): OpeningCell => ({
    figure: remedyKey(g.key, 'pending'),
    kind: 'remedy.opening',
    replacedBy: 'remedy.filed',
    register: 'remedies',
    dimensions: { group: g.key },
  }),
);

/** Every stock opening figures may open, in the order of the form. */
export const OPENING_CELLS: readonly OpeningCell[] = [...DOCUMENT_CELLS, ...REQUEST_CELLS, ...REMEDY_CELLS];

/** The day opening figures stand on. */
export function openingDay(opening: OpeningFigures): string {
  return `${opening.year}-12-31`;
}

/**
 * The opening figures that stand for a span beginning on `from`, as facts of their own kinds. For each register the latest
 * report before the span whose day no record reaches back to: once a record of that register dated on or before 31 December
 * of `year` exists, records have replaced the figure.
 * @param earliest the first day of the organ's facts of a kind
 */
export function openingFacts(openings: readonly OpeningFigures[], earliest: ReadonlyMap<FactKind, string>, from: string): Fact[] {
  const before = openings.filter((o) => openingDay(o) < from).sort((a, b) => b.year - a.year);
  return OPENING_CELLS.flatMap((cell): Fact[] => {
    const first = earliest.get(cell.replacedBy);
    const opening = before.find((o) => !first || first > openingDay(o));
    const quantity = opening ? valueAt(opening.tables, cell.figure) : null;
    if (!opening || !quantity || !Number.isSafeInteger(quantity) || quantity < 0) return [];
    return [
      {
        agency: opening.agency,
        kind: cell.kind,
        dimensions: cell.dimensions,
        happenedOn: openingDay(opening),
        quantity,
        register: cell.register,
        unit: opening.agency,
        record: `opening:${cell.register}:${opening.year}`,
        version: 1,
        recordedAt: '',
      },
    ];
  });
}

/** The first day of the facts of each kind. */
export function earliestByKind(facts: Iterable<Fact>): Map<FactKind, string> {
  const earliest = new Map<FactKind, string>();
  for (const { kind, happenedOn } of facts) {
    const known = earliest.get(kind);
    if (!known || happenedOn < known) earliest.set(kind, happenedOn);
  }
  return earliest;
}
