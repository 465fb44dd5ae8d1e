import { type Refusal, refuse } from './result.ts';

/** A refusal because somebody else changed the same thing meanwhile; a page answers it as a conflict. */
export interface Stale extends Refusal {
  readonly stale: true;
}

/** Says that what is named is no longer as it was when it was opened. */
export function stale(item: string): Stale {
  return { ...refuse(`“${item}”在您打开之后已被别人改过，请刷新后对照最新内容再操作。`), stale: true };
}

/** True for a refusal because somebody else was faster. */
export function isStale(value: unknown): value is Stale {
  return typeof value === 'object' && value !== null && 'stale' in value;
}
