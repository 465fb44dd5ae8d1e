import type { Viewer } from '#domain/people/policy.ts';
import type { RegisterRecord } from '#domain/registers/record.ts';
import { type Day, parseDay } from '#lib/day.ts';
import type { Refusal } from '#lib/result.ts';
import { columnFreshness } from '../columns.ts';
import { guideFindings, guideReview } from '../guide.ts';
import { documentNeeds, interpretationsOut } from '../normative.ts';
import { placeBasis, placeStatus } from '../places.ts';
import { columnsOf } from './columns.ts';
import { denied, type PublishingContext } from './context.ts';
import { dutyStatuses } from './dutyStatuses.ts';
import { type PublishingTask, task } from './task.ts';
import { entryTasks, itemTasks } from './underWay.ts';

export type { PublishingTask } from './task.ts';

async function dutyTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  return (await dutyStatuses(context, agency)).flatMap(({ entry: { id, body }, status }): PublishingTask[] => {
    if (body.column === null && body.notOurs === null) return [];
    if (!['missing', 'stale', 'dueSoon'].includes(status.state)) return [];
    return [task(agency, 'duty', id, body.label, status.says, status.dueOn, today, body.basis)];
  });
}

async function guideTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const entry = await context.ports.entries.get(agency, 'guide', 'guide');
  const guide = entry?.body ?? { elements: {}, body: '', effectiveOn: null, reviewedOn: null };
  const lacks = guideFindings(guide);
  const review = guideReview(guide, today);
  const out: PublishingTask[] = [];
  if (lacks.length > 0)
    out.push(task(agency, 'guide', 'elements', '公开指南不完整', lacks.map((f) => f.says).join(''), null, today, ['OGIR2019 12']));
  if (entry && review.daysLeft !== null && review.daysLeft <= 30)
    out.push(task(agency, 'guide', 'review', '公开指南年度核对', review.says, review.dueOn, today, ['OGIR2019 12']));
  return out;
}

/** The publications of the items that interpret something. */
export async function publicationsOf(
  context: PublishingContext,
  agency: string,
  begun: readonly { readonly item: string | null }[],
): Promise<readonly RegisterRecord[]> {
  const items = [...new Set(begun.flatMap((b) => b.item ?? []))];
  if (items.length === 0) return [];
  return (await context.ports.registers.list({ register: 'publications', agencies: [agency], filter: { item: items }, size: 0 })).records;
}

async function documentTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const from = parseDay((await context.settings(agency)).startedOn ?? '');
  const { registers } = context.ports;
  const { records } = await registers.list({ register: 'normativeDocuments', agencies: [agency], size: 0 });
  if (records.length === 0) return [];
  const begun = (await context.ports.entries.list([agency], 'interpretation')).map((e) => e.body);
  const made = interpretationsOut(begun, await publicationsOf(context, agency, begun));
  const calendar = await context.deps.calendar();
  return records.flatMap((d) =>
    documentNeeds(d, made, calendar, today, from).map((n) =>
      task(agency, 'document', `${n.kind}:${n.document}`, n.title, n.says, n.dueOn, today, n.basis),
    ),
  );
}

async function placeTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const { thresholds } = await context.settings(agency);
  const last = await context.ports.entries.lastAtPlaces(agency);
  return last.flatMap(({ place, on }): PublishingTask[] => {
    const status = placeStatus(place, on, today, thresholds);
    if (!status.freshness || status.freshness.state === 'fresh') return [];
    return [task(agency, 'place', place.id, place.body.name, status.freshness.says, null, today, [placeBasis(place.body)])];
  });
}

/** Columns the office itself set a limit for. */
async function columnTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const columns = (await columnsOf(context, agency)).filter((c) => c.everyDays);
  if (columns.length === 0) return [];
  const out = await context.ports.items.daysOut(agency);
  return columns.flatMap((c): PublishingTask[] => {
    const days = out.filter((i) => i.column === c.id).map((i) => i.on);
    const stands = columnFreshness(c, days.sort().at(-1) || null, today);
    if (!stands || stands.state === 'fresh') return [];
    return [task(agency, 'column', c.id, c.label, stands.says, null, today, ['LOCAL'])];
  });
}

/** What publishing has to do in some agencies, most urgent first; nobody is asked for a permission here. */
export async function tasksIn(context: PublishingContext, agencies: readonly string[]): Promise<readonly PublishingTask[]> {
  const today = context.today();
  const out: PublishingTask[] = [];
  for (const agency of agencies)
    for (const part of [itemTasks, dutyTasks, guideTasks, documentTasks, placeTasks, columnTasks, entryTasks])
      out.push(...(await part(context, agency, today)));
  return out.sort((a, b) => (a.daysLeft ?? 9999) - (b.daysLeft ?? 9999) || (a.id < b.id ? -1 : 1));
}

/** What publishing has to do in some agencies, most urgent first, for somebody who may read them. */
export async function publishingTasks(
  context: PublishingContext,
  viewer: Viewer,
  agencies: readonly string[],
): Promise<readonly PublishingTask[] | Refusal> {
  const refused = agencies.map((a) => denied(viewer, 'read', a)).find((r) => r !== null);
  if (refused) return refused;
  return tasksIn(context, agencies);
}
