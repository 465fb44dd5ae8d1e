import type { Day } from '#lib/day.ts';
import type { RegisterRecord } from '../registers/record.ts';
import type { Entry, Place } from './entries/entry.ts';
import { type Freshness, freshness, THRESHOLDS, thresholdDays } from './freshness.ts';

/** The kinds of place, and the channel of the publications register each is. */
export const PLACE_KINDS: Readonly<Record<Place['kind'], { readonly label: string; readonly channel: string }>> = {
  portal: { label: '本系统公开页', channel: 'portal' },
  siteColumn: { label: '政府网站栏目', channel: 'website' },
  wechat: { label: '微信公众号', channel: 'wechat' },
  weibo: { label: '政务微博', channel: 'weibo' },
  app: { label: '政务客户端', channel: 'app' },
  shortVideo: { label: '短视频账号', channel: 'shortVideo' },
  zone: { label: '政务公开专区', channel: 'serviceCentre' },
  readingPlace: { label: '政府信息查阅点', channel: 'readingPlace' },
  board: { label: '公示栏', channel: 'noticeBoard' },
  screen: { label: '电子屏', channel: 'noticeBoard' },
  loudspeaker: { label: '大喇叭', channel: 'broadcast' },
  gazette: { label: '政府公报', channel: 'gazette' },
  other: { label: '其他', channel: 'other' },
};

const THRESHOLD_OF: Readonly<Record<Place['kind'], 'news' | 'account' | 'place'>> = {
  portal: 'news',
  siteColumn: 'news',
  wechat: 'account',
  weibo: 'account',
  app: 'account',
  shortVideo: 'account',
  zone: 'place',
  readingPlace: 'place',
  board: 'place',
  screen: 'place',
  loudspeaker: 'place',
  gazette: 'place',
  other: 'place',
};

/** Where a place's limit is from: its own days are the office's, else those of the threshold for its kind. */
export function placeBasis({ kind, everyDays }: Pick<Place, 'kind' | 'everyDays'>): string {
  const threshold = everyDays === null ? THRESHOLDS.find((t) => t.key === THRESHOLD_OF[kind]) : undefined;
  return threshold?.basis ?? 'LOCAL';
}

/** A place with how fresh it is. */
export interface PlaceStatus {
  readonly place: Entry<'place'>;
  readonly channelLabel: string;
  readonly freshness: Freshness | null;
}

/**
 * The last publication at each place: by the place it was recorded for; one recorded without a place, or before places were noted, by the name
 * or address in its own words.
 */
export function lastAtPlaces(
  places: readonly Entry<'place'>[],
  publications: readonly RegisterRecord[],
  placed: readonly Entry<'placed'>[],
): { readonly place: Entry<'place'>; readonly on: string | null }[] {
  const where = new Map(placed.map((e) => [`${e.agency} ${e.body.publication}`, e.body.place]));
  const made = publications.filter((p) => !p.void);
  return places.map((place) => {
    const { name, address } = place.body;
    const here = made.filter((p) => {
      const known = where.get(`${p.agency} ${p.number}`);
      if (known !== undefined) return known === place.id;
      const at = String(p.values['address'] ?? '');
      return at.includes(name) || (address !== '' && at.startsWith(address));
    });
    const days = here.map((p) => String(p.values['on'] ?? '')).sort();
    return { place, on: days.at(-1) ?? null };
  });
}

/**
 * The freshness of places. The last update is the later of what was noted and the last publication recorded for the place (by its
 * name or address). A closed place is neither fresh nor stale.
 */
export function placeStatus(
  place: Entry<'place'>,
  lastPublishedOn: string | null,
  today: Day,
  own: Readonly<Record<string, number>> = {},
): PlaceStatus {
  const { body } = place;
  const channelLabel = PLACE_KINDS[body.kind].label;
  if (body.closedOn !== null && body.closedOn <= today) return { place, channelLabel, freshness: null };
  const last =
    [body.lastOn, lastPublishedOn]
      .filter((d) => d !== null)
      .sort()
      .at(-1) ?? null;
  return { place, channelLabel, freshness: freshness(last, body.everyDays ?? thresholdDays(THRESHOLD_OF[body.kind], own), today) };
}
