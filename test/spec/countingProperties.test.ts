import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agencyTree } from '../../src/domain/agencies/tree.ts';
import { type Fact, factContext, factsOf, indexFacts, PREDICATES, place, predicateOf } from '../../src/domain/facts/index.ts';
import { valueAt } from '../../src/domain/report/model.ts';
import { cellsOf, FORM_2021, identitiesOf } from '../../src/law/forms/index.ts';
import { registers, report, type Sheet, spanOf } from './office.ts';
import { type RandomSheet, randomSheet } from './randomRegisters.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`);
const RUNS = { numRuns: 150 };

/** Cells counted over a span; the others are states at one of its ends. */
function isFlow(figure: string): boolean {
  const p = predicateOf(figure);
  if (!p) throw new Error(figure);
  return p.sumOf ? p.sumOf.every(isFlow) : p.terms.every((t) => t.span === 'during');
}

function factsIn(sheet: Sheet): Fact[] {
  const { records, agencies } = registers(sheet);
  const context = factContext(records, agencyTree(agencies));
  return records.flatMap((r) => factsOf(r, context)).filter((f) => f.agency === 'zhen');
}

const spans = fc.constantFrom('2023', '2024', '2023-01', '2023-12', '2024-01', '2023-04-01..2023-06-30', '2023-12-31..2024-01-01');

