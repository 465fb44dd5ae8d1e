import type { Day } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { waiverFor } from '../checker/index.ts';
import { actorOf, type Forbidden, forbid, type Viewer } from '../people/policy.ts';
import { valueAt } from './model.ts';
import { type YearReport, yearReport } from './office/compiled.ts';
import { type OpenedFigure, openFigure } from './office/figure.ts';
import type { OfficePorts } from './office/ports.ts';
import { notWaiting } from './office/steps.ts';
import { type SubmitRefusal, type SubmitWish, submitReport } from './office/submit.ts';
import { wrongDraft, wrongOverride } from './office/wishes.ts';
import { type Workbench, workbenchOver } from './office/workbench.ts';
import type { ReportDraft, ReportVersion } from './ports.ts';
import { compileStored, type StoredReport } from './stored.ts';

export type { NamedFinding, YearReport } from './office/compiled.ts';
export type { OpenedFigure } from './office/figure.ts';
export { type OfficePorts, PROFILE_SETTING } from './office/ports.ts';
export { type ReportSteps, standing } from './office/steps.ts';
export type { SubmitRefusal, SubmitWish } from './office/submit.ts';
export type { Workbench } from './office/workbench.ts';

/** A span of a report: a year, a quarter, a month, any days; `asOf`: as known at the end of that day. */
export interface ReportSpan {
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day | null;
}

/** The report office: from the registers to the published report. */
export interface ReportOffice {
  compile(viewer: Viewer, agency: string, span: ReportSpan, records?: boolean): Promise<StoredReport | Refusal>;
  figure(
    viewer: Viewer,
    agency: string,
    span: ReportSpan,
    figure: string,
    page?: { page: number; size: number },
  ): Promise<OpenedFigure | Refusal>;
  year(viewer: Viewer, agency: string, year: number): Promise<YearReport | Refusal>;
  workbench(viewer: Viewer, agency: string, year: number): Promise<Workbench | Refusal>;
  saveDraft(
    viewer: Viewer,
    agency: string,
    year: number,
    basedOn: number,
    sections: ReportDraft['sections'],
  ): Promise<ReportDraft | Refusal>;
  /** A value of null takes the override back. */
  overrule(viewer: Viewer, agency: string, year: number, cell: string, value: number | null, reason: string): Promise<Refusal | null>;
  waive(viewer: Viewer, agency: string, year: number, finding: string, reason: string): Promise<Refusal | null>;
  unwaive(viewer: Viewer, agency: string, year: number, finding: string): Promise<Refusal | null>;
  /** A second person's consent to the report as it stands. */
  approve(viewer: Viewer, agency: string, year: number): Promise<Refusal | null>;
  /** Freezes a first version, or a corrected one where there is one. */
  submit(viewer: Viewer, agency: string, year: number, wish: SubmitWish): Promise<ReportVersion | SubmitRefusal | Refusal>;
  publish(viewer: Viewer, agency: string, year: number, version: number): Promise<Refusal | null>;
  /** The county sends it back with a note. */
  giveBack(viewer: Viewer, agency: string, year: number, note: string): Promise<Refusal | null>;
  versions(viewer: Viewer, agency: string, year: number): Promise<readonly ReportVersion[] | Forbidden>;
  /** What everybody may read: the published versions, the latest last. */
  published(agency: string, year: number): Promise<readonly ReportVersion[]>;
}

