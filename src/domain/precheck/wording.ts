import { type PrecheckFinding, quoteAt } from './finding.ts';
import type { PrecheckContext } from './page.ts';
import type { Spot } from './spot.ts';
import { FORMER_NAMES, RIGHT_USES, WRONG_WORDS } from './wordList.ts';

const DOUBLE = /([\u4e00-\u9fa5]{2,5})\1/g;
const FUNCTION_WORDS = /(?:的的(?!确)|了了(?!解)|和和(?!气|美|睦)|是是(?!非)|与与|将将|及及(?!时)|把把|为为)/g;
/** Twice-said words that are right. */
const FINE = /^(一|很|逐|步步|层层|事事|人人|处处|时时|月月|天天|年年|家家|户户|村村|多多|常常|刚刚|渐渐|慢慢|好好|点点|星星)/;
const JOINT = /^(率|化|量|度|者|员|类|级|式|型|性)/;

function doubled(spot: Spot): PrecheckFinding[] {
  return [DOUBLE, FUNCTION_WORDS].flatMap((pattern) =>
    [...spot.text.matchAll(pattern)].flatMap((m): PrecheckFinding[] => {
      const word = m[1] ?? m[0].slice(0, m[0].length / 2);
      if ((pattern === DOUBLE && /^(.)\1*$/.test(word)) || FINE.test(word)) return [];
      if (JOINT.test(spot.text.slice(m.index + m[0].length))) return [];
      const place = { ...spot.place, quote: quoteAt(spot.text, m.index, m.index + m[0].length) };
      const message = `“${m[0]}”像是重复了，请看是否应为“${word}”。`;
      return [{ rule: 'PUB-WORD-DOUBLED', severity: 'info', message, basis: ['OGIR2019 6.1'], place, suggestion: word }];
    }),
  );
}

function* occurrences(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

function isRightUse(text: string, at: number, word: string): boolean {
  const use = RIGHT_USES[word];
  if (!use) return false;
  use.lastIndex = at;
  return use.test(text);
}

function wrong(spot: Spot, words: Readonly<Record<string, string>>, own: PrecheckContext['words']): PrecheckFinding[] {
  return Object.entries(words).flatMap(([word, right]) =>
    [...occurrences(spot.text, word)]
      .filter((at) => Object.hasOwn(own, word) || !isRightUse(spot.text, at, word))
      .map((at): PrecheckFinding => {
        const place = { ...spot.place, quote: quoteAt(spot.text, at, at + word.length) };
        const message = `“${word}”应为“${right}”。`;
        return { rule: 'PUB-WORD-WRONG', severity: 'warning', message, basis: ['OGIR2019 6.1'], place, suggestion: right };
      }),
  );
}

/** Doubled words, words often written wrong, and the office's own list, which wins over ours. */
export function wordingFindings(spots: readonly Spot[], context: PrecheckContext): PrecheckFinding[] {
  const words = Object.fromEntries(Object.entries({ ...WRONG_WORDS, ...context.words }).filter(([w, right]) => w !== right));
  return spots.flatMap((s) => [...doubled(s), ...wrong(s, words, context.words)]);
}

const SELF: Readonly<Record<string, RegExp>> = {
  镇: /(?:我乡(?![村镇])|我街道|本街道)/g,
  乡: /(?:我镇|本镇(?!压)|我街道|本街道)/g,
  街道: /(?:我镇|本镇(?!压)|我乡(?![村镇]))/g,
};

function selfNames(spot: Spot, context: PrecheckContext): PrecheckFinding[] {
  const own = /(镇|乡|街道)$/.exec(context.agency.shortName)?.[1];
  const pattern = own ? SELF[own] : undefined;
  if (!own || !pattern) return [];
  return [...spot.text.matchAll(pattern)].map((m): PrecheckFinding => {
    const right = `${m[0][0]}${own}`;
    const place = { ...spot.place, quote: quoteAt(spot.text, m.index, m.index + m[0].length) };
    const message = `${context.agency.shortName}的信息里写成“${m[0]}”，应为“${right}”。`;
    return { rule: 'PUB-AGENCY-NAME', severity: 'error', message, basis: ['OGIR2019 6.1'], place, suggestion: right };
  });
}

function formerNames(spot: Spot, names: Readonly<Record<string, string>>): PrecheckFinding[] {
  return Object.entries(names).flatMap(([former, right]) =>
    [...occurrences(spot.text, former)]
      .filter((at) => !/[原前][\u4e00-\u9fa5]{0,3}$/.test(spot.text.slice(Math.max(0, at - 4), at)))
      .map((at): PrecheckFinding => {
        const place = { ...spot.place, quote: quoteAt(spot.text, at, at + former.length) };
        const message = `“${former}”不是现在的名称，请看是否应为“${right}”。`;
        return { rule: 'PUB-AGENCY-NAME', severity: 'warning', message, basis: ['OGIR2019 6.1'], place, suggestion: right };
      }),
  );
}

/** A leader's name with a post that is not the one on record: 镇长李示例 where 李示例 is 党委书记. */
function leaders(spot: Spot, context: PrecheckContext): PrecheckFinding[] {
  const posts = [...new Set(Object.values(context.leaders).filter((p) => p.length >= 2))].sort((a, b) => b.length - a.length);
  return Object.entries(context.leaders).flatMap(([name, post]) =>
    [...occurrences(spot.text, name)].flatMap((at): PrecheckFinding[] => {
      const before = spot.text.slice(Math.max(0, at - 20), at);
      const said = posts.find((p) => before.endsWith(p));
      if (!said || post.includes(said) || said.includes(post)) return [];
      const place = { ...spot.place, quote: quoteAt(spot.text, at - said.length, at + name.length) };
      const message = `“${said}${name}”：登记的${name}职务是“${post}”，请核对姓名和职务。`;
      return [{ rule: 'PUB-LEADER-NAME', severity: 'error', message, basis: ['OGIR2019 20(2)'], place, suggestion: `${post}${name}` }];
    }),
  );
}

/** Wrong and former names of agencies, and leaders with a post that is not theirs. */
export function nameFindings(spots: readonly Spot[], context: PrecheckContext): PrecheckFinding[] {
  const former = { ...FORMER_NAMES, ...context.formerNames };
  return spots.flatMap((s) => [...selfNames(s, context), ...formerNames(s, former), ...leaders(s, context)]);
}
