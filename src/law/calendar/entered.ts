import { type Day, eachDay, parseDay, weekday, yearOf } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { HolidayYear, OffDays } from './year.ts';

/** A year's notice as an administrator types it in; it counts only once a second person has confirmed it. */
export interface EnteredYear {
  readonly year: number;
  /** 文号, as printed on the notice. */
  readonly notice: string;
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly work: readonly string[];
  readonly enteredBy: string;
  readonly confirmedBy: string | null;
}

function dayOfNotice(text: string, year: number): Day | Refusal {
  const d = parseDay(text);
  if (!d) return refuse(`“${text}”不是有效日期，请按“年-月-日”填写，如 ${year}-01-01。`, 'LOCAL');
  const december = yearOf(d) === year - 1 && d.slice(5, 7) === '12';
  if (yearOf(d) !== year && !december) return refuse(`${text}不属于${year}年（也不是上一年十二月），请核对。`, 'LOCAL');
  return d;
}

function offDays(entered: EnteredYear): OffDays[] | Refusal {
  const out: OffDays[] = [];
  for (const o of entered.off) {
    const from = dayOfNotice(o.from, entered.year);
    if (isRefusal(from)) return from;
    const to = dayOfNotice(o.to, entered.year);
    if (isRefusal(to)) return to;
    if (to < from) return refuse(`“${o.name}”放假的止日${to}早于起日${from}，请核对。`, 'LOCAL');
    out.push({ name: o.name, from, to });
  }
  return out;
}

function workDays(entered: EnteredYear): Day[] | Refusal {
  const out: Day[] = [];
  for (const text of entered.work) {
    const d = dayOfNotice(text, entered.year);
    if (isRefusal(d)) return d;
    if (weekday(d) <= 5) return refuse(`调休上班日${d}不是星期六或星期日，请核对通知。`, 'LOCAL');
    out.push(d);
  }
  return out;
}

/**
 * Turns an administrator's entry into a calendar year. Refused: no notice number, no day off at all, an impossible date,
 * a day both off and worked, not confirmed, or confirmed by the person who entered it.
 */
export function acceptEntered(entered: EnteredYear): HolidayYear | Refusal {
  if (!Number.isInteger(entered.year) || entered.year < 2000 || entered.year > 2199) return refuse(`年份“${entered.year}”不对。`, 'LOCAL');
  if (!entered.notice.trim()) return refuse(`请填写${entered.year}年放假通知的文号。`, 'LOCAL');
  const off = offDays(entered);
  if (isRefusal(off)) return off;
  const work = workDays(entered);
  if (isRefusal(work)) return work;
  if (off.length === 0) return refuse(`${entered.year}年的放假日一个也没有填写，请照通知填写。`, 'LOCAL');
  const both = off.flatMap((o) => [...eachDay(o.from, o.to)]).find((d) => work.includes(d));
  if (both) return refuse(`${both}既填为放假又填为上班，请核对。`, 'LOCAL');
  if (!entered.confirmedBy?.trim()) return refuse(`${entered.year}年的放假安排尚未经第二人核对确认，不能用于计算期限。`, 'LOCAL');
  if (entered.confirmedBy === entered.enteredBy) return refuse(`${entered.year}年的放假安排须由录入人以外的人核对确认。`, 'LOCAL');
  return { year: entered.year, basis: `HOLIDAY${entered.year}`, notice: entered.notice, verified: 'entered', off, work };
}
