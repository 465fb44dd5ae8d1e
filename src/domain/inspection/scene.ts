import type { Place } from '#domain/publishing/entries/entry.ts';
import type { Threshold } from '#domain/publishing/freshness.ts';
import type { Day } from '#lib/day.ts';
import type { Limits } from './limits.ts';
import type { Tally } from './result.ts';

/** A column as far as an inspection sees it: what is under it counts for it. */
export interface SeenColumn {
  readonly id: string;
  readonly label: string;
  readonly threshold: Threshold['key'] | null;
  /** The office's own limit in days; null: none. */
  readonly everyDays: number | null;
  /** Has no open columns under it. */
  readonly leaf: boolean;
  readonly count: number;
  readonly lastOn: Day | null;
  /** What the duty catalogue says is due here and was not made; null: nothing. */
  readonly due: string | null;
}

/** A place outside, with the last day something is known to have been put there. */
export interface SeenPlace {
  readonly id: string;
  readonly body: Place;
  readonly lastOn: Day | null;
}

/** A message somebody sent: a ticket, a correction asked for. */
export interface SeenMessage {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly receivedOn: Day;
  readonly answeredOn: Day | null;
  readonly link: string;
}

/** A link in what is public, and where it stands. */
export interface SeenLink {
  readonly href: string;
  readonly item: string;
  readonly title: string;
  readonly text: string;
}

/** What a page says of itself, read from the HTML the public gets. */
export interface PageFacts {
  readonly meta: Readonly<Record<string, string>>;
  readonly footer: string;
  /** Publish times as printed. */
  readonly times: readonly string[];
  readonly hasSearch: boolean;
  readonly hasReportErrors: boolean;
}

/** One of our pages as it was answered. */
export interface SeenPage {
  readonly path: string;
  readonly title: string;
  readonly kind: 'home' | 'column' | 'article' | 'tombstone';
  readonly status: number;
  /** How long our own server took, in milliseconds. */
  readonly ms: number;
  readonly facts: PageFacts | null;
}

export interface LinkProbe {
  readonly url: string;
  readonly checkedAt: string;
  /** `refused`: not asked, since it leads to where we do not go; or the other side lets no program in. */
  readonly outcome: 'ok' | 'dead' | 'unreachable' | 'refused';
  readonly detail: string;
}

/** One visit to the site from outside, by the name people know it by. */
export interface SiteVisit extends Pick<LinkProbe, 'outcome' | 'detail'> {
  readonly host: string;
  /** ISO instant. */
  readonly at: string;
  /** Until it answered; null: it never did, or was not asked. */
  readonly ms: number | null;
  /** The name has an IPv6 address; null: that was not seen. */
  readonly ipv6: boolean | null;
}

/** Everything an inspection of one office looks at, gathered. */
export interface Scene {
  readonly today: Day;
  readonly limits: Limits;
  readonly agency: string;
  /** Our own pages serve the office; a township's usually do not. */
  readonly portal: boolean;
  /** Nothing public, no places, no records: there is nothing to inspect yet. */
  readonly begun: boolean;
  readonly columns: readonly SeenColumn[];
  readonly lastOn: Day | null;
  readonly places: readonly SeenPlace[];
  readonly messages: readonly SeenMessage[];
  readonly guide: {
    readonly there: boolean;
    readonly lacks: readonly string[];
    readonly lookedAtOn: Day | null;
    readonly internet: boolean;
  };
  readonly report: { readonly year: number; readonly by: Day; readonly basis: string; readonly publishedOn: Day | null };
  readonly duties: Tally;
  /** Findings over what is public, by item. */
  readonly contents: ContentTallies;
  readonly policies: Tally;
  readonly dates: { readonly forged: Tally; readonly backdated: Tally };
  readonly internal: { readonly checked: number; readonly dead: Tally; readonly unchecked: number };
  readonly external: readonly SeenLink[];
  readonly probes: ReadonlyMap<string, LinkProbe>;
  /** What the county set for the whole site; empty: nothing. */
  readonly site: { readonly host: string; readonly idCode: string };
  /** Visits to that host, in the order of their time. */
  readonly visits: readonly SiteVisit[];
  /** Null: our pages could not be seen from here. */
  readonly pages: readonly SeenPage[] | null;
}

export type ContentTallies = Readonly<
  Record<'undated' | 'catalogue' | 'validity' | 'late' | 'attachments' | 'tombstones' | 'images', Tally>
> & { readonly seen: { items: number } };
