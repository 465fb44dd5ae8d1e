import { addWorkdaysProvisionally } from '#law/calendar/index.ts';
import { chineseDate, type Day } from '#lib/day.ts';
import type { ClockState, NextStep } from './model.ts';
import { closableUnpaidFrom, type Progress, payBy } from './progress.ts';
import { openConsultations } from './state.ts';

function confirmation(p: Progress): NextStep {
  const on = p.received?.on ?? p.case.today;
  if (p.case.channel === 'plainPost') return { on, what: '与申请人确认收到申请（平常信函应当当日确认）' };
  return { on: addWorkdaysProvisionally(p.calendar, on, 1), what: '与申请人确认收到申请，以双方确认之日为收到之日' };
}

/** The office acts on working days: the first one after a period that is over. */
function firstWorkdayAfter(p: Progress, end: Day | null): Day | null {
  return end && addWorkdaysProvisionally(p.calendar, end, 1);
}

function correction(p: Progress): NextStep {
  const until = p.clarification?.until ?? null;
  return { on: until, what: until ? '申请人补正期限届满' : '等待申请人补正（补正告知的期限没有登记，请在“登记内容”的“补正期限至”补登）' };
}

function payment(p: Progress): NextStep {
  const on = payBy(p);
  return { on, what: on ? '申请人缴费期限届满' : '登记收费通知的送达日期，缴费期限自送达次日起算' };
}

function suspension(p: Progress, dueOn: Day | null): NextStep {
  const open = openConsultations(p)[0];
  if (!open) return { on: dueOn, what: '答复申请人' };
  const silence = open.consultation.silenceMeans === 'consent' ? '未提出意见的视为同意公开' : '未提出意见的由本机关决定是否公开';
  if (!open.consultation.deliveredOn)
    return { on: open.returned, what: `登记征求意见书的送达日期；暂按发出之日送达计，至此期满，${silence}` };
  return { on: open.returned, what: `征求意见期限届满，${silence}` };
}

/** The next date on which somebody must act, and what is to be done; null once the case has ended. */
export function nextStep(p: Progress, state: ClockState, dueOn: Day | null): NextStep | null {
  switch (state) {
    case 'answered':
    case 'withdrawn':
    case 'closed':
      return null;
    case 'awaitingConfirmation':
      return confirmation(p);
    case 'awaitingCorrection':
      return correction(p);
    case 'correctionLapsed':
      return { on: firstWorkdayAfter(p, p.clarification?.until ?? null), what: '逾期未补正：可以不再处理并办结登记（3.6.1）' };
    case 'awaitingPayment':
      return payment(p);
    case 'paymentLapsed':
      return { on: closableUnpaidFrom(p), what: '逾期未缴费：可以不再处理并办结登记（3.6.2）' };
    case 'suspended':
      return suspension(p, dueOn);
    case 'running': {
      const late = dueOn !== null && p.case.today > dueOn;
      return { on: dueOn, what: late ? `答复期限已于${chineseDate(dueOn)}届满，应当立即答复` : '答复申请人' };
    }
  }
}
