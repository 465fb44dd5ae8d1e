/** 必须改 · 建议改 · 可不改. */
export type PrecheckSeverity = 'error' | 'warning' | 'info';

/** Where something was found. */
export interface PrecheckPlace {
  readonly part: 'title' | 'summary' | 'body' | 'metadata' | 'attachment';
  /** 1-based paragraph of the body. */
  readonly paragraph?: number;
  /** Around the spot, at most 60 characters; personal data masked. */
  readonly quote?: string;
  /** The attachment's title. */
  readonly attachment?: string;
  /** 工作表“…”第3行, 第2页 … */
  readonly detail?: string;
}

/** One thing the check before publishing says. */
export interface PrecheckFinding {
  readonly rule: string;
  readonly severity: PrecheckSeverity;
  /** In Chinese: what, where, what to do. */
  readonly message: string;
  readonly basis: readonly string[];
  readonly place: PrecheckPlace;
  /** What it could read instead; null where the office must know. */
  readonly suggestion: string | null;
}

const ORDER: readonly PrecheckSeverity[] = ['error', 'warning', 'info'];

/** Findings by severity, then as they were found. */
export function sorted(findings: readonly PrecheckFinding[]): PrecheckFinding[] {
  return [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

const QUOTE = 60;

/** The words around a spot. */
export function quoteAt(text: string, from: number, to: number): string {
  const start = Math.max(0, from - 16);
  return text.slice(start, Math.min(text.length, Math.max(to + 16, start + 32), start + QUOTE)).trim();
}
