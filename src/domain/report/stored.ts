import { isRefusal, type Refusal } from '#lib/result.ts';
import type { Agency } from '../agencies/agency.ts';
import type { AgencyStore } from '../agencies/ports.ts';
import { type AgencyTree, agencyTree } from '../agencies/tree.ts';
import type { Finding } from '../checker/finding.ts';
import type { Fact } from '../facts/fact.ts';
import { type CountedOn, OPENING_CELLS, type OpeningFigures, openingDay, openingFacts } from '../facts/opening.ts';
import { indexFacts, type Placed, type PlacedRecord, place } from '../facts/place.ts';
import type { CountScope, FactStore } from '../facts/ports.ts';
import type { Predicate } from '../facts/predicate.ts';
import { PREDICATES, predicateOf } from '../facts/predicates.ts';
import { registerOf } from '../registers/all.ts';
import { type Coverage, coverageOf, type DayRange } from '../registers/coverage.ts';
import type { RegisterStore } from '../registers/ports.ts';
import type { RegisterKey } from '../registers/register.ts';
import { assembleFigures, type Figures, reportOf } from './assemble.ts';
import { byPlace, type Compiled, type CompileOptions, reportingOrgan } from './compile.ts';
import { cutFindings, cutMonths, monthFindings, nilFindings, openingFindings, registerFinding } from './compileFindings.ts';
import type { DeclarationStore, OpeningStore } from './ports.ts';

/** Where a report is counted from when the registers are stored. */
export interface ReportSources {
  readonly agencies: AgencyStore;
  readonly declarations: DeclarationStore;
  readonly openings: OpeningStore;
  readonly registers: RegisterStore;
  readonly facts: FactStore;
}

export interface StoredOptions extends CompileOptions {
  /** False: `cells` names no records (they come on demand); counting then costs the same whatever the number of records. */
  readonly records: boolean;
}

const SECTIONS = ['proactive/', 'requests/', 'remedies/', 'figures/'];

/** Counts every figure: one statement for each table of the form and one for the figures of the text. */
async function countFigures(facts: FactStore, scope: CountScope): Promise<ReadonlyMap<string, number>> {
  const tables = SECTIONS.map((s) => PREDICATES.filter((p) => p.figure.startsWith(s)));
  const counted = await Promise.all(tables.map((predicates) => facts.countAll(predicates, scope)));
  return new Map(counted.flatMap((c) => [...c]));
}

function sumOf(predicate: Predicate, sums: ReadonlyMap<string, number>): number {
  if (!predicate.sumOf) return sums.get(predicate.figure) ?? 0;
  return predicate.sumOf.reduce((n, figure) => {
    const part = predicateOf(figure);
    if (!part) throw new Error(`no figure ${figure}`);
    return n + sumOf(part, sums);
  }, 0);
}

const STOCKS: readonly Predicate[] = OPENING_CELLS.flatMap((c) => predicateOf(c.figure) ?? []);

/** The stocks counted from records on the day of each opening before the span: one statement an opening. */
async function countedOn(sources: ReportSources, openings: readonly OpeningFigures[], options: CompileOptions): Promise<CountedOn> {
  const { agency, asOf, from } = options;
  const before = openings.filter((o) => openingDay(o) < from);
  const sums = await Promise.all(
    before.map((o) => sources.facts.countAll(STOCKS, { agency, from: `${o.year}-01-01`, to: openingDay(o), asOf })),
  );
  return (figure, opening) => sums[before.indexOf(opening)]?.get(figure) ?? 0;
}

async function againstNil(sources: ReportSources, coverage: readonly Coverage[], options: CompileOptions): Promise<Finding[]> {
  const nil = coverage.filter((c) => c.nil.length > 0).map((c) => c.register);
  if (nil.length === 0) return [];
  const registers: RegisterKey[] = nil.includes('items') ? [...nil, 'publications'] : nil;
  const { agency, asOf, from, to } = options;
  return nilFindings(coverage, await sources.facts.facts({ agency, asOf, registers, from, to }), from, to);
}

