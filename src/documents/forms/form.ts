import { chineseDate, parseDay } from '#lib/day.ts';

/** One line of a printed form: a label and what is filled in, or several side by side. */
export interface FormCell {
  readonly label: string;
  readonly value: string;
}

/** A row of a form. `tall`: room to write by hand, in millimetres; `boxes`: choices to tick. */
export type FormRow =
  | { readonly kind: 'cells'; readonly cells: readonly FormCell[]; readonly tall?: number }
  | { readonly kind: 'text'; readonly label: string; readonly value: string; readonly tall: number }
  | {
      readonly kind: 'boxes';
      readonly label: string;
      readonly boxes: readonly { readonly text: string; readonly ticked: boolean }[];
      readonly note: string;
    }
  | {
      readonly kind: 'opinion';
      readonly label: string;
      readonly value: string;
      readonly signed: string;
      readonly on: string;
      readonly tall: number;
    };

/** A table inside a form: the lines of a 移交清单. */
export interface FormList {
  readonly head: readonly string[];
  /** Relative widths. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** A form to be printed, filled in as far as it is known, and signed by hand. */
export interface PrintedForm {
  readonly title: string;
  readonly number: string;
  readonly unit: string;
  /** YYYY-MM-DD. */
  readonly printedOn: string;
  readonly rows: readonly FormRow[];
  readonly list: FormList | null;
  readonly notes: readonly string[];
}

/** The day a form is printed, as it stands at its foot. */
export function printedDate(form: PrintedForm): string {
  const day = parseDay(form.printedOn);
  return day ? chineseDate(day) : form.printedOn;
}

/** Notes as they are printed: one as a note, several numbered. */
export function notesOf({ notes }: PrintedForm): string[] {
  return notes.map((n, i) => (notes.length > 1 ? `${i + 1}. ${n}` : `注：${n}`));
}
