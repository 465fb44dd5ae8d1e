import type { ItemContent } from '../../../web/api/publishingTypes.ts';

interface Kept {
  readonly revision: number;
  readonly change: Partial<ItemContent>;
}

/** What was typed and not saved, if the item has not moved on since. */
export function keptDraft(key: string, revision: number): Partial<ItemContent> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    return kept?.revision === revision ? kept.change : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed in the browser; null: it is saved. A page too large for the browser's store is not kept. */
export function keepDraft(key: string, revision: number, change: Partial<ItemContent> | null): void {
  try {
    if (change === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ revision, change } satisfies Kept));
  } catch {
    localStorage.removeItem(key);
  }
}
