import type { FontChains } from '../fonts/faces.ts';

/** PDF/UA-1 (for people who listen to it) or PDF/A-2a (for the archive): one a file. */
export type PdfStandard = 'ua-1' | 'a-2a';

/** One document to compile, sent to the worker. */
export interface Job {
  readonly id: number;
  readonly template: string;
  /** JSON; the template reads it from `sys.inputs.data`, so no text of it can become markup. */
  readonly data: string;
  readonly chains: FontChains;
  /** Characters the bold face lacks, to be set in the regular one. */
  readonly thin: string;
  readonly folders: readonly string[];
  readonly standard: PdfStandard;
}

/** What the worker answers. */
export type Answer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string };
