import { chineseDate } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import type { ClockEvent } from './model.ts';
import { awaitsCorrection, awaitsPayment, closableUncorrectedFrom, closableUnpaidFrom, type Progress, type Step } from './progress.ts';

/** An answer or a withdrawal ends the case whatever it was waiting for. */
export const ended: Step = (p, e) => {
  p.ended = e;
  return null;
};

function uncorrected(p: Progress, e: ClockEvent): Refusal | null {
  if (!awaitsCorrection(p)) return refuse('没有等待补正，不能以逾期不补正办结。', 'OGIR2019 30');
  const from = closableUncorrectedFrom(p);
  if (from && e.on < from) return refuse(`补正期限尚未届满，最早可于${chineseDate(from)}以逾期不补正办结。`, 'OGIR2019 30');
  return null;
}

function unpaid(p: Progress, e: ClockEvent): Refusal | null {
  if (!awaitsPayment(p)) return refuse('没有等待缴费，不能以逾期不缴费办结。', 'FEE2020 6');
  const from = closableUnpaidFrom(p);
  if (!from) return refuse('收费通知没有登记送达，缴费期限还没有起算，不能以逾期不缴费办结。', 'FEE2020 6');
  if (e.on < from) return refuse(`缴费期限尚未届满，最早可于${chineseDate(from)}以逾期不缴费办结。`, 'FEE2020 6');
  return null;
}

/** 3.6.1 and 3.6.2 need their period to be over; 3.6.3 does not. */
export const closed: Step = (p, e) => {
  const refusal = e.outcome === '3.6.1' ? uncorrected(p, e) : e.outcome === '3.6.2' ? unpaid(p, e) : null;
  if (!refusal) p.ended = e;
  return refusal;
};
