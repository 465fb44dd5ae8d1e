import type { Finding } from '../checker/index.ts';
import { covers, type Subject } from '../checker/waivers.ts';
import { type Forbidden, forbid, may, type Viewer } from '../people/policy.ts';
import type { KeptWaiver } from './ports.ts';

/** A finding as it is shown today: with why it may stay, and how long that holds. */
export type TodaysFinding = Finding & { readonly waived?: { readonly until?: string } };

/** A waiver that still holds on a day; its last day counts. */
export function holds(waiver: KeptWaiver, today: string): boolean {
  return waiver.until === null || waiver.until >= today;
}

/** True where a waiver could cover a finding of this report at all. */
export function concerns({ waiver, agency }: KeptWaiver, report: Subject & { readonly agency: string }): boolean {
  if (agency !== report.agency) return false;
  return (waiver.unit === undefined || waiver.unit === report.unit) && (waiver.year === undefined || waiver.year === report.year);
}

/** Findings with the waivers that cover them. The waivers are those of the report's office that hold today. */
export function withWaivers(findings: readonly Finding[], waivers: readonly KeptWaiver[], subject: Subject): TodaysFinding[] {
  return findings.map((finding) => {
    const kept = waivers.find((w) => covers(w.waiver, finding, subject));
    if (!kept) return finding;
    const { reason, by, on } = kept.waiver;
    return { ...finding, waived: { reason, by, ...(on ? { on } : {}), ...(kept.until ? { until: kept.until } : {}) } };
  });
}

/** The waivers that cover a finding: what is taken back together. */
export function coveringWaivers(finding: Finding, waivers: readonly KeptWaiver[], subject: Subject): KeptWaiver[] {
  return waivers.filter((w) => covers(w.waiver, finding, subject));
}

/** Null where the viewer may decide to leave a finding: the office's staff, or a county office of the reports it keeps itself. */
export function forbidWaiving(viewer: Viewer, agency: string): Forbidden | null {
  const own = viewer.roles.some((r) => r.role === 'countySupervisor' && r.agency === agency);
  return own && may(viewer, 'returnReport', { agency }) ? null : forbid(viewer, 'waive', { agency });
}
