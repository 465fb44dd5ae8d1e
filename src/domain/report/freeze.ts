import type { HolidayYear } from '#law/calendar/index.ts';
import type { Form } from '#law/forms/index.ts';
import type { ReportDocument } from './document.ts';
import type { Override } from './ports.ts';

/** What a submitted report was at that moment: nothing in it is ever counted again. */
export interface FrozenReport {
  readonly document: ReportDocument;
  /** Figures of the text by key. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** The instant up to which records were known, ISO. */
  readonly asOf: string;
  readonly form: Form['edition'];
  /** The notices the calendar consisted of. */
  readonly calendar: readonly Pick<HolidayYear, 'year' | 'notice' | 'verified'>[];
  /** What each cell counted, in the words of the form at that time. */
  readonly definitions: Readonly<Record<string, string>>;
  readonly overrides: readonly Override[];
  /** How the two-person rule was met. */
  readonly approval:
    | { readonly kind: 'system'; readonly by: string; readonly on: string }
    | { readonly kind: 'paper'; readonly by: string; readonly on: string; readonly evidence: string | null; readonly enteredBy: string }
    | { readonly kind: 'override'; readonly reason: string; readonly by: string };
}
