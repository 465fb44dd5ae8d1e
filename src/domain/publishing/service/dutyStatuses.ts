import { parseDay, shanghaiDay } from '#lib/day.ts';
import { withDescendants } from '../columns.ts';
import { type DutyStatus, dutyStatus } from '../duties.ts';
import type { Entry } from '../entries/entry.ts';
import { columnsOf } from './columns.ts';
import type { PublishingContext } from './context.ts';

/** A duty with how it stands. */
export interface DutyStanding {
  readonly entry: Entry<'duty'>;
  readonly status: DutyStatus;
}

/** Each duty of an office with how it stands today: by what came out in its column and those under it; guide and annual reports are pages of their own. */
export async function dutyStatuses(context: PublishingContext, agency: string): Promise<readonly DutyStanding[]> {
  const { entries, items } = context.ports;
  const duties = await entries.list([agency], 'duty');
  if (duties.length === 0) return [];
  const days = new Map<string, string[]>();
  const add = (column: string | null, on: string | null): void => {
    if (column === null || !on) return;
    const known = days.get(column);
    if (known) known.push(on);
    else days.set(column, [on]);
  };
  for (const { column, on } of await items.daysOut(agency)) add(column, on);
  const guide = await entries.get(agency, 'guide', 'guide');
  if (guide) add('guide', shanghaiDay(Date.parse(guide.recordedAt)));
  for (const on of await context.deps.reportDays(agency)) add('reports', on);
  const columns = await columnsOf(context, agency);
  const from = parseDay((await context.settings(agency)).startedOn ?? '');
  const today = context.today();
  return duties.map((entry) => {
    const { column } = entry.body;
    const made = column === null ? [] : withDescendants(columns, column).flatMap((id) => days.get(id) ?? []);
    return { entry, status: dutyStatus(entry.body, made, today, from) };
  });
}
