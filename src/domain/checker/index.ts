import type { Reading, Where } from '#domain/report/model.ts';
import { contextOf } from './context.ts';
import { contentRules } from './families/content.ts';
import { dateRules } from './families/dates.ts';
import { editionRules } from './families/editions.ts';
import { headRules } from './families/heads.ts';
import { identityRules } from './families/identities.ts';
import { lawRule } from './families/law.ts';
import { listRule } from './families/lists.ts';
import { localRule } from './families/local.ts';
import { nameRules } from './families/names.ts';
import { partRule } from './families/parts.ts';
import { rateRule } from './families/rates.ts';
import { repeatRule } from './families/repeat.ts';
import { resultRule } from './families/results.ts';
import { roleRules } from './families/roles.ts';
import { siteRule } from './families/site.ts';
import { styleRules } from './families/style.ts';
import { tableRules } from './families/tables.ts';
import { textTableRule } from './families/textTable.ts';
import { textTextRule } from './families/textText.ts';
import { wordingRules } from './families/wording.ts';
import { yearRules } from './families/years.ts';
import type { Finding } from './finding.ts';
import type { Level } from './level.ts';
import type { Profile } from './profile.ts';
import type { Found, Rule } from './rule.ts';
import { applyWaivers, type Waiver } from './waivers.ts';
import { wordsIn } from './words.ts';

export { follows } from './context.ts';
export type { Finding, Severity } from './finding.ts';
export { LEVELS, type Level } from './level.ts';
export type { Profile } from './profile.ts';
export { parseProfile } from './profile.ts';
export type { Rule } from './rule.ts';
export { applyWaivers, parseWaivers, type Waiver, waiverFor } from './waivers.ts';

/** Every rule, in the order of the catalogue: the tables, the text against them, the years, content, names, wording. */
export const rules: readonly Rule[] = [
  ...identityRules,
  ...tableRules,
  ...editionRules,
  textTableRule,
  textTextRule,
  rateRule,
  partRule,
  ...yearRules,
  repeatRule,
  ...contentRules,
  resultRule,
  ...roleRules,
  ...nameRules,
  siteRule,
  ...headRules,
  listRule,
  ...dateRules,
  localRule,
  ...wordingRules,
  ...styleRules,
  lawRule,
];

/** What `check` knows besides the report. */
export interface CheckOptions {
  /** Last year's report of the same unit; one of another year is not used. */
  readonly previous?: Reading | null;
  readonly profile?: Profile;
  /** Shorthand for `profile.level`. */
  readonly level?: Level;
  readonly waivers?: readonly Waiver[];
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.where.section - b.where.section ||
    (a.where.line ?? 0) - (b.where.line ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.where.cell ?? '', b.where.cell ?? '') ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The place with the line of its cell, where the reader knows it: of the cell itself, or of the first known one of its row. */
function withLine(where: Where, cellLines: Readonly<Record<string, number>>): Where {
  const { cell, line, ...rest } = where;
  if (cell === undefined || line !== undefined) return where;
  const own = cellLines[cell] ?? Object.entries(cellLines).find(([key]) => key.startsWith(`${cell}/`))?.[1];
  return own === undefined ? where : { ...rest, line: own, cell };
}

function complete(rule: Rule, found: Found, cellLines: Readonly<Record<string, number>>): Finding {
  const { fix } = found;
  const where = withLine(found.where, cellLines);
  const words = wordsIn(where.quote?.slice(0, 60), found.words ?? found.actual);
  return {
    rule: rule.id,
    severity: found.severity ?? rule.severity,
    message: found.message,
    basis: found.basis ?? rule.basis,
    where: where.quote === undefined ? where : { ...where, quote: where.quote.slice(0, 60) },
    ...(words === undefined || words === where.quote ? {} : { words }),
    ...(fix === undefined ? {} : { fix }),
    ...(found.cells ? { cells: found.cells } : {}),
    ...(found.expected === undefined ? {} : { expected: found.expected }),
    ...(found.actual === undefined ? {} : { actual: found.actual }),
  };
}

/** Two rules that want different values in one cell: which is right is not known, so neither is proposed. */
function withoutRivals(findings: readonly Finding[]): Finding[] {
  const wanted = new Map<string, Set<string>>();
  for (const { where, fix } of findings) {
    if (where.cell === undefined || fix === undefined) continue;
    wanted.set(where.cell, (wanted.get(where.cell) ?? new Set()).add(fix));
  }
  return findings.map((finding) => {
    const { fix: _, ...rest } = finding;
    return (wanted.get(finding.where.cell ?? '')?.size ?? 0) > 1 ? rest : finding;
  });
}

/** A rule speaks of at most this many places of one report; no real one has as many. */
const MOST = 300;

function* take(found: Iterable<Found>): Iterable<Found> {
  let n = 0;
  for (const f of found) {
    if (++n > MOST) return;
    yield f;
  }
}

/** Checks a report against every rule: findings by section, line, rule, cell. The reading is only looked at. */
export function check(reading: Reading, options: CheckOptions = {}): Finding[] {
  const profile: Profile = { ...options.profile, ...(options.level ? { level: options.level } : {}) };
  const context = contextOf(reading, { previous: options.previous ?? null, profile });
  const cellLines = reading.cellLines ?? {};
  const findings = rules.flatMap((rule) => [...take(rule.find(context))].map((found) => complete(rule, found, cellLines))).sort(byPlace);
  return applyWaivers(withoutRivals(findings), options.waivers ?? [], { unit: reading.report.unit, year: reading.report.year });
}
