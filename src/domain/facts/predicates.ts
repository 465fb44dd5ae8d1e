import { type ApplicantColumn, FORM_2021, type Form, remedyKey, requestKey } from '#law/forms/index.ts';
import { ACTIVITY_KINDS } from '../activities/register.ts';
import { ITEM_CATEGORIES } from '../publishing/items.ts';
import { PUBLICATION_CHANNELS } from '../publishing/publications.ts';
import type { RegisterKey } from '../registers/register.ts';
import type { FactKind } from './fact.ts';
import type { FactTerm, Predicate, Span } from './predicate.ts';

type Dimensions = Readonly<Record<string, string>>;

function term(kind: FactKind, span: Span, dimensions: Dimensions = {}, sign: 1 | -1 = 1): FactTerm {
  return { kind, dimensions, span, sign };
}

function counted(figure: string, register: RegisterKey, ...terms: FactTerm[]): Predicate {
  return { figure, terms, registers: [register], unit: 'count' };
}

function sum(figure: string, register: RegisterKey, sumOf: readonly string[]): Predicate {
  return { figure, terms: [], sumOf, registers: [register], unit: 'count' };
}

/** What has begun and not ended at a point; opening figures stand before the span, at both of its ends. */
function stock(span: 'before' | 'upTo', begun: FactKind, ended: FactKind, opening: FactKind, dimensions: Dimensions): FactTerm[] {
  return [term(opening, 'before', dimensions), term(begun, span, dimensions), term(ended, span, dimensions, -1)];
}

const MONTHLY = {
  licences: 'administrative.licences',
  penalties: 'administrative.penalties',
  coercion: 'administrative.coercion',
} as const satisfies Record<string, FactKind>;

function documentRow(row: string): Predicate[] {
  const key = (column: string) => `proactive/${row}/${column}`;
  return [
    counted(key('issued'), 'normativeDocuments', term('normative.issued', 'during', { row })),
    counted(key('abolished'), 'normativeDocuments', term('normative.ended', 'during', { row })),
    counted(key('inForce'), 'normativeDocuments', ...stock('upTo', 'normative.issued', 'normative.ended', 'normative.opening', { row })),
  ];
}

function sectionTwo(): Predicate[] {
  return [
    ...documentRow('regulations'),
    ...documentRow('normativeDocuments'),
    ...Object.entries(MONTHLY).map(([row, kind]) => counted(`proactive/${row}`, 'administrative', term(kind, 'during'))),
    { ...counted('proactive/feesInTenThousandYuan', 'administrative', term('administrative.fees', 'during')), unit: 'money' },
  ];
}

function requestTerms(role: string, row: string, applicant: string): FactTerm[] {
  const dimensions = { applicant };
  if (role === 'received') return [term('request.received', 'during', dimensions)];
  if (role === 'outcome') return [term('request.outcome', 'during', { applicant, outcome: row })];
  return stock(role === 'carriedIn' ? 'before' : 'upTo', 'request.received', 'request.outcome', 'request.opening', dimensions);
}

/** Section three. 总计 by column and （七）总计 are sums of what they total, so that no identity can fail. */
function sectionThree(form: Form): Predicate[] {
  const parts = form.applicantColumns.map((c) => c.key).filter((c) => c !== 'total');
  const outcomes = form.requestRows.filter((r) => r.role === 'outcome').map((r) => r.key);
  const cell = (row: Form['requestRows'][number], column: ApplicantColumn['key']): Predicate => {
    const figure = requestKey(row.key, column);
    if (column === 'total') {
      return sum(
        figure,
        'requests',
        parts.map((p) => requestKey(row.key, p)),
      );
    }
    if (row.role === 'sum') {
      return sum(
        figure,
        'requests',
        outcomes.map((o) => requestKey(o, column)),
      );
    }
    return counted(figure, 'requests', ...requestTerms(row.role, row.key, column));
  };
  return form.requestRows.flatMap((row) => form.applicantColumns.map((c) => cell(row, c.key)));
}

