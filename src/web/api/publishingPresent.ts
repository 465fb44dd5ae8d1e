import { may, type Viewer } from '#domain/people/policy.ts';
import { attachmentsOf } from '#domain/publishing/content.ts';
import { dueState, publicationDue } from '#domain/publishing/due.ts';
import { possible } from '#domain/publishing/life/advance.ts';
import { type ItemLife, PUBLIC_STATE_NAMES, WORK_STATE_NAMES, type WorkState } from '#domain/publishing/life/states.ts';
import { TRANSITIONS, transitionOf } from '#domain/publishing/life/transitions.ts';
import type { ItemLine } from '#domain/publishing/ports.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import type { Calendar } from '#law/calendar/index.ts';
import { type Day, parseDay } from '#lib/day.ts';
import type { ItemAnswer, ItemRow, Removed, StepChoice } from './publishingTypes.ts';

const NEXT: Readonly<Record<WorkState, string | null>> = {
  draft: '认定公开属性',
  attributed: '保密审查',
  referred: '等待主管部门或者保密部门的意见',
  cleared: '审核',
  reviewed: '签发',
  approved: '发布',
  scheduled: '到时间自动发布',
  published: null,
  kept: null,
};

const STEP_LABELS = Object.fromEntries(TRANSITIONS.map((t) => [t.name, t.label]));

/** Once it is out, what counts is how the public finds it. */
function workName(life: ItemLife): string {
  const ended = life.work === 'published' && life.public !== 'inForce';
  return ended ? PUBLIC_STATE_NAMES[life.public] : WORK_STATE_NAMES[life.work];
}

function nextOf(life: ItemLife): string | null {
  return life.work === 'approved' && life.mode !== 'proactive' ? '留存' : NEXT[life.work];
}

/** A line of the list as the screen shows it. */
export function rowOf(line: ItemLine, calendar: Calendar, today: Day): ItemRow {
  const { life } = line;
  const formed = parseDay(line.formedOn ?? '');
  const due = formed && (life.mode === null || life.mode === 'proactive') ? publicationDue(formed, calendar) : null;
  return {
    ...line,
    workName: workName(life),
    publicName: PUBLIC_STATE_NAMES[life.public],
    next: nextOf(life),
    due: due && { on: due.dueOn, state: dueState(due.dueOn, parseDay(line.firstPublishedOn ?? ''), today), provisional: due.provisional },
  };
}

/** The steps the item's states allow, each with the ways in which this person can take it; none: not offered. */
function choicesOf(viewer: Viewer, item: ItemView): StepChoice[] {
  const { life } = item;
  const { agency } = life;
  const author = life.authors.some((a) => a.id === viewer.id);
  return possible(life).flatMap((name): StepChoice[] => {
    const t = transitionOf(name);
    if (!t) return [];
    // Not offered where the attribute decided rules it out.
    if (t.needs.includes('proactive') && life.mode !== 'proactive') return [];
    if (t.needs.includes('notProactive') && life.mode === 'proactive') return [];
    const second = t.needs.includes('secondPerson');
    const role = may(viewer, t.verb, { agency });
    const system = role && !(second && author);
    const paper = second && may(viewer, 'draft', { agency }) && may(viewer, 'write', { agency });
    const override = second && role && may(viewer, 'overrule', { agency });
    if (!system && !paper && !override) return [];
    const why = system ? null : role ? '起草人不能自己审自己的稿子' : '您的角色不能在系统里办这一步';
    return [{ name, label: t.label, needs: t.needs, basis: t.basis, system, paper, override, why }];
  });
}

/** An item with what can be done with it. */
export function answerOf(viewer: Viewer, item: ItemView, removed: readonly Removed[] = []): ItemAnswer {
  const { life } = item;
  return {
    item,
    workName: workName(life),
    publicName: PUBLIC_STATE_NAMES[life.public],
    next: nextOf(life),
    choices: choicesOf(viewer, item),
    attachments: attachmentsOf(item.attachments, life.version),
    stepLabels: STEP_LABELS,
    removed,
  };
}
