import { basisText } from '#domain/checker/basisText.ts';
import type { Viewer } from '#domain/people/policy.ts';
import { reach } from '#domain/people/viewers.ts';
import type { PublishingTask } from '#domain/publishing/service/index.ts';
import { workdaysLeft } from '#domain/tasks/tasks.ts';
import type { Calendar } from '#law/calendar/index.ts';
import { type Day, parseDay } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Task } from './types.ts';

const item = (record: string): string => `/publishing/item?number=${encodeURIComponent(record)}`;

const KINDS: Readonly<Record<PublishingTask['kind'], readonly [label: string, link: (record: string) => string]>> = {
  publish: ['信息发布', item],
  step: ['信息发布', item],
  reassess: ['定期评估', item],
  duty: ['公开目录', () => '/publishing/duties'],
  guide: ['公开指南', () => '/publishing/guide'],
  document: ['规范性文件', () => '/registers/normativeDocuments'],
  place: ['发布场所', () => '/publishing/places'],
  clarify: ['澄清', () => '/publishing/corrections'],
  correct: ['更正', () => '/publishing/corrections'],
  delivery: ['送交', () => '/publishing/deliveries'],
  submission: ['村和站所报送', () => '/publishing/submissions'],
};
const SOON = 5;

function toneOf(left: number | null): Task['tone'] {
  if (left === null) return 'none';
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= SOON ? 'soon' : 'later';
}

function shown(t: PublishingTask, calendar: Calendar, today: Day): Task {
  const [kind, link] = KINDS[t.kind];
  const due = parseDay(t.dueOn ?? '');
  const daysLeft = due ? workdaysLeft(calendar, today, due) : null;
  return {
    id: `publishing:${t.id}`,
    title: t.title,
    detail: t.detail,
    kind,
    dueOn: t.dueOn,
    daysLeft,
    tone: toneOf(daysLeft),
    why: t.basis.map(basisText).join('，'),
    link: link(t.record),
  };
}

/** The office, its internal units and its villages: whoever hands in to it. */
export async function handingIn(deps: WebDeps, agency: string): Promise<string[]> {
  return [...reach(await deps.agencies.tree(), agency, 'clerk', deps.today())];
}

/** What publishing has to do, as lines of the to-do list: the office's own, and what its units handed in. */
export async function publishingTasks(deps: WebDeps, viewer: Viewer, agency: string): Promise<Task[]> {
  const own = await deps.publishing.tasks(viewer, [agency]);
  if (isRefusal(own)) return [];
  const units = (await handingIn(deps, agency)).filter((a) => a !== agency);
  const theirs = await deps.publishing.tasks(viewer, units);
  const handedIn = isRefusal(theirs) ? [] : theirs.filter((t) => t.kind === 'submission');
  const calendar = await deps.calendars.calendar();
  return [...own, ...handedIn].map((t) => shown(t, calendar, deps.today()));
}
