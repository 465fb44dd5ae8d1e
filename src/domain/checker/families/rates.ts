import { type Claim, type Mention, printedSum, type Read, readsOf, wordsOf } from '../claims/index.ts';
import { type Context, contextOf } from '../context.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

const PERCENT = /^(%|个百分点|百分点)$/;

/** True where `percent`, printed to its places, is `rate` rounded or cut off. All is only all: 99.5 % is not 100 %. */
function printsAs(percent: Mention, rate: number): boolean {
  if (percent.value === 100) return Math.abs(rate - 100) < 1e-9;
  const unit = 10 ** -(`${percent.value}`.split('.')[1]?.length ?? 0);
  const off = rate - percent.value;
  return Math.abs(off) <= unit / 2 + 1e-9 || (off > 0 && off < unit);
}

function found(read: Read, percent: Mention, message: string, expected: number | string): Found {
  const from = Math.max(0, percent.start - 40);
  return {
    message,
    where: placeOf(read.sentence.passage, read.sentence.start + from, read.sentence.start + percent.end),
    words: wordsOf(read.sentence, percent),
    expected,
    actual: `${percent.value}%`,
  };
}

function rounded(rate: number): string {
  return `${Math.round(rate * 100) / 100}%`;
}

/** 受理 N 件，办结 M 件，办结率 P%. */
function* closingRates(read: Read): Iterable<Found> {
  for (const percent of read.mentions) {
    if (percent.unit !== '%' || !/(?<!按时|按期|及时|限时|期内|如期|正常)(办结|办复|答复)率(?:为|达|达到|均为|是)?$/.test(percent.lead))
      continue;
    const before = read.mentions.filter((m) => m.end <= percent.start && /^(件|条|个|宗|件次)$/.test(m.unit));
    const closed = before.findLast((m) => /(办结|办复|答复)[^，]*$/.test(m.lead));
    const whole = before.findLast((m) => m !== closed && /(受理|收到|接到|接收|转办)[^，]*$/.test(m.lead));
    if (!closed || !whole || whole.value === 0 || closed.value > whole.value || closed.start < whole.start) continue;
    const rate = (closed.value / whole.value) * 100;
    if (!printsAs(percent, rate))
      yield found(
        read,
        percent,
        `收到${whole.value}件、办结${closed.value}件，比率应为${rounded(rate)}，正文写${percent.value}%。`,
        rounded(rate),
      );
  }
}

/** 全部在法定期限内答复. */
const ALL_IN_TIME =
  /(?:全部|均|都)(?:已经?)?(?:在|于)?(?:法定|规定)(?:的)?(?:期限|时限)(?:之)?内[^，。；]{0,6}(?:答复|办结|办复)|(?:全部|均|都)(?:已经?)?(?:按时|按期|如期)(?:答复|办结|办复)/;

/** 100% in time, or all in time, with something overdue beside it. */
function* overdue(read: Read): Iterable<Found> {
  const full = read.mentions.find(
    (m) => m.unit === '%' && m.value === 100 && /(按时|按期|及时|限时|期内|办结|答复|回复|办复)[^，]*率[^，]*$/.test(m.lead),
  );
  const told = full ? null : ALL_IN_TIME.exec(read.sentence.text);
  const late = read.mentions.find(
    (m) =>
      m.value > 0 &&
      /^(件|条|个|宗)$/.test(m.unit) &&
      (/(超期|逾期|超时|延误)(?:未)?(?:办结|答复|回复|办理)?(?:件|工单|申请)?$/.test(m.lead) ||
        /^(?:工单|申请|事项)?(?:超期|逾期|超时)(?!补正|未?缴)/.test(m.tail)),
  );
  if (full && late) yield found(read, full, `写了比率100%，又写了超期${late.value}件，两处矛盾，请核对。`, '小于100%');
  if (told && late)
    yield { ...found(read, late, `写了“${told[0]}”，又写了超期${late.value}件，两处矛盾，请核对。`, 0), actual: late.value };
}

