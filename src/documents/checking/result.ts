import type { Finding } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';

/** A report that was read, with what the rules say. */
export interface Checked {
  readonly file: string;
  readonly readable: true;
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  /** The file of last year's report it was compared with. */
  readonly previousFile?: string;
}

/** A file that could not be read, with the reason. */
export interface Unread {
  readonly file: string;
  readonly readable: false;
  readonly why: string;
  readonly message: string;
}

export type Result = Checked | Unread;

/** The results as the contract prints them. */
export function asJson(results: readonly Result[]): unknown[] {
  return results.map((r) => {
    if (!r.readable) return { file: r.file, readable: false, why: r.why, message: r.message };
    return {
      file: r.file,
      readable: true,
      report: r.reading.report,
      doubts: r.reading.doubts,
      findings: r.findings,
      ...(r.previousFile ? { previous: r.previousFile } : {}),
    };
  });
}

/** 2 some file unreadable, 1 an error nobody waived, else 0. */
export function exitCode(results: readonly Result[]): number {
  if (results.some((r) => !r.readable)) return 2;
  return results.some((r) => r.readable && r.findings.some((f) => f.severity === 'error' && !f.waived)) ? 1 : 0;
}
