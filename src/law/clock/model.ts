import type { Day } from '#lib/day.ts';

/** How an application came (Art. 31). `internet` includes e-mail. */
export const CHANNELS = ['counter', 'registeredPost', 'plainPost', 'internet', 'fax', 'oral'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels on which the day of receipt is that of a confirmation with the applicant (Art. 31(2), (3)). */
export const CONFIRMED_CHANNELS: readonly Channel[] = ['plainPost', 'internet', 'fax'];

export const EVENT_KINDS = [
  'received',
  'confirmed',
  'clarificationSent',
  'corrected',
  'consultationSent',
  'consultationDelivered',
  'opinionReceived',
  'extended',
  'reasonsAsked',
  'delayed',
  'feeNoticeSent',
  'feeNoticeDelivered',
  'paid',
  'withdrawn',
  'answered',
  'closed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** The closings without an answer: uncorrected, unpaid, other. */
export const CLOSING_OUTCOMES = ['3.6.1', '3.6.2', '3.6.3'] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

/** One event of a case that reads well; `index` is its place (from 0) in the file. */
export interface ClockEvent {
  readonly index: number;
  readonly on: Day;
  readonly kind: EventKind;
  /** Joins the three events of one consultation. */
  readonly id: string;
  /** Extension: working days granted. Clarification: working days given for the correction. */
  readonly days?: number;
  /** Delay: the date told to the applicant. Clarification: last day given for the correction. */
  readonly until?: Day;
  /** What silence of the consulted means: Art. 32 the agency decides, Art. 34 consent. */
  readonly silenceMeans?: 'agencyDecides' | 'consent';
  readonly outcome?: ClosingOutcome;
  /** Why a late payment is accepted. */
  readonly reason?: string;
}

/** One case as read: its channel, the day it is looked at, its events by date and, on one day, in the order of the file. */
export interface ClockCase {
  readonly channel: Channel;
  readonly today: Day;
  readonly events: readonly ClockEvent[];
}

export type ClockState =
  | 'awaitingConfirmation'
  | 'running'
  | 'suspended'
  | 'awaitingCorrection'
  | 'awaitingPayment'
  | 'correctionLapsed'
  | 'paymentLapsed'
  | 'answered'
  | 'withdrawn'
  | 'closed';

/** Why a date may still move: an opinion may come earlier, a letter has no delivery date, the data end before it. */
export type Provisional = 'opinionOpen' | 'undelivered' | 'pastCalendar';

/** What a calendar day belongs to. `answer`: the first 20; `extension` and `delay`: beyond them. */
export type Segment = 'awaitingConfirmation' | 'answer' | 'extension' | 'delay' | 'suspended' | 'awaitingCorrection' | 'awaitingPayment';

/** One calendar day of the sheet. `n`: working days counted so far in the count the day belongs to. */
export interface ClockDay {
  readonly date: Day;
  readonly counted: boolean;
  readonly n: number;
  readonly segment: Segment;
  readonly why: string;
  readonly article: string;
}

export type ClockRule = 'CLOCK-CLARIFY-LATE' | 'CLOCK-EXTEND-TWICE' | 'CLOCK-CONFIRM-LATE' | 'CLOCK-OVERDUE';

/** Something that was done, and counts, but not as the law wants it. `event`: place in the file; null where no event is at fault. */
export interface ClockFinding {
  readonly rule: ClockRule;
  readonly event: number | null;
  readonly why: string;
  readonly basis: readonly string[];
}

/** An event left out of the count. `kind` and `on` as the file has them. */
export interface RefusedEvent {
  readonly event: number;
  readonly kind: string | null;
  readonly on: string | null;
  readonly why: string;
  readonly basis: readonly string[];
}

/** The next date on which somebody must act; `on` null where only an event (a delivery, a correction without a set period) can set one. */
export interface NextStep {
  readonly on: Day | null;
  readonly what: string;
}

export interface ClockResult {
  /** Null only while confirmation, correction or payment is awaited or lapsed, or where the case ended so. */
  readonly dueOn: Day | null;
  /** Null once the case has ended. */
  readonly nextOn: NextStep | null;
  readonly state: ClockState;
  /** Answered: on or before the due date. Not answered: false once it is past, else null. */
  readonly inTime: boolean | null;
  readonly provisional: readonly Provisional[];
  readonly days: readonly ClockDay[];
  readonly findings: readonly ClockFinding[];
  readonly refused: readonly RefusedEvent[];
}
