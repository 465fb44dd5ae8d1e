import { CONFIRMED_CHANNELS } from '#law/clock/model.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';
import { caseEvents } from './events.ts';

/** When an application was received, or since when it awaits confirmation. */
export interface Receipt {
  /** The day of receipt (OGIR2019 31); null while awaiting confirmation, or not recorded. */
  readonly on: string | null;
  /** The day an unconfirmed one arrived. */
  readonly awaitingSince: string | null;
  readonly problems: readonly Problem[];
}

/**
 * The day of receipt by the channel (OGIR2019 31): in person the day handed in, signed post the day signed; internet and
 * fax the day both sides confirmed, plain post the day of the confirmation with the applicant. The first receipt: that of a
 * corrected application is another event.
 */
export function receiptOf(record: RegisterRecord): Receipt {
  const events = caseEvents(record);
  const days = (kind: string) => events.flatMap((e) => (e.kind === kind ? [e.on] : [])).sort();
  const arrived = days('received')[0] ?? null;
  const confirmations = days('confirmed');
  const confirmed = confirmations.find((on) => !arrived || on >= arrived) ?? confirmations[0] ?? null;
  const channel = textOf(record, 'channel');
  const needsConfirmation = CONFIRMED_CHANNELS.some((c) => c === channel);
  if (!arrived && !confirmed) {
    return { on: null, awaitingSince: null, problems: [problem('REG-RECEIPT-MISSING', '没有收到日期，没有计数；请补填收到日期。')] };
  }
  if (!needsConfirmation) return { on: arrived ?? confirmed, awaitingSince: null, problems: [] };
  if (!confirmed) {
    const text = `${arrived}到达，尚未与申请人确认，不起算、不计数；确认后以确认之日为收到之日。`;
    return { on: null, awaitingSince: arrived, problems: [problem('REG-AWAITING', text)] };
  }
  if (arrived && confirmed < arrived) {
    const text = `确认日期${confirmed}早于到达日期${arrived}，按未确认处理，没有计数；请核对两个日期。`;
    return { on: null, awaitingSince: arrived, problems: [problem('REG-CONFIRM-EARLY', text)] };
  }
  return { on: confirmed, awaitingSince: null, problems: [] };
}
