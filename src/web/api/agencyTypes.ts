import type { Agency, AgencyLevel } from '#domain/agencies/agency.ts';

/** GET /agencies?agency — the agency and what stands under it, as it is today, with every dated state. */
export interface UnitRow extends Agency {
  readonly kindName: string;
  readonly levelName: string;
  readonly parentName: string | null;
  readonly mayChange: boolean;
  readonly mayEnd: boolean;
  /** False before its first day and after its last. */
  readonly isThere: boolean;
  /** Levels of the organs that may be put below it. */
  readonly organsBelow: readonly { readonly level: AgencyLevel; readonly name: string }[];
  readonly states: readonly Agency[];
}

/** POST /agencies/above · POST /people/:person/password without a password — told this once. */
export interface ToldOnce {
  readonly account: string;
  readonly password: string;
}
