/** `reportingOrgan` files a report of its own; `internalUnit` counts in its organ; `villageCommittee` (村务公开) never counts. */
export type AgencyKind = 'reportingOrgan' | 'internalUnit' | 'villageCommittee';

/** The level the law's duties hang on. */
export type AgencyLevel = 'village' | 'township' | 'subdistrict' | 'department' | 'county' | 'city' | 'cityDepartment' | 'province';

/** One dated state of an agency; a renaming or a new parent is a new one. */
export interface Agency {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  readonly parent: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Merger, split or renaming: from which agencies to which, on which day. Frozen reports are never restated. */
export interface Succession {
  readonly kind: 'merger' | 'split' | 'renaming';
  readonly on: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly basis: string;
}