/** The report office over its ports. */
export function officeOver(ports: OfficePorts): ReportOffice {
  const { reports } = ports;
  const year: ReportOffice['year'] = async (viewer, agency, y) => forbid(viewer, 'read', { agency }) ?? yearReport(ports, agency, y);
  return {
    year,
    async compile(viewer, agency, span, records = false) {
      return forbid(viewer, 'read', { agency }) ?? compileStored(ports, { agency, ...span, records });
    },
    async figure(viewer, agency, span, figure, page = { page: 1, size: 50 }) {
      return forbid(viewer, 'read', { agency }) ?? openFigure(ports, agency, span, figure, page);
    },
    async workbench(viewer, agency, y) {
      const found = await year(viewer, agency, y);
      return isRefusal(found) ? found : workbenchOver(ports, viewer, found, agency, y);
    },
    async saveDraft(viewer, agency, y, basedOn, sections) {
      const refused = forbid(viewer, 'draft', { agency }) ?? wrongDraft(sections);
      if (refused) return refused;
      const saved = await reports.saveDraft(agency, y, basedOn, sections, actorOf(viewer));
      const draft = await reports.draft(agency, y);
      return saved ? draft : refuse(`${draft.savedBy ?? '另一人'}刚刚改过这份文字，请对照最新内容再改。`);
    },
    async overrule(viewer, agency, y, cell, value, reason) {
      const refused = forbid(viewer, 'overrule', { agency });
      if (refused) return refused;
      const found = await year(viewer, agency, y);
      if (isRefusal(found)) return found;
      const wrong = wrongOverride(found, cell, value, reason);
      if (wrong) return wrong;
      const counted = valueAt(found.counted.report.tables, cell) ?? null;
      await reports.overrule(agency, y, cell, value === null ? null : { counted, value, reason }, actorOf(viewer));
      return null;
    },
    async waive(viewer, agency, y, finding, reason) {
      const refused = forbid(viewer, 'waive', { agency }) ?? (reason.trim() ? null : refuse('请写明不改的理由。'));
      if (refused) return refused;
      const found = await year(viewer, agency, y);
      if (isRefusal(found)) return found;
      const named = found.findings.find((f) => f.id === finding);
      if (!named) return refuse('这条问题已经不在了，请刷新。');
      const {
        reason: _,
        by: __,
        on: ___,
        ...compared
      } = waiverFor(named, { unit: found.composition.document.report.unit, year: y }, reason, viewer.name);
      await reports.waive(agency, y, { finding, compared: JSON.stringify(compared), reason }, actorOf(viewer));
      return null;
    },
    async unwaive(viewer, agency, y, finding) {
      const refused = forbid(viewer, 'waive', { agency });
      if (!refused) await reports.unwaive(agency, y, finding, actorOf(viewer));
      return refused;
    },
    async approve(viewer, agency, y) {
      const refused = forbid(viewer, 'approve', { agency });
      if (refused) return refused;
      const found = await year(viewer, agency, y);
      if (isRefusal(found)) return found;
      const approval = { kind: 'system', content: found.content, signedBy: viewer.name, signedOn: ports.today(), evidence: null } as const;
      await reports.approve(agency, y, approval, actorOf(viewer));
      return null;
    },
    async submit(viewer, agency, y, wish) {
      const refused = forbid(viewer, 'submit', { agency });
      if (refused) return refused;
      const found = await year(viewer, agency, y);
      return isRefusal(found) ? found : submitReport(ports, viewer, found, wish);
    },
    async publish(viewer, agency, y, version) {
      const refused = forbid(viewer, 'submit', { agency });
      if (refused) return refused;
      const wrong = notWaiting(await reports.versions(agency, y), version);
      if (wrong) return wrong;
      await reports.setStatus(agency, y, version, 'published', actorOf(viewer), '');
      return null;
    },
    async giveBack(viewer, agency, y, note) {
      const refused = forbid(viewer, 'returnReport', { agency }) ?? (note.trim() ? null : refuse('请写明退回的理由。'));
      if (refused) return refused;
      const latest = (await reports.versions(agency, y)).at(-1);
      if (latest?.status !== 'submitted') return refuse('没有待审的年报可以退回；已公布的请要求更正。');
      await reports.setStatus(agency, y, latest.version, 'returned', actorOf(viewer), note);
      return null;
    },
    async versions(viewer, agency, y) {
      return forbid(viewer, 'read', { agency }) ?? reports.versions(agency, y);
    },
    async published(agency, y) {
      return (await reports.versions(agency, y)).filter((v) => v.status === 'published');
    },
  };
}
