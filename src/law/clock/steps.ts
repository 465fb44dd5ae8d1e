import { addWorkdaysProvisionally, outsideData } from '#law/calendar/index.ts';
import { TIME_LIMITS } from '#law/timeLimits.ts';
import { chineseDate, type Day } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { type ClockEvent, CONFIRMED_CHANNELS, type EventKind } from './model.ts';
import { awaitsCorrection, awaitsPayment, currentDue, type Progress, payBy, restart, type Step, stop } from './progress.ts';
import { consultationDelivered, consultationSent, opinionReceived } from './stepsConsultation.ts';
import { closed, ended } from './stepsEnd.ts';

/** Refuses a notice that must go out within the time limit (Arts. 30, 33; FEE2020 6): receipt not confirmed, or the due date over. */
function withinLimit(p: Progress, e: ClockEvent, what: string, basis: string): Refusal | null {
  if (!p.receiptOn) return refuse('尚未确认收到申请，期限还没有起算；请先登记与申请人确认的日期。', 'OGIR2019 31');
  const due = currentDue(p);
  if (due && e.on > due) return refuse(`答复期限已于${chineseDate(due)}届满，此后不能再${what}。`, basis);
  return null;
}

/** The date an extension or a delay would move; refused where none is running. */
function dueToMove(p: Progress, e: ClockEvent, what: string, basis: string): Day | Refusal {
  const late = withinLimit(p, e, what, basis);
  if (late) return late;
  const waiting = awaitsCorrection(p) ? '正在等待补正' : '正在等待缴费';
  return currentDue(p) ?? refuse(`${waiting}，答复期限没有在计算，没有可以${what}的期限。`, basis);
}

const received: Step = (p, e) => {
  if (p.received) return refuse(`已于${chineseDate(p.received.on)}登记收到，收到日只有一个。`, 'OGIR2019 31');
  if (e.on < p.calendar.coveredFrom) return outsideData(p.calendar, e.on);
  p.received = e;
  if (CONFIRMED_CHANNELS.includes(p.case.channel)) {
    p.phases.push({ on: e.on, kind: 'awaitingConfirmation' });
    return null;
  }
  p.receiptOn = e.on;
  restart(p, e.on, 'received');
  return null;
};

const confirmed: Step = (p, e) => {
  if (!CONFIRMED_CHANNELS.includes(p.case.channel)) return null;
  if (p.receiptOn) return refuse(`已于${chineseDate(p.receiptOn)}确认收到，不能再次确认。`, 'OGIR2019 31');
  p.receiptOn = e.on;
  if (p.case.channel === 'plainPost' && p.received && e.on > p.received.on) {
    const why = `平常信函${chineseDate(p.received.on)}送达，应当当日与申请人确认，实际${chineseDate(e.on)}确认`;
    p.findings.push({ rule: 'CLOCK-CONFIRM-LATE', event: e.index, why, basis: ['OGIR2019 31(2)'] });
  }
  restart(p, e.on, 'confirmed');
  return null;
};

const clarificationSent: Step = (p, e) => {
  if (p.clarification) return refuse(`已于${chineseDate(p.clarification.sentOn)}告知补正，补正应当一次性告知。`, 'OGIR2019 30');
  const late = withinLimit(p, e, '告知补正', 'OGIR2019 30');
  if (late) return late;
  const until = e.until ?? (e.days ? addWorkdaysProvisionally(p.calendar, e.on, e.days) : null);
  if (until && until < e.on) return refuse(`补正期限的截止日${until}早于告知之日${e.on}。`, 'OGIR2019 30');
  const by = addWorkdaysProvisionally(p.calendar, p.receiptOn ?? e.on, TIME_LIMITS.clarify.length);
  if (e.on > by) {
    const why = `补正告知应当在收到申请之日起7个工作日内（${chineseDate(by)}前）作出，实际${chineseDate(e.on)}发出；期限仍自收到补正之日重新起算`;
    p.findings.push({ rule: 'CLOCK-CLARIFY-LATE', event: e.index, why, basis: ['OGIR2019 30'] });
  }
  p.clarification = { sentOn: e.on, until, correctedOn: null };
  stop(p, e.on, 'awaitingCorrection');
  return null;
};

const corrected: Step = (p, e) => {
  if (!p.clarification) return refuse('没有发出过补正告知，不能登记补正。', 'OGIR2019 30');
  if (p.clarification.correctedOn) return refuse(`已于${chineseDate(p.clarification.correctedOn)}收到补正。`, 'OGIR2019 30');
  p.clarification.correctedOn = e.on;
  restart(p, e.on, 'corrected');
  return null;
};

