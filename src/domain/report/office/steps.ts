import { type Refusal, refuse } from '#lib/result.ts';
import { may, type Verb, type Viewer } from '../../people/policy.ts';
import type { ReportVersion } from '../ports.ts';

/** What the one who looks at a year's report may do with it as it stands. */
export interface ReportSteps {
  readonly draft: boolean;
  readonly declare: boolean;
  readonly waive: boolean;
  readonly overrule: boolean;
  readonly approve: boolean;
  /** A first version, also after a return; a corrected one where a version stands. Null: neither is this person's to submit. */
  readonly submit: 'first' | 'corrected' | null;
  /** The version that can be put on the public page. */
  readonly publish: number | null;
  /** The version the county can send back. */
  readonly giveBack: number | null;
  /** A dated note on the version that stands. */
  readonly note: boolean;
}

/** The latest version the county has not sent back: what counts as the year's report. */
export function standing(versions: readonly ReportVersion[]): ReportVersion | null {
  return versions.findLast((v) => v.status !== 'returned') ?? null;
}

/** Null where a version waits for what is asked: only the latest, and only while it is neither public nor sent back. */
export function notWaiting(versions: readonly ReportVersion[], version: number): Refusal | null {
  const latest = versions.at(-1);
  if (latest?.version !== version) return refuse('只能公布最新的一版，请刷新。');
  if (latest.status === 'returned') return refuse('这一版县里已退回，请改好后重新提交。');
  return latest.status === 'published' ? refuse('这一版已经公布了。') : null;
}

/** What is open to a viewer: by role, and by what has been submitted, returned and published. */
export function reportSteps(viewer: Viewer, agency: string, versions: readonly ReportVersion[]): ReportSteps {
  const can = (verb: Verb) => may(viewer, verb, { agency });
  const latest = versions.at(-1);
  const waiting = latest?.status === 'submitted' ? latest.version : null;
  const stands = standing(versions) !== null;
  return {
    draft: can('draft'),
    declare: can('declare'),
    waive: can('waive'),
    overrule: can('overrule'),
    approve: can('approve'),
    submit: can('submit') ? (stands ? 'corrected' : 'first') : null,
    publish: can('submit') ? waiting : null,
    giveBack: can('returnReport') ? waiting : null,
    note: can('submit') && stands,
  };
}
