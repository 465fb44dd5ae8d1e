import { fenToTenThousandYuan } from '../facts/money.ts';
import type { Placed, PlacedRecord } from '../facts/place.ts';
import type { Predicate } from '../facts/predicate.ts';
import { CELL_PREDICATES, PREDICATES } from '../facts/predicates.ts';
import { type Coverage, type DayRange, declarationReference } from '../registers/coverage.ts';
import type { RegisterKey } from '../registers/register.ts';
import { type Report, setValue, type Value } from './model.ts';

/** A span of a register nothing counts for: not declared, or declared as not kept. */
export interface Missing extends DayRange {
  readonly register: RegisterKey;
}

/** The registers as a registers file lists them. */
const FILE_ORDER: readonly RegisterKey[] = [
  'requests',
  'normativeDocuments',
  'items',
  'administrative',
  'remedies',
  'tickets',
  'activities',
];

/** Figures with what is behind them, before they are said of a report. */
export interface Figures {
  /** Every cell of the form and every figure of the text; null where its register is not declared. Money cells in 万元. */
  readonly values: Readonly<Record<string, Value>>;
  /** The records behind each figure that is not null; a zero from 零报告 names the declaration, an opening figure its report. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
  /** The part of a stock that is an opening figure of a printed report. */
  readonly opening: Readonly<Record<string, number>>;
  readonly missing: readonly Missing[];
}

/** What `assembleFigures` needs: how each figure is counted (in memory or by SQL), and what is declared. */
export interface FiguresInput {
  readonly organ: string;
  /** Counted from the facts of records. */
  readonly counted: (predicate: Predicate) => Placed;
  /** Counted from the opening figures. */
  readonly opened: (predicate: Predicate) => Placed;
  readonly coverage: readonly Coverage[];
  /** Parts of the span that cut a month: the monthly figures can't be told though they are declared. */
  readonly cut: readonly DayRange[];
}

/** Record numbers as a cell lists them; where two units of an organ use one number, the internal unit's is preceded by its code. */
export function recordLabels(records: readonly PlacedRecord[], organ: string): string[] {
  if (records.every((r) => r.unit === organ)) return records.map((r) => r.number);
  const uses = new Map<string, number>();
  for (const r of records) uses.set(r.number, (uses.get(r.number) ?? 0) + 1);
  return records.map((r) => (r.unit !== organ && (uses.get(r.number) ?? 0) > 1 ? `${r.unit}:${r.number}` : r.number));
}

/** What lacks, register by register in the order of the file. */
function missingOf({ coverage, cut }: FiguresInput): Missing[] {
  return FILE_ORDER.flatMap((register) => {
    const ranges = coverage.find((c) => c.register === register)?.missing ?? [];
    const parts = register === 'administrative' ? cut.filter((c) => !ranges.some((r) => r.from <= c.from && c.to <= r.to)) : [];
    return [...ranges, ...parts].sort((a, b) => (a.from < b.from ? -1 : 1)).map((range) => ({ register, from: range.from, to: range.to }));
  });
}

/** Counts every figure, leaves those over undeclared registers null, and lists what is behind each. */
export function assembleFigures(input: FiguresInput): Figures {
  const values: Record<string, Value> = {};
  const cells: Record<string, readonly string[]> = {};
  const opening: Record<string, number> = {};
  const coverage = new Map(input.coverage.map((c) => [c.register, c]));
  for (const predicate of PREDICATES) {
    const declared = predicate.registers.map((r) => coverage.get(r));
    const known =
      declared.every((c) => c && c.missing.length === 0) &&
      !predicate.registers.some((r) => r === 'administrative' && input.cut.length > 0);
    if (!known) {
      values[predicate.figure] = null;
      continue;
    }
    const counted = input.counted(predicate);
    const opened = input.opened(predicate);
    const value = counted.value + opened.value;
    const records = [...recordLabels(opened.records, input.organ), ...recordLabels(counted.records, input.organ)];
    const nil = declared.flatMap((c) => c?.nil ?? []).map(declarationReference);
    values[predicate.figure] = predicate.unit === 'money' ? fenToTenThousandYuan(value) : value;
    cells[predicate.figure] = records.length === 0 && value === 0 ? nil : records;
    if (opened.value !== 0) opening[predicate.figure] = opened.value;
  }
  return { values, cells, opening, missing: missingOf(input) };
}

/** The report of the form in use with these figures. The year is that of the span; one over two years has none. */
export function reportOf(figures: Figures, unit: string, from: string, to: string): Report {
  const year = from.slice(0, 4) === to.slice(0, 4) ? Number(from.slice(0, 4)) : null;
  const report: Report = {
    form: '2021',
    unit,
    signedBy: null,
    signedOn: null,
    year,
    period: [from, to],
    tables: { proactive: null, requests: null, remedies: null },
  };
  for (const { figure } of CELL_PREDICATES) setValue(report.tables, figure, figures.values[figure] ?? null);
  report.complete = CELL_PREDICATES.every((p) => figures.values[p.figure] !== null);
  return report;
}
