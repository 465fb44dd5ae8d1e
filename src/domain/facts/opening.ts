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
  readonly register: RegisterKey;
  readonly dimensions: Readonly<Record<string, string>>;
}

const REQUEST_CELLS = APPLICANT_COLUMNS.filter((c) => c.key !== 'total').map(
  (c): OpeningCell => ({
    figure: requestKey('4', c.key),
    kind: 'request.opening',
    register: 'requests',
    dimensions: { applicant: c.key },
  }),
);
const DOCUMENT_CELLS = ['regulations', 'normativeDocuments'].map(
  (row): OpeningCell => ({
    figure: `proactive/${row}/inForce`,
    kind: 'normative.opening',
    register: 'normativeDocuments',
    dimensions: { row },
  }),
);
const REMEDY_CELLS = REMEDY_GROUPS.map(
  (g): OpeningCell => ({
    figure: remedyKey(g.key, 'pending'),
    kind: 'remedy.opening',
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

/** What of a stock is counted from records on the day an opening figure stands on. */
export type CountedOn = (figure: string, opening: OpeningFigures) => number;

/** Per stock the latest printed report before the span that states it, with the figure printed. */
export function openingsBefore(
  openings: readonly OpeningFigures[],
  from: string,
): { readonly cell: OpeningCell; readonly opening: OpeningFigures; readonly printed: number }[] {
  const before = openings.filter((o) => openingDay(o) < from).sort((a, b) => b.year - a.year);
  return OPENING_CELLS.flatMap((cell) => {
    for (const opening of before) {
      const printed = valueAt(opening.tables, cell.figure);
      if (typeof printed === 'number' && Number.isSafeInteger(printed) && printed >= 0) return [{ cell, opening, printed }];
    }
    return [];
  });
}

/**
 * The opening figures that stand for a span beginning on `from`, as facts of their own kinds: what the printed report states
 * beyond the records of its day. Each record entered for that day takes the place of one; with all entered, nothing is left.
 */
export function openingFacts(openings: readonly OpeningFigures[], from: string, counted: CountedOn): Fact[] {
  return openingsBefore(openings, from).flatMap(({ cell, opening, printed }): Fact[] => {
    const quantity = printed - counted(cell.figure, opening);
    if (quantity <= 0) return [];
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
