import { chineseDate, type Day } from '#lib/day.ts';
import { refuse } from '#lib/result.ts';
import type { ClockEvent, EventKind } from './model.ts';
import { currentDue, type Progress, type Step } from './progress.ts';

/** The date recorded later for the same consultation: whether the clock stood still is a fact of then, not of when it was learnt. */
function recordedLater(p: Progress, e: ClockEvent, kind: EventKind): Day | null {
  const later = p.case.events.slice(p.case.events.indexOf(e) + 1);
  return later.find((x) => x.kind === kind && x.id === e.id && (p.foreknown?.has(x.index) ?? true))?.on ?? null;
}

export const consultationSent: Step = (p, e) => {
  const known = p.consultations.find((c) => c.id === e.id);
  if (known) return refuse(`编号“${e.id}”的征求意见书已于${chineseDate(known.sentOn)}发出；另一次征求请用另一个编号。`, 'OGIR2019 32');
  const due = currentDue(p);
  p.consultations.push({
    id: e.id,
    sentOn: e.on,
    silenceMeans: e.silenceMeans ?? 'agencyDecides',
    deliveredOn: recordedLater(p, e, 'consultationDelivered'),
    opinionOn: recordedLater(p, e, 'opinionReceived'),
    effective: due === null || e.on < due,
    taken: { delivered: false, opinion: false },
  });
  return null;
};

export const consultationDelivered: Step = (p, e) => {
  const c = p.consultations.find((x) => x.id === e.id);
  if (!c) return refuse(`没有发出过编号“${e.id}”的征求意见书，不能登记送达。`, 'OGIR2019 32');
  if (c.taken.delivered) return refuse(`编号“${e.id}”的征求意见书已登记送达。`, 'OGIR2019 32');
  c.taken.delivered = true;
  c.deliveredOn = e.on;
  return null;
};

export const opinionReceived: Step = (p, e) => {
  const c = p.consultations.find((x) => x.id === e.id);
  if (!c) return refuse(`没有发出过编号“${e.id}”的征求意见书，不能登记意见。`, 'OGIR2019 32');
  if (c.taken.opinion) return refuse(`编号“${e.id}”的意见已经登记。`, 'OGIR2019 32');
  c.taken.opinion = true;
  c.opinionOn = e.on;
  return null;
};
