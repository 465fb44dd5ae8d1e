/** Between two fields of a document: no word spans it, and no folded text contains it. */
export const BREAK = '\n';

/**
 * The pairs of neighbouring characters of a folded text, and the last character of each field by itself. So every character begins a gram,
 * and a single character is found as the beginning of one.
 */
export function gramsOf(folded: string): Set<string> {
  const grams = new Set<string>();
  let previous = '';
  for (const character of folded) {
    if (previous && previous !== BREAK) grams.add(character === BREAK ? previous : previous + character);
    previous = character;
  }
  if (previous && previous !== BREAK) grams.add(previous);
  return grams;
}

/** What a document must have for a term to be in it; all of them are there when it is, but not only then. */
export function gramsOfTerm(term: string): { readonly beginning: string | null; readonly all: readonly string[] } {
  const characters = [...term];
  if (characters.length === 1) return { beginning: term, all: [] };
  return { beginning: null, all: [...new Set(characters.slice(1).map((c, i) => (characters[i] ?? '') + c))] };
}
