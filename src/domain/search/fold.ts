import { SIMPLIFIED } from './simplified.ts';

/** A folded text with, for each of its code units, the place in the source it came from. */
export interface Folded {
  readonly text: string;
  /** As long as `text`, and one more: the source's length. */
  readonly from: readonly number[];
}

/** Signs that are typed for one another: the brackets of a document's number, dashes. */
const SIGNS = new Map(
  Object.entries({ '(': '〔［【〖[{', ')': '〕］】〗]}', '-': '‐‑‒–—―−' }).flatMap(([to, all]) => [...all].map((c) => [c, to])),
);

const WORD = /^[a-z0-9]/;
const BLANK = /^\s+$/u;
/** Control and format characters, and halves of a surrogate pair: nothing a reader sees. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Cs}]$/u;
const kept = new Map<string, string>();

function foldedCharacter(character: string): string {
  const found = kept.get(character);
  if (found !== undefined) return found;
  const folded = BLANK.test(character)
    ? ' '
    : UNSEEN.test(character)
      ? ''
      : [...character.normalize('NFKC').toLowerCase().normalize('NFKC')]
          .map((c) => (BLANK.test(c) ? ' ' : (SIMPLIFIED.get(c) ?? SIGNS.get(c) ?? c)))
          .join('');
  kept.set(character, folded);
  return folded;
}

/**
 * Folds a text for comparison: compatibility forms (全角, 半角, ㈠), case, 繁体, kinds of brackets and of dashes are made one; what is not seen is dropped. White space
 * stays, as one blank, only between two Latin words or numbers: 政 府 is 政府, but `GB 9704` keeps its blank.
 */
export function foldMapped(source: string): Folded {
  let text = '';
  const from: number[] = [];
  let blankAt = -1;
  let at = 0;
  // Kept apart: asking the growing text for its last character would copy the whole of it every time.
  let last = '';
  const put = (piece: string, place: number): void => {
    text += piece;
    last = piece;
    for (let i = 0; i < piece.length; i++) from.push(place);
  };
  for (const character of source) {
    for (const piece of foldedCharacter(character)) {
      if (piece === ' ') {
        if (blankAt < 0) blankAt = at;
        continue;
      }
      if (blankAt >= 0 && WORD.test(last) && WORD.test(piece)) put(' ', blankAt);
      blankAt = -1;
      put(piece, at);
    }
    at += character.length;
  }
  from.push(source.length);
  return { text, from };
}

/** The folded text alone. */
export function fold(source: string): string {
  return foldMapped(source).text;
}
