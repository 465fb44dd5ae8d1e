import { fold } from './fold.ts';
import type { FoundDocument } from './ports.ts';

const TITLE = 6;
const WHOLE_IN_TITLE = 8;
const WHOLE_IN_TEXT = 3;
const IN_FORCE = 1.1;
const ENDED = 0.6;
const REPRINT = 0.8;
const HALF_LIFE_DAYS = 730;
const MS_PER_DAY = 86_400_000;

function occurrences(text: string, word: string): number {
  let n = 0;
  for (let i = text.indexOf(word); i >= 0 && n < 20; i = text.indexOf(word, i + word.length)) n += 1;
  return n;
}

/** More of the same word says less and less. */
const saturated = (n: number): number => n / (n + 1.5);

/**
 * How well a document answers: whole terms before words, title before text, long words before short, in force before ended, own
 * before reprinted, new before old.
 * @param at the instant that age is counted to, in milliseconds
 */
function score(d: FoundDocument, terms: readonly string[], words: readonly string[], at: number): number {
  const title = fold(d.title);
  const text = fold(d.shown);
  let sum = 0;
  for (const term of terms) {
    if (title.includes(term)) sum += WHOLE_IN_TITLE * (term.length / Math.max(title.length, term.length)) + WHOLE_IN_TITLE;
    if (text.includes(term)) sum += WHOLE_IN_TEXT;
  }
  for (const word of words) {
    const weight = Math.sqrt([...word].length);
    sum += weight * (TITLE * saturated(occurrences(title, word)) + saturated(occurrences(text, word)));
  }
  const age = Math.max(0, at - Date.parse(d.publishedAt)) / MS_PER_DAY;
  const fresh = 1 + 0.25 * 2 ** (-age / HALF_LIFE_DAYS);
  const standing = d.validity === 'ended' ? ENDED : d.validity === 'inForce' ? IN_FORCE : 1;
  // What was found by its pinyin has none of the words: one more, that age and standing count there too.
  return (1 + sum) * fresh * standing * (d.reprint ? REPRINT : 1);
}

/** The best first; of equals in the order they came. */
export function ranked(
  documents: readonly FoundDocument[],
  terms: readonly string[],
  words: readonly string[],
  at: number,
): FoundDocument[] {
  return documents
    .map((document) => ({ document, score: score(document, terms, words, at) }))
    .toSorted((a, b) => b.score - a.score)
    .map((s) => s.document);
}
