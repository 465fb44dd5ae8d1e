import type { Finding, Severity } from '../checker/index.ts';
import { compareFindings } from './compare.ts';
import type { CheckedStore, CheckHead, KeptCheck, KeptWaiver } from './ports.ts';
import { concerns, holds, withWaivers } from './waiving.ts';

/** How a report came out: something must be mended, should be, nothing is; figures in doubt; not read. */
export type Outcome = 'error' | 'warning' | 'clean' | 'doubtful' | 'unread';
export const OUTCOMES = ['error', 'warning', 'clean', 'doubtful', 'unread'] as const satisfies readonly Outcome[];

export interface ListQuery {
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly outcome?: Outcome | undefined;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** A check in a list: what is open of it today, and how many findings came and went since the one before. */
export interface ListedCheck {
  readonly head: CheckHead;
  readonly open: { readonly error: number; readonly warning: number; readonly info: number; readonly waived: number };
  readonly since: { readonly fixed: number; readonly added: number; readonly still: number } | null;
}

/** How many findings of each severity nobody has decided to leave, and how many somebody has. */
export function openOf(findings: readonly Finding[]): ListedCheck['open'] {
  const count = (severity: Severity) => findings.filter((f) => f.severity === severity && !f.waived).length;
  return { error: count('error'), warning: count('warning'), info: count('info'), waived: findings.filter((f) => f.waived).length };
}

function comesOutAs({ head, open }: Omit<ListedCheck, 'since'>, outcome: Outcome): boolean {
  if (outcome === 'unread') return head.unread !== null;
  if (head.unread !== null) return false;
  if (outcome === 'doubtful') return head.doubtful > 0;
  if (outcome === 'error') return open.error > 0;
  if (outcome === 'warning') return open.error === 0 && open.warning > 0;
  return open.error === 0 && open.warning === 0;
}

/** Lists of checks over a store. Only checks that a waiver may concern, and those on the page, are read with their findings. */
export function listingOver(store: CheckedStore, today: () => string) {
  const holding = async (agencies: readonly string[]): Promise<KeptWaiver[]> =>
    (await store.waivers(agencies)).filter((w) => holds(w, today()));
  const checksOf = async (agencies: readonly string[], ids: readonly string[]): Promise<Map<string, KeptCheck>> =>
    ids.length === 0 ? new Map() : new Map((await store.get(agencies, ids)).map((c) => [c.id, c]));
  const todays = (check: KeptCheck, waivers: readonly KeptWaiver[]) =>
    withWaivers(
      check.findings,
      waivers.filter((w) => w.agency === check.agency),
      check,
    );

  const counted = async (agencies: readonly string[], heads: readonly CheckHead[], waivers: readonly KeptWaiver[]) => {
    const touched = heads.filter((h) => waivers.some((w) => concerns(w, h)));
    const checks = await checksOf(
      agencies,
      touched.map((h) => h.id),
    );
    return heads.map((head) => {
      const check = checks.get(head.id);
      return { head, open: check ? openOf(todays(check, waivers)) : { ...head.counts, waived: 0 } };
    });
  };
  const compared = async (agencies: readonly string[], rows: readonly Omit<ListedCheck, 'since'>[], waivers: readonly KeptWaiver[]) => {
    const again = rows.filter((r) => r.head.before !== null);
    const checks = await checksOf(
      agencies,
      again.flatMap((r) => [r.head.id, r.head.before ?? r.head.id]),
    );
    return rows.map((row): ListedCheck => {
      const [now, before] = [checks.get(row.head.id), checks.get(row.head.before ?? '')];
      if (!now || !before) return { ...row, since: null };
      const { fixed, added, still } = compareFindings(before.findings, todays(now, waivers));
      return { ...row, since: { fixed: fixed.length, added: added.length, still: still.length } };
    });
  };

  return {
    async page(agencies: readonly string[], query: ListQuery): Promise<{ rows: ListedCheck[]; total: number; years: number[] }> {
      const { unit, year, outcome, page, size } = query;
      const all = await store.heads(agencies, { latest: true, ...(unit ? { unit } : {}) });
      const waivers = await holding(agencies);
      const heads = year === undefined ? all : all.filter((h) => h.year === year);
      const rows = await counted(agencies, heads, waivers);
      const wanted = outcome ? rows.filter((r) => comesOutAs(r, outcome)) : rows;
      const years = [...new Set(all.flatMap((h) => (h.year === null ? [] : [h.year])))].sort((a, b) => b - a);
      return {
        rows: await compared(agencies, wanted.slice((page - 1) * size, page * size), waivers),
        total: wanted.length,
        years,
      };
    },
    async versions(agency: string, id: string): Promise<ListedCheck[]> {
      const waivers = await holding([agency]);
      return compared([agency], await counted([agency], await store.heads([agency], { reportOf: id }), waivers), waivers);
    },
  };
}