function sectionFour(form: Form): Predicate[] {
  const columns = form.remedyColumns.map((c) => c.key).filter((c) => c !== 'total');
  return form.remedyGroups.flatMap(({ key: group }) => [
    ...columns.map((column) =>
      column === 'pending'
        ? counted(remedyKey(group, column), 'remedies', ...stock('upTo', 'remedy.filed', 'remedy.decided', 'remedy.opening', { group }))
        : counted(remedyKey(group, column), 'remedies', term('remedy.decided', 'during', { group, result: column })),
    ),
    sum(
      remedyKey(group, 'total'),
      'remedies',
      columns.map((c) => remedyKey(group, c)),
    ),
  ]);
}

const overdueBefore = [term('ticket.due', 'before'), term('ticket.settled', 'before', {}, -1)];

/**
 * The figures of the text. `due` 应办结: what fell due in the span and what was overdue and open at its start; `dueClosed`:
 * of those, closed by its end, so that 办结率 = dueClosed ÷ due never passes 100%. 按时办结率 = dueClosedInTime ÷ dueInSpan.
 * `closed` is everything closed in the span, due or not yet due.
 */
function textFigures(): Predicate[] {
  const tickets = (key: string, ...terms: FactTerm[]) => counted(`figures/tickets/${key}`, 'tickets', ...terms);
  const fee = (key: string, kind: FactKind) => counted(`figures/processingFee/${key}`, 'requests', term(kind, 'during'));
  return [
    counted('figures/items', 'items', term('item.published', 'during')),
    ...ITEM_CATEGORIES.map(({ value }) =>
      counted(`figures/items/${value}`, 'items', term('item.published', 'during', { category: value })),
    ),
    counted('figures/publications', 'items', term('publication.made', 'during')),
    ...PUBLICATION_CHANNELS.map(({ value }) =>
      counted(`figures/publications/${value}`, 'items', term('publication.made', 'during', { channel: value })),
    ),
    tickets('received', term('ticket.received', 'during')),
    tickets('closed', term('ticket.closed', 'during')),
    tickets('closedInTime', term('ticket.closed', 'during', { inTime: 'yes' })),
    tickets('closedLate', term('ticket.closed', 'during', { inTime: 'no' })),
    tickets('due', term('ticket.due', 'during'), ...overdueBefore),
    tickets('dueInSpan', term('ticket.due', 'during')),
    tickets('dueClosed', term('ticket.settled', 'during')),
    tickets('dueClosedInTime', term('ticket.due', 'during', { inTime: 'yes' })),
    tickets('overdueOpen', term('ticket.due', 'upTo'), term('ticket.settled', 'upTo', {}, -1)),
    ...ACTIVITY_KINDS.flatMap(({ value: kind }) => [
      counted(`figures/activities/${kind}/all`, 'activities', term('activity.held', 'during', { kind })),
      counted(
        `figures/activities/${kind}/aboutDisclosure`,
        'activities',
        term('activity.held', 'during', { kind, aboutDisclosure: 'yes' }),
      ),
    ]),
    fee('noticedItems', 'processingFee.noticed'),
    fee('noticedFen', 'processingFee.noticedFen'),
    fee('paidFen', 'processingFee.paidFen'),
  ];
}

/** The cells of the form in use, in its order. */
export const CELL_PREDICATES: readonly Predicate[] = [...sectionTwo(), ...sectionThree(FORM_2021), ...sectionFour(FORM_2021)];

/** Every figure there is: the 200 cells of the form, then the figures of the text. */
export const PREDICATES: readonly Predicate[] = [...CELL_PREDICATES, ...textFigures()];

const BY_FIGURE = new Map(PREDICATES.map((p) => [p.figure, p]));

/** What a figure counts; undefined for a figure there is none of. */
export function predicateOf(figure: string): Predicate | undefined {
  return BY_FIGURE.get(figure);
}
