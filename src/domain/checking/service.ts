import { type Refusal, refuse } from '#lib/result.ts';
import { waiverFor } from '../checker/index.ts';
import { actorOf, type Forbidden, forbid, may, type Viewer } from '../people/policy.ts';
import type { Settled } from './choose.ts';
import type { Compared } from './compare.ts';
import { compareFindings } from './compare.ts';
import { type Keeping, keepingOver, type SameReporter, type Submitted } from './keeping.ts';
import { type ListedCheck, type ListQuery, listingOver } from './listing.ts';
import type { CheckedStore, CheckHead, KeptCheck } from './ports.ts';
import { coveringWaivers, forbidWaiving, holds, type TodaysFinding, withWaivers } from './waiving.ts';

/** A check as it is shown today: with the office's waivers, its number among the checks of the same report, and what changed since the one before. */
export interface ShownCheck {
  readonly head: CheckHead;
  readonly check: KeptCheck;
  readonly findings: readonly TodaysFinding[];
  readonly since: Compared | null;
}

/** What has become of a file: its check, and whether the very same had been kept before. */
export interface KeptFile {
  readonly shown: ShownCheck;
  readonly same: boolean;
}

const LONGEST_REASON = 500;

/** An office's checks: kept, compared with the one before, settled, waived. */
export interface Checking {
  /** Each file with what has become of it, and the checks that were made anew because last year's report came. */
  keep(
    viewer: Viewer,
    agency: string,
    files: readonly Submitted[],
    same: SameReporter,
  ): Promise<{ files: KeptFile[]; again: ShownCheck[] } | Refusal>;
  /** A page of reports, each by its latest check. */
  list(
    viewer: Viewer,
    agencies: readonly string[],
    query: ListQuery,
  ): Promise<{ rows: ListedCheck[]; total: number; years: number[] } | Refusal>;
  /** Every check of the report that one is of, the latest first. */
  versions(viewer: Viewer, agency: string, id: string): Promise<ListedCheck[] | Refusal>;
  /** The latest check of every report of a year. */
  ofYear(viewer: Viewer, agencies: readonly string[], year: number): Promise<ShownCheck[] | Refusal>;
  get(viewer: Viewer, agency: string, id: string): Promise<ShownCheck | null | Refusal>;
  /** Says what the original says where a row was read in several ways; the report is checked anew with it. */
  settle(viewer: Viewer, agency: string, id: string, settled: readonly Settled[]): Promise<ShownCheck | Refusal>;
  /** Decides to leave a finding: by its number in the check. @param until its last day; null: as long as the report stays as it is */
  waive(viewer: Viewer, agency: string, id: string, finding: number, reason: string, until: string | null): Promise<ShownCheck | Refusal>;
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
  const keeping: Keeping = keepingOver(store, today);
  const listing = listingOver(store, today);
  const forbidReading = (viewer: Viewer, agencies: readonly string[]): Forbidden | null =>
    agencies.map((agency) => forbid(viewer, 'read', { agency })).find((f) => f !== null) ?? null;

  const show = async (agency: string, id: string): Promise<ShownCheck | null> => {
    const head = (await store.heads([agency], { reportOf: id })).find((h) => h.id === id);
    if (!head) return null;
    const found = await store.get([agency], head.before ? [id, head.before] : [id]);
    const check = found.find((c) => c.id === id);
    if (!check) return null;
    const waivers = (await store.waivers([agency])).filter((w) => holds(w, today()));
    const findings = withWaivers(check.findings, waivers, check);
    const before = found.find((c) => c.id === head.before);
    return { head, check, findings, since: before ? compareFindings(before.findings, findings) : null };
  };
  const shown = async (agency: string, id: string): Promise<ShownCheck> => {
    const one = await show(agency, id);
    if (!one) throw new Error('a check that was just kept is not there');
    return one;
  };

  return {
    async keep(viewer, agency, files, same) {
      const forbidden = forbidChecking(viewer, agency);
      if (forbidden) return forbidden;
      const out: KeptFile[] = [];
      const again: ShownCheck[] = [];
      for (const file of files) {
        const kept = await keeping.keep(agency, file, same, actorOf(viewer));
        out.push({ shown: await shown(agency, kept.id), same: kept.same });
        if (kept.again) again.push(await shown(agency, kept.again));
      }
      return { files: out, again };
    },
    async list(viewer, agencies, query) {
      return forbidReading(viewer, agencies) ?? listing.page(agencies, query);
    },
    async versions(viewer, agency, id) {
      return forbidReading(viewer, [agency]) ?? listing.versions(agency, id);
    },
    async ofYear(viewer, agencies, year) {
      const forbidden = forbidReading(viewer, agencies);
      if (forbidden) return forbidden;
      const heads = await store.heads(agencies, { year, latest: true });
      const waivers = (await store.waivers(agencies)).filter((w) => holds(w, today()));
      const checks = new Map(
        (
          await store.get(
            agencies,
            heads.map((h) => h.id),
          )
        ).map((c) => [c.id, c]),
      );
      return heads.flatMap((head) => {
        const check = checks.get(head.id);
        if (!check) return [];
        const own = waivers.filter((w) => w.agency === head.agency);
        return [{ head, check, findings: withWaivers(check.findings, own, check), since: null }];
      });
    },
    async get(viewer, agency, id) {
      return forbidReading(viewer, [agency]) ?? show(agency, id);
    },
    async settle(viewer, agency, id, settled) {
      const forbidden = forbidChecking(viewer, agency);
      if (forbidden) return forbidden;
      const one = await show(agency, id);
      if (!one) return refuse(UNKNOWN);
      if (!one.head.latest) return refuse('这份年报后来又查过，请在最新的一次里选。');
      const kept = await keeping.settle(one.check, settled, actorOf(viewer));
      return typeof kept === 'string' ? shown(agency, kept) : kept;
    },
    async waive(viewer, agency, id, number, reason, until) {
      const forbidden = forbidWaiving(viewer, agency);
      if (forbidden) return forbidden;
      if (reason.trim() === '') return refuse('请写明为什么不改；理由会和这条意见一起列出。');
      if (reason.length > LONGEST_REASON) return refuse(`理由不超过${LONGEST_REASON}字。`);
      if (until !== null && until < today()) return refuse('到期日已经过去，请选今天或以后的日子。');
      const one = await show(agency, id);
      const finding = one?.findings[number];
      if (!one || !finding) return refuse(UNKNOWN);
      if (finding.waived) return refuse(`这条意见已由${finding.waived.by}说明理由。`);
      await store.waive(agency, waiverFor(finding, one.check, reason.trim(), viewer.name, today()), until, actorOf(viewer));
      return shown(agency, id);
    },
    async takeBack(viewer, agency, id, number) {
      const forbidden = forbidWaiving(viewer, agency);
      if (forbidden) return forbidden;
      const one = await show(agency, id);
      const finding = one?.findings[number];
      if (!one || !finding) return refuse(UNKNOWN);
      for (const kept of coveringWaivers(finding, await store.waivers([agency]), one.check))
        await store.takeBack(agency, kept.id, actorOf(viewer));
      return shown(agency, id);
    },
  };
}
