import type { ItemFile } from '#domain/publishing/ports.ts';

/** Items as their public pages need them: by one question, without what only the office sees (drafts, publications elsewhere). */
export interface PublicItems {
  /** The item an address leads to, and the number of the attachment where it is one's; null: none. */
  at(agency: string, address: string): Promise<{ readonly file: ItemFile; readonly attachment: number | null } | null>;
}
