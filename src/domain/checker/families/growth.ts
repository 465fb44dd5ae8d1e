import { type Claim, type Mention, printedSum, type Read } from '../claims/index.ts';
import { type Context, contextOf } from '../context.ts';
import type { Found } from '../rule.ts';
import { found, printsAs, rounded } from './reckoning.ts';

const LAST_YEAR = '(?:同比|上年|去年|上一年|上年度|上一年度|20\\d{2}年)(?:度|同期)?(?:的?同期)?';
const MORE = '增长|增加|上升|提高|提升|多|新增|下降|减少|降低|少';
const CHANGE = new RegExp(`^，?(?:较|比|与|同)?${LAST_YEAR}(?:相比)?，?(?:共|分别)?(${MORE})(?:了)?$`);
/** 增幅达 33%. */
const GROWTH = /^，?(?:同比)?(增幅|降幅)(?:为|是|达到?)?$/;
/** 增长 33%, 减少 3 件 behind another measure of the same change. */
const AGAIN = new RegExp(`^，?(?:同比)?(${MORE})(?:了)?$`);
const TOLD_LAST = new RegExp(`^，?(?:较|比|与|同|和)${LAST_YEAR}的?$`);
const LEVEL = new RegExp(`^[^，。；]{0,4}，?(?:较|比|与|同|和)${LAST_YEAR}(?:相比)?(?:基本)?持平`);

interface Told {
  readonly now: Mention;
  readonly last: Mention;
}

/** 37 件，比上年 30 件: this year's and last year's number stand in the sentence itself. */
function told(context: Context, read: Read, i: number): Told | null {
  const [now, last] = [read.mentions[i - 1], read.mentions[i]];
  if (!now || !last || now.unit !== last.unit || last.value === 0 || !TOLD_LAST.test(last.lead)) return null;
  if (now.approx !== null || last.approx !== null) return null;
  // Another number than last year's report prints: TEXT-TABLE says that.
  const claim = read.claims.find((c) => c.mention === last);
  const previous = claim && context.previous ? lastYears(contextOf(context.previous, { profile: context.profile }), claim) : [];
  return previous.length > 0 && !previous.includes(last.value) ? null : { now, last };
}

/** 比上年 30 件增长 20%, 增加 7 件，增幅为 25%. */
export function* againstTold(context: Context, read: Read): Iterable<Found> {
  let pair: Told | null = null;
  for (const [i, change] of read.mentions.entries()) {
    const next = told(context, read, i);
    const lead = change.lead.replace(/^相比/, '');
    const word = pair ? (AGAIN.exec(lead)?.[1] ?? GROWTH.exec(lead)?.[1]) : undefined;
    if (next || !pair || !word) {
      pair = next;
      continue;
    }
    if (change.approx === null && (change.unit === '%' || change.unit === pair.now.unit)) yield* misreckoned(read, change, word, pair);
  }
}

function* misreckoned(read: Read, change: Mention, word: string, { now, last }: Told): Iterable<Found> {
  const percent = change.unit === '%';
  const more = /增|升|多|提/.test(word);
  const signed = (more ? 1 : -1) * (now.value - last.value) * (percent ? 100 / last.value : 1);
  if (percent ? printsAs(change, signed) : Math.abs(signed - change.value) < 1e-9) return;
  const right = percent ? rounded(Math.abs(signed)) : `${Math.abs(signed)}${change.unit}`;
  const say = signed < 0 ? (more ? '减少' : '增加') : word;
  const message = `上年${last.value}${last.unit}，今年${now.value}${now.unit}，应为${say}${right}，正文写${word}${change.value}${change.unit}。`;
  yield { ...found(read, change, message, percent ? rounded(signed) : signed), actual: percent ? `${change.value}%` : change.value };
}

/** What last year's report prints for a claim's figure, in every reading a careful reader would accept. */
function lastYears(last: Context, claim: Claim): number[] {
  const sums = [claim.figure.cells, ...(claim.figure.accepts ?? [])].map((cells) => printedSum(last, cells));
  return sums.flatMap((p) => (p && 'values' in p ? p.values : []));
}

/** The reading nearest to what is printed. */
function nearest(values: readonly number[], to: number): number {
  return values.reduce((a, b) => (Math.abs(a - to) <= Math.abs(b - to) ? a : b));
}

/** 同比增长 P%，较上年增加 N 件: a claim's number against the same figure of last year's report. */
export function* growth(context: Context, read: Read): Iterable<Found> {
  if (!context.previous) return;
  const last = contextOf(context.previous, { profile: context.profile });
  let grown: { claim: Claim } | null = null;
  for (const [i, mention] of read.mentions.entries()) {
    const claim = read.claims.find((c: Claim) => c.mention === read.mentions[i - 1]);
    const direct = claim ? (CHANGE.exec(mention.lead) ?? GROWTH.exec(mention.lead)) : null;
    const change = direct ?? (grown ? AGAIN.exec(mention.lead) : null);
    if (direct && claim) grown = { claim };
    else if (!change) grown = null;
    if (!change || !grown || grown.claim.figure.money || grown.claim.year !== 'this' || mention.approx !== null) continue;
    yield* changed(read, grown.claim, mention, change[1]!, lastYears(last, grown.claim));
  }
  yield* levels(read, last);
}

function* changed(read: Read, claim: Claim, mention: Mention, word: string, values: readonly number[]): Iterable<Found> {
  const sign = /增|升|多|提/.test(word) ? 1 : -1;
  const percent = mention.unit === '%';
  const bases = percent ? values.filter((v) => v > 0) : values;
  if (bases.length === 0 || (!percent && mention.unit !== claim.mention.unit)) return;
  const told = bases.map((v) => (sign * (claim.value - v) * (percent ? 100 : 1)) / (percent ? v : 1));
  if (told.some((t) => (percent ? printsAs(mention, t) : Math.abs(t - mention.value) < 1e-9))) return;
  const near = nearest(told, mention.value);
  const base = bases[told.indexOf(near)]!;
  const right = near < 0 ? `应为${sign > 0 ? '减少' : '增加'}` : `${word}应为`;
  const shown = percent ? rounded(Math.abs(near)) : `${Math.abs(near)}${mention.unit}`;
  const message = `上年年报为${base}件，今年${claim.value}件，${right}${shown}，正文写${word}${mention.value}${mention.unit}。`;
  yield { ...found(read, mention, message, percent ? rounded(near) : near), actual: percent ? `${mention.value}%` : mention.value };
}

/** 与去年持平, where it is not. */
function* levels(read: Read, last: Context): Iterable<Found> {
  for (const claim of read.claims) {
    if (claim.year !== 'this' || claim.figure.money || !LEVEL.test(read.sentence.text.slice(claim.mention.end))) continue;
    const values = lastYears(last, claim);
    if (values.length === 0 || values.some((v) => Math.abs(v - claim.value) <= v * 0.05)) continue;
    const base = nearest(values, claim.value);
    yield { ...found(read, claim.mention, `上年年报为${base}件，今年${claim.value}件，不是持平。`, base), actual: claim.value };
  }
}
