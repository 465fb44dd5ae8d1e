import type { Context } from './context.ts';
import type { Finding, Severity } from './finding.ts';
import type { Profile } from './profile.ts';
import type { Sketch } from './sketch.ts';

/** What a rule says of one place; severity and basis are the rule's own where they are left out. */
export type Found = Omit<Finding, 'rule' | 'severity' | 'basis' | 'waived'> & { severity?: Severity; basis?: readonly string[] };

/** A report in few words that shows what a rule finds, or lets pass. Printed in the catalogue and run as its test. */
export interface Example {
  /** In Chinese, for people. */
  readonly says: string;
  readonly sketch: Sketch;
  readonly previous?: Sketch;
  readonly profile?: Profile;
}

/** One rule of the checker. */
export interface Rule {
  readonly id: string;
  /** Its usual severity; a finding may carry a milder one. */
  readonly severity: Severity;
  readonly title: string;
  /** `LAW article`, or `LOCAL`. */
  readonly basis: readonly string[];
  /** What it looks at, and what it leaves alone. */
  readonly what: string;
  readonly fails: Example;
  readonly passes: Example;
  find(context: Context): Iterable<Found>;
}
