import { createRequire } from 'node:module';
import type { SearchDocument } from '#domain/search/index.ts';

/** A small generator of even numbers below one, the same in every run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Words {
  readonly words: readonly string[];
  /** Running sum of the frequencies, up to 1. */
  readonly sums: Float64Array;
}

/** The words of jieba's dictionary with their frequencies in written Chinese. */
function dictionary(): Words {
  const { dict } = createRequire(import.meta.url)('@node-rs/jieba/dict.js') as { dict: Buffer };
  const lines = dict.toString('utf8').split('\n');
  const entries = lines.map((l) => l.split(' ')).filter(([w, n]) => w && Number(n) > 20 && /^\p{Script=Han}{1,6}$/u.test(w));
  const total = entries.reduce((sum, [, n]) => sum + Number(n), 0);
  const sums = new Float64Array(entries.length);
  let sum = 0;
  entries.forEach(([, n], i) => {
    sum += Number(n) / total;
    sums[i] = sum;
  });
  return { words: entries.map(([w]) => w ?? ''), sums };
}

/** What a township writes about, mixed into the dictionary's words so that an office's searches find something. */
const SUBJECTS =
  '政府信息公开 宅基地审批 土地征收 农村集体土地 财政预算 财政决算 秸秆禁烧 低保对象公示 乡村振兴 高标准农田建设 行政规范性文件 人居环境整治 防汛抗旱 农业保险 危房改造 社会救助 安全生产 村民委员会 招标公告 实施方案'.split(
    ' ',
  );

const ENDINGS = ['通知', '公告', '公示', '意见', '办法', '报告', '函'];

/** One generated document: a title of about 20 characters, a body of 60 to 260. */
export function corpus(count: number, seed = 7): (i: number) => SearchDocument {
  const { words, sums } = dictionary();
  const pick = (random: () => number): string => {
    const wanted = random();
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 1) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  const text = (random: () => number, length: number): string => {
    let out = '';
    while (out.length < length) {
      const dice = random();
      out += dice < 0.004 ? (SUBJECTS[Math.floor(random() ** 2 * SUBJECTS.length)] ?? '') : pick(random);
      if (dice > 0.88) out += dice > 0.96 ? '。' : '，';
    }
    return out;
  };
  return (i) => {
    const random = generator(seed + i * 2_654_435_761);
    const subject = SUBJECTS[Math.floor(random() ** 2 * SUBJECTS.length)] ?? '';
    return {
      agency: `t${i % 30}`,
      kind: 'item',
      id: `t${i % 30}/${2015 + (i % 10)}-${String(i).padStart(6, '0')}`,
      visibility: 'public',
      url: `/t${i % 30}/content/${i}`,
      title: `关于${text(random, 8).replace(/[，。]/g, '')}${subject}的${ENDINGS[i % ENDINGS.length]}`,
      listed: {
        index: String(i),
        documentNumber: `政发〔${2015 + (i % 10)}〕${i % 400}号`,
        maker: '',
        formedOn: null,
        keywords: [],
        summary: '',
      },
      body: text(random, 60 + Math.floor(random() * 200)),
      attachments: [],
      columns: [`c${i % 15}`],
      type: 'notice',
      validity: null,
      publishedAt: new Date(Date.UTC(2015, 0, 1) + Math.floor((i / count) * 3650 * 86_400_000)).toISOString(),
    };
  };
}

/** What is searched: rare and common, of one character to a sentence's part. */
export const QUERIES =
  '宅基地 政府信息公开 土地 征收 财政预算 禁烧 低保 乡村振兴 高标准农田 规范性文件 农业 保险 镇 我们 经济发展 危房改造公示 防汛抗旱 通知 实施方案 人民 大学 公共卫生 社会主义 记者 苹果 玻璃 音乐会 村民委员会 农村集体土地 基础设施建设'.split(
    ' ',
  );
