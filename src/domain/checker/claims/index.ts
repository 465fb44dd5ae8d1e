import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import { type Claim, claimsOf } from './classify.ts';
import { type Mention, mentionsOf } from './mention.ts';

export type { Claim } from './classify.ts';
export { type Figure, type Printed, partsOf, printedSum } from './figure.ts';
export { agrees, type Mention } from './mention.ts';
export { nothingsOf } from './nothing.ts';
export { wordsOf } from './printed.ts';

/** A sentence with its numbers and what they name. */
export interface Read {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
}

/** Longer runs without a full stop are no sentences. */
const LONGEST = 3000;
const known = new WeakMap<Context, readonly Read[]>();

/** Every sentence of the report's prose with its numbers and claims; worked out once a report. */
export function readsOf(context: Context): readonly Read[] {
  let reads = known.get(context);
  if (!reads) {
    reads = context.sentences.map((sentence) => {
      const mentions = sentence.text.length > LONGEST ? [] : mentionsOf(sentence);
      return { sentence, mentions, claims: claimsOf(context, sentence, mentions) };
    });
    known.set(context, reads);
  }
  return reads;
}
