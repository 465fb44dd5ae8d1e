import { addDays, type Day } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { stale } from '#lib/stale.ts';
import type { Agency } from './agency.ts';
import { wrongStates } from './keeping.ts';
import { supervises, wrongPlace } from './places.ts';

/** What a unit is called. */
export interface UnitNames {
  readonly name: string;
  readonly shortName: string;
}

/** The latest state as the person saw it; where another has changed it since, nothing is written over that. Absent: not asked. */
export type Seen = Pick<Agency, 'name' | 'shortName' | 'parent' | 'from' | 'to'>;

const FOREVER = '9999-12-31';
const byBeginning = (a: Agency, b: Agency) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1);

/** The latest state of a unit. */
export function latest(all: readonly Agency[], code: string): Agency | Refusal {
  const states = all.filter((a) => a.code === code).toSorted(byBeginning);
  return states.at(-1) ?? refuse(`没有“${code}”这个单位，请刷新。`);
}

const SEEN = ['name', 'shortName', 'parent', 'from', 'to'] as const satisfies readonly (keyof Seen)[];

/** The latest state, where it still is as somebody saw it. */
export function asSeen(last: Agency | Refusal, seen: Seen | undefined): Agency | Refusal {
  if (isRefusal(last) || !seen || SEEN.every((key) => last[key] === seen[key])) return last;
  return stale(last.shortName);
}

/** The states a change leaves: the latest mended, or ended the day before and a new one. */
export function changed(last: Agency, next: Agency, from: string | null): readonly Agency[] | Refusal {
  if (from === null || from === last.from) return [{ ...next, from: last.from, to: last.to }];
  if (last.from && from < last.from) return refuse(`${last.shortName}从 ${last.from} 起已经另有登记，日期不能早于这一天。`);
  if (last.to && from > last.to) return refuse(`${last.shortName}到 ${last.to} 为止，之后不能再改；要改先恢复。`);
  return [
    { ...last, to: addDays(from as Day, -1) },
    { ...next, from, to: last.to },
  ];
}

/** Null where a code is free. */
export function taken(all: readonly Agency[], code: string): Refusal | null {
  return all.some((a) => a.code === code) ? refuse(`单位代码“${code}”已经有单位用了，请换一个。`) : null;
}

/** Names of what is below a unit and is still there after a day. */
export function remaining(all: readonly Agency[], code: string, after: string): string[] {
  const codes = [...new Set(all.map((a) => a.code))];
  const states = codes.flatMap((c) =>
    all
      .filter((a) => a.code === c)
      .toSorted(byBeginning)
      .slice(-1),
  );
  return states.filter((s) => s.parent === code && (s.to ?? FOREVER) > after).map((s) => s.shortName);
}

/** The county's organ as it begins, and the states of the organ below it with their new parent. */
export function countyAbove(
  all: readonly Agency[],
  above: UnitNames & { readonly of: string; readonly code: string; readonly from: string | null },
): readonly Agency[] | Refusal {
  const own = latest(all, above.of);
  if (isRefusal(own)) return own;
  if (own.kind !== 'reportingOrgan' || supervises(own.level))
    return refuse('只有乡镇、街道、部门可以在这里添加县（市、区）一级的上级单位。');
  if (own.parent) return refuse(`${own.shortName}已经有上级单位，请由上级单位修改。`);
  const county: Agency = {
    ...trimmed(above),
    code: above.code,
    kind: 'reportingOrgan',
    level: 'county',
    parent: null,
    from: null,
    to: null,
  };
  const wrong = wrongPlace(own, county);
  // A parent there always was belongs to every state there is.
  const under =
    above.from === null
      ? all.filter((a) => a.code === own.code).map((a) => ({ ...a, parent: county.code }))
      : changed(own, { ...own, parent: county.code }, above.from);
  if (wrong || isRefusal(under)) return wrong ?? (under as Refusal);
  const states = [county, ...under];
  return wrongStates(all, states) ?? states;
}

/** Names without spaces around them. */
export const trimmed = ({ name, shortName }: UnitNames): UnitNames => ({ name: name.trim(), shortName: shortName.trim() });
