import type { ItemContent } from '#domain/publishing/content.ts';
import type { Picture } from '#domain/publishing/entries/entry.ts';

/** A file that goes with a document: a table as a spreadsheet, or a text as a Word file. */
export type DemoFile =
  | { readonly kind: 'xlsx'; readonly title: string; readonly rows: readonly (readonly (string | number)[])[] }
  | { readonly kind: 'docx'; readonly title: string; readonly lines: readonly string[] };

/** A document of the example with the whole of its life; every day is YYYY-MM-DD. */
export interface DemoDocument {
  /** How other example data name it. */
  readonly key: string;
  readonly content: Partial<ItemContent> & { readonly title: string; readonly column: string; readonly formedOn: string };
  /** How far it goes; a published one has its day. */
  readonly goes: { readonly to: 'draft' | 'secrecyReview' | 'signed' } | { readonly to: 'published'; readonly on: string };
  readonly files?: readonly DemoFile[];
  readonly revised?: { readonly on: string; readonly note: string; readonly change: Partial<ItemContent> };
  readonly abolished?: { readonly on: string; readonly reason: string };
  readonly withdrawn?: { readonly on: string; readonly reason: string };
}

/** A normative document's line in its register, and the example documents that interpret it. */
export interface DemoNormative {
  /** The document's key. */
  readonly key: string;
  readonly number: string;
  readonly legalReviewOn: string;
  readonly endedOn?: string;
  /** What the 图解 is drawn from. */
  readonly picture?: Picture;
  readonly interpretedBy: readonly { readonly key: string; readonly form: 'text' | 'picture' }[];
}
