import { FORM_2019 } from './2019.ts';
import { FORM_2021 } from './2021.ts';
import type { Form } from './form.ts';

export * from './cells.ts';
export * from './form.ts';
export * from './identities.ts';
export { FORM_2019, FORM_2021 };

/** Every edition of the annual report's form, oldest first. A new edition is a new file and one entry here. */
export const FORMS: readonly Form[] = [FORM_2019, FORM_2021];

/** The edition a report of `year` must use; null for a year no edition covers. */
export function formForYear(year: number): Form | null {
  return FORMS.find((f) => year >= f.years[0] && (f.years[1] === null || year <= f.years[1])) ?? null;
}

/** An edition by its name. */
export function formOf(edition: Form['edition']): Form {
  const found = FORMS.find((f) => f.edition === edition);
  if (!found) throw new Error(`no form edition ${edition}`);
  return found;
}
