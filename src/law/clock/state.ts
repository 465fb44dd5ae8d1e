import { covers } from '#law/calendar/index.ts';
import type { Day } from '#lib/day.ts';
import { type Consultation, deliveryMatters, returnedOn } from './counting.ts';
import type { ClockState, Provisional } from './model.ts';
import { awaitsCorrection, awaitsPayment, type Progress, payBy } from './progress.ts';

const ENDS = { answered: 'answered', withdrawn: 'withdrawn', closed: 'closed' } as const;

/** Consultations that hold the running count back at the end of `today`, the first to return in front. */
export function openConsultations(p: Progress): { readonly consultation: Consultation; readonly returned: Day }[] {
  const { today } = p.case;
  if (!p.count || p.count.need === 0) return [];
  return p.consultations
    .filter((c) => c.effective)
    .map((consultation) => ({ consultation, returned: returnedOn(p.calendar, consultation) }))
    .filter((o) => o.consultation.sentOn <= today && today < o.returned && (p.count?.start ?? today) < o.returned)
    .sort((a, b) => (a.returned < b.returned ? -1 : 1));
}

/** The state of the case at the end of `today`. */
export function stateOf(p: Progress): ClockState {
  const { today } = p.case;
  if (p.ended) return ENDS[p.ended.kind as keyof typeof ENDS];
  if (!p.receiptOn) return 'awaitingConfirmation';
  if (awaitsCorrection(p)) return p.clarification?.until && today > p.clarification.until ? 'correctionLapsed' : 'awaitingCorrection';
  if (awaitsPayment(p)) {
    const last = payBy(p);
    return last && today > last ? 'paymentLapsed' : 'awaitingPayment';
  }
  return openConsultations(p).length > 0 ? 'suspended' : 'running';
}

/** Why the date shown (the due date; without one the next date) may still move, in a fixed order. */
export function provisionalOf(p: Progress, dueOn: Day | null, nextOn: Day | null): Provisional[] {
  const out: Provisional[] = [];
  const count = p.count;
  if (dueOn && count && count.need > 0) {
    const effective = p.consultations.filter((c) => c.effective);
    const opinionOpen = effective.some((c) => {
      const returned = returnedOn(p.calendar, c);
      return c.deliveredOn && !c.opinionOn && p.case.today < returned && returned > count.start;
    });
    const undelivered = effective.some((c) => deliveryMatters(p.calendar, c) && (!c.opinionOn || c.opinionOn > count.start));
    if (opinionOpen && !p.ended) out.push('opinionOpen');
    if (undelivered) out.push('undelivered');
  }
  const shown = [dueOn, dueOn || p.ended ? null : nextOn];
  if (shown.some((d) => d && !covers(p.calendar, d))) out.push('pastCalendar');
  return out;
}
