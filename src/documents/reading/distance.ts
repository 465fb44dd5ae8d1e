/** Where and how closely a label was found in a longer text. */
export interface Match {
  /** Insertions, deletions and substitutions. */
  readonly distance: number;
  readonly start: number;
  readonly end: number;
}

/** Last row of the edit-distance table of `label` against `text`; with `freeStart` the label may begin anywhere. */
function lastRow(label: string, text: string, freeStart: boolean): { cost: Int32Array; from: Int32Array } {
  const width = text.length + 1;
  let cost = Int32Array.from({ length: width }, (_, j) => (freeStart ? 0 : j));
  let from = Int32Array.from({ length: width }, (_, j) => (freeStart ? j : 0));
  let nextCost = new Int32Array(width);
  let nextFrom = new Int32Array(width);
  for (let i = 1; i <= label.length; i++) {
    const own = label.charCodeAt(i - 1);
    nextCost[0] = i;
    nextFrom[0] = 0;
    for (let j = 1; j < width; j++) {
      const swap = cost[j - 1]! + (own === text.charCodeAt(j - 1) ? 0 : 1);
      const skipLabel = cost[j]! + 1;
      const skipText = nextCost[j - 1]! + 1;
      const best = Math.min(swap, skipLabel, skipText);
      nextCost[j] = best;
      nextFrom[j] = best === swap ? from[j - 1]! : best === skipLabel ? from[j]! : nextFrom[j - 1]!;
    }
    [cost, nextCost] = [nextCost, cost];
    [from, nextFrom] = [nextFrom, from];
  }
  return { cost, from };
}

/** Reports share their labels: what was compared is kept, of short texts, so many at a time. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 120;
const kept = new Map<string, Match>();

function remembered(kind: string, label: string, text: string, match: () => Match): Match {
  if (text.length > LONGEST_KEPT) return match();
  const key = `${kind}${label}\n${text}`;
  const known = kept.get(key);
  if (known) return known;
  const made = match();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

/** The label as the end of the text (a row's label stands right before its numbers). */
export function matchAtEnd(label: string, text: string): Match {
  const tail = text.slice(-(label.length * 2 + 8));
  const shift = text.length - tail.length;
  const { distance, start } = remembered('<', label, tail, () => {
    const { cost, from } = lastRow(label, tail, true);
    return { distance: cost[tail.length]!, start: from[tail.length]!, end: tail.length };
  });
  return { distance, start: shift + start, end: text.length };
}

/** The label as the beginning of the text (a heading after its number). */
export function matchAtStart(label: string, text: string): Match {
  const head = text.slice(0, label.length * 2 + 4);
  return remembered('>', label, head, () => {
    const { cost } = lastRow(label, head, false);
    let end = 0;
    for (let j = 1; j <= head.length; j++) if (cost[j]! < cost[end]! || (cost[j] === cost[end] && j <= label.length)) end = j;
    return { distance: cost[end]!, start: 0, end };
  });
}

/** The label anywhere in the text; the earliest of the closest places. */
export function matchInside(label: string, text: string): Match {
  const exact = text.indexOf(label);
  if (exact >= 0) return { distance: 0, start: exact, end: exact + label.length };
  return remembered('=', label, text, () => {
    const { cost, from } = lastRow(label, text, true);
    let end = 0;
    for (let j = 1; j <= text.length; j++) if (cost[j]! < cost[end]!) end = j;
    return { distance: cost[end]!, start: from[end]!, end };
  });
}
