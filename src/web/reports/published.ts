import type { ReportVersion } from '#domain/report/ports.ts';
import { VILLAGE } from '#domain/search/index.ts';
import { chineseDate, day, shanghaiDay, yearOf } from '#lib/day.ts';
import type { WebDeps } from '../deps.ts';
import type { NewestLine, PublishedUnit } from './lists.ts';

/** The form in use begins with the report of 2021. */
const FIRST_YEAR = 2021;

function listed(versions: readonly ReportVersion[]): PublishedUnit['reports'][number] | null {
  const latest = versions.at(-1);
  if (!latest) return null;
  const { title, year } = latest.frozen.document;
  const on = chineseDate(shanghaiDay(Date.parse(latest.publishedAt ?? latest.submittedAt)));
  return { year, title, on, corrected: latest.kind === 'corrected' };
}

/** Every reporting organ with what it has published, newest first; units that have published nothing last. */
export async function publishedUnits(deps: WebDeps): Promise<PublishedUnit[]> {
  const tree = await deps.agencies.tree();
  const today = deps.today();
  const organs = tree.codes.map((code) => tree.stateOf(code, today)).filter((a) => a?.kind === 'reportingOrgan') as NonNullable<
    ReturnType<typeof tree.stateOf>
  >[];
  const years = Array.from({ length: yearOf(today) - FIRST_YEAR + 1 }, (_, i) => yearOf(today) - i);
  const reports = new Map<string, PublishedUnit['reports'][number][]>();
  for (const year of years) {
    const latest = await deps.stores.reports.latest(
      organs.map((o) => o.code),
      year,
    );
    for (const v of latest) {
      const own = v.status === 'published' ? [v] : await deps.reports.published(v.agency, year);
      const line = listed(own);
      if (line) reports.set(v.agency, [...(reports.get(v.agency) ?? []), line]);
    }
  }
  return organs
    .map(({ code, name, shortName }) => ({ code, name, shortName, reports: reports.get(code) ?? [] }))
    .sort((a, b) => Number(b.reports.length > 0) - Number(a.reports.length > 0));
}

/** One unit's published reports; null where there is no such reporting organ. */
export async function publishedUnit(deps: WebDeps, code: string): Promise<PublishedUnit | null> {
  return (await publishedUnits(deps)).find((u) => u.code === code) ?? null;
}

/** The span of a report and the last day whose records its published version knew. */
export function frozenSpan(version: ReportVersion) {
  const [from, to] = version.frozen.document.period;
  return { from: day(from), to: day(to), asOf: shanghaiDay(Date.parse(version.frozen.asOf)) };
}

/** How many lines the home shows, and among how many it looks for them: what villages publish is shown apart. */
const NEWEST = 12;
const AMONG = 60;

/** What any unit published last, newest first. */
export async function newestLines(deps: WebDeps): Promise<NewestLine[]> {
  const lines = await deps.catalogue.after({ kinds: ['item'] }, null, AMONG);
  return lines
    .filter((l) => !l.columns.includes(VILLAGE))
    .slice(0, NEWEST)
    .map((l) => ({ ...l, column: l.columns[0] ?? null }));
}
