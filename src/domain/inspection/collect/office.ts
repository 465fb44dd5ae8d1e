import type { AgencyTree } from '#domain/agencies/tree.ts';
import type { Column } from '#domain/publishing/columns.ts';
import { withDescendants } from '#domain/publishing/columns.ts';
import { dutyStatus, type PublishingDuty } from '#domain/publishing/duties.ts';
import type { Entry, PublishingSettings } from '#domain/publishing/entries/entry.ts';
import { lastAtPlaces } from '#domain/publishing/places.ts';
import { type RegisterRecord, textOf } from '#domain/registers/record.ts';
import type { Level } from '#law/catalogue.ts';
import { type Day, parseDay, shanghaiDay } from '#lib/day.ts';
import { Tally } from '../result.ts';
import type { SeenColumn, SeenMessage, SeenPlace } from '../scene.ts';
import { cut } from './words.ts';

/** The level whose columns and dates an agency has. */
export function levelOf(tree: AgencyTree, agency: string, today: Day): Level {
  const level = tree.stateOf(agency, today)?.level;
  if (level === 'county' || level === 'city') return level;
  return level === 'department' || level === 'cityDepartment' || level === 'province' ? 'department' : 'township';
}

/** The organ at the top of an agency's chain: whose administrator sets the numbers for everybody under it. */
export function topOf(tree: AgencyTree, agency: string, today: Day): string {
  const above = new Set([agency]);
  let at = agency;
  for (let up = tree.stateOf(at, today)?.parent ?? null; up !== null && !above.has(up); up = tree.stateOf(at, today)?.parent ?? null) {
    above.add(up);
    at = up;
  }
  return at;
}

/** The host people know the site by; empty where none was set. */
export function hostOf(site: PublishingSettings['site']): string {
  return (site?.domain ?? '').trim().toLowerCase();
}

/** The last day something is known to have been put at each place that is open; days to come are none. */
export function seenPlaces(
  places: readonly Entry<'place'>[],
  publications: readonly RegisterRecord[],
  placed: readonly Entry<'placed'>[],
  today: Day,
): SeenPlace[] {
  const made = publications.filter((p) => (textOf(p, 'on') ?? '') <= today);
  const open = places.filter(({ body }) => body.closedOn === null || body.closedOn > today);
  return lastAtPlaces(open, made, placed).map(({ place: { id, body }, on }) => {
    const noted = body.lastOn !== null && body.lastOn <= today ? body.lastOn : '';
    return { id, body, lastOn: parseDay([on ?? '', noted].sort().at(-1) ?? '') };
  });
}

/** Duties that are missing or stale, and what is stale by column. */
export function dutyFindings(
  duties: readonly Entry<'duty'>[],
  columns: readonly Column[],
  publishedOn: ReadonlyMap<string, readonly string[]>,
  today: Day,
  startedOn: Day | null,
): { readonly tally: Tally; readonly stale: ReadonlyMap<string, string> } {
  const tally = new Tally();
  const stale = new Map<string, string>();
  for (const { id, body } of duties) {
    if (body.column === null || body.notOurs !== null) continue;
    const made = withDescendants(columns, body.column).flatMap((c) => publishedOn.get(c) ?? []);
    const status = dutyStatus(body satisfies PublishingDuty, made, today, startedOn);
    if (status.state !== 'missing' && status.state !== 'stale') continue;
    tally.add({ key: id, title: cut(body.label), says: status.says, link: '/publishing/duties', page: null });
    if (status.state === 'stale') stale.set(body.column, status.says);
  }
  return { tally, stale };
}

interface Filled {
  readonly count: number;
  readonly lastOn: Day | null;
}

/**
 * The columns that are open, each with all under it; one whose news stand under a column of the same kind counts once. One that the public
 * sees only once something stands in it is not there before.
 */
