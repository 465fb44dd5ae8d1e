import { dueState, publicationDue } from '#domain/publishing/due.ts';
import { documentNeeds, type Interpretation, interpretationsOut } from '#domain/publishing/normative.ts';
import { PUBLICATION_CHANNELS } from '#domain/publishing/publications.ts';
import { type RegisterRecord, textOf } from '#domain/registers/record.ts';
import type { Calendar } from '#law/calendar/index.ts';
import { addDays, type Day, parseDay, shanghaiDay } from '#lib/day.ts';
import { isPast, type Limits, spanStart } from '../limits.ts';
import { type Hit, Tally } from '../result.ts';
import { consoleItem, cut } from './words.ts';

const titleOf = (r: RegisterRecord | undefined, number: string): string => cut((r && textOf(r, 'title')) || number);
const dayIn = (r: RegisterRecord, field: string): Day | null => parseDay(textOf(r, field) ?? '');

const channelOf = (p: RegisterRecord): string => PUBLICATION_CHANNELS.find((c) => c.value === textOf(p, 'channel'))?.label ?? '别处';

/** Items that are to be made public of our own accord and count as this office's. */
function owed(r: RegisterRecord): boolean {
  const mode = textOf(r, 'mode') ?? 'proactive';
  return !r.void && r.origin !== 'opening' && mode === 'proactive' && r.values['village'] !== true && r.values['reprint'] !== true;
}

/** The first publication of each item anywhere. */
function firstPublications(publications: readonly RegisterRecord[]): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const p of publications) {
    const [item, on] = [textOf(p, 'item'), dayIn(p, 'on')];
    if (p.void || !item || !on) continue;
    const known = first.get(item);
    if (!known || on < known) first.set(item, on);
  }
  return first;
}

/** Art. 26: items made public after their twenty working days, or not at all though the days are over. */
export function lateItems(
  items: readonly RegisterRecord[],
  publications: readonly RegisterRecord[],
  calendar: Calendar,
  limits: Limits,
  today: Day,
  into: Tally,
): void {
  const first = firstPublications(publications);
  const since = spanStart('lookBack', limits, today);
  for (const r of items.filter(owed)) {
    const formed = dayIn(r, 'formedOn');
    if (!formed || formed < since || formed > today) continue;
    const due = publicationDue(formed, calendar);
    const on = first.get(r.number) ?? null;
    const state = dueState(due.dueOn, on, today);
    if (state !== 'late' && state !== 'overdue') continue;
    const says = `应在${due.dueOn}前公开，${on ? `${on}才公开` : '还没有公开'}`;
    into.add({ key: r.number, title: titleOf(r, r.number), says, link: consoleItem(r.number), page: null });
  }
}

/**
 * Dates of publication that can't be: on our own pages before the system published it, elsewhere before the paper was made, in the future;
 * and records entered long after; those of our own pages the system enters itself. A reason in the remark settles it.
 */
export function oddDates(
  items: readonly RegisterRecord[],
  publications: readonly RegisterRecord[],
  firstOn: ReadonlyMap<string, Day>,
  limits: Limits,
  today: Day,
): { readonly forged: Tally; readonly backdated: Tally } {
  const byNumber = new Map(items.map((r) => [r.number, r]));
  const [forged, backdated] = [new Tally(), new Tally()];
  const since = spanStart('lookBack', limits, today);
  for (const p of publications) {
    const [item, on] = [textOf(p, 'item') ?? '', dayIn(p, 'on')];
    if (p.void || p.origin === 'opening' || !on || (textOf(p, 'remark') ?? '').trim() !== '') continue;
    const record = byNumber.get(item);
    const link = `/registers/publications?number=${encodeURIComponent(p.number)}`;
    const hit = (says: string): Hit => ({ key: p.number, title: titleOf(record, item), says, link, page: null });
    const published = textOf(p, 'channel') === 'portal' ? (firstOn.get(item) ?? null) : null;
    const formed = record ? dayIn(record, 'formedOn') : null;
    if (on > today) forged.add(hit(`发布日期${on}晚于今天`));
    else if (published && on < published) forged.add(hit(`登记的发布日期${on}早于实际发布的${published}`));
    else if (formed && on < formed) forged.add(hit(`发布日期${on}早于成文日期${formed}`));
    else if (textOf(p, 'channel') !== 'portal' && p.version === 1 && p.origin === 'entered') {
      const recorded = shanghaiDay(Date.parse(p.recordedAt));
      if (on >= since && isPast(on, 'backdated', limits, recorded)) backdated.add(hit(`${on}在${channelOf(p)}发布，${recorded}才登记`));
    }
  }
  return { forged, backdated };
}

/** Documents without interpretation past its date; those lapsed that nobody noted go into `lapsed`. */
export function documentFindings(
  documents: readonly RegisterRecord[],
  begun: readonly Interpretation[],
  publications: readonly RegisterRecord[],
  calendar: Calendar,
  today: Day,
  lapsed: Tally,
): Tally {
  const policies = new Tally();
  const made = interpretationsOut(begun, publications);
  for (const d of documents) {
    for (const need of documentNeeds(d, made, calendar, today)) {
      const link = `/registers/normativeDocuments?number=${encodeURIComponent(d.number)}`;
      const hit: Hit = { key: need.document, title: cut(need.title), says: need.says, link, page: null };
      if (need.kind === 'interpretation' && need.dueOn !== null && today > need.dueOn) policies.add(hit);
      if (need.kind === 'lapsed') lapsed.add(hit);
    }
  }
  return policies;
}

/** The day a year's report came out: on our pages, or as an item recorded as published. */
export function reportPublishedOn(
  year: number,
  published: readonly { readonly publishedAt: string | null }[],
  items: readonly RegisterRecord[],
  publications: readonly RegisterRecord[],
): Day | null {
  const own = published.flatMap((v) => (v.publishedAt ? [shanghaiDay(Date.parse(v.publishedAt))] : []));
  const first = firstPublications(publications);
  const elsewhere = items.flatMap((r) => {
    const on = first.get(r.number);
    const is = !r.void && textOf(r, 'category') === 'annualReport' && (textOf(r, 'title') ?? '').includes(String(year));
    return is && on && on >= addDays(parseDay(`${year}-12-31`) ?? on, 1) ? [on] : [];
  });
  return [...own, ...elsewhere].sort()[0] ?? null;
}
