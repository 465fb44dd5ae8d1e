import type { Agency } from './agency.ts';

/** Who belongs to whom, by date. */
export interface AgencyTree {
  /** The state of an agency on a day; before its first and after its last state the nearest one. Null: unknown code. */
  stateOf(code: string, on: string): Agency | null;
  /** The reporting organ an agency's records of that day count for; null for a village committee and for what has no organ above it. */
  organOf(code: string, on: string): string | null;
  /** True on the days the agency is there at all. */
  existsOn(code: string, on: string): boolean;
  /** The agencies a person means by a code, a name or a short name, at any date. */
  find(wanted: string): string[];
  readonly codes: readonly string[];
}

const FOREVER = '9999-12-31';
/** A chain of parents longer than this is a ring. */
const DEEPEST = 10;

function covers(state: Agency, on: string): boolean {
  return (state.from ?? '') <= on && on <= (state.to ?? FOREVER);
}

/** A tree over dated states; several states of one code are one agency through time. */
export function agencyTree(agencies: readonly Agency[]): AgencyTree {
  const byCode = new Map<string, Agency[]>();
  for (const a of agencies) byCode.set(a.code, [...(byCode.get(a.code) ?? []), a]);
  for (const states of byCode.values()) states.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));

  const stateOf = (code: string, on: string): Agency | null => {
    const states = byCode.get(code) ?? [];
    const begun = states.filter((s) => (s.from ?? '') <= on);
    return begun.find((s) => covers(s, on)) ?? begun.at(-1) ?? states[0] ?? null;
  };
  const organOf = (code: string, on: string): string | null => {
    let state = stateOf(code, on);
    for (let depth = 0; state && depth < DEEPEST; depth++) {
      if (state.kind === 'reportingOrgan') return state.code;
      if (state.kind === 'villageCommittee' || !state.parent) return null;
      state = stateOf(state.parent, on);
    }
    return null;
  };
  return {
    stateOf,
    organOf,
    existsOn: (code, on) => (byCode.get(code) ?? []).some((s) => covers(s, on)),
    find: (wanted) => {
      const by = (test: (a: Agency) => boolean) => [...new Set(agencies.filter(test).map((a) => a.code))];
      const exact = by((a) => a.code === wanted);
      if (exact.length > 0) return exact;
      const named = by((a) => a.name === wanted);
      return named.length > 0 ? named : by((a) => a.shortName === wanted);
    },
    codes: [...byCode.keys()],
  };
}