async function enteredMonths(sources: ReportSources, tree: AgencyTree, options: CompileOptions): Promise<ReadonlySet<string>> {
  const { agency, from, to } = options;
  const units = tree.codes.filter((code) => tree.organOf(code, to) === agency);
  const { records } = await sources.registers.list({ register: 'administrative', agencies: units, from, to, size: 0 });
  return new Set(records.map((r) => r.number));
}

/** Of records that ended before the span, those that still count in one of its figures (carried over, in force, pending). */
async function stillCounted(
  sources: ReportSources,
  records: readonly PlacedRecord[],
  options: CompileOptions,
): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set();
  const index = indexFacts(await sources.facts.facts({ agency: options.agency, asOf: options.asOf, records }));
  const counted = PREDICATES.filter((p) => !p.sumOf).flatMap((p) => place(index, p, options.from, options.to).records);
  return new Set(counted.map((r) => `${r.unit}\n${r.number}`));
}

async function recordFindings(sources: ReportSources, options: CompileOptions): Promise<Finding[]> {
  const problems = await sources.facts.problems(options.agency, options.to);
  const past = problems.filter((p) => p.lastDay !== null && p.lastDay < options.from);
  const counted = await stillCounted(
    sources,
    past.map((p) => ({ unit: p.unit, number: p.record })),
    options,
  );
  return problems
    .filter((p) => !past.includes(p) || counted.has(`${p.unit}\n${p.record}`))
    .map((p) => {
      const finding = registerFinding(p.rule, `${registerOf(p.register).recordWord}${p.record}：${p.text}`);
      return { ...finding, where: { ...finding.where, quote: p.record.slice(0, 60) } };
    });
}

async function figuresOf(
  sources: ReportSources,
  options: StoredOptions,
  openings: readonly Fact[],
  coverage: readonly Coverage[],
  cut: readonly DayRange[],
): Promise<Figures> {
  const { agency, from, to } = options;
  const scope: CountScope = options;
  const sums = await countFigures(sources.facts, scope);
  const lists = options.records ? await sources.facts.recordLists(PREDICATES, scope) : new Map<string, readonly PlacedRecord[]>();
  const opened = indexFacts(openings);
  return assembleFigures({
    organ: agency,
    counted: (predicate): Placed => ({ value: sumOf(predicate, sums), records: lists.get(predicate.figure) ?? [] }),
    opened: (predicate) => place(opened, predicate, from, to),
    coverage,
    cut,
  });
}

/** A compiled report with the organ it is of, in the state of the span's last day. */
export interface StoredReport extends Compiled {
  readonly organ: Agency;
  readonly coverage: readonly Coverage[];
}

/** Compiles a report from the stored registers: the same figures, by the same predicates, as `compile` over a file. */
export async function compileStored(sources: ReportSources, options: StoredOptions): Promise<StoredReport | Refusal> {
  const { agency, from, to, asOf } = options;
  const tree = agencyTree(await sources.agencies.all());
  const organ = reportingOrgan(tree, agency, from, to);
  if (isRefusal(organ)) return organ;
  const openings = await sources.openings.of([agency], asOf);
  const coverage = coverageOf(await sources.declarations.of(tree.codes, asOf), tree, agency, from, to);
  const counted = await countedOn(sources, openings, options);
  const cut = cutMonths(from, to, await sources.facts.facts({ agency, asOf: null, registers: ['administrative'] }));
  const figures = await figuresOf(sources, options, openingFacts(openings, from, counted), coverage, cut);
  const findings = [
    ...(await againstNil(sources, coverage, options)),
    ...openingFindings(openings, from, counted),
    ...monthFindings(coverage, await enteredMonths(sources, tree, options), asOf),
    ...cutFindings(cut),
    ...(await recordFindings(sources, options)),
  ].sort(byPlace);
  return {
    organ,
    coverage,
    report: reportOf(figures, organ.name, from, to),
    cells: figures.cells,
    figures: Object.fromEntries(Object.entries(figures.values).filter(([key]) => key.startsWith('figures/'))),
    opening: figures.opening,
    missing: figures.missing,
    findings,
  };
}
