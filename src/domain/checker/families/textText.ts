import { agrees, type Claim, type Mention, type Read, readsOf, wordsOf } from '../claims/index.ts';
import type { Context } from '../context.ts';
import { placeOf, type Sentence } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** A number of the prose that no cell holds, under a name by which another sentence can be compared with it. */
interface Told {
  readonly key: string;
  readonly label: string;
  readonly sentence: Sentence;
  readonly mention: Mention;
}

const TOTAL = /(共|全年|合计|总计|累计|年度)/;
const PART = /(其中|分别|每|季度|上半年|下半年|月份|同比|去年|上年)/;

const KINDS: readonly { key: string; label: string; pattern: RegExp; units: RegExp; sentence?: RegExp }[] = [
  {
    key: 'tickets/received',
    label: '热线转办件受理',
    sentence: /12345|热线/,
    pattern: /(受理|收到|接到|接收)[^，]*$/,
    units: /^(件|条|个|次|件次)$/,
  },
  { key: 'tickets/closed', label: '热线转办件办结', sentence: /12345|热线/, pattern: /办结[^，]*$/, units: /^(件|条|个|次|件次)$/ },
  {
    key: 'trainings',
    label: '举办培训',
    pattern: /(举办|开展|组织|召开)[^，]*(政务公开|信息公开)[^，]*培训(班|会|会议|活动)?(共|共计)?$/,
    units: /^(次|场|期)$/,
  },
];

function toldBy(read: Read): Told[] {
  const { sentence } = read;
  return read.mentions.flatMap((mention) => {
    const before = sentence.text.slice(0, mention.start);
    const own = mention.lead.slice(mention.lead.lastIndexOf('，') + 1);
    if (PART.test(own) || !TOTAL.test(before) || mention.approx !== null) return [];
    return KINDS.filter((k) => k.units.test(mention.unit) && k.pattern.test(own) && (k.sentence?.test(before + mention.tail) ?? true)).map(
      (k) => ({
        key: k.key,
        label: k.label,
        sentence,
        mention,
      }),
    );
  });
}

function pair(first: Told | Claim, second: Told | Claim, label: string, a: number, b: number): Found {
  const place = (t: Told | Claim) =>
    placeOf(t.sentence.passage, t.sentence.start + Math.max(0, t.mention.start - 24), t.sentence.start + t.mention.end);
  const [one, two] = [place(first), place(second)];
  return {
    message: `${label}前后不一：第${one.line}行“${one.quote}”，这里是${b}。请核对后改成一致。`,
    where: two,
    words: wordsOf(second.sentence, second.mention),
    expected: a,
    actual: b,
  };
}

function* between(context: Context): Iterable<Found> {
  const reads = readsOf(context);
  const seen = new Map<string, Told>();
  for (const told of reads.flatMap(toldBy)) {
    const before = seen.get(told.key);
    if (!before) seen.set(told.key, told);
    else if (before.mention.value !== told.mention.value && before.sentence !== told.sentence)
      yield pair(before, told, told.label, before.mention.value, told.mention.value);
  }
  yield* figuresWithoutTable(context, reads);
}

/** Two sentences about a cell that could not be read contradict each other all the same. */
function* figuresWithoutTable(context: Context, reads: readonly Read[]): Iterable<Found> {
  const { tables } = context.reading.report;
  const seen = new Map<string, Claim>();
  for (const claim of reads.flatMap((r) => r.claims)) {
    const table = claim.figure.cells[0]?.split('/')[0] as keyof typeof tables;
    if (tables[table] !== null || claim.partial || claim.year !== 'this' || claim.mention.approx !== null) continue;
    const before = seen.get(claim.figure.id);
    if (!before) seen.set(claim.figure.id, claim);
    else if (!agrees(claim.mention, before.mention.value)) yield pair(before, claim, claim.figure.label, before.value, claim.value);
  }
}

export const textTextRule: Rule = {
  id: 'TEXT-TEXT',
  severity: 'warning',
  title: '前后两处的同一数字一致',
  basis: ['OGIR2019 50.1'],
  what: '表格里没有的数字（热线受理与办结、培训次数）在两处都写全年总数而不相同；表格缺失时，正文两处对同一件数说法不同。',
  fails: {
    says: '第一部分写热线共办结104件，第六部分写103件',
    sketch: { one: ['全年12345热线共办结104件。'], six: ['全年12345热线共办结103件。'], partial: [1, 6] },
  },
  passes: {
    says: '两处都是104件，另有上半年50件',
    sketch: { one: ['全年12345热线共办结104件，其中上半年办结50件。'], six: ['全年12345热线共办结104件。'], partial: [1, 6] },
  },
  find: between,
};
