import { type Calendar, dayIn } from '#law/calendar/index.ts';
import type { ClockResult, ClockState } from '#law/clock/index.ts';
import { addDays, type Day, day, parseDay } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { AgencyStore } from '../agencies/ports.ts';
import { agencyTree } from '../agencies/tree.ts';
import { type Forbidden, forbid, type Viewer } from '../people/policy.ts';
import type { RegisterStore } from '../registers/ports.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';
import type { RegisterKey } from '../registers/register.ts';
import { caseClock } from './caseClock.ts';

/** How pressing: overdue, today, within five working days, later, waiting for somebody else, without a date. */
export type Tone = 'overdue' | 'today' | 'soon' | 'later' | 'paused' | 'none';

/** One thing to do. */
export interface Task {
  readonly id: string;
  readonly kind: 'case' | 'ticket';
  readonly register: RegisterKey;
  readonly agency: string;
  readonly number: string;
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | null;
  /** Working days; negative once overdue. */
  readonly daysLeft: number | null;
  readonly tone: Tone;
  readonly why: string;
}

/** What is to be done in an organ. */
export interface Tasks {
  list(viewer: Viewer, agency: string): Promise<readonly Task[] | Forbidden>;
}

const SOON = 5;
const STATE_NAMES: Readonly<Record<ClockState, string>> = {
  awaitingConfirmation: '待确认',
  running: '办理中',
  suspended: '征求意见中',
  awaitingCorrection: '待补正',
  awaitingPayment: '待缴费',
  correctionLapsed: '补正逾期',
  paymentLapsed: '缴费逾期',
  answered: '已答复',
  withdrawn: '已撤回',
  closed: '已办结',
};
const ENDED: readonly ClockState[] = ['answered', 'withdrawn', 'closed'];
const WAITING: readonly ClockState[] = ['awaitingCorrection', 'awaitingPayment'];

/** What a state of the clock is called. */
export function stateName(state: ClockState): string {
  return STATE_NAMES[state];
}

/** Working days from today to a date; a date beyond the calendar is taken as two working days earlier. */
export function workdaysLeft(calendar: Calendar, today: Day, due: Day): number {
  const counted = (from: Day, to: Day): number => {
    let n = 0;
    for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (dayIn(calendar, d).workday) n++;
    return n;
  };
  const left = due >= today ? counted(today, due) : -counted(due, today);
  return due > calendar.coveredTo ? left - 2 : left;
}

function toneOf(left: number | null, state: ClockState | null): Tone {
  if (state && WAITING.includes(state)) return 'paused';
  if (left === null) return 'none';
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= SOON ? 'soon' : 'later';
}

function caseTask(record: RegisterRecord, calendar: Calendar, today: Day): Task | null {
  const clock = caseClock(record, calendar, today);
  const common = {
    id: `case:${record.agency}:${record.number}`,
    kind: 'case',
    register: 'requests',
    agency: record.agency,
    number: record.number,
  } as const;
  const title = `${record.number} ${textOf(record, 'content') ?? ''}`.trim();
  if (isRefusal(clock)) return { ...common, title, detail: '没有收到日期', dueOn: null, daysLeft: null, tone: 'none', why: clock.refused };
  if (ENDED.includes(clock.state)) return null;
  const on = nextDay(clock);
  const left = on ? workdaysLeft(calendar, today, on) : null;
  const provisional = clock.provisional.includes('pastCalendar') ? `暂计（缺${calendar.coveredTo.slice(0, 4)}年以后的放假安排），` : '';
  return {
    ...common,
    title,
    detail: STATE_NAMES[clock.state],
    dueOn: on,
    daysLeft: left,
    tone: toneOf(left, clock.state),
    why: `${provisional}${clock.nextOn?.what ?? ''}`,
  };
}

function nextDay(clock: ClockResult): Day | null {
  return clock.nextOn?.on ?? clock.dueOn;
}

function ticketTask(record: RegisterRecord, calendar: Calendar, today: Day): Task {
  const due = parseDay(textOf(record, 'dueOn') ?? '');
  const left = due ? workdaysLeft(calendar, today, due) : null;
  return {
    id: `ticket:${record.agency}:${record.number}`,
    kind: 'ticket',
    register: 'tickets',
    agency: record.agency,
    number: record.number,
    title: `${record.number} ${textOf(record, 'title') ?? ''}`.trim(),
    detail: '工单未办结',
    dueOn: due,
    daysLeft: left,
    tone: toneOf(left, null),
    why: due ? '工单办理时限' : '没有登记办理时限',
  };
}

const TONES: readonly Tone[] = ['overdue', 'today', 'soon', 'later', 'none', 'paused'];

function byUrgency(a: Task, b: Task): number {
  return (
    TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.number.localeCompare(b.number)
  );
}

export interface TaskPorts {
  readonly registers: RegisterStore;
  readonly agencies: AgencyStore;
  readonly calendar: () => Promise<Calendar>;
  readonly today: () => Day;
}

/** How far back an open matter is still looked for. */
const YEARS_BACK = 5;

/** The to-do list over the registers. */
export function tasksOver(ports: TaskPorts): Tasks {
  return {
    async list(viewer, agency) {
      const refused = forbid(viewer, 'read', { agency });
      if (refused) return refused;
      const today = ports.today();
      const [calendar, tree] = [await ports.calendar(), agencyTree(await ports.agencies.all())];
      const units = [...new Set([agency, ...tree.codes.filter((code) => tree.organOf(code, today) === agency)])];
      const open = async (register: RegisterKey, ended: string) => {
        const page = await ports.registers.list({ register, agencies: units, filter: { [ended]: null }, size: 0 });
        const since = addDays(day(today), -365 * YEARS_BACK);
        return page.records.filter((r) => (textOf(r, 'receivedOn') ?? '9') >= since);
      };
      const cases = (await open('requests', 'outcomeOn')).map((r) => caseTask(r, calendar, today)).filter((t) => t !== null);
      const tickets = (await open('tickets', 'closedOn')).map((r) => ticketTask(r, calendar, today));
      return [...cases, ...tickets].sort(byUrgency);
    },
  };
}
