import { type Mention, printedSum, type Read, readsOf } from '../claims/index.ts';
import type { Context } from '../context.ts';
import type { Found, Rule } from '../rule.ts';
import { againstTold, growth } from './growth.ts';
import { found, printsAs, rounded } from './reckoning.ts';

const PERCENT = /^(%|个百分点|百分点)$/;

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
  const allInTime = full ? null : ALL_IN_TIME.exec(read.sentence.text);
  const late = read.mentions.find(
    (m) =>
      m.value > 0 &&
      /^(件|条|个|宗)$/.test(m.unit) &&
      (/(超期|逾期|超时|延误)(?:未)?(?:办结|答复|回复|办理)?(?:件|工单|申请)?$/.test(m.lead) ||
        /^(?:工单|申请|事项)?(?:超期|逾期|超时)(?!补正|未?缴)/.test(m.tail)),
  );
  if (full && late) yield found(read, full, `写了比率100%，又写了超期${late.value}件，两处矛盾，请核对。`, '小于100%');
  if (allInTime && late)
    yield { ...found(read, late, `写了“${allInTime[0]}”，又写了超期${late.value}件，两处矛盾，请核对。`, 0), actual: late.value };
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
