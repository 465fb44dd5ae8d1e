import type { Finding } from './finding.ts';

/** A finding that a person has decided to leave as it is: the finding's own fields, and why, and by whom. */
export interface Waiver {
  readonly rule: string;
  /** Restrict it to a unit's report, or to a year's, where one file of waivers serves many reports. */
  readonly unit?: string;
  readonly year?: number;
  readonly cell?: string;
  readonly section?: number;
  readonly quote?: string;
  /** As in the finding; a finding with values is covered only by a waiver with the same. */
  readonly expected?: number | string | null;
  readonly actual?: number | string | null;
  readonly reason: string;
  readonly by: string;
  readonly on?: string;
}

/** The report a finding belongs to. */
export interface Subject {
  readonly unit: string | null;
  readonly year: number | null;
}

function same(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null);
}

/**
 * True where a waiver covers a finding: same rule, same place, same compared values. The place is the cell, else the section;
 * line numbers and wording around it may change. The quote decides only where a finding compares no values.
 */
export function covers(waiver: Waiver, finding: Finding, subject: Subject): boolean {
  if (waiver.rule !== finding.rule) return false;
  if (waiver.unit !== undefined && waiver.unit !== subject.unit) return false;
  if (waiver.year !== undefined && waiver.year !== subject.year) return false;
  if (!same(waiver.cell, finding.where.cell)) return false;
  if (!same(waiver.expected, finding.expected) || !same(waiver.actual, finding.actual)) return false;
  if (finding.where.cell === undefined && waiver.section !== undefined && waiver.section !== finding.where.section) return false;
  const valued = finding.expected !== undefined || finding.actual !== undefined;
  return valued || waiver.quote === undefined || waiver.quote === finding.where.quote;
}

/** Marks the findings that a waiver covers; they stay listed. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], subject: Subject): Finding[] {
  return findings.map((finding) => {
    const waiver = waivers.find((w) => covers(w, finding, subject));
    if (!waiver) return finding;
    return { ...finding, waived: { reason: waiver.reason, by: waiver.by, ...(waiver.on ? { on: waiver.on } : {}) } };
  });
}

/** The waiver that a person makes of a finding. */
export function waiverFor(finding: Finding, subject: Subject, reason: string, by: string, on?: string): Waiver {
  const { cell, section, quote } = finding.where;
  return {
    rule: finding.rule,
    ...(subject.unit === null ? {} : { unit: subject.unit }),
    ...(subject.year === null ? {} : { year: subject.year }),
    ...(cell === undefined ? { section } : { cell }),
    ...(quote === undefined ? {} : { quote }),
    ...(finding.expected === undefined ? {} : { expected: finding.expected }),
    ...(finding.actual === undefined ? {} : { actual: finding.actual }),
    reason,
    by,
    ...(on ? { on } : {}),
  };
}

/** Waivers of a parsed JSON file: an array, each entry's place flat or under `where` as in a finding. Returns the Chinese complaint where it is none. */
export function parseWaivers(value: unknown): Waiver[] | string {
  if (!Array.isArray(value)) return '豁免文件应是一个JSON数组。';
  const out: Waiver[] = [];
  for (const [i, entry] of value.entries()) {
    if (typeof entry !== 'object' || entry === null) return `第${i + 1}条豁免不是对象。`;
    const e = entry as Record<string, unknown>;
    const where = (typeof e['where'] === 'object' && e['where'] !== null ? e['where'] : {}) as Record<string, unknown>;
    const { rule, reason, by } = e;
    if (typeof rule !== 'string' || typeof reason !== 'string' || typeof by !== 'string' || !rule || !reason.trim() || !by.trim())
      return `第${i + 1}条豁免缺少 rule（规则编号）、reason（理由）或 by（姓名）。`;
    const pick = { ...where, ...e };
    out.push({
      rule,
      reason,
      by,
      ...(typeof pick['unit'] === 'string' ? { unit: pick['unit'] } : {}),
      ...(typeof pick['year'] === 'number' ? { year: pick['year'] } : {}),
      ...(typeof pick['cell'] === 'string' ? { cell: pick['cell'] } : {}),
      ...(typeof pick['section'] === 'number' ? { section: pick['section'] } : {}),
      ...(typeof pick['quote'] === 'string' ? { quote: pick['quote'] } : {}),
      ...(isValue(pick['expected']) ? { expected: pick['expected'] } : {}),
      ...(isValue(pick['actual']) ? { actual: pick['actual'] } : {}),
      ...(typeof pick['on'] === 'string' ? { on: pick['on'] } : {}),
    });
  }
  return out;
}

function isValue(v: unknown): v is number | string | null {
  return v === null || typeof v === 'number' || typeof v === 'string';
}
