import { REPORT_FORMATS } from '#documents/writing/index.ts';
import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import { figureLabel } from '#domain/report/figures.ts';
import type { Workbench as Bench, NamedFinding } from '#domain/report/office.ts';
import type { ReportVersion } from '#domain/report/ports.ts';
import type { ReportNote } from '../reports/notes.ts';
import type { Workbench, WorkbenchFinding } from './reportTypes.ts';

/** `2024-01-16 09:05` of Asia/Shanghai from an instant. */
export function shanghaiMinute(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** A finding with the words a screen needs. */
export function shownFinding(finding: NamedFinding): WorkbenchFinding {
  return {
    ...finding,
    severityName: SEVERITY_NAMES[finding.severity] as WorkbenchFinding['severityName'],
    basisTitles: finding.basis.map(basisText),
  };
}

function shownVersion(v: ReportVersion): Workbench['versions'][number] {
  return {
    version: v.version,
    kind: v.kind,
    status: v.status,
    at: shanghaiMinute(v.submittedAt),
    by: v.submittedBy,
    note: v.note,
    ...(v.returned && { returned: { note: v.returned.note, by: v.returned.by, on: shanghaiMinute(v.returned.at) } }),
    files: Object.keys(REPORT_FORMATS),
  };
}

/** The workbench as the console reads it. */
export function shownWorkbench(bench: Bench, notes: readonly ReportNote[]): Workbench {
  const { draft } = bench;
  return {
    agency: bench.organ,
    year: bench.year,
    status: bench.status,
    steps: bench.steps,
    document: bench.composition.document,
    proposed: bench.proposed,
    gaps: bench.composition.gaps.map((g) => g.message),
    draft: {
      version: draft.version,
      sections: draft.sections,
      savedAt: draft.savedAt && shanghaiMinute(draft.savedAt),
      savedBy: draft.savedBy,
    },
    recordCounts: bench.recordCounts,
    missing: bench.missing.map(({ register, title, from, to, hasRecords }) => ({ register, title, from, to, hasRecords })),
    declarations: bench.declarations,
    findings: bench.findings.map(shownFinding),
    overrides: bench.overrides,
    approvals: bench.approvals.map((a) => ({ kind: a.kind, by: a.signedBy, on: a.signedOn, current: a.content === bench.content })),
    versions: bench.versions.map(shownVersion),
    notes,
    differences: bench.differences.map((d) => ({ ...d, label: figureLabel(d.cell) })),
    blockers: bench.blockers,
    asOf: shanghaiMinute(bench.asOf),
  };
}
