import { createContext, useContext } from 'react';
import type { ItemAnswer, PrecheckFinding, PublishingSetup } from '../../../web/api/publishingTypes.ts';

/** The item on screen, what the check says of its saved version, and the office's words. */
export interface OpenItem {
  readonly answer: ItemAnswer;
  readonly setup: PublishingSetup;
  readonly findings: readonly PrecheckFinding[];
}

export const ItemContext = createContext<OpenItem | null>(null);

export function useOpenItem(): OpenItem {
  const open = useContext(ItemContext);
  if (!open) throw new Error('no item');
  return open;
}
