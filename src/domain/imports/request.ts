import type { RegisterRecord } from '#domain/registers/record.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import type { LayoutChoices } from './layout.ts';

/** The page of our templates that explains the columns. */
export const HELP_SHEET = '填写说明';

/** The list of errors we add to the office's sheet; never read back as data. */
export const ERROR_SHEET = '导入问题清单';

/** What an import is asked to do. */
export interface ImportRequest extends LayoutChoices {
  readonly register: RegisterKey;
  readonly agency: string;
  /** One sheet by name; null: every visible sheet whose titles fit. */
  readonly sheet: string | null;
  /** What the registers hold now, void records too: those of the register, and publications where items are imported. */
  readonly existing: readonly RegisterRecord[];
  /** A number that is taken by other content: refuse the line, or change the record. */
  readonly onExisting: 'refuse' | 'update';
  /** Today; only numbers of items without any date hang on it. */
  readonly today: string;
}
