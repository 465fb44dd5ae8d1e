import type { Viewer } from '#domain/people/policy.ts';
import type { RegisterRecord } from '#domain/registers/record.ts';
import { addDays, type Day, daysBetween, parseDay, shanghaiDay } from '#lib/day.ts';
import type { Refusal } from '#lib/result.ts';
import { columnFreshness } from '../columns.ts';
import { daysLeft, publicationDue } from '../due.ts';
import { guideFindings, guideReview } from '../guide.ts';
import { WORK_STATE_NAMES, type WorkState } from '../life/states.ts';
import { documentNeeds, interpretationsOut } from '../normative.ts';
import { placeBasis, placeStatus } from '../places.ts';
import type { Proposal } from '../proposal.ts';
import { columnsOf } from './columns.ts';
import { denied, type PublishingContext } from './context.ts';
import { dutyStatuses } from './dutyStatuses.ts';
import { officeOver, proposer } from './proposing.ts';

/** One line of the to-do list that publishing adds. */
export interface PublishingTask {
  readonly id: string;
  readonly agency: string;
  readonly kind:
    | 'publish'
    | 'step'
    | 'duty'
    | 'guide'
    | 'document'
    | 'place'
    | 'column'
    | 'clarify'
    | 'correct'
    | 'delivery'
    | 'submission'
    | 'reassess';
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly basis: readonly string[];
  /** The record it is about. */
  readonly record: string;
}

const UNDER_WAY: readonly WorkState[] = ['draft', 'attributed', 'referred', 'cleared', 'reviewed', 'approved'];

function task(
  agency: string,
  kind: PublishingTask['kind'],
  record: string,
  title: string,
  detail: string,
  dueOn: string | null,
  today: Day,
  basis: readonly string[],
): PublishingTask {
  const due = parseDay(dueOn ?? '');
  return {
    id: `${kind}:${agency}:${record}`,
    agency,
    kind,
    title,
    detail,
    dueOn,
    daysLeft: due ? daysBetween(today, due) : null,
    basis,
    record,
  };
}

/** What a line says of a missing column, so that it is chosen long before the day of publication. */
function columnWords(column: string | null, proposed: Proposal | null): string {
  if (column !== null) return '';
  return proposed ? `，还没有选栏目，建议“${proposed.label}”` : '，还没有选栏目';
}

async function itemTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const calendar = await context.deps.calendar();
  const { reassessMonths } = await context.settings(agency);
  const { items } = await context.ports.items.list({ agencies: [agency], work: [...UNDER_WAY, 'kept'], size: 0 });
  const propose = await proposer(context, agency);
  return items.flatMap((line): PublishingTask[] => {
    const { life } = line;
    const formed = parseDay(line.formedOn ?? '');
    if (life.work === 'kept') {
      const since = shanghaiDay(Date.parse(line.savedAt));
      const dueOn = addDays(since, Math.round(reassessMonths * 30.4));
      if (daysBetween(today, dueOn) > 30) return [];
      return [
        task(agency, 'reassess', life.item, `重新评估：${line.title}`, '不公开的信息要定期评估，情况变化的应当公开。', dueOn, today, [
          'OGIR2019 18',
        ]),
      ];
    }
    const detail = `现在是“${WORK_STATE_NAMES[life.work]}”${life.work === 'draft' ? columnWords(line.column, propose({ ...line, text: '' })) : ''}`;
    if (!formed || line.firstPublishedOn !== null || (life.mode !== null && life.mode !== 'proactive'))
      return [task(agency, 'step', life.item, line.title || '（未命名）', detail, null, today, ['OGIR2019 17'])];
    const due = publicationDue(formed, calendar);
    const one = task(agency, 'publish', life.item, line.title || '（未命名）', `${detail}；${due.why}`, due.dueOn, today, due.basis);
    return [{ ...one, daysLeft: daysLeft(due, today) }];
  });
}

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

async function entryTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const { entries } = context.ports;
  const clarifications = (await entries.list([agency], 'clarification')).filter((e) => e.body.clarifiedOn === null);
  const corrections = (await entries.list([agency], 'correction')).filter((e) => e.body.correctedOn === null);
  const deliveries = (await entries.list([agency], 'delivery')).filter((e) => e.body.receivedOn === null);
  const submissions = (await entries.list([agency], 'submission')).filter((e) => e.body.state === 'waiting');
  const propose = submissions.length > 0 ? await proposer(context, await officeOver(context, agency)) : () => null;
  return [
    ...clarifications.map((e) =>
      task(agency, 'clarify', e.id, `澄清：${e.body.claim.slice(0, 40)}`, `发现于${e.body.foundOn}，${e.body.where}`, null, today, [
        'OGIR2019 6.2',
      ]),
    ),
    ...corrections.map((e) =>
      task(agency, 'correct', e.id, `更正：${e.body.item}`, e.body.wrong.slice(0, 80), null, today, ['OGIR2019 6.1']),
    ),
    ...deliveries.map((e) =>
      task(agency, 'delivery', e.id, `移交${e.body.to}`, `${e.body.on}移交，还没有回执。`, null, today, ['OGIR2019 25.3']),
    ),
    ...submissions.map((e) =>
      task(
        agency,
        'submission',
        e.id,
        e.body.title,
        `${e.body.from}报送，等待处理${columnWords(e.body.column, propose(e.body))}。`,
        null,
        today,
        [],
      ),
    ),
  ];
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
