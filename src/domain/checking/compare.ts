import type { Finding } from '../checker/index.ts';

/** What has become of the findings of an earlier check. */
export interface Compared {
  /** Said before, not any more. */
  readonly fixed: readonly Finding[];
  readonly added: readonly Finding[];
  readonly still: readonly Finding[];
}

/** The same trouble at the same place, whatever line it stands in now: a cell's by its cell, the text's by the values or words compared. */
function identity({ rule, where, words, actual, message }: Finding): string {
  if (where.cell !== undefined) return [rule, where.cell].join('|');
  return [rule, where.section, words ?? actual ?? message].join('|');
}

/** A mended report's findings beside those of the check before. */
export function compareFindings(before: readonly Finding[], now: readonly Finding[]): Compared {
  const left = new Map<string, Finding[]>();
  for (const f of before) left.set(identity(f), [...(left.get(identity(f)) ?? []), f]);
  const added: Finding[] = [];
  const still: Finding[] = [];
  for (const f of now) (left.get(identity(f))?.shift() ? still : added).push(f);
  return { fixed: [...left.values()].flat(), added, still };
}