describe('whatever the registers hold', () => {
  it('has exactly one predicate for every cell of the form, in its order', () => {
    const cells = PREDICATES.map((p) => p.figure).filter((f) => !f.startsWith('figures/'));
    expect(cells).toEqual(cellsOf(FORM_2021).map((c) => c.key));
    expect(new Set(PREDICATES.map((p) => p.figure)).size).toBe(PREDICATES.length);
  });

  it('every identity of the form holds, and no count is negative', () => {
    fc.assert(
      fc.property(randomSheet, spans, (sheet, when) => {
        const { tables } = report(sheet, when).report;
        for (const { rule, cell, terms } of identitiesOf(FORM_2021)) {
          const sum = terms.reduce((n, t) => n + t.sign * (valueAt(tables, t.cell) ?? Number.NaN), 0);
          expect(valueAt(tables, cell), `${rule} ${cell}`).toBe(sum);
        }
        for (const { key, unit } of cellsOf(FORM_2021)) {
          const value = valueAt(tables, key);
          if (unit === 'count' && value !== null) expect(value, key).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('the figures placed from an index equal a naive count of the facts, and the records behind a count are as many', () => {
    fc.assert(
      fc.property(randomSheet, spans, (sheet, when) => {
        const facts = factsIn(sheet);
        const [from, to] = spanOf(when);
        const naive = (figure: string): number => {
          const { terms, sumOf } = predicateOf(figure)!;
          if (sumOf) return sumOf.map(naive).reduce((a, b) => a + b, 0);
          let n = 0;
          for (const f of facts) {
            for (const t of terms) {
              const dims = Object.entries(t.dimensions).every(([k, v]) => f.dimensions[k] === v);
              const span = { during: from <= f.happenedOn && f.happenedOn <= to, before: f.happenedOn < from, upTo: f.happenedOn <= to }[
                t.span
              ];
              if (f.kind === t.kind && dims && span) n += t.sign * f.quantity;
            }
          }
          return n;
        };
        const index = indexFacts(facts);
        for (const predicate of PREDICATES) {
          const placed = place(index, predicate, from, to);
          expect(placed.value, predicate.figure).toBe(naive(predicate.figure));
          if (/^(requests|remedies)/.test(predicate.figure)) expect(placed.records.length).toBe(placed.value);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a year is the sum of its months in every cell that counts a span', () => {
    fc.assert(
      fc.property(randomSheet, (sheet) => {
        const year = report(sheet, '2023').report.tables;
        const months = MONTHS.map((m) => report(sheet, m).report.tables);
        for (const { key, unit } of cellsOf(FORM_2021).filter((c) => isFlow(c.key))) {
          const scale = unit === 'money' ? 1e6 : 1;
          const sum = months.reduce((n, t) => n + Math.round((valueAt(t, key) ?? Number.NaN) * scale), 0);
          expect(Math.round((valueAt(year, key) ?? Number.NaN) * scale), key).toBe(sum);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what one span carries over the next carries in, by column and case by case', () => {
    fc.assert(
      fc.property(
        randomSheet,
        fc.constantFrom(['2022', '2023'], ['2023', '2024'], ['2023-03', '2023-04'], ['2023-12', '2024-01']),
        (sheet, [one, next]) => {
          const [a, b] = [report(sheet, one!), report(sheet, next!)];
          expect(b.report.tables.requests?.['2']).toEqual(a.report.tables.requests?.['4']);
          expect(b.cells['requests/2/total']).toEqual(a.cells['requests/4/total']);
          const inForce = (r: typeof a) => valueAt(r.report.tables, 'proactive/normativeDocuments/inForce')!;
          const change = ['issued', 'abolished'].map((c) => valueAt(b.report.tables, `proactive/normativeDocuments/${c}`)!);
          expect(inForce(b)).toBe(inForce(a) + change[0]! - change[1]!);
        },
      ),
      RUNS,
    );
  });

  it('neither the order of the file nor a distant as-of changes a figure', () => {
    fc.assert(
      fc.property(randomSheet, spans, (sheet, when) => {
        const reversed = Object.fromEntries(Object.entries(sheet).map(([k, v]) => [k, v.toReversed()]));
        const r = report(sheet, when);
        expect(report(reversed, when).report).toEqual(r.report);
        expect(report(sheet, when, '2099-12-31')).toEqual(r);
      }),
      { numRuns: 60 },
    );
  });

  it('a report as of a day knows nothing of what happened later', () => {
    fc.assert(
      fc.property(randomSheet, (sheet) => {
        const known = report(sheet, '2023', '2023-06-30').report.tables;
        const half = report(sheet, '2023-01-01..2023-06-30', '2023-06-30').report.tables;
        for (const { key } of cellsOf(FORM_2021)) expect(valueAt(known, key), key).toBe(valueAt(half, key));
      }),
      { numRuns: 60 },
    );
  });
});

/** The Regulation’s day of receipt, said once more and otherwise than the code says it. */
function receivedOn(r: Sheet): string | null {
  const events = r['events'] as { on: string; kind: string }[];
  const [arrived, confirmed] = ['received', 'confirmed'].map((k) => events.find((e) => e.kind === k)?.on);
  if (!['plainPost', 'internet', 'fax'].includes(String(r['channel']))) return arrived!;
  return confirmed && confirmed >= arrived! ? confirmed : null;
}

describe('against a count by hand of the plain cases', () => {
  const plain = (r: Sheet) =>
    !r['splitFrom'] && !r['mergedWith'] && (r['events'] as { kind: string }[]).every((e) => !['answered', 'withdrawn'].includes(e.kind));

  it('rows 1, 2, 3.7 and 4', () => {
    const inYear = (d: string | null, y: number) => d?.startsWith(String(y)) ?? false;
    fc.assert(
      fc.property(randomSheet, fc.constantFrom(2023, 2024), (sheet: RandomSheet, year) => {
        const requests = sheet.requests.filter(plain);
        const count = { received: 0, carriedIn: 0, closed: 0, carriedOver: 0 };
        for (const r of requests) {
          const on = receivedOn(r);
          if (r['void'] || r['agency'] === 'cun' || !on) continue;
          const given = r['outcome'] && r['outcomeOn'] ? String(r['outcomeOn']) : null;
          const closed = given && given >= on ? given : null;
          const yearOf = (d: string | null) => (d ? Number(d.slice(0, 4)) : Number.POSITIVE_INFINITY);
          if (inYear(on, year)) count.received++;
          if (inYear(closed, year)) count.closed++;
          if (yearOf(on) < year && yearOf(closed) >= year) count.carriedIn++;
          if (yearOf(on) <= year && yearOf(closed) > year) count.carriedOver++;
        }
        const { requests: rows } = report({ requests }, String(year)).report.tables;
        expect(['1', '2', '3.7', '4'].map((k) => rows?.[k]?.at(-1))).toEqual([
          count.received,
          count.carriedIn,
          count.closed,
          count.carriedOver,
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