const extended: Step = (p, e) => {
  const days = e.days ?? 0;
  const cap = TIME_LIMITS.extension.length;
  if (p.granted + days > cap) {
    return refuse(`延长合计不得超过${cap}个工作日，已延长${p.granted}个，不能再延长${days}个。`, 'OGIR2019 33.2');
  }
  const due = dueToMove(p, e, '延长', 'OGIR2019 33.2');
  if (typeof due !== 'string') return due;
  if (p.count) p.count = { start: p.count.start, need: p.count.need + days };
  p.granted += days;
  p.extensions += 1;
  if (p.extensions > 1) {
    const why = `第${p.extensions}次延长答复期限（合计${p.granted}个工作日，未超过${cap}个），一般应一次决定`;
    p.findings.push({ rule: 'CLOCK-EXTEND-TWICE', event: e.index, why, basis: ['OGIR2019 33.2'] });
  }
  return null;
};

const LONGEST_DELAY_YEARS = 5;

const delayed: Step = (p, e) => {
  const due = dueToMove(p, e, '延迟', 'OGIR2019 35');
  if (typeof due !== 'string') return due;
  const until = e.until ?? due;
  if (until < due) return refuse(`延迟到${chineseDate(until)}，早于现有的答复期限${chineseDate(due)}。`, 'OGIR2019 35');
  if (Number(until.slice(0, 4)) > Number(e.on.slice(0, 4)) + LONGEST_DELAY_YEARS) {
    return refuse(`延迟到${chineseDate(until)}，超过${LONGEST_DELAY_YEARS}年，不是合理期限，请核对年份。`, 'OGIR2019 35');
  }
  p.count = { start: until, need: 0 };
  const phase = p.phases.at(-1);
  if (phase) phase.delay = { after: phase.delay?.after ?? due, to: until };
  return null;
};

const feeNoticeSent: Step = (p, e) => {
  if (p.fee) return refuse(`已于${chineseDate(p.fee.sentOn)}发出收费通知。`, 'FEE2020 6');
  const late = withinLimit(p, e, '发出收费通知', 'FEE2020 6');
  if (late) return late;
  p.fee = { sentOn: e.on, deliveredOn: null, paidOn: null };
  stop(p, e.on, awaitsCorrection(p) ? 'awaitingCorrection' : 'awaitingPayment');
  return null;
};

const feeNoticeDelivered: Step = (p, e) => {
  if (!p.fee) return refuse('没有发出过收费通知，不能登记送达。', 'FEE2020 6');
  if (p.fee.deliveredOn) return refuse(`收费通知已于${chineseDate(p.fee.deliveredOn)}送达。`, 'FEE2020 6');
  if (p.fee.paidOn) return refuse(`已于${chineseDate(p.fee.paidOn)}缴费，不能再登记通知送达。`, 'FEE2020 6');
  p.fee.deliveredOn = e.on;
  return null;
};

const paid: Step = (p, e) => {
  if (!p.fee) return refuse('没有发出过收费通知，不能登记缴费。', 'FEE2020 6');
  if (!awaitsPayment(p)) return refuse(`已于${chineseDate(p.fee.paidOn ?? e.on)}缴费。`, 'FEE2020 6');
  const last = payBy(p);
  if (last && e.on > last && !e.reason) {
    return refuse(`缴费期限已于${chineseDate(last)}届满；确需接受逾期缴费的，请写明接受逾期缴费的理由。`, 'FEE2020 6');
  }
  p.fee.paidOn = e.on;
  restart(p, e.on, 'paid');
  return null;
};

const noEffect: Step = () => null;

const STEPS: Readonly<Record<EventKind, Step>> = {
  received,
  confirmed,
  clarificationSent,
  corrected,
  consultationSent,
  consultationDelivered,
  opinionReceived,
  extended,
  reasonsAsked: noEffect,
  delayed,
  feeNoticeSent,
  feeNoticeDelivered,
  paid,
  withdrawn: ended,
  answered: ended,
  closed,
};

const ENDED = { answered: '答复', withdrawn: '撤回', closed: '办结' } as const;

/** Takes one event in its turn; after an answer, a withdrawal or a closing nothing is taken any more (C8). */
export function take(p: Progress, e: ClockEvent): Refusal | null {
  if (!p.received && e.kind !== 'received') return refuse('登记收到申请之前不能有这一事项。', 'OGIR2019 31');
  if (p.ended) {
    const how = ENDED[p.ended.kind as keyof typeof ENDED];
    return refuse(`本件已于${chineseDate(p.ended.on)}${how}，此后的事项不改变期限；记错的请更正原记录。`, 'OGIR2019 33');
  }
  return STEPS[e.kind](p, e);
}
