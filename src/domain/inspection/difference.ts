import type { ItemKey } from './items.ts';
import type { Result } from './result.ts';

/** One finding, apart from the run it was found in. */
export interface Finding {
  readonly item: ItemKey;
  readonly place: string;
  readonly placeName: string;
  readonly key: string;
  readonly title: string;
}

/** What a run has that the one before had not, what is gone, what is still there. */
export interface Difference {
  readonly added: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly still: readonly Finding[];
}

function findings(results: readonly Result[]): Map<string, Finding> {
  const out = new Map<string, Finding>();
  for (const r of results) {
    if (r.state !== 'fail' && r.state !== 'warn') continue;
    const { item, place, placeName } = r;
    const hits = r.hits.length > 0 ? r.hits : [{ key: '', title: '' }];
    for (const { key, title } of hits) out.set(`${item}\n${place}\n${key}`, { item, place, placeName, key, title });
  }
  return out;
}

/** What could not be looked at this time, or of which only a part was kept, is not called fixed. */
function seenAgain(f: Finding, results: readonly Result[]): boolean {
  const same = results.filter((r) => r.item === f.item && r.place === f.place);
  return same.every((r) => r.state !== 'notChecked' && r.hits.length >= r.total - (r.hits.length === 0 ? r.total : 0));
}

/** The difference of a run to the one before. */
export function differenceOf(now: readonly Result[], before: readonly Result[]): Difference {
  const [here, there] = [findings(now), findings(before)];
  const part = (of: Map<string, Finding>, test: (key: string, f: Finding) => boolean) =>
    [...of].filter(([key, f]) => test(key, f)).map(([, f]) => f);
  return {
    added: part(here, (key) => !there.has(key)),
    fixed: part(there, (key, f) => !here.has(key) && seenAgain(f, now)),
    still: part(here, (key) => there.has(key)),
  };
}
