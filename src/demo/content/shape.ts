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
  /** The village that handed it in. */
  readonly handedInBy?: string;
  readonly revised?: { readonly on: string; readonly note: string; readonly change: Partial<ItemContent> };
  readonly abolished?: { readonly on: string; readonly reason: string };
  readonly expired?: { readonly on: string; readonly reason: string };
  readonly withdrawn?: { readonly on: string; readonly reason: string };
}

/** A 图解 with what its document has beside the picture. */
export interface DemoPicture {
  readonly on: string;
  readonly topic: string;
  readonly handler: string;
  readonly drawn: Picture;
}

/** A normative document's line in its register, and the example documents that interpret it. */
export interface DemoNormative {
  /** The document's key. */
  readonly key: string;
  readonly number: string;
  readonly legalReviewOn: string;
  readonly ended?: { readonly on: string; readonly how: 'abolished' | 'lapsed' };
  /** What its 图解 is drawn from. */
  readonly picture?: DemoPicture;
  readonly interpretedBy: readonly { readonly key: string; readonly form: 'text' | 'questions' }[];
}

/** What explains a document that the register had before: a document of the example, or the reason why nothing is needed. */
export type DemoExplained = { readonly number: string } & (
  | { readonly key: string; readonly form: 'text' | 'questions' }
  | { readonly notNeeded: string }
);

/** Something wrong in what was public, put right. */
export interface DemoCorrection {
  readonly key: string;
  readonly foundOn: string;
  readonly foundBy: string;
  readonly wrong: string;
  readonly right: string;
  readonly correctedOn: string;
}

/** Something false that went round, and the document that says how it is. */
export interface DemoClarification {
  readonly key: string;
  readonly foundOn: string;
  readonly where: string;
  readonly claim: string;
}

/** Something a village handed in that is no document yet. */
export interface DemoSubmission {
  readonly unit: string;
  readonly title: string;
  readonly formedOn: string;
  readonly text: string;
  /** Why it went back; null: it waits. */
  readonly returned: string | null;
}
