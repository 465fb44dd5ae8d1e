/** A stretch of a sentence before its numbers are filled in: plain words, or a binding, perhaps with words that stand for zero. */
export type SourceRun = { readonly text: string } | { readonly figure: string; readonly words?: string };

const TOKEN = /\{\{([^{}|]+)(?:\|([^{}|]*))?\}\}/g;

/**
 * Reads a sentence with bound numbers: `办结{{requests/3.7/total}}件`, or `{{requests/1/total|未收到}}` where words say
 * the zero. A brace that forms no token stays plain text.
 */
export function parseSource(source: string): SourceRun[] {
  const runs: SourceRun[] = [];
  let at = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index > at) runs.push({ text: source.slice(at, match.index) });
    const figure = match[1]!.trim();
    runs.push(match[2] === undefined ? { figure } : { figure, words: match[2] });
    at = match.index + match[0].length;
  }
  if (at < source.length) runs.push({ text: source.slice(at) });
  return runs;
}

/** The inverse of {@link parseSource}: what an editor shows and stores, with each bound number as a token. */
export function serialiseSource(runs: readonly SourceRun[]): string {
  return runs.map((r) => ('text' in r ? r.text : r.words === undefined ? `{{${r.figure}}}` : `{{${r.figure}|${r.words}}}`)).join('');
}

/** The figures a sentence is bound to, in order, each once. */
export function figuresIn(source: string): string[] {
  return [...new Set(parseSource(source).flatMap((r) => ('figure' in r ? [r.figure] : [])))];
}
