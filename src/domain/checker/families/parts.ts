import { type Mention, type Read, readsOf, wordsOf } from '../claims/index.ts';
import type { Context } from '../context.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** Ways of applying: they exclude one another, so that their sum is the whole where all are named. */
const CHANNEL = /(当面|现场|信函|邮寄|信件|传真|网络|网上|在线|互联网|电子邮件|口头)[^，、]{0,8}$/;
/** Places of publication; a total said after them is their sum. */
const PLACE =
  /(网站|网页|专栏|公报|新媒体|微信|公众号|微博|抖音|快手|头条|客户端|APP|公示栏|公开栏|广播|电视|报刊|短信|电子屏|显示屏|明白纸)[^，、]{0,8}$/;
const OTHERS = /其他|其它|等/;
/** A new sentence inside the sentence: its number is no part of the one before. */
const NEW_VERB = /(发布|推送|转载|转发|发送|办结|结转|答复|办理|制作|开展|编发|刊登|更新|同时|召开|举办)/;

function found(read: Read, at: Mention, message: string, whole: number, parts: number): Found {
  return {
    message,
    where: placeOf(read.sentence.passage, read.sentence.start + Math.max(0, at.start - 40), read.sentence.start + at.end),
    words: wordsOf(read.sentence, at),
    expected: whole,
    actual: parts,
  };
}

function sumOf(mentions: readonly Mention[]): number {
  return mentions.reduce((s, m) => s + m.value, 0);
}

/** The numbers that 其中 opens: they end with the next whole, another unit, a new verb after a comma, or a comma after a list with 、. */
function listOf(mentions: readonly Mention[], whole: Mention): Mention[] {
  const parts: Mention[] = [];
  const [first] = mentions;
  let listed = false;
  for (const m of mentions) {
    if (m.unit !== whole.unit) break;
    if (m !== first) {
      if (/(其中|共|全年|另|此外|合计|累计|结转|转结)/.test(m.lead) || /^[^，、]{0,6}[）)]/.test(m.lead)) break;
      const comma = /^[^、]{0,6}[，；]/.test(m.lead);
      if (comma && (listed || (NEW_VERB.test(m.lead) && !NEW_VERB.test(first!.lead)))) break;
      listed ||= /^[^，]{0,6}、/.test(m.lead);
    }
    parts.push(m);
  }
  return parts;
}

/** 其中 opens the parts of the number before it. */
function* partsOf(read: Read): Iterable<Found> {
  const { mentions } = read;
  for (const [i, first] of mentions.entries()) {
    const whole = mentions[i - 1];
    if (!whole || whole.unit !== first.unit || whole.approx !== null || !/^[^。；]{0,14}[，（(：、]?其中/.test(first.lead)) continue;
    const parts = listOf(mentions.slice(i), whole);
    // 收到 9 件，上年结转 1 件，其中……: the parts are of both.
    const before = mentions.slice(0, i).filter((m) => m.unit === whole.unit);
    const carried = /结转|转结|另|新增/.test(whole.lead);
    const all = carried ? sumOf(before) : whole.value;
    const large = parts.find((p) => p.value > all);
    if (large) {
      yield found(read, large, `其中的${large.value}${large.unit}大于总数${all}${whole.unit}，请核对。`, all, large.value);
      continue;
    }
    const channels = parts.filter((p) => CHANNEL.test(p.lead));
    const sum = sumOf(channels);
    if (channels.length >= 2 && sum > all)
      yield found(read, channels.at(-1)!, `各渠道合计${sum}${whole.unit}，大于总数${all}${whole.unit}，请核对。`, all, sum);
    else if (complete(read, parts, channels) && !carried && sum < all)
      yield found(read, channels.at(-1)!, `各渠道合计${sum}${whole.unit}，与总数${all}${whole.unit}不符，请核对。`, all, sum);
  }
}

/** Every way of applying is told: three of them and nothing else, none about, no 其他 and 等. */
function complete(read: Read, parts: readonly Mention[], channels: readonly Mention[]): boolean {
  const [first, last] = [channels[0], channels.at(-1)];
  if (!first || !last || channels.length < 3 || parts.length !== channels.length) return false;
  return !OTHERS.test(read.sentence.text.slice(first.start - 12, last.end + 6)) && channels.every((c) => c.approx === null);
}

/** 网站 120 条、微信 80 条，合计 210 条: a total said after its parts. */
function* totals(read: Read): Iterable<Found> {
  const { mentions } = read;
  for (const [i, total] of mentions.entries()) {
    if (total.approx !== null || !/^[）)]?[，、；]?(?:各渠道|以上|三项|全年)?(?:合计|共计|总计)[^，、]{0,12}$/.test(total.lead)) continue;
    const parts: Mention[] = [];
    for (const m of mentions.slice(0, i).reverse()) {
      const own = m.lead.slice(m.lead.lastIndexOf('，') + 1);
      if (m.unit !== total.unit || m.approx !== null || !(CHANNEL.test(own) || PLACE.test(own))) break;
      parts.push(m);
    }
    const first = parts.at(-1);
    const sum = sumOf(parts);
    if (!first || parts.length < 2 || sum === total.value) continue;
    if (OTHERS.test(read.sentence.text.slice(first.start, total.start))) continue;
    // 公开 268 条，其中网站 153 条、微信 100 条，合计……: a whole said before them is what partsOf looks at.
    yield found(read, total, `各项相加是${sum}${total.unit}，合计写${total.value}${total.unit}，请核对。`, sum, total.value);
  }
}

function* parts(context: Context): Iterable<Found> {
  for (const read of readsOf(context)) {
    yield* partsOf(read);
    yield* totals(read);
  }
}

export const partRule: Rule = {
  id: 'PART-WHOLE',
  severity: 'warning',
  title: '其中数与总数相符',
  basis: ['OGIR2019 50.1'],
  what: '“共N件，其中M件”的M不大于N；按申请渠道分列的合计不大于总数，几种渠道都写全的与总数相等；各渠道分列之后写的“合计”等于各项之和。可能重叠的分类不相加。',
  fails: { says: '共发布信息20条，其中政策文件25条', sketch: { one: ['全年共发布信息20条，其中政策文件25条。'], partial: [1] } },
  passes: {
    says: '共发布信息20条，其中政策文件12条，另转载25条',
    sketch: { one: ['全年共发布信息20条，其中政策文件12条；另转载25条。'], partial: [1] },
  },
  find: parts,
};
