const MOST = 10_000;

/** A pure function of one short text that remembers its answers, up to a limit: a sheet's titles are compared with many names. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = of(text);
    if (answers.size >= MOST) answers.clear();
    if (text.length <= 100) answers.set(text, answer);
    return answer;
  };
}
