import type { Reading } from '#domain/report/model.ts';
import { FORM_2021, type Form, formForYear, formOf } from '#law/forms/index.ts';
import { coreName, type Level, levelOf } from './level.ts';
import { type Passage, passagesOf, type Sentence, sentencesOf } from './passages.ts';
import type { Profile } from './profile.ts';

/** Everything a rule may look at. */
export interface Context {
  readonly reading: Reading;
  /** Last year's report of the same unit, where it is at hand and truly last year's. */
  readonly previous: Reading | null;
  readonly profile: Profile;
  readonly level: Level | null;
  /** The unit's name without 人民政府; empty where the report names none. */
  readonly unit: string;
  /** The edition the report is printed in; the year's where it cannot be told. */
  readonly form: Form;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  /** True where the source leaves out the narrative of a section (of any section, without an argument). */
  partial(section?: number): boolean;
}

/** Gathers what the rules need, once a report. */
export function contextOf(reading: Reading, options: { previous?: Reading | null; profile?: Profile } = {}): Context {
  const { report } = reading;
  const profile = options.profile ?? {};
  const passages = passagesOf(reading);
  const left = report.partial ?? [];
  return {
    reading,
    previous: options.previous && follows(options.previous, reading) ? options.previous : null,
    profile,
    level: profile.level ?? levelOf(report.unit) ?? levelOf(report.signedBy),
    unit: coreName(report.unit ?? report.signedBy ?? ''),
    form: report.form ? formOf(report.form) : ((report.year === null ? null : formForYear(report.year)) ?? FORM_2021),
    passages,
    sentences: passages.flatMap(sentencesOf),
    partial: (section) => (section === undefined ? left.length > 0 : left.includes(section)),
  };
}

/** True where `previous` is the report of the year before. Where a year is not known it is taken at the caller's word. */
export function follows(previous: Reading, reading: Reading): boolean {
  const [a, b] = [previous.report.year, reading.report.year];
  return a === null || b === null || a === b - 1;
}

/** True where （六）其他处理 is printed as one row 3.6, not as three. */
export function hasOneOtherRow(context: Context): boolean {
  const rows = context.reading.report.tables.requests;
  return rows !== null && '3.6' in rows;
}
