import type { FactContext } from '../facts/context.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/make.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function receivedOn(ticket: RegisterRecord): string | null {
  return textOf(ticket, 'receivedOn');
}

/** The close of a ticket, unless it lies before the receipt. */
function closedOn(ticket: RegisterRecord): string | null {
  const closed = textOf(ticket, 'closedOn');
  const received = receivedOn(ticket);
  return closed && (!received || closed >= received) ? closed : null;
}

/**
 * The facts of a ticket. `ticket.due`: on its time limit, with whether it was closed by then. `ticket.settled`: the later of
 * time limit and close, so that due − settled up to a date is what was overdue and open on it.
 */
export function ticketFacts(ticket: RegisterRecord, ctx: FactContext): Fact[] {
  const received = receivedOn(ticket);
  const closed = closedOn(ticket);
  const due = textOf(ticket, 'dueOn');
  const start = received ?? closed ?? due;
  const organ = ticket.void || !start ? null : ctx.organOf(ticket.agency, start);
  if (!organ) return [];
  const facts: Fact[] = [];
  const inTime = closed && due ? (closed <= due ? 'yes' : 'no') : null;
  if (received) facts.push(factOf(ticket, organ, 'ticket.received', received));
  if (closed) facts.push(factOf(ticket, organ, 'ticket.closed', closed, { inTime: inTime ?? 'unknown' }));
  if (due) facts.push(factOf(ticket, organ, 'ticket.due', due, { inTime: inTime ?? 'no' }));
  if (due && closed) facts.push(factOf(ticket, organ, 'ticket.settled', later(due, closed)));
  return facts;
}

/** A ticket without a day of receipt, or closed before it. */
export function ticketProblems(ticket: RegisterRecord): Problem[] {
  if (ticket.void) return [];
  const received = receivedOn(ticket);
  const closed = textOf(ticket, 'closedOn');
  if (!received) return [problem('REG-TICKET-DATE', '没有派单日期，收到件数没有计入；请补填。')];
  if (closed && closed < received) return [problem('REG-TICKET-DATE', `办结日期${closed}早于派单日期${received}，按未办结计；请核对。`)];
  return [];
}
