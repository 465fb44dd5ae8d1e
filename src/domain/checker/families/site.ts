import type { Context } from '../context.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

const SITE = /(?:人民)?政府(?:门户)?(?:官方网站|网站|官网|网(?!格|络|上|点|信|评))/;
const GONE = /(关停|关闭|整合|迁移|并入|注销|取消|不再|没有|未|无|不)/;

/** A township's own site: the county's is named with the county's name or word before it. */
function* ownSites(context: Context): Iterable<Found> {
  if (context.level !== 'township' && context.level !== 'subdistrict') return;
  const word = context.level === 'township' ? context.unit.at(-1)! : '街道';
  const names = [context.unit, `我${word}`, `本${word}`, `全${word}`, `(?:^|[，。、；：）]|依托|通过|利用|维护|用好)${word}`].filter(
    (n) => n.length > 1,
  );
  const pattern = new RegExp(`(?:${names.join('|')})(?:办事处)?${SITE.source}(?:平台)?`, 'g');
  const county = context.sentences.find((s) => /[县市区旗州](?:人民)?政府(?:门户)?(?:网站|网)/.test(s.text));
  for (const sentence of context.sentences) {
    for (const m of sentence.text.matchAll(pattern)) {
      const clause = /^[^，。；]*/.exec(sentence.text.slice(m.index + 1, m.index + 100))?.[0] ?? '';
      const before = sentence.text.slice(Math.max(0, m.index - 12), m.index);
      if (GONE.test(clause) || /(关停|关闭|整合|不再|原)/.test(before) || /[县市区旗]$/.test(before)) continue;
      const quote = sentence.text.slice(m.index, m.index + 80).replace(/^[，。、；]/, '');
      yield {
        message: `乡镇、街道原则上不单独建政府网站，政府信息在县级政府网站公开。${county ? '本报告别处写的是县级政府网站，与这里不一致。' : ''}如果指的是县级政府网站上的栏目，请写成县级政府网站的名称。`,
        where: placeOf(
          sentence.passage,
          sentence.start + sentence.text.indexOf(quote, m.index),
          sentence.start + m.index + m[0].length + 10,
        ),
        expected: '县级政府网站',
        actual: m[0].replace(/^[，。、；]/, ''),
      };
    }
  }
}

export const siteRule: Rule = {
  id: 'SITE-OWN',
  severity: 'warning',
  title: '乡镇没有自己的政府网站',
  basis: ['SITE2017'],
  what: '乡镇、街道的报告写到本级的政府网站。已经关停、整合的，以及县级政府网站上的本级栏目不算。',
  fails: { says: '“甲镇政府网站平台运行良好”', sketch: { one: ['2023年，甲镇政府网站平台运行良好。'], partial: [1] } },
  passes: {
    says: '“通过乙县人民政府网站公开信息”',
    sketch: { one: ['2023年，通过乙县人民政府网站公开信息30条，原甲镇政府网站已关停。'], partial: [1] },
  },
  find: ownSites,
};
