import chineseDays from 'chinese-days';

/**
 * The clock counted the slow way: one calendar day after another, with its own dates and its own working days,
 * written from the words of the law. It shares no code with the product.
 */

export interface WalkEvent {
  on: string;
  kind: string;
  id?: string;
  days?: number;
  until?: string;
  outcome?: string;
  reason?: string;
}

export interface Walk {
  dueOn: string | null;
  state: string;
  inTime: boolean | null;
  refused: number[];
  rules: string[];
  provisional: string[];
  /** Dates counted towards the answer in the last count. */
  counted: string[];
}

const next = (d: string): string => new Date(Date.parse(`${d}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function works(d: string): boolean {
  if (d <= '2026-12-31') return chineseDays.isWorkday(d);
  const w = new Date(`${d}T12:00:00Z`).getUTCDay();
  return w !== 0 && w !== 6;
}

function after(d: string, n: number): string {
  let at = d;
  for (let k = 0; k < n; ) {
    at = next(at);
    if (works(at)) k++;
  }
  return at;
}

interface Asked {
  id: string;
  sent: string;
  delivered: string | null;
  opinion: string | null;
  counts: boolean;
  seenDelivered: boolean;
  seenOpinion: boolean;
}

const back = (a: Asked): string => {
  const end = after(a.delivered ?? a.sent, 15);
  return a.opinion !== null && a.opinion < end ? a.opinion : end;
};

/** The running count: from `zero` on, `n` of `need` counted. */
interface Running {
  zero: string;
  n: number;
  need: number;
  reached: string | null;
  counted: string[];
}

function tick(r: Running, asked: Asked[], d: string): void {
  if (r.reached !== null) return;
  const still = asked.some((a) => a.counts && a.sent < d && d <= back(a));
  if (d > r.zero && works(d) && !still) {
    r.n++;
    r.counted.push(d);
  }
  if (d >= r.zero && r.n >= r.need) r.reached = d;
}

function project(r: Running, asked: Asked[], from: string): string {
  const copy = { ...r, counted: [...r.counted] };
  for (let d = from; copy.reached === null; d = next(d)) if (d > from) tick(copy, asked, d);
  return copy.reached;
}

interface Round extends Walk {
  taken: string;
  takenSet: Set<number>;
}

function walkOnce(channel: string, today: string, events: WalkEvent[], willBeTaken: Set<number> | null): Round {
  const queue = events.map((e, i) => ({ ...e, i })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.i - b.i));
  const mutual = ['plainPost', 'internet', 'fax'].includes(channel);
  const refused: number[] = [];
  const rules: string[] = [];
  const takenSet = new Set<number>();
  const asked: Asked[] = [];
  let received = null as string | null;
  let zeroOfLaw: string | null = null;
  let run: Running | null = null;
  let clar: { sent: string; until: string | null; done: boolean } | null = null;
  let fee: { delivered: string | null; done: boolean } | null = null;
  let used = 0;
  let notices = 0;
  let end: { kind: string; on: string } | null = null;

  const begin = (d: string): void => {
    const waits = (clar && !clar.done) || (fee && !fee.done);
    if (!waits) run = { zero: d, n: 0, need: 20, reached: null, counted: [] };
  };
  const later = (e: WalkEvent & { i: number }, kind: string): string | null => {
    const rest = queue.slice(queue.findIndex((x) => x.i === e.i) + 1);
    return rest.find((x) => x.kind === kind && (x.id ?? '') === (e.id ?? '') && (willBeTaken === null || willBeTaken.has(x.i)))?.on ?? null;
  };
  const overBefore = (d: string): boolean => run !== null && run.reached !== null && run.reached < d;

  const accept = (e: WalkEvent & { i: number }, d: string): boolean => {
    if (d > today || end) return false;
    if (e.kind === 'received') {
      if (received) return false;
      received = d;
      if (!mutual) {
        zeroOfLaw = d;
        begin(d);
      }
      return true;
    }
    if (!received) return false;
    const mine = asked.find((a) => a.id === (e.id ?? ''));
    switch (e.kind) {
      case 'confirmed':
        if (!mutual) return true;
        if (zeroOfLaw) return false;
        zeroOfLaw = d;
        if (channel === 'plainPost' && d > received) rules.push('CLOCK-CONFIRM-LATE');
        begin(d);
        return true;
      case 'clarificationSent': {
        if (clar || !zeroOfLaw || overBefore(d)) return false;
        const until = e.until ?? (e.days ? after(d, e.days) : null);
        if (until !== null && until < d) return false;
        if (d > after(zeroOfLaw, 7)) rules.push('CLOCK-CLARIFY-LATE');
        clar = { sent: d, until, done: false };
        run = null;
        return true;
      }
      case 'corrected':
        if (!clar || clar.done) return false;
        clar.done = true;
        begin(d);
        return true;
      case 'consultationSent':
        if (mine) return false;
        asked.push({
          id: e.id ?? '',
          sent: d,
          delivered: later(e, 'consultationDelivered'),
          opinion: later(e, 'opinionReceived'),
          counts: run === null || run.reached === null,
          seenDelivered: false,
          seenOpinion: false,
        });
        return true;
      case 'consultationDelivered':
        if (!mine || mine.seenDelivered) return false;
        mine.seenDelivered = true;
        mine.delivered = d;
        takenSet.add(e.i);
        return true;
      case 'opinionReceived':
        if (!mine || mine.seenOpinion) return false;
        mine.seenOpinion = true;
        mine.opinion = d;
        takenSet.add(e.i);
        return true;
      case 'extended':
        if (!run || overBefore(d) || used + (e.days ?? 0) > 20) return false;
        run.need += e.days ?? 0;
        run.reached = null;
        used += e.days ?? 0;
        notices++;
        if (notices > 1) rules.push('CLOCK-EXTEND-TWICE');
        return true;
      case 'reasonsAsked':
        return true;
      case 'delayed': {
        if (!run || overBefore(d) || !e.until) return false;
        if (e.until < (run.reached ?? project(run, asked, d))) return false;
        run = { zero: e.until, n: 0, need: 0, reached: e.until === d ? d : null, counted: run.counted };
        return true;
      }
      case 'feeNoticeSent':
        if (fee || !zeroOfLaw || overBefore(d)) return false;
        fee = { delivered: null, done: false };
        run = null;
        return true;
      case 'feeNoticeDelivered':
        if (!fee || fee.delivered || fee.done) return false;
        fee.delivered = d;
        return true;
      case 'paid':
        if (!fee || fee.done) return false;
        if (fee.delivered && d > after(fee.delivered, 20) && !e.reason) return false;
        fee.done = true;
        begin(d);
        return true;
      case 'closed':
        if (e.outcome === '3.6.1' && (!clar || clar.done || (clar.until !== null && d <= clar.until))) return false;
        if (e.outcome === '3.6.2' && (!fee || fee.done || !fee.delivered || d < after(after(fee.delivered, 20), 1))) return false;
        end = { kind: 'closed', on: d };
        return true;
      default:
        end = { kind: e.kind, on: d };
        return true;
    }
  };

  const first = queue[0]?.on ?? today;
  for (let d = first; d <= today || (run !== null && (run as Running).reached === null); d = next(d)) {
    if (run) tick(run, asked, d);
    for (const e of queue) if (e.on === d && !accept(e, d)) refused.push(e.i);
  }
  for (const e of queue) if (e.on > today && !refused.includes(e.i)) refused.push(e.i);

  const count = run as Running | null;
  const over = end as { kind: string; on: string } | null;
  const dueOn = count?.reached ?? null;
  const c = clar as { until: string | null; done: boolean } | null;
  const f = fee as { delivered: string | null; done: boolean } | null;
  const holding = asked.filter((a) => a.counts && count !== null && count.need > 0 && back(a) > count.zero);
  const waits = holding.some((a) => a.sent <= today && today < back(a));
  const lapsed = f?.delivered ? today > after(f.delivered, 20) : false;
  let state = waits ? 'suspended' : 'running';
  if (f && !f.done) state = lapsed ? 'paymentLapsed' : 'awaitingPayment';
  if (c && !c.done) state = c.until !== null && today > c.until ? 'correctionLapsed' : 'awaitingCorrection';
  if (!zeroOfLaw) state = 'awaitingConfirmation';
  if (over) state = over.kind;

  let inTime: boolean | null = null;
  if (over?.kind === 'answered') inTime = dueOn === null || over.on <= dueOn;
  else if (dueOn !== null && (over ? over.on : today) > dueOn) inTime = false;
  if (dueOn !== null && inTime === false) rules.push('CLOCK-OVERDUE');
  if (channel === 'plainPost' && received && !zeroOfLaw && !over && today > received) rules.push('CLOCK-CONFIRM-LATE');

  const provisional: string[] = [];
  if (!over && holding.some((a) => a.delivered && !a.opinion && back(a) > today)) provisional.push('opinionOpen');
  const unknown = asked.filter((a) => a.counts && count !== null && count.need > 0 && !a.delivered);
  const open = unknown.filter((a) => !a.opinion || (a.opinion > count!.zero && a.opinion > after(a.sent, 15)));
  if (open.length > 0) provisional.push('undelivered');
  const payEnd = f?.delivered ? after(f.delivered, 20) : null;
  const shown: Record<string, string | null> = {
    awaitingConfirmation: received && (channel === 'plainPost' ? received : after(received, 1)),
    awaitingCorrection: c?.until ?? null,
    correctionLapsed: c?.until ? next(c.until) : null,
    awaitingPayment: payEnd,
    paymentLapsed: payEnd && after(payEnd, 1),
  };
  if ((dueOn ?? shown[state] ?? '') > '2026-12-31') provisional.push('pastCalendar');

  refused.sort((a, b) => a - b);
  const counted = count ? count.counted : [];
  return { dueOn, state, inTime, refused, rules: rules.sort(), provisional, counted, taken: [...takenSet].sort().join(), takenSet };
}

/** Walks a case; null where no receipt can be counted. */
export function walk(channel: string, today: string, events: WalkEvent[]): Walk | null {
  let round = walkOnce(channel, today, events, null);
  for (let k = 0; k < 6; k++) {
    const again = walkOnce(channel, today, events, round.takenSet);
    const settled = again.taken === round.taken;
    round = again;
    if (settled) break;
  }
  const { taken: _taken, takenSet: _set, ...walked } = round;
  const receipts = events.filter((e, i) => e.kind === 'received' && !walked.refused.includes(i));
  return receipts.length === 0 ? null : walked;
}
