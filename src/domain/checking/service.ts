import { type Refusal, refuse } from '#lib/result.ts';
import { applyWaivers, type CheckOptions, check, type Finding, waiverFor } from '../checker/index.ts';
import { actorOf, type Forbidden, forbid, may, type Viewer } from '../people/policy.ts';
import type { Reading } from '../report/model.ts';
import { type Compared, compareFindings } from './compare.ts';
import type { CheckedStore, KeptCheck } from './ports.ts';

/** A file to check and keep. */
export interface Submitted {
  readonly file: string;
  readonly sha256: string;
  readonly reading: Reading;
  readonly previous?: { readonly file: string; readonly reading: Reading } | undefined;
  readonly level?: CheckOptions['level'] | undefined;
}

/** A check as it is shown today: with the office's waivers, its number among the checks of the same report, and what changed since the one before. */
export interface ShownCheck {
  readonly check: KeptCheck;
  readonly findings: readonly Finding[];
  /** 1 for the first check of this report. */
  readonly version: number;
  readonly since: Compared | null;
}

const MOST_LISTED = 500;
const LONGEST_REASON = 500;

/** The same report: of one unit and year; where the file does not say, of one file name. */
function sameReport(a: KeptCheck, b: KeptCheck): boolean {
  if (a.unit === null || a.year === null) return b.unit === null || b.year === null ? a.file === b.file : false;
  return a.unit === b.unit && a.year === b.year;
}

/** An office's checks: kept, compared with the one before, waived. */
export interface Checking {
  keep(viewer: Viewer, agency: string, files: readonly Submitted[]): Promise<ShownCheck[] | Refusal>;
  list(viewer: Viewer, agency: string): Promise<ShownCheck[] | Refusal>;
  get(viewer: Viewer, agency: string, id: string): Promise<ShownCheck | null | Refusal>;
  /** Decides to leave a finding: by its number in the check. */
  waive(viewer: Viewer, agency: string, id: string, finding: number, reason: string): Promise<ShownCheck | Refusal>;
  /** Takes every waiver back that covers a finding. */
  takeBack(viewer: Viewer, agency: string, id: string, finding: number): Promise<ShownCheck | Refusal>;
}

/** Null where the viewer may have reports checked for an agency: its staff, and a county office that oversees it. */
export function forbidChecking(viewer: Viewer, agency: string): Forbidden | null {
  return may(viewer, 'returnReport', { agency }) ? null : forbid(viewer, 'draft', { agency });
}

const UNKNOWN = '没有这次体检的结果，可能已经换了单位，请刷新页面。';

/** Builds the service. @param today YYYY-MM-DD, for waivers */
export function checkingOver(store: CheckedStore, today: () => string): Checking {
  const show = async (agency: string, list: readonly KeptCheck[], wanted: readonly KeptCheck[]): Promise<ShownCheck[]> => {
    const waivers = (await store.waivers(agency)).map((w) => w.waiver);
    return wanted.map((one) => {
      const at = list.findIndex((c) => c.id === one.id);
      const earlier = list.slice(at + 1).filter((c) => sameReport(one, c));
      const findings = applyWaivers(one.findings, waivers, { unit: one.unit, year: one.year });
      const before = earlier[0];
      return { check: one, findings, version: earlier.length + 1, since: before ? compareFindings(before.findings, findings) : null };
    });
  };
  const found = async (agency: string, id: string): Promise<ShownCheck | null> => {
    const list = await store.list(agency, MOST_LISTED);
    const one = list.find((c) => c.id === id);
    return one ? ((await show(agency, list, [one]))[0] ?? null) : null;
  };
  const readable = (viewer: Viewer, agency: string) => forbid(viewer, 'read', { agency });
  return {
    async keep(viewer, agency, files) {
      const forbidden = forbidChecking(viewer, agency);
      if (forbidden) return forbidden;
      const kept: KeptCheck[] = [];
      for (const { file, sha256, reading, previous, level } of files) {
        const findings = check(reading, { previous: previous?.reading ?? null, ...(level ? { level } : {}) });
        const { unit, year } = reading.report;
        const made = { agency, file, sha256, unit, year, findings, doubts: reading.doubts.length, previousFile: previous?.file ?? null };
        kept.push(await store.keep(made, actorOf(viewer)));
      }
      return show(agency, await store.list(agency, MOST_LISTED), kept);
    },
    async list(viewer, agency) {
      const forbidden = readable(viewer, agency);
      if (forbidden) return forbidden;
      const list = await store.list(agency, MOST_LISTED);
      return show(agency, list, list);
    },
    async get(viewer, agency, id) {
      return readable(viewer, agency) ?? found(agency, id);
    },
    async waive(viewer, agency, id, number, reason) {
      const forbidden = forbid(viewer, 'waive', { agency });
      if (forbidden) return forbidden;
      if (reason.trim() === '') return refuse('请写明为什么不改；理由会和这条意见一起列出。');
      if (reason.length > LONGEST_REASON) return refuse(`理由不超过${LONGEST_REASON}字。`);
      const shown = await found(agency, id);
      const finding = shown?.findings[number];
      if (!shown || !finding) return refuse(UNKNOWN);
      if (finding.waived) return refuse(`这条意见已由${finding.waived.by}说明理由。`);
      const subject = { unit: shown.check.unit, year: shown.check.year };
      await store.waive(agency, waiverFor(finding, subject, reason.trim(), viewer.name, today()), actorOf(viewer));
      return (await found(agency, id)) ?? refuse(UNKNOWN);
    },
    async takeBack(viewer, agency, id, number) {
      const forbidden = forbid(viewer, 'waive', { agency });
      if (forbidden) return forbidden;
      const shown = await found(agency, id);
      const finding = shown?.findings[number];
      if (!shown || !finding) return refuse(UNKNOWN);
      const subject = { unit: shown.check.unit, year: shown.check.year };
      const { waived: _, ...bare } = finding;
      for (const kept of await store.waivers(agency))
        if (applyWaivers([bare], [kept.waiver], subject)[0]?.waived) await store.takeBack(agency, kept.id, actorOf(viewer));
      return (await found(agency, id)) ?? refuse(UNKNOWN);
    },
  };
}
