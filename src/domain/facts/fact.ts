import type { RegisterKey } from '#domain/registers/register.ts';

/** What a fact counts. A new kind is a new line here, its facts in `factsOf`, its cells in the predicates. */
export type FactKind =
  | 'request.received'
  | 'request.outcome'
  | 'request.opening'
  | 'normative.issued'
  | 'normative.ended'
  | 'normative.opening'
  | 'item.published'
  | 'publication.made'
  | 'administrative.licences'
  | 'administrative.penalties'
  | 'administrative.coercion'
  | 'administrative.fees'
  | 'remedy.filed'
  | 'remedy.decided'
  | 'remedy.opening'
  | 'ticket.received'
  | 'ticket.due'
  | 'ticket.closed'
  | 'ticket.settled'
  | 'activity.held'
  | 'processingFee.noticed'
  | 'processingFee.noticedFen'
  | 'processingFee.paidFen';

/**
 * The countable shadow of one record. Never typed by hand; rebuilt from the registers at any time. A correction is a
 * reversal (`reverses`, negative quantity) and a new fact. Holds no personal data.
 */
export interface Fact {
  /** The reporting organ it counts for (an internal unit's records count in its organ). */
  readonly agency: string;
  readonly kind: FactKind;
  /** Applicant kind, form row, channel … by name; values are codes of the form, never free text. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The legal date. */
  readonly happenedOn: string;
  /** Whole number; money in fen. */
  readonly quantity: number;
  readonly register: RegisterKey;
  /** The agency that keeps the record: the organ itself or an internal unit of it. */
  readonly unit: string;
  readonly record: string;
  readonly version: number;
  /** When the office knew: the record's, or the legal date where that is the later one. */
  readonly recordedAt: string;
  /** Set on a reversal: the version whose fact it takes back. */
  readonly reverses?: number;
}
