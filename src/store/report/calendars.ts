import { sql } from 'kysely';
import { WHOLE_SYSTEM } from '#domain/agencies/ports.ts';
import type { CalendarStore, EnteredCalendar } from '#domain/calendar/ports.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Database, Db } from '../database.ts';
import { noteEvents } from '../events/log.ts';

interface Row {
  id: number;
  holidays: EnteredCalendar['holidays'];
  entered_by: string;
  entered_name: string;
  confirmed_by: string | null;
  confirmed_name: string | null;
}

function enteredOf(r: Row): EnteredCalendar {
  return {
    id: r.id,
    holidays: r.holidays,
    enteredBy: { id: r.entered_by, name: r.entered_name },
    confirmedBy: r.confirmed_by === null ? null : { id: r.confirmed_by, name: r.confirmed_name ?? '' },
  };
}

async function all(db: Db): Promise<EnteredCalendar[]> {
  const { rows } = await sql<Row>`
    select * from calendars where agency = ${WHOLE_SYSTEM} and withdrawn_at is null order by year, id`.execute(db);
  return rows.map(enteredOf);
}

/** Entered calendars in PostgreSQL. */
export function calendarStore(database: Database, now: () => Date): CalendarStore {
  const note = (kind: string, id: number, payload: unknown) => ({
    register: 'calendars',
    record: String(id),
    version: 0,
    kind,
    reason: '',
    payload,
  });
  return {
    all: () => all(database.db),
    enter: (holidays, by: Actor) =>
      database.write(async (tx) => {
        const at = now();
        const { rows } = await sql<Row>`
          insert into calendars (agency, year, holidays, entered_by, entered_name, entered_at)
          values (${WHOLE_SYSTEM}, ${holidays.year}, ${JSON.stringify(holidays)}::jsonb, ${by.id}, ${by.name}, ${at}) returning *`.execute(
          tx,
        );
        const entered = enteredOf(rows[0] as Row);
        await noteEvents(tx, WHOLE_SYSTEM, [note('calendarEntered', entered.id, { after: holidays })], by, at);
        return entered;
      }),
    confirm: (id, by) =>
      database.write(async (tx) => {
        const at = now();
        const done = await sql<{ year: number }>`
          update calendars set confirmed_by = ${by.id}, confirmed_name = ${by.name}, confirmed_at = ${at}
          where agency = ${WHOLE_SYSTEM} and id = ${id} and confirmed_by is null and withdrawn_at is null and entered_by <> ${by.id}
          returning year`.execute(tx);
        const year = done.rows[0]?.year;
        if (year === undefined) return false;
        await sql`
          update calendars set withdrawn_at = ${at}
          where agency = ${WHOLE_SYSTEM} and year = ${year} and id <> ${id} and confirmed_by is not null and withdrawn_at is null`.execute(
          tx,
        );
        await noteEvents(tx, WHOLE_SYSTEM, [note('calendarConfirmed', id, null)], by, at);
        return true;
      }),
    withdraw: (id, by) =>
      database.write(async (tx) => {
        const at = now();
        const done = await sql`
          update calendars set withdrawn_at = ${at} where agency = ${WHOLE_SYSTEM} and id = ${id} and withdrawn_at is null`.execute(tx);
        if (Number(done.numAffectedRows ?? 0) === 0) return false;
        await noteEvents(tx, WHOLE_SYSTEM, [note('calendarWithdrawn', id, null)], by, at);
        return true;
      }),
  };
}
