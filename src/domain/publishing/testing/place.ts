import type { Place } from '../entries/entry.ts';

/** A place as somebody enters it who fills in nothing but its kind and name. */
export function placeBody(given: Pick<Place, 'kind' | 'name'> & Partial<Place>): Place {
  return { address: '', keeper: '', column: null, everyDays: null, lastOn: null, openedOn: null, closedOn: null, remark: '', ...given };
}
