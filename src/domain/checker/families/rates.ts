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

/** 100% in time, with something overdue beside it. */
function* overdue(read: Read): Iterable<Found> {
  const full = read.mentions.find(
    (m) => m.unit === '%' && m.value === 100 && /(按时|按期|及时|限时|期内|办结|答复|回复|办复)[^，]*率[^，]*$/.test(m.lead),
  );
  const late = read.mentions.find(
    (m) =>
      m.value > 0 &&
      /^(件|条|个|宗)$/.test(m.unit) &&
      /(超期|逾期|超时|延误)(?:未)?(?:办结|答复|回复|办理)?(?:件|工单|申请)?$/.test(m.lead),
  );
  if (full && late) yield found(read, full, `写了比率100%，又写了超期${late.value}件，两处矛盾，请核对。`, '小于100%');
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
    const candidates = [...wholes, ...read.mentions.slice(0, i - 1)].filter(
      (m) => m.unit === part.unit && m.value >= part.value && m.value > 0,
    );
    const rows = ['1', '3.7'].flatMap((r) => {
      const p = printedSum(context, [`requests/${r}/total`]);
      return p && 'values' in p ? p.values : [];
    });
    const bases = [...candidates.map((m) => m.value), ...(candidates.length > 0 ? rows : [])].filter((v) => v >= part.value && v > 0);
    if (bases.length === 0 || bases.some((b) => printsAs(percent, (part.value / b) * 100))) continue;
    const base = candidates.at(-1)!.value;
    yield found(
      read,
      percent,
      `${part.value}${part.unit}占${base}${part.unit}的${rounded((part.value / base) * 100)}，正文写${percent.value}%。请核对件数和比例。`,
      rounded((part.value / base) * 100),
    );
  }
}

/** 同比增长 P%: this claim's number against the same figure of last year's report. */
function* growth(context: Context, read: Read): Iterable<Found> {
  if (!context.previous) return;
  const last = contextOf(context.previous, { profile: context.profile });
  for (const [i, percent] of read.mentions.entries()) {
    const grown = /^，?(?:较|比|与)?(?:同比|上年|去年|上一年|上年度)(?:同期)?(?:相比)?，?(增长|增加|上升|下降|减少|降低)(?:了)?$/.exec(
      percent.lead,
    );
    const claim = read.claims.find((c: Claim) => c.mention === read.mentions[i - 1]);
    if (percent.unit !== '%' || !grown || !claim || claim.figure.money) continue;
    const bases = [claim.figure.cells, ...(claim.figure.accepts ?? [])].map((cells) => printedSum(last, cells));
    const values = bases.flatMap((p) => (p && 'values' in p ? p.values : [])).filter((v) => v > 0);
    if (values.length === 0) continue;
    const sign = /增|升/.test(grown[1]!) ? 1 : -1;
    const rates = values.map((v) => (sign * (claim.value - v) * 100) / v);
    if (rates.some((r) => printsAs(percent, r))) continue;
    const near = rates.reduce((a, b) => (Math.abs(a - percent.value) <= Math.abs(b - percent.value) ? a : b));
    const base = values[rates.indexOf(near)]!;
    yield found(
      read,
      percent,
      `上年年报为${base}件，今年${claim.value}件，${grown[1]}应为${rounded(near)}，正文写${percent.value}%。`,
      rounded(near),
    );
  }
}

function* rates(context: Context): Iterable<Found> {
  let passage = null;
  let wholes: Mention[] = [];
  for (const read of readsOf(context)) {
    if (read.sentence.passage !== passage) wholes = [];
    passage = read.sentence.passage;
    if (read.mentions.some((m) => PERCENT.test(m.unit))) {
      yield* closingRates(read);
      yield* overdue(read);
      yield* shares(context, read, wholes);
      yield* growth(context, read);
    }
    wholes = [...wholes, ...read.mentions].slice(-100);
  }
}

export const rateRule: Rule = {
  id: 'TEXT-RATE',
  severity: 'warning',
  title: '比率与件数相符',
  basis: ['OGIR2019 50.1'],
  what: '同一句话里的办结率、占比按句中件数重算；有上年年报时重算同比增减；写了100%又写有超期的。四舍五入和截尾都算相符。',
  fails: { says: '收到10件，办结9件，办结率100%', sketch: { one: ['12345热线全年收到10件，办结9件，办结率100%。'], partial: [1] } },
  passes: {
    says: '收到3件，办结2件，办结率66.7%',
    sketch: { one: ['12345热线全年收到3件，办结2件，办结率66.7%，按时办结率100%。'], partial: [1] },
  },
  find: rates,
};