export function seenColumns(
  columns: readonly Column[],
  filled: ReadonlyMap<string, Filled>,
  stale: ReadonlyMap<string, string>,
): SeenColumn[] {
  const standing = (c: Column, all: readonly Column[]) => withDescendants(all, c.id).flatMap((id) => filled.get(id) ?? []);
  const used = columns.filter((c) => !c.closed);
  const open = used.filter((c) => !c.whenFilled || standing(c, used).some((f) => f.count > 0));
  return open.map((c): SeenColumn => {
    const own = standing(c, open);
    const days = own.flatMap((f) => (f.lastOn ? [f.lastOn] : [])).sort();
    const above = open.find((p) => p.id === c.parent);
    return {
      id: c.id,
      label: c.label,
      threshold: above && above.threshold === c.threshold ? null : c.threshold,
      everyDays: c.everyDays ?? null,
      leaf: !open.some((child) => child.parent === c.id),
      count: own.reduce((n, f) => n + f.count, 0),
      lastOn: days.at(-1) ?? null,
      due: stale.get(c.id) ?? null,
    };
  });
}

/** Messages as the registers hold them: hotline tickets, and errors somebody pointed out. */
export function seenMessages(tickets: readonly RegisterRecord[], corrections: readonly Entry<'correction'>[]): SeenMessage[] {
  const link = (n: string) => `/registers/tickets?number=${encodeURIComponent(n)}`;
  const day = (r: RegisterRecord, field: string) => parseDay(textOf(r, field) ?? '');
  return [
    ...tickets.flatMap((r): SeenMessage[] => {
      const receivedOn = day(r, 'receivedOn');
      if (r.void || !receivedOn) return [];
      const title = cut(`${r.number} ${textOf(r, 'title') ?? ''}`.trim());
      return [{ key: `ticket ${r.number}`, title, kind: '12345工单', receivedOn, answeredOn: day(r, 'closedOn'), link: link(r.number) }];
    }),
    ...corrections.flatMap(({ id, body }): SeenMessage[] => {
      const receivedOn = parseDay(body.foundOn);
      if (!receivedOn) return [];
      const answeredOn = parseDay(body.correctedOn ?? '');
      return [{ key: `correction ${id}`, title: cut(body.wrong), kind: '更正', receivedOn, answeredOn, link: '/publishing/corrections' }];
    }),
  ];
}

/** The days of columns that are pages of their own besides those of items: guide and annual reports. */
export function pageDays(
  days: ReadonlyMap<string, readonly string[]>,
  guide: Entry<'guide'> | null,
  reports: readonly { readonly publishedAt: string | null }[],
): Map<string, readonly string[]> {
  const own = (instants: readonly (string | null)[]) => instants.flatMap((i) => (i ? [shanghaiDay(Date.parse(i))] : []));
  const out = new Map(days);
  out.set('guide', [...(out.get('guide') ?? []), ...own([guide?.recordedAt ?? null])]);
  out.set('reports', [...(out.get('reports') ?? []), ...own(reports.map((r) => r.publishedAt))]);
  return out;
}

/** Guide and annual reports stand in columns of their own, without items. */
export function pageColumns(
  filled: ReadonlyMap<string, Filled>,
  guide: Entry<'guide'> | null,
  reports: readonly { readonly publishedAt: string | null }[],
): Map<string, Filled> {
  const out = new Map(filled);
  const dated = (instant: string | null | undefined): Day | null => (instant ? shanghaiDay(Date.parse(instant)) : null);
  const add = (id: string, count: number, lastOn: Day | null) => {
    const before = out.get(id);
    out.set(id, { count: (before?.count ?? 0) + count, lastOn: lastOn ?? before?.lastOn ?? null });
  };
  if (guide) add('guide', 1, dated(guide.recordedAt));
  const last = reports.map((r) => dated(r.publishedAt)).findLast((d) => d !== null) ?? null;
  if (reports.length > 0) add('reports', reports.length, last);
  return out;
}
