import { cleanHtml, pageText, plainText } from '#documents/clean/index.ts';
import { inspectAttachment } from '#documents/precheck/index.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { Role } from '#domain/people/roles.ts';
import { type PublishingDeps, publishingService } from '#domain/publishing/service/index.ts';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { Database } from '../../database.ts';
import { fileStore } from '../../files/files.ts';
import { SECRET, testOffice } from '../../testing/office.ts';
import { entryStore } from '../entries.ts';
import { itemStore } from '../items.ts';

let people = 0;

/** An invented person with one role in an office and its units. */
export function person(name: string, role: Role, office: string): Viewer {
  const id = `00000000-0000-0000-0001-${String(++people).padStart(12, '0')}`;
  return { id, name, roles: [{ role, agency: office, reaches: new Set([office, `${office}-hall`, `${office}-village`]) }] };
}

/** Insists on an answer that is no refusal. */
export function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer as T;
}

/** The words of a refusal; empty for an answer. */
export function refusedWith(answer: unknown): string {
  return isRefusal(answer) ? answer.refused : '';
}

/** An office that publishes, on a clock of its own. */
export async function publishingOffice(database: Database, code: string, start = '2026-03-02T01:00:00Z') {
  const clock = { at: new Date(start) };
  const now = () => clock.at;
  const office = await testOffice(database, code, now);
  const items = itemStore(database, { secret: SECRET, now, plain: plainText });
  const entries = entryStore(database, now, SECRET);
  const files = fileStore(database, now);
  const deps: PublishingDeps = {
    now,
    calendar: async () => SHIPPED_CALENDAR,
    reportDays: async () => [],
    clean: cleanHtml,
    plain: plainText,
    page: pageText,
    inspect: inspectAttachment,
  };
  const service = publishingService({ items, entries, registers: office.registers, agencies: office.agencies, files }, deps);
  return {
    ...office,
    code,
    clock,
    items,
    entries,
    files,
    deps,
    service,
    clerk: person('张示例', 'clerk', code),
    reviewer: person('王示例', 'reviewer', code),
    signer: person('赵示例', 'signer', code),
    admin: person('孙示例', 'unitAdmin', code),
    stranger: person('外人甲', 'clerk', 'elsewhere'),
  };
}

export type PublishingOffice = Awaited<ReturnType<typeof publishingOffice>>;

/** A draft with everything it needs, taken as far as the signature. */
export async function signed(o: PublishingOffice, more: Record<string, unknown> = {}) {
  const { service, clerk, reviewer, signer, code } = o;
  const made = done(
    await service.items.create(clerk, code, {
      title: '关于做好春季森林防火工作的通知',
      body: '<p>各村要加强巡护。</p>',
      formedOn: '2026-02-27',
      column: 'notices',
      ...more,
    }),
  );
  const id = made.item.life.item;
  let { revision } = made.item.life;
  const step = async (
    who: Viewer,
    ...[name, command]: [Parameters<typeof service.items.step>[3], Parameters<typeof service.items.step>[4]]
  ) => {
    revision = done(await service.items.step(who, code, id, name, command, revision)).life.revision;
  };
  await step(clerk, 'decideAttribute', { mode: 'proactive' });
  await step(reviewer, 'clearSecrecy', { opinion: '不涉密，可以公开。' });
  await step(reviewer, 'review', {});
  await step(signer, 'approve', {});
  return { id, revision, step };
}
