import { isRefusal, type Refusal } from '#lib/result.ts';
import { PREDICATES } from '../../facts/predicates.ts';
import type { Viewer } from '../../people/policy.ts';
import type { Declaration } from '../../registers/declaration.ts';
import type { Undeclared } from '../declaring.ts';
import { valueAt } from '../model.ts';
import type { Approval, ReportVersion } from '../ports.ts';
import { type YearReport, yearSpan } from './compiled.ts';
import { type LaterDifference, laterDifferences } from './differences.ts';
import type { OfficePorts } from './ports.ts';
import { type ReportSteps, reportSteps, standing } from './steps.ts';
import { blockers } from './submit.ts';

/** Everything the workbench of a year shows. */
export interface Workbench extends YearReport {
  readonly status: 'open' | 'submitted' | 'corrected' | 'returned';
  readonly versions: readonly ReportVersion[];
  readonly approvals: readonly Approval[];
  readonly declarations: readonly Declaration[];
  readonly missing: readonly Undeclared[];
  /** How many records stand behind each figure. */
  readonly recordCounts: Readonly<Record<string, number>>;
  readonly steps: ReportSteps;
  /** Against the latest version the county has not sent back: what counts otherwise since. */
  readonly differences: readonly LaterDifference[];
  readonly blockers: readonly string[];
}

/** Figures whose records state amounts; in all others each record counts one, so that the figure is the number of its records. */
const SUMMED = PREDICATES.filter((p) => p.terms.some((t) => t.kind.startsWith('administrative.') || t.kind.endsWith('Fen')));

function recordCountsOf({ counted }: YearReport, summed: ReadonlyMap<string, number>): Record<string, number> {
  const counts = PREDICATES.map(({ figure }): [string, number] => {
    const value = valueAt(counted.report.tables, figure) ?? counted.figures[figure] ?? 0;
    return [figure, value - (counted.opening[figure] ?? 0)];
  });
  return { ...Object.fromEntries(counts), ...Object.fromEntries(SUMMED.map((p) => [p.figure, summed.get(p.figure) ?? 0])) };
}

function statusOf(versions: readonly ReportVersion[]): Workbench['status'] {
  const latest = versions.at(-1);
  if (!latest) return 'open';
  return latest.status === 'returned' ? 'returned' : latest.kind;
}

/** The workbench over a compiled year. */
export async function workbenchOver(
  ports: OfficePorts,
  viewer: Viewer,
  found: YearReport,
  agency: string,
  y: number,
): Promise<Workbench | Refusal> {
  const { reports } = ports;
  const scope = { agency, ...yearSpan(y), asOf: null };
  const [versions, approvals, declarations, missing, counts] = await Promise.all([
    reports.versions(agency, y),
    reports.approvals(agency, y),
    ports.declarations.of([agency]),
    ports.declaring.missing(viewer, agency, scope.from, scope.to),
    ports.facts.recordCounts(SUMMED, scope),
  ]);
  if (isRefusal(missing)) return missing;
  const latest = standing(versions);
  return {
    ...found,
    steps: reportSteps(viewer, agency, versions),
    status: statusOf(versions),
    versions,
    approvals,
    declarations: declarations.filter((d) => d.from <= scope.to && d.to >= scope.from),
    missing,
    recordCounts: recordCountsOf(found, counts),
    differences: latest ? await laterDifferences(ports, latest, found.report) : [],
    blockers: blockers(found, ports.today()),
  };
}
