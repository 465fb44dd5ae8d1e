import type { Actor } from '#domain/people/actor.ts';
import type { PageText } from '#domain/precheck/index.ts';
import type { Result } from './result.ts';
import type { LinkProbe, PageFacts, SiteVisit } from './scene.ts';
import type { Table } from './table.ts';
import type { Summary } from './verdict.ts';

/** An item the public sees, or saw and was told it is gone. */
export interface PublicContent {
  readonly item: string;
  readonly title: string;
  readonly column: string | null;
  readonly formedOn: string | null;
  readonly summary: string;
  readonly body: string;
  readonly validUntil: string | null;
  readonly village: boolean;
  /** The first publication anywhere that was recorded. */
  readonly firstOn: string | null;
  readonly state: 'inForce' | 'abolished' | 'expired' | 'withdrawn';
  readonly portal: boolean;
  /** ISO instants. */
  readonly firstPublishedAt: string;
  readonly publishedAt: string;
  readonly endedReason: string;
  readonly attachments: readonly {
    readonly n: number;
    readonly title: string;
    readonly name: string;
    /** Of the file's text; `waiting`: not read yet; `lost`: the file is not there. */
    readonly text: 'read' | 'clipped' | 'none' | 'failed' | 'waiting' | 'lost';
  }[];
}

/** What made a run: somebody, the clock, a command. */
export type Trigger = 'demand' | 'daily' | 'command';

export interface Inspection {
  readonly agency: string;
  readonly id: string;
  /** The day inspected. */
  readonly on: string;
  readonly at: string;
  readonly by: string;
  readonly trigger: Trigger;
  readonly summary: Summary;
  readonly results: readonly Result[];
  readonly table: Table;
}

/** A run without what it found, for lists. */
export type InspectionLine = Omit<Inspection, 'results' | 'table'>;

export interface InspectionStore {
  /** What is public of an agency, in pieces, in the order of the index numbers. */
  contents(agency: string): AsyncIterable<readonly PublicContent[]>;
  /** Addresses of an agency's items: `full` answers, `gone` says it was taken back. */
  addresses(agency: string): Promise<ReadonlyMap<string, 'full' | 'gone'>>;
  /** Null: that day's daily run is there already. */
  keep(run: Omit<Inspection, 'id' | 'at' | 'by'>, by: Actor): Promise<Inspection | null>;
  /** Forgets daily runs of days before `before`, but for the last run of each month; how many. What somebody asked for stays. */
  prune(agency: string, before: string, by: Actor): Promise<number>;
  /** Newest first. */
  list(agency: string, most: number): Promise<readonly InspectionLine[]>;
  get(agency: string, id: string): Promise<Inspection | null>;
  /** The run before another. */
  before(agency: string, id: string): Promise<Inspection | null>;
  latest(agencies: readonly string[]): Promise<readonly InspectionLine[]>;
  probes(agency: string): Promise<readonly LinkProbe[]>;
  /** Visits to a host kept under an agency, in the order of their time. */
  visits(agency: string, host: string): Promise<readonly SiteVisit[]>;
  /** Keeps a visit; those too old to count are forgotten. */
  keepVisit(agency: string, visit: SiteVisit, by: Actor): Promise<void>;
  keepProbes(agency: string, probes: readonly LinkProbe[], by: Actor): Promise<void>;
}

/** Our own pages as the public gets them. */
export type OpenPage = (path: string) => Promise<{ readonly status: number; readonly html: string }>;

/** What other rooms lend. */
export interface InspectionTools {
  /** Links and images of a clean page. */
  page(html: string): PageText;
  /** What a whole page of ours says of itself. */
  facts(html: string): PageFacts;
}

/** The setting an administrator's own numbers are kept under. */
export const TABLE_SETTING = 'inspectionTable';
