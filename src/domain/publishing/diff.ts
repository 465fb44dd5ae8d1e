/** A stretch of text that both versions have, or only the old or the new one. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One paragraph of the comparison: the same, gone, new, or changed inside. */
export interface DiffParagraph {
  readonly kind: 'same' | 'removed' | 'added' | 'changed';
  readonly parts: readonly DiffPart[];
}

/** Above this many steps the middle is shown as one replacement: a comparison is bounded however different two texts are. */
const MOST_STEPS = 4_000_000;
/** And all the paragraphs of two texts take no more than this together. */
const MOST_IN_ALL = 20_000_000;

/** The steps one comparison has left. */
class Steps {
  #left = MOST_IN_ALL;

  /** True where so many may still be taken, and takes them. */
  take(steps: number): boolean {
    if (steps > MOST_STEPS || steps > this.#left) return false;
    this.#left -= steps;
    return true;
  }
}

type Move = 'same' | 'removed' | 'added';

/** Longest common subsequence over what is left after equal ends are cut off. */
function moves<T>(a: readonly T[], b: readonly T[], steps: Steps): Move[] {
  let head = 0;
  while (head < a.length && head < b.length && Object.is(a[head], b[head])) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && Object.is(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), steps);
  return [...new Array<Move>(head).fill('same'), ...middle, ...new Array<Move>(tail).fill('same')];
}

function between<T>(a: readonly T[], b: readonly T[], steps: Steps): Move[] {
  if (a.length === 0 || b.length === 0 || !steps.take(a.length * b.length))
    return [...new Array<Move>(a.length).fill('removed'), ...new Array<Move>(b.length).fill('added')];
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = Object.is(a[i], b[j])
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const out: Move[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (Object.is(a[i], b[j])) {
      out.push('same');
      i++;
      j++;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) {
      out.push('removed');
      i++;
    } else {
      out.push('added');
      j++;
    }
  }
  return [...out, ...new Array<Move>(a.length - i).fill('removed'), ...new Array<Move>(b.length - j).fill('added')];
}

/** Numbers and Latin words whole, Chinese character by character. */
function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z]+|\d+(?:[.,]\d+)*|[\s\S]/gu) ?? [];
}

function partsOf(before: string, after: string, steps: Steps): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const out: { kind: Move; text: string }[] = [];
  let [i, j] = [0, 0];
  for (const move of moves(a, b, steps)) {
    const text = (move === 'added' ? b[j] : a[i]) ?? '';
    if (move !== 'added') i++;
    if (move !== 'removed') j++;
    const last = out.at(-1);
    if (last?.kind === move) last.text += text;
    else out.push({ kind: move, text });
  }
  return out;
}

/** Share of the longer text that both have; above this two paragraphs are one that was changed. */
const ALIKE = 0.3;

function changed(before: string, after: string, steps: Steps): DiffParagraph | null {
  const parts = partsOf(before, after, steps);
  const same = parts.filter((p) => p.kind === 'same').reduce((n, p) => n + p.text.length, 0);
  return same / Math.max(before.length, after.length, 1) >= ALIKE ? { kind: 'changed', parts } : null;
}

/** The difference of two texts paragraph by paragraph, and word by word inside a changed one. */
export function diffText(before: string, after: string): DiffParagraph[] {
  const split = (t: string): string[] => (t === '' ? [] : t.split('\n'));
  const [a, b] = [split(before), split(after)];
  const steps = new Steps();
  const out: DiffParagraph[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    while (removed.length > 0 || added.length > 0) {
      const [was, is] = [removed.shift(), added.shift()];
      const pair = was !== undefined && is !== undefined ? changed(was, is, steps) : null;
      if (pair) out.push(pair);
      else {
        if (was !== undefined) out.push({ kind: 'removed', parts: [{ kind: 'removed', text: was }] });
        if (is !== undefined) out.push({ kind: 'added', parts: [{ kind: 'added', text: is }] });
      }
    }
    removed = [];
    added = [];
  };
  let [i, j] = [0, 0];
  for (const move of moves(a, b, steps)) {
    if (move === 'same') {
      flush();
      out.push({ kind: 'same', parts: [{ kind: 'same', text: a[i] ?? '' }] });
    } else if (move === 'removed') removed.push(a[i] ?? '');
    else added.push(b[j] ?? '');
    if (move !== 'added') i++;
    if (move !== 'removed') j++;
  }
  flush();
  return out;
}
