import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import type { Finding, Severity } from '#domain/checker/index.ts';

/** The severities, gravest first. */
export const SEVERITIES = Object.keys(SEVERITY_NAMES) as Severity[];

/** The colour of a severity's chip. */
export const TONES: Readonly<Record<Severity, string>> = { error: 'red', warning: 'ochre', info: 'grey' };

/** How many findings of a severity nobody has decided to leave. */
export function openOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((f) => f.severity === severity && !f.waived).length;
}

/** 必须改 3 · 建议改 1 · 读不准 2; 没有发现问题. @param doubts rows and cells read in several ways */
export function countsText(findings: readonly Finding[], doubts: number): string {
  const parts = SEVERITIES.flatMap((s) => (openOf(findings, s) > 0 ? [`${SEVERITY_NAMES[s]} ${openOf(findings, s)}`] : []));
  if (doubts > 0) parts.push(`读不准 ${doubts}`);
  return parts.join(' · ') || '没有发现问题';
}
