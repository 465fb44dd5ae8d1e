import type { Place } from '#domain/publishing/entries/entry.ts';
import { placeBody } from '#domain/publishing/testing/place.ts';
import { type Day, day } from '#lib/day.ts';
import { Tally } from '../result.ts';
import type { ContentTallies, Scene, SeenColumn, SeenPlace } from '../scene.ts';
import { tableOf } from '../table.ts';

export const TODAY = day('2026-11-23');

function tallies(): ContentTallies {
  const t = () => new Tally();
  return { undated: t(), catalogue: t(), validity: t(), late: t(), attachments: t(), tombstones: t(), images: t(), seen: { items: 40 } };
}

/** An office where everything is in order. */
export function scene(change: Partial<Scene> = {}): Scene {
  return {
    today: TODAY,
    limits: tableOf(null).limits,
    agency: 'slz',
    portal: true,
    begun: true,
    columns: [],
    lastOn: TODAY,
    places: [],
    messages: [],
    guide: { there: true, lacks: [], lookedAtOn: TODAY, internet: true },
    report: { year: 2025, by: day('2026-01-31'), basis: 'LOCAL', publishedOn: day('2026-01-20') },
    duties: new Tally(),
    contents: tallies(),
    policies: new Tally(),
    dates: { forged: new Tally(), backdated: new Tally() },
    internal: { checked: 0, dead: new Tally(), unchecked: 0 },
    external: [],
    probes: new Map(),
    site: { host: 'www.example.gov.cn', idCode: '0000000000' },
    visits: [],
    pages: null,
    ...change,
  };
}

/** A column that is up to date. */
export function column(id: string, change: Partial<SeenColumn> = {}): SeenColumn {
  return { id, label: `栏目${id}`, threshold: null, everyDays: null, leaf: true, count: 1, lastOn: TODAY, due: null, ...change };
}

/** An open place with the last day something was put there. */
export function place(id: string, kind: Place['kind'], lastOn: Day | null, change: Partial<Place> = {}): SeenPlace {
  return { id, body: placeBody({ kind, name: `示例${id}`, ...change }), lastOn };
}
