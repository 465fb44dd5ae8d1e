import { itemOf } from '#domain/inspection/items.ts';
import type { ShownInspection } from '#domain/inspection/service.ts';
import type { Viewer } from '#domain/people/policy.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Task } from './consoleTypes.ts';

/** What the last self-inspection found, as lines of the to-do list: each veto, and one line for what costs points. */
export async function inspectionTasks(deps: WebDeps, viewer: Viewer, agency: string): Promise<Task[]> {
  const last = await deps.inspection.get(viewer, agency, null);
  if (last === null || isRefusal(last)) return [];
  const { inspection } = last as ShownInspection;
  const line = (id: string, title: string, detail: string, overdue: boolean): Task => ({
    id: `inspection:${id}`,
    title,
    detail,
    kind: '自查',
    dueOn: null,
    daysLeft: null,
    tone: overdue ? 'today' : 'none',
    why: `${inspection.on}自查`,
    link: '/inspection',
  });
  const failing = inspection.results.filter((r) => r.state === 'fail');
  const vetoes = failing.filter((r) => r.severity === 'veto');
  const costly = [...new Set(failing.filter((r) => r.severity === 'deduct').map((r) => itemOf(r.item).label))];
  return [
    ...vetoes.map((r) => line(`${r.item}:${r.place}`, `${itemOf(r.item).label}（单项否决）`, `${r.placeName}：${r.found}`, true)),
    ...(costly.length > 0 ? [line('deduct', `自查有${costly.length}项要改`, costly.join('、'), false)] : []),
  ];
}
