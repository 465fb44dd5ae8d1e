import { acceptEntered, type Calendar, calendarWith, type EnteredYear } from '#law/calendar/index.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { actorOf, type Forbidden, POLICY, type Viewer } from '../people/policy.ts';
import { ROLE_NAMES } from '../people/roles.ts';
import type { CalendarStore, EnteredCalendar } from './ports.ts';

/** The working-day calendar: shipped years and those entered and confirmed by a second person. */
export interface CalendarKeeping {
  /** What deadlines are counted with. */
  calendar(): Promise<Calendar>;
  entered(): Promise<readonly EnteredCalendar[]>;
  enter(viewer: Viewer, holidays: EnteredCalendar['holidays']): Promise<EnteredCalendar | Refusal>;
  /** The second person's word; from then on the year counts. Resolves to the cases whose due date moved. */
  confirm(viewer: Viewer, id: number): Promise<readonly MovedCase[] | Refusal>;
  withdraw(viewer: Viewer, id: number): Promise<readonly MovedCase[] | Refusal>;
}

/** An open case whose due date another calendar moves. */
export interface MovedCase {
  readonly agency: string;
  readonly number: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Recomputes the open cases with both calendars and tells which moved. */
export type MovedBy = (before: Calendar, after: Calendar) => Promise<readonly MovedCase[]>;

function enteredYear(e: EnteredCalendar): EnteredYear {
  return { ...e.holidays, enteredBy: e.enteredBy.id, confirmedBy: e.confirmedBy?.id ?? null };
}

function calendarFrom(entered: readonly EnteredCalendar[]): Calendar {
  return calendarWith(
    entered.flatMap((e) => {
      const year = acceptEntered(enteredYear(e));
      return isRefusal(year) ? [] : [year];
    }),
  );
}

/** Calendars bind every office of the system, so any administrator may enter one. */
function forbidCalendar(viewer: Viewer): Forbidden | null {
  if (viewer.roles.some((r) => POLICY.manageCalendar.includes(r.role))) return null;
  const roles = POLICY.manageCalendar.map((r) => ROLE_NAMES[r]).join('、');
  return { ...refuse(`录入、核对放假安排需要：${roles}。`), forbidden: true };
}

/** Calendars over their store. */
export function calendarsOver(store: CalendarStore, movedBy: MovedBy): CalendarKeeping {
  const calendar = async () => calendarFrom(await store.all());
  const after = async (change: () => Promise<boolean>, why: string): Promise<readonly MovedCase[] | Refusal> => {
    const before = await calendar();
    if (!(await change())) return refuse(why);
    return movedBy(before, await calendar());
  };
  return {
    calendar,
    entered: () => store.all(),
    async enter(viewer, holidays) {
      const refused = forbidCalendar(viewer);
      if (refused) return refused;
      // Everything but the confirmation must be right already.
      const tried = acceptEntered({ ...holidays, enteredBy: viewer.id, confirmedBy: `${viewer.id}/second` });
      return isRefusal(tried) ? tried : store.enter(holidays, actorOf(viewer));
    },
    async confirm(viewer, id) {
      const refused = forbidCalendar(viewer);
      if (refused) return refused;
      const found = (await store.all()).find((e) => e.id === id);
      if (found?.enteredBy.id === viewer.id) return refuse('放假安排须由录入人以外的人核对确认。', 'LOCAL');
      return after(() => store.confirm(id, actorOf(viewer)), '这份放假安排已经确认过或已撤回，请刷新。');
    },
    async withdraw(viewer, id) {
      return forbidCalendar(viewer) ?? after(() => store.withdraw(id, actorOf(viewer)), '这份放假安排已经撤回，请刷新。');
    },
  };
}
