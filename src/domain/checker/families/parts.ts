import { type Mention, type Read, readsOf, wordsOf } from '../claims/index.ts';
import type { Context } from '../context.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** Ways of applying: they exclude one another, so that their sum can't exceed the whole. */
const CHANNEL = /(当面|现场|信函|邮寄|信件|传真|网络|网上|在线|互联网|电子邮件)[^，、]{0,8}$/;

function found(read: Read, at: Mention, message: string, whole: number, parts: number): Found {
  return {
    message,
    where: placeOf(read.sentence.passage, read.sentence.start + Math.max(0, at.start - 40), read.sentence.start + at.end),
    words: wordsOf(read.sentence, at),
    expected: whole,
    actual: parts,
  };
}

/** 其中 opens the parts of the number before it; they end with the sentence, the next whole, or a number of another unit. */
function* partsOf(read: Read): Iterable<Found> {
  const { mentions } = read;
  for (const [i, first] of mentions.entries()) {
    const whole = mentions[i - 1];
    if (!whole || whole.unit !== first.unit || whole.approx !== null || !/^[^。；]{0,14}[，（(：、]?其中/.test(first.lead)) continue;
    const parts: Mention[] = [];
    for (const m of mentions.slice(i)) {
      if (m.unit !== whole.unit || (m !== first && /(其中|共|全年|另|此外|合计|累计)/.test(m.lead))) break;
      parts.push(m);
    }
    // 收到 9 件，上年结转 1 件，其中……: the parts are of both.
    const before = mentions.slice(0, i).filter((m) => m.unit === whole.unit);
    const all = /结转|转结|另|新增/.test(whole.lead) ? before.reduce((s, m) => s + m.value, 0) : whole.value;
    const large = parts.find((p) => p.value > all);
    if (large) {
      yield found(read, large, `其中的${large.value}${large.unit}大于总数${all}${whole.unit}，请核对。`, all, large.value);
      continue;
    }
    const channels = parts.filter((p) => CHANNEL.test(p.lead));
    const sum = channels.reduce((s, p) => s + p.value, 0);
    if (channels.length >= 2 && sum > all)
      yield found(read, channels.at(-1)!, `各渠道合计${sum}${whole.unit}，大于总数${all}${whole.unit}，请核对。`, all, sum);
  }
}

function* parts(context: Context): Iterable<Found> {
  for (const read of readsOf(context)) yield* partsOf(read);
}

export const partRule: Rule = {
  id: 'PART-WHOLE',
  severity: 'warning',
  title: '其中数不大于总数',
  basis: ['OGIR2019 50.1'],
  what: '“共N件，其中M件”的M不大于N；按申请渠道分列的合计不大于总数。可能重叠的分类不相加。',
  fails: { says: '共发布信息20条，其中政策文件25条', sketch: { one: ['全年共发布信息20条，其中政策文件25条。'], partial: [1] } },
  passes: {
    says: '共发布信息20条，其中政策文件12条，另转载25条',
    sketch: { one: ['全年共发布信息20条，其中政策文件12条；另转载25条。'], partial: [1] },
  },
  find: parts,
};
