import { z } from 'zod';
import { may, type Viewer } from '#domain/people/policy.ts';
import type { Role } from '#domain/people/roles.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import type { Task as Due } from '#domain/tasks/tasks.ts';
import { addDays, chineseDate, day, yearOf } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Task } from './consoleTypes.ts';
import { inspectionTasks } from './inspectionTasks.ts';
import type { Api } from './pipeline.ts';
import { publishingTasks } from './publishingTasks.ts';
import { agencyCode } from './query.ts';
import { unitsOf } from './registers.ts';
import { splitWholes } from './split.ts';

const KINDS: Readonly<Record<Due['kind'], string>> = { case: '依申请公开', ticket: '12345工单' };
const CALENDAR_WARNING_DAYS = 45;
const WRITING: ReadonlySet<Role> = new Set(['clerk', 'reviewer', 'signer']);

function shown(t: Due): Task {
  const link = `/registers/${t.register}?number=${encodeURIComponent(t.number)}`;
  return {
    id: t.id,
    title: t.title,
    detail: t.detail,
    kind: KINDS[t.kind],
    dueOn: t.dueOn,
    daysLeft: t.daysLeft,
    tone: t.tone,
    why: t.why,
    link,
  };
}

/** Registers of last year that nobody has declared; the report can't count over them. */
async function undeclared(deps: WebDeps, viewer: Viewer, agency: string): Promise<Task[]> {
  const last = yearOf(deps.today()) - 1;
  const missing = await deps.declarations.missing(viewer, agency, day(`${last}-01-01`), day(`${last}-12-31`));
  if (isRefusal(missing) || missing.length === 0) return [];
  const titles = [...new Set(missing.map((m) => m.title))];
  return [
    {
      id: `declare:${last}`,
      title: `${last}年还有${titles.length}本登记簿没有申报`,
      detail: titles.join('、'),
      kind: '年度报告',
      dueOn: null,
      daysLeft: null,
      tone: 'none',
      why: '没有申报的，年报里的数字空着，不能提交',
      link: '/declarations',
    },
  ];
}

/** The first day: what the office is and where it publishes is still to be entered. Told to who can enter it; ends when both are there. */
async function beginning(deps: WebDeps, viewer: Viewer, agency: string): Promise<Task[]> {
  const state = (await deps.agencies.tree()).stateOf(agency, deps.today());
  if (state?.kind !== 'reportingOrgan' || !may(viewer, 'configurePublishing', { agency })) return [];
  const { site, creditCode } = settingsOf(await deps.stores.entries.get(agency, 'settings', 'settings'));
  const places = await deps.stores.entries.list([agency], 'place');
  const toSet = site === null && !creditCode;
  const toPlace = places.length === 0;
  if (!toSet && !toPlace) return [];
  return [
    {
      id: 'publishing:begin',
      title: `开始使用：${[toSet && '填公开设置', toPlace && '登记发布场所'].filter(Boolean).join('、')}`,
      detail: `${toSet ? '公开设置：统一社会信用代码、页脚的网站信息。' : ''}${toPlace ? '发布场所：网站栏目、公众号、公示栏、查阅点。' : ''}`,
      kind: '信息发布',
      dueOn: null,
      daysLeft: null,
      tone: 'none',
      why: '公开的信息要写明是哪个单位、在哪里公开',
      link: toSet ? '/publishing/settings' : '/publishing/places',
    },
  ];
}

/** An office of one person can sign nothing: who wrote it does not let it pass. Told to who can add somebody. */
async function alone(deps: WebDeps, viewer: Viewer, agency: string): Promise<Task[]> {
  const members = await deps.accounts.members(viewer, agency);
  if (isRefusal(members)) return [];
  const today = deps.today();
  const here = members.filter(
    ({ person, membership: m }) =>
      m.agency === agency && WRITING.has(m.role) && !person.disabled && m.from <= today && (!m.until || m.until >= today),
  );
  if (new Set(here.map((m) => m.person.id)).size !== 1) return [];
  return [
    {
      id: 'people:alone',
      title: '添加审核、签发的人',
      detail: '现在只有一个人。起草的不能自己审核、签发；在纸上签批的，办理时登记签批人和照片',
      kind: '人员与权限',
      dueOn: null,
      daysLeft: null,
      tone: 'none',
      why: '信息公开前须由另一人审核、签发',
      link: '/people',
    },
  ];
}

async function calendarEnding(deps: WebDeps): Promise<Task[]> {
  const { coveredTo } = await deps.calendars.calendar();
  if (addDays(deps.today(), CALENDAR_WARNING_DAYS) <= coveredTo) return [];
  const year = yearOf(addDays(coveredTo, 1));
  return [
    {
      id: `calendar:${year}`,
      title: `录入${year}年放假安排`,
      detail: `节假日数据只到${chineseDate(coveredTo)}`,
      kind: '期限与节假日',
      dueOn: null,
      daysLeft: null,
      tone: 'none',
      why: '之后的期限都是暂计',
      link: '/calendar',
    },
  ];
}

/** In December: cases that can still be closed this year, because a correction or a payment was not made in time. */
function lapsed(deps: WebDeps, due: readonly Due[]): Task[] {
  if (deps.today().slice(5, 7) !== '12') return [];
  const list = due.filter((t) => t.kind === 'case' && (t.detail === '补正逾期' || t.detail === '缴费逾期'));
  return list.map((t) => ({
    ...shown(t),
    id: `lapsed:${t.id}`,
    title: `年内可以办结：${t.title}`,
    why: '逾期未补正或未缴费，可按“其他处理”办结，不结转下年',
  }));
}

/** 待办: cases and tickets by days left, then what the report and the calendar still need. */
export function registerTasks(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/tasks',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const due = await deps.tasks.list(viewer, input.agency);
      if (isRefusal(due)) return due;
      const all = due as readonly Due[];
      const cases = all.flatMap((t) => (t.kind === 'case' ? [t.number] : []));
      const split = await splitWholes(deps, viewer, await unitsOf(deps, input.agency), cases);
      const list = all.filter((t) => t.kind !== 'case' || !split.has(t.number));
      const more = [
        ...(await beginning(deps, viewer, input.agency)),
        ...(await alone(deps, viewer, input.agency)),
        ...(await publishingTasks(deps, viewer, input.agency)),
        ...(await inspectionTasks(deps, viewer, input.agency)),
        ...(await undeclared(deps, viewer, input.agency)),
        ...(await calendarEnding(deps)),
      ];
      return [...lapsed(deps, list), ...list.map(shown), ...more];
    },
  });
}
