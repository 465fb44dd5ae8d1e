import { type Day, day, eachDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { Agency } from '../agencies/agency.ts';
import { type AgencyTree, agencyTree } from '../agencies/tree.ts';
import type { Finding } from '../checker/finding.ts';
import { asKnown, isKnown } from '../facts/asKnown.ts';
import { compareNumbers, type FactContext, factContext } from '../facts/context.ts';
import { factsOf, problemsOf } from '../facts/factsOf.ts';
import { type OpeningFigures, openingFacts } from '../facts/opening.ts';
import { indexFacts, placer } from '../facts/place.ts';
import { registerOf } from '../registers/all.ts';
import { coverageOf } from '../registers/coverage.ts';
import type { Declaration } from '../registers/declaration.ts';
import type { RegisterRecord } from '../registers/record.ts';
import { assembleFigures, type Figures, reportOf } from './assemble.ts';
import { countedOn, cutFindings, cutMonths, monthFindings, nilFindings, openingFindings, registerFinding } from './compileFindings.ts';
import type { Report } from './model.ts';

/** Everything a report is counted from. */
export interface Registers {
  readonly agencies: readonly Agency[];
  readonly declarations: readonly Declaration[];
  readonly opening: readonly OpeningFigures[];
  readonly records: readonly RegisterRecord[];
}

/** Which report: of an organ (by code), for the days from `from` to `to`, as known at the end of `asOf` (null: all that is recorded). */
export interface CompileOptions {
  readonly agency: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day | null;
}

/** A compiled report with what is behind every figure. */
export interface Compiled extends Pick<Figures, 'cells' | 'opening' | 'missing'> {
  readonly report: Report;
  /** The figures of the text. */
  readonly figures: Readonly<Record<string, number | null>>;
  readonly findings: readonly Finding[];
}

/** The first day the form in use covers; what lies before it is read and checked, never compiled. */
const FIRST_DAY = day('2021-01-01');

/** The organ a report may be compiled for; a refusal that names the organ for a unit of it, and says why for a village. */
export function reportingOrgan(tree: AgencyTree, code: string, from: Day, to: Day): Agency | Refusal {
  const state = tree.stateOf(code, to);
  if (!state) return refuse(`没有代码为“${code}”的机关，请核对。`);
  if (state.kind === 'villageCommittee') {
    return refuse(`${state.name}是村民委员会，村务公开不编制政府信息公开年度报告，也不计入任何机关的报告。`, 'OGIR2019 49');
  }
  if (state.kind === 'internalUnit') {
    const organ = tree.organOf(code, to);
    const name = organ ? tree.stateOf(organ, to)?.name : null;
    return refuse(
      `${state.name}是${name ?? '上级机关'}的内设机构，不单独编制年度报告，计入${name ?? '上级机关'}${organ ? `（${organ}）` : ''}。`,
      'OGIR2019 49',
    );
  }
  if (from < FIRST_DAY) {
    return refuse('2021年以前的年度报告用2019年格式，只读取和检查，不编制；请把起始日期定在2021年1月1日或以后。', 'FORM2021');
  }
  if (![...eachDay(from, to)].some((d) => tree.existsOn(code, d))) {
    return refuse(`${state.name}在${from}至${to}期间不存在，请核对期间。`);
  }
  return state;
}

/**
 * Compiles a report from registers. Pure. The same call gives a month, a quarter or a year, and what was known on any day.
 * A figure over a register that is not declared for the whole span is null and its days are listed as missing; it is never 0.
 */
export function compile(input: Registers, options: CompileOptions): Compiled | Refusal {
  const { agency, from, to, asOf } = options;
  const tree = agencyTree(input.agencies);
  const organ = reportingOrgan(tree, agency, from, to);
  if (isRefusal(organ)) return organ;
  const records = asOf === null ? input.records : input.records.map((r) => asKnown(r, asOf)).filter((r) => r !== null);
  const context = factContext(records, tree);
  const own = records.flatMap((r) => factsOf(r, context)).filter((f) => f.agency === agency);
  const facts = asOf === null ? own : own.filter((f) => isKnown(f, asOf));
  const index = indexFacts(facts);
  const openings = input.opening.filter((o) => o.agency === agency);
  const opened = indexFacts(openingFacts(openings, from, countedOn(index)));
  const coverage = coverageOf(input.declarations, tree, agency, from, to);
  const cut = cutMonths(from, to, own);
  const figures = assembleFigures({
    organ: agency,
    counted: placer(index, from, to),
    opened: placer(opened, from, to),
    coverage,
    cut,
  });
  const months = records.filter((r) => r.register === 'administrative' && !r.void && tree.organOf(r.agency, to) === agency);
  const findings = [
    ...nilFindings(coverage, facts, from, to),
    ...openingFindings(openings, from, countedOn(index)),
    ...monthFindings(coverage, new Set(months.map((r) => r.number)), asOf),
    ...cutFindings(cut),
    ...recordFindings(records, context, tree, organ, figures, from, to),
  ];
  findings.sort(byPlace);
  const text = Object.entries(figures.values).filter(([key]) => key.startsWith('figures/'));
  return {
    report: reportOf(figures, organ.name, from, to),
    cells: figures.cells,
    figures: Object.fromEntries(text),
    opening: figures.opening,
    missing: figures.missing,
    findings,
  };
}

/** The order of findings: by section, rule, record. */
export function byPlace(a: Finding, b: Finding): number {
  return a.where.section - b.where.section || compareNumbers(a.rule, b.rule) || compareNumbers(a.where.quote ?? '', b.where.quote ?? '');
}

/** The days a record speaks of, in order. */
export function daysOf(record: RegisterRecord): string[] {
  const values = Object.values(record.values).filter((v) => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v));
  return [...(values as string[]), ...record.events.map((e) => e.on)].sort();
}

/** What is wrong with the organ's records that have to do with the span: dated in it, or counted in one of its figures. */
function recordFindings(
  records: readonly RegisterRecord[],
  context: FactContext,
  tree: AgencyTree,
  organ: Agency,
  figures: Figures,
  from: string,
  to: string,
): Finding[] {
  const counted = new Set(Object.values(figures.cells).flat());
  return records.flatMap((record): Finding[] => {
    const days = daysOf(record);
    const first = days[0] ?? to;
    // A publication of an item nobody has belongs to no agency: every report of the file says so.
    if ((record.agency !== '' && tree.organOf(record.agency, first) !== organ.code) || first > to) return [];
    if ((days.at(-1) ?? to) < from && !counted.has(record.number)) return [];
    const word = registerOf(record.register).recordWord;
    return problemsOf(record, context, organ.level).map(({ rule, text }) => {
      const finding = registerFinding(rule, `${word}${record.number}：${text}`);
      return { ...finding, where: { ...finding.where, quote: record.number.slice(0, 60) } };
    });
  });
}