/** N 件，占 P%: the whole is a number said before. */
function* shares(context: Context, read: Read, wholes: readonly Mention[]): Iterable<Found> {
  for (const [i, percent] of read.mentions.entries()) {
    const part = read.mentions[i - 1];
    if (
      percent.unit !== '%' ||
      !part ||
      part.unit === '%' ||
      !/^[，、（(]?占(?:比)?(?:为|约|总数的?|总量的?|全部的?|[^，。]{0,10}的)?$/.test(percent.lead)
    )
      continue;
    const named = read.claims.some((c) => c.mention === part && c.figure.id.startsWith('requests/'));
    const candidates = [...wholes, ...read.mentions.slice(0, i - 1)].filter(
      (m) => m.unit === part.unit && m.value >= part.value && m.value > 0,
    );
    const rows = ['1', '3.7'].flatMap((r) => {
      const p = printedSum(context, [`requests/${r}/total`]);
      return p && 'values' in p ? p.values : [];
    });
    const bases = [...candidates.map((m) => m.value), ...(candidates.length > 0 || named ? rows : [])].filter(
      (v) => v >= part.value && v > 0,
    );
    if (bases.length === 0 || bases.some((b) => printsAs(percent, (part.value / b) * 100))) continue;
    const base = candidates.at(-1)?.value ?? bases.at(-1)!;
    yield found(
      read,
      percent,
      `${part.value}${part.unit}占${base}${part.unit}的${rounded((part.value / base) * 100)}，正文写${percent.value}%。请核对件数和比例。`,
      rounded((part.value / base) * 100),
    );
  }
}

const LAST_YEAR = '(?:同比|上年|去年|上一年|上年度|上一年度|20\\d{2}年)(?:度|同期)?(?:的?同期)?';
const MORE = '增长|增加|上升|提高|提升|多|新增|下降|减少|降低|少';
const CHANGE = new RegExp(`^，?(?:较|比|与|同)?${LAST_YEAR}(?:相比)?，?(?:共|分别)?(${MORE})(?:了)?$`);
/** 增幅达 33%. */
const GROWTH = /^，?(?:同比)?(增幅|降幅)(?:为|是|达到?)?$/;
/** 增长 33%, 减少 3 件 behind another measure of the same change. */
const AGAIN = new RegExp(`^，?(?:同比)?(${MORE})(?:了)?$`);
const TOLD_LAST = new RegExp(`^，?(?:较|比|与|同|和)${LAST_YEAR}的?$`);
const LEVEL = new RegExp(`^[^，。；]{0,4}，?(?:较|比|与|同|和)${LAST_YEAR}(?:相比)?(?:基本)?持平`);

/** 37 件，比上年 30 件增长 20%: last year's number stands in the sentence itself. */
function* againstTold(context: Context, read: Read): Iterable<Found> {
  for (const [i, change] of read.mentions.entries()) {
    const [now, last] = [read.mentions[i - 2], read.mentions[i - 1]];
    const word = AGAIN.exec(change.lead.replace(/^相比/, ''))?.[1];
    if (!now || !last || !word || change.approx !== null || now.approx !== null || last.approx !== null) continue;
    if (now.unit !== last.unit || last.value === 0 || !TOLD_LAST.test(last.lead) || (change.unit !== '%' && change.unit !== now.unit))
      continue;
    // Another number than last year's report prints: TEXT-TABLE says that.
    const claim = read.claims.find((c) => c.mention === last);
    const previous = claim && context.previous ? lastYears(contextOf(context.previous, { profile: context.profile }), claim) : [];
    if (previous.length > 0 && !previous.includes(last.value)) continue;
    const percent = change.unit === '%';
    const signed = (/增|升|多|提/.test(word) ? 1 : -1) * (now.value - last.value) * (percent ? 100 / last.value : 1);
    if (percent ? printsAs(change, signed) : Math.abs(signed - change.value) < 1e-9) continue;
    const right = percent ? rounded(Math.abs(signed)) : `${Math.abs(signed)}${change.unit}`;
    const say = signed < 0 ? (/增|升|多|提/.test(word) ? '减少' : '增加') : word;
    const message = `上年${last.value}${last.unit}，今年${now.value}${now.unit}，应为${say}${right}，正文写${word}${change.value}${change.unit}。`;
    yield { ...found(read, change, message, percent ? rounded(signed) : signed), actual: percent ? `${change.value}%` : change.value };
  }
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
function* growth(context: Context, read: Read): Iterable<Found> {
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

function* rates(context: Context): Iterable<Found> {
  let passage = null;
  let wholes: Mention[] = [];
  for (const read of readsOf(context)) {
    if (read.sentence.passage !== passage) wholes = [];
    passage = read.sentence.passage;
    yield* overdue(read);
    yield* againstTold(context, read);
    if (read.mentions.some((m) => PERCENT.test(m.unit))) {
      yield* closingRates(read);
      yield* shares(context, read, wholes);
    }
    if (read.claims.length > 0) yield* growth(context, read);
    wholes = [...wholes, ...read.mentions].slice(-100);
  }
}

export const rateRule: Rule = {
  id: 'TEXT-RATE',
  severity: 'warning',
  title: '比率与件数相符',
  basis: ['OGIR2019 50.1'],
  what: '同一句话里的办结率、占比按句中件数重算；有上年年报时重算同比增减（百分比和件数）；写“持平”而相差超过5%（本系统的提醒线）的；写了100%又写有超期的。四舍五入和截尾都算相符。',
  fails: { says: '收到10件，办结9件，办结率100%', sketch: { one: ['12345热线全年收到10件，办结9件，办结率100%。'], partial: [1] } },
  passes: {
    says: '收到3件，办结2件，办结率66.7%',
    sketch: { one: ['12345热线全年收到3件，办结2件，办结率66.7%，按时办结率100%。'], partial: [1] },
  },
  find: rates,
};
