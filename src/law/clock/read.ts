import { type Day, dayOfMoment, yearOf } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { CHANNELS, CLOSING_OUTCOMES, type ClockCase, type ClockEvent, EVENT_KINDS, type EventKind, type RefusedEvent } from './model.ts';

/** More events than any case has; a longer list is a mistake of the program that wrote it. */
const MOST_EVENTS = 200;
const LAST_YEAR = 2199;

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf<T extends string>(list: readonly T[], value: unknown): T | null {
  return list.find((x) => x === value) ?? null;
}

function dayField(value: unknown): Day | null {
  const d = typeof value === 'string' ? dayOfMoment(value) : null;
  return d && yearOf(d) <= LAST_YEAR ? d : null;
}

/** Null stands for a field that is not given. */
function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined) return '（没有填写）';
  // What holds other values may hold them without end.
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function wholeDays(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 366 ? value : null;
}

/** The fields one kind needs besides its date; a refusal says which is wrong. */
function particulars(kind: EventKind, e: Fields): Partial<ClockEvent> | Refusal {
  const until = given(e['until']) ? dayField(e['until']) : undefined;
  if (until === null) return refuse(`截止日期“${shown(e['until'])}”不是有效日期，请写成 2024-01-05 的样子。`);
  if (kind === 'extended') {
    const days = wholeDays(e['days']);
    return days ? { days } : refuse(`延长的工作日数“${shown(e['days'])}”不对，请填 1 至 20 的整数。`, 'OGIR2019 33.2');
  }
  if (kind === 'delayed') return until ? { until } : refuse('没有填写延迟到哪一天。', 'OGIR2019 35');
  if (kind === 'clarificationSent') {
    const days = given(e['days']) ? wholeDays(e['days']) : undefined;
    return days === null ? refuse(`补正期限“${shown(e['days'])}”不对，请填工作日数。`, 'OGIR2019 30') : { days, until };
  }
  if (kind === 'closed') {
    const outcome = oneOf(CLOSING_OUTCOMES, e['outcome']);
    return outcome ? { outcome } : refuse(`办结结果“${shown(e['outcome'])}”不对，只能是 3.6.1、3.6.2 或 3.6.3。`);
  }
  if (kind === 'consultationSent') {
    const silenceMeans = oneOf(['agencyDecides', 'consent'], e['silenceMeans'] ?? 'agencyDecides');
    return silenceMeans ? { silenceMeans } : refuse(`silenceMeans“${shown(e['silenceMeans'])}”不对，只能是 agencyDecides 或 consent。`);
  }
  return typeof e['reason'] === 'string' && e['reason'].trim() ? { reason: e['reason'].trim() } : {};
}

function readEvent(value: unknown, index: number, today: Day): ClockEvent | Refusal {
  if (!isRecord(value)) return refuse('这一条不是事件：应当有日期（on）和种类（kind）。');
  const kind = oneOf(EVENT_KINDS, value['kind']);
  if (!kind) return refuse(`不认识的事件种类“${shown(value['kind'])}”。`);
  const on = dayField(value['on']);
  if (!on) return refuse(`日期“${shown(value['on'])}”不是有效日期，请写成 2024-01-05 的样子（不晚于${LAST_YEAR}年）。`);
  if (on > today) return refuse(`日期${on}晚于查看日期${today}，还没有发生。`);
  const id = value['id'] ?? '';
  if (typeof id !== 'string' && typeof id !== 'number') return refuse(`编号（id）“${shown(id)}”不对，请填文字。`);
  const more = particulars(kind, value);
  return isRefusal(more) ? more : { index, on, kind, id: String(id), ...more };
}

/** An event left out, with its kind and date as the file has them. */
export function refusedEvent(value: unknown, index: number, refusal: Refusal): RefusedEvent {
  const e = isRecord(value) ? value : {};
  const text = (v: unknown): string | null => (typeof v === 'string' ? v : null);
  return { event: index, kind: text(e['kind']), on: text(e['on']), why: refusal.refused, basis: refusal.basis };
}

/** A case read from JSON, and the events that do not read or lie after `today`. Refused as a whole without channel, today or events. */
export function readCase(input: unknown): { readonly case: ClockCase; readonly refused: readonly RefusedEvent[] } | Refusal {
  if (!isRecord(input)) return refuse('一件申请应当是一个对象，含 channel、today、events 三项。');
  const channel = oneOf(CHANNELS, input['channel']);
  if (!channel) return refuse(`提交方式（channel）“${shown(input['channel'])}”不对，只能是 ${CHANNELS.join('、')}。`, 'OGIR2019 31');
  const today = typeof input['today'] === 'string' ? dayOfMoment(input['today']) : null;
  if (!today) return refuse(`查看日期（today）“${shown(input['today'])}”不是有效日期，必须填写，如 2024-02-01；系统不取机器的时钟。`);
  const list = input['events'];
  if (!Array.isArray(list) || list.length === 0) return refuse('没有事件（events），无从计算。');
  if (list.length > MOST_EVENTS) return refuse(`一件申请有${list.length}条事件，超过${MOST_EVENTS}条，请核对文件。`);
  const refused: RefusedEvent[] = [];
  const events: ClockEvent[] = [];
  for (const [index, value] of list.entries()) {
    const event = readEvent(value, index, today);
    if (isRefusal(event)) refused.push(refusedEvent(value, index, event));
    else events.push(event);
  }
  events.sort((a, b) => (a.on === b.on ? a.index - b.index : a.on < b.on ? -1 : 1));
  return { case: { channel, today, events }, refused };
}
