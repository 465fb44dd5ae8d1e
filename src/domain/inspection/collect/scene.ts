import type { AgencyStore } from '#domain/agencies/ports.ts';
import { agencyTree } from '#domain/agencies/tree.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { EMPTY_GUIDE, guideFindings } from '#domain/publishing/guide.ts';
import type { EntryStore } from '#domain/publishing/ports.ts';
import { shippedColumns } from '#domain/publishing/shipped/columns.ts';
import type { RegisterStore } from '#domain/registers/ports.ts';
import type { RegisterRecord } from '#domain/registers/record.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import type { ReportStore } from '#domain/report/ports.ts';
import type { Calendar } from '#law/calendar/index.ts';
import { reportDue } from '#law/reportDates.ts';
import { type Day, laterOf, parseDay, yearOf } from '#lib/day.ts';
import { isBroken } from '../checks/pages.ts';
import type { Limits } from '../limits.ts';
import type { InspectionStore, InspectionTools, OpenPage } from '../ports.ts';
import type { Scene } from '../scene.ts';
import { ContentReader } from './contents.ts';
import { InsideResolver } from './links.ts';
import { dutyFindings, hostOf, levelOf, pageColumns, pageDays, seenColumns, seenMessages, seenPlaces, topOf } from './office.ts';
import { seenPages } from './pages.ts';
import { documentFindings, lateItems, oddDates, reportPublishedOn } from './records.ts';

/** Where an inspection reads. */
export interface CollectPorts {
  readonly store: InspectionStore;
  readonly registers: RegisterStore;
  readonly entries: EntryStore;
  readonly agencies: AgencyStore;
  readonly reports: ReportStore;
  readonly calendar: () => Promise<Calendar>;
  readonly tools: InspectionTools;
}

const YEARS_OF_REPORTS = 5;

/** Gathers everything an inspection of an agency looks at. `open` null: our own pages can't be seen from here. */
export async function collectScene(ports: CollectPorts, agency: string, limits: Limits, today: Day, open: OpenPage | null): Promise<Scene> {
  const { store, registers, entries, reports, tools } = ports;
  const tree = agencyTree(await ports.agencies.all());
  const level = levelOf(tree, agency, today);
  const units = tree.codes.filter((c) => c === agency || tree.organOf(c, today) === agency);
  const list = async (register: RegisterKey, agencies: readonly string[] = [agency]): Promise<readonly RegisterRecord[]> =>
    (await registers.list({ register, agencies, size: 0 })).records;
  const settings = settingsOf(await entries.get(agency, 'settings', 'settings'));
  const owner = topOf(tree, agency, today);
  const top = settingsOf(await entries.get(owner, 'settings', 'settings'));
  const host = hostOf(top.site);
  const calendar = await ports.calendar();

  const inside = new InsideResolver(agency, await store.addresses(agency));
  const read = new ContentReader({ agency, today, domain: top.site?.domain ?? '', tools, inside });
  for await (const piece of store.contents(agency)) for (const c of piece) read.read(c);

  const [items, publications, places] = [
    await list('items', units),
    await list('publications', units),
    await entries.list([agency], 'place'),
  ];
  lateItems(items, publications, calendar, limits, today, read.tallies.late);
  const made = (await entries.list([agency], 'interpretation')).map((e) => e.body);
  const policies = documentFindings(await list('normativeDocuments'), made, publications, calendar, today, read.tallies.validity);

  const guide = await entries.get(agency, 'guide', 'guide');
  const year = yearOf(today) - 1;
  const versions = await Promise.all(Array.from({ length: YEARS_OF_REPORTS }, (_, i) => reports.versions(agency, year - i)));
  const published = versions.map((v) => v.filter((one) => one.status === 'published'));
  const duties = await entries.list([agency], 'duty');
  const own = (await entries.get(agency, 'columns', 'columns'))?.body.columns ?? shippedColumns(level);
  const due = dutyFindings(duties, own, pageDays(read.columnDays, guide, published.flat()), today, parseDay(settings.startedOn ?? ''));
  const filled = pageColumns(read.columns, guide, published.flat());
  const years = [...new Set(published.flat().map((v) => v.year))];
  const columns = seenColumns(own, filled, due.stale);
  const pages = settings.portal && open ? await seenPages(agency, columns, years, read, open, tools) : null;
  for (const p of pages ?? []) {
    if (isBroken(p)) inside.failsPage(p.path, p.title, `${p.path} 打不开（${p.status}）`);
    else inside.works();
  }
  const [effective, reviewed] = [parseDay(guide?.body.effectiveOn ?? ''), parseDay(guide?.body.reviewedOn ?? '')];
  return {
    today,
    limits,
    agency,
    portal: settings.portal,
    begun: read.tallies.seen.items + places.length + items.length > 0,
    columns,
    lastOn: read.lastOn,
    places: seenPlaces(places, publications, await entries.list(units, 'placed'), today),
    messages: seenMessages(await list('tickets', units), await entries.list([agency], 'correction')),
    guide: {
      there: guide !== null,
      lacks: guideFindings(guide?.body ?? EMPTY_GUIDE).map((f) => f.says),
      lookedAtOn: effective && reviewed ? laterOf(effective, reviewed) : (reviewed ?? effective),
      internet: (guide?.body.elements['internet'] ?? '').trim() !== '',
    },
    report: {
      year,
      ...reportDue(level, year),
      publishedOn: reportPublishedOn(year, published[0] ?? [], items, publications),
    },
    duties: due.tally,
    contents: read.tallies,
    policies,
    dates: oddDates(items, publications, read.firstOn, limits, today),
    internal: await inside.settle(open),
    external: read.external,
    probes: new Map((await store.probes(agency)).map((p) => [p.url, p])),
    site: { host, idCode: top.site?.idCode?.trim() ?? '' },
    visits: host === '' ? [] : await store.visits(owner, host),
    pages,
  };
}
