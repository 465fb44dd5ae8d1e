import { randomUUID } from 'node:crypto';
import { WHOLE_SYSTEM } from '#domain/agencies/ports.ts';
import type { Application } from '#domain/application.ts';
import { SYSTEM } from '#domain/people/actor.ts';
import { hashPassword } from '#domain/people/passwords.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/record.ts';
import { PROFILE_SETTING } from '#domain/report/office.ts';
import { readRegistersFile } from '#domain/report/registersFile.ts';
import { eventDates } from '#domain/requests/eventDates.ts';
import { isRefusal } from '#lib/result.ts';
import { type DemoPerson, type DemoRegisters, demoPeople, demoRegisters } from '../../demo/index.ts';

/** Who enters the example data. */
const BY = { ...SYSTEM, name: '演示数据' };
const FILLED = 'demoFilled';
/** Roles of the example accounts begin before the first example record. */
const SINCE = '2021-01-01';

/** A record of a registers file as somebody would enter it. */
export function draftOf(record: RegisterRecord): RecordDraft {
  const { register, agency, number, events } = record;
  const values = register === 'requests' ? { ...record.values, ...eventDates(events) } : record.values;
  return { register, agency, number, values, events, origin: 'entered', ...(record.void && { void: record.void }) };
}

/** Saves a batch; the example data are ours, so a refusal is a mistake of the program. */
export async function enter(app: Application, drafts: readonly RecordDraft[], why: string): Promise<readonly RegisterRecord[]> {
  const saved = await app.stores.registers.saveMany(drafts, BY, why);
  if (isSaveRefusal(saved)) throw new Error(`example data refused: ${saved.refused} ${JSON.stringify(saved.problems[0])}`);
  return saved;
}

async function fillRegisters(app: Application, demo: DemoRegisters): Promise<number> {
  const { stores } = app;
  const file = readRegistersFile(new TextEncoder().encode(JSON.stringify(demo)));
  if (isRefusal(file)) throw new Error(`example data unreadable: ${file.refused}`);
  await stores.agencies.save(demo.agencies, BY);
  await enter(app, file.records.map(draftOf), '演示数据');
  for (const declaration of demo.declarations) await stores.declarations.declare(declaration, BY);
  for (const opening of demo.opening) await stores.openings.keep({ ...opening, evidence: null }, BY);
  for (const { agency, ...profile } of demo.offices) await stores.settings.set(agency, PROFILE_SETTING, profile, BY);
  return file.records.length;
}

async function addPerson(app: Application, person: DemoPerson): Promise<void> {
  const id = randomUUID();
  const { account, name } = person;
  const memberships = person.memberships.map((m) => ({ ...m, person: id, from: SINCE, until: null }));
  await app.stores.people.add(
    { id, account, name, mustChange: false, disabled: false },
    await hashPassword(person.password),
    memberships,
    BY,
  );
}

/** Fills an empty demo; true when it did, false when it was filled before. What a fill that was cut off left is completed by the next with an empty folder. */
export async function fill(app: Application, say: (text: string) => void): Promise<boolean> {
  if (await app.settings.get(WHOLE_SYSTEM, FILLED)) return false;
  say('正在录入演示数据……\n');
  let records = 0;
  for (const demo of demoRegisters()) records += await fillRegisters(app, demo);
  for (const person of demoPeople()) await addPerson(app, person);
  say(`已录入${records}条登记。\n`);
  return true;
}

/** Notes that everything is there, so that the next start reuses it. */
export async function noteFilled(app: Application): Promise<void> {
  await app.settings.set(WHOLE_SYSTEM, FILLED, app.now().toISOString(), BY);
}

/** True when a fill began here and was cut off: there are people or agencies, but no note that it ended. */
export async function cutOff(app: Application): Promise<boolean> {
  if (await app.settings.get(WHOLE_SYSTEM, FILLED)) return false;
  return (await app.stores.agencies.all()).length > 0;
}
