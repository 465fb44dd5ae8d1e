import type { Viewer } from '#domain/people/policy.ts';
import { reach } from '#domain/people/viewers.ts';
import type { PublishingTask } from '#domain/publishing/service/index.ts';
import { workdaysLeft } from '#domain/tasks/tasks.ts';
import { articleTitle } from '#law/articles/index.ts';
import type { Calendar } from '#law/calendar/index.ts';
import { type Day, parseDay } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Task } from './consoleTypes.ts';

const item = (record: string): string => `/publishing/item?number=${encodeURIComponent(record)}`;

const documentPage = (number: string): string =>
  number === '' ? '/publishing/normative' : `/publishing/document?number=${encodeURIComponent(number)}`;

const KINDS: Readonly<Record<PublishingTask['kind'], readonly [label: string, link: (record: string) => string]>> = {
  publish: ['信息发布', item],
  step: ['信息发布', item],
  reassess: ['定期评估', item],
  duty: ['公开目录', () => '/publishing/duties'],
  guide: ['公开指南', () => '/publishing/guide'],
  document: ['规范性文件', (record) => documentPage(record.slice(record.indexOf(':') + 1))],
  place: ['发布场所', () => '/publishing/places'],
  column: ['栏目更新', () => '/publishing/columns'],
  clarify: ['澄清', () => '/publishing/corrections'],
  correct: ['更正', () => '/publishing/corrections'],
  delivery: ['送交', () => '/publishing/deliveries'],
  submission: ['村和站所报送', () => '/publishing/submissions'],
};
const SOON = 5;
const LONG_AGO = 366;
const MOST_SINGLE = 3;

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
    why: t.basis.map((b) => articleTitle(b).replace('中华人民共和国', '')).join('，'),
    link: link(t.record),
  };
}

/** Left over from before, or without a day: many of these are one line, so that they bury nothing that is due. */
function isOld({ kind, daysLeft }: PublishingTask): boolean {
  return (kind === 'document' || kind === 'duty') && (daysLeft === null || daysLeft < -LONG_AGO);
}

function gathered(kind: 'document' | 'duty', old: readonly PublishingTask[], calendar: Calendar, today: Day): Task[] {
  const list = old.filter((t) => t.kind === kind);
  if (list.length <= MOST_SINGLE) return list.map((t) => shown(t, calendar, today));
  const [first] = list;
  const [label, link] = KINDS[kind];
  const named = [...new Set(list.map((t) => t.title))];
  return [
    {
      id: `publishing:${kind}`,
      title: kind === 'duty' ? `${list.length}项公开事项还没有公开过` : `${list.length}处规范性文件的解读、审核记录要补`,
      detail: `${named.slice(0, MOST_SINGLE).join('、')}${named.length > MOST_SINGLE ? '等' : ''}`,
      kind: label,
      dueOn: null,
      daysLeft: null,
      tone: 'none',
      why: (first?.basis ?? []).map((b) => articleTitle(b).replace('中华人民共和国', '')).join('，'),
      link: link(''),
    },
  ];
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
  const today = deps.today();
  const old = own.filter(isOld);
  const single = [...own.filter((t) => !isOld(t)), ...handedIn].map((t) => shown(t, calendar, today));
  return [...single, ...gathered('duty', old, calendar, today), ...gathered('document', old, calendar, today)];
}
