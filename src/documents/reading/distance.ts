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
  let cost = new Int32Array(width);
  let from = new Int32Array(width);
  let nextCost = new Int32Array(width);
  let nextFrom = new Int32Array(width);
  const start = freeStart ? from : cost;
  for (let j = 0; j < width; j++) start[j] = j;
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

/** The label as the end of the text (a row's label stands right before its numbers). */
export function matchAtEnd(label: string, text: string): Match {
  const tail = text.slice(-(label.length * 2 + 8));
  const shift = text.length - tail.length;
  const { cost, from } = lastRow(label, tail, true);
  return { distance: cost[tail.length]!, start: shift + from[tail.length]!, end: text.length };
}

/** Every character of the label that the text has nowhere, or further from its place than `most` changes can move it, costs one at least. */
function leastDistance(label: string, text: string, most: number): number {
  const reach = Math.floor(most);
  let least = 0;
  for (let i = 0; i < label.length && least <= most; i++) {
    const at = text.indexOf(label[i]!, Math.max(0, i - reach));
    if (at < 0 || at > i + reach) least++;
  }
  return least;
}

/**
 * The label as the beginning of the text (a heading after its number).
 * @param most a distance past which nobody asks how large it is
 */
export function matchAtStart(label: string, text: string, most = Number.POSITIVE_INFINITY): Match {
  if (text.startsWith(label)) return { distance: 0, start: 0, end: label.length };
  const head = text.slice(0, label.length * 2 + 4);
  const least = leastDistance(label, head, most);
  if (least > most) return { distance: least, start: 0, end: 0 };
  const { cost } = lastRow(label, head, false);
  let end = 0;
  for (let j = 1; j <= head.length; j++) if (cost[j]! < cost[end]! || (cost[j] === cost[end] && j <= label.length)) end = j;
  return { distance: cost[end]!, start: 0, end };
}

/** The label anywhere in the text; the earliest of the closest places. */
export function matchInside(label: string, text: string): Match {
  const exact = text.indexOf(label);
  if (exact >= 0) return { distance: 0, start: exact, end: exact + label.length };
  const { cost, from } = lastRow(label, text, true);
  let end = 0;
  for (let j = 1; j <= text.length; j++) if (cost[j]! < cost[end]!) end = j;
  return { distance: cost[end]!, start: from[end]!, end };
}
