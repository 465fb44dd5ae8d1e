import type { Context } from '../context.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

const DOUBLE = /([\u4e00-\u9fa5]{2,5})\1/g;
/** Twice-said words that are right, and joints of two words (公开公开率). */
const FINE = /^(一|很|逐|步步|层层|事事|人人|处处|时时|月月|天天|年年|家家|户户|村村|多多|常常|刚刚|渐渐|慢慢|好好|点点|星星)/;
const FUNCTION_WORDS =
  /(?:的的(?!确)|了了(?!解)|和和(?!气|美|睦)|(?<!实)在在|是是(?!非)|与与|将将|对对(?!联)|及及(?!时)|等等等|把把|为为)/g;
/** What a site prints above a text: 字号 大 中 小. */
const FONT_SIZES = '大中小';
const JOINT = /^(率|化|量|度|者|员|类|级|式|型|性)/;

function* doubled(context: Context): Iterable<Found> {
  for (const passage of context.passages) {
    for (const pattern of [DOUBLE, FUNCTION_WORDS]) {
      for (const m of passage.text.matchAll(pattern)) {
        const word = m[1] ?? m[0].slice(0, m[0].length / 2);
        if (/^(.)\1*$/.test(word) && pattern === DOUBLE) continue;
        if (word === FONT_SIZES || FINE.test(word) || JOINT.test(passage.text.slice(m.index + m[0].length))) continue;
        yield {
          message: `“${m[0]}”重复了，请看是否应为“${word}”。`,
          where: placeOf(passage, Math.max(0, m.index - 6), m.index + m[0].length + 10),
          expected: word,
          actual: m[0],
          fix: word,
        };
      }
    }
  }
}

const RESIDUE: readonly RegExp[] = [
  /\[bookmark:[^\]]{0,80}\]/i,
  /_(?:GoBack|Toc\d+|Hlk\d+)/,
  /(?:HYPERLINK|PAGEREF|MERGEFORMAT|FORMTEXT|\bEMBED )[^\u4e00-\u9fa5]{0,20}/,
  /错误[！!]\s*未(?:找到|定义)[^。，]{0,8}/,
  /Error!\s*(?:Reference|Bookmark)[^\u4e00-\u9fa5]{0,30}/,
  /&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#\d{2,5});?/,
  /<\/?(?:o:p|span|font|p|br|div|td|tr|table|b|strong|a)\b[^>]{0,80}>/i,
  /[\uFFFC\uFFFD]/,
  /mso-[a-z-]{1,40}:/,
  /\\[nrt](?![a-zA-Z])/,
];

function* residue(context: Context): Iterable<Found> {
  for (const line of context.reading.lines) {
    const hit = RESIDUE.map((p) => p.exec(line.text)).find((m) => m !== null);
    if (!hit) continue;
    const shown = hit[0].trim().slice(0, 40);
    yield {
      message: `“${shown}”是文件转换时留下的标记，不是报告的内容，请删去。`,
      where: {
        section: line.section,
        line: line.n,
        quote: line.text
          .trim()
          .slice(Math.max(0, Math.min(hit.index, line.text.trim().length) - 10))
          .slice(0, 60),
      },
      expected: null,
      actual: shown,
      fix: '',
    };
  }
}

/** Places of a pattern text that were never filled in. */
const UNFILLED: readonly RegExp[] = [
  /(?<![A-Za-zＡ-Ｚ\d])[XxＸｘ×*＊]{1,6}(?=(?:余|多)?(?:条|件|次|期|篇|场|个|份|人|万|年|月|日|号|元|镇|乡|县|局|街道))/,
  /(?:此处|这里)(?:请)?(?:填写|填入|插入|补充)|请(?:在此)?(?:填写|填入|输入)|[（(]待(?:填|补充|核实|定|完善)[^）)]{0,6}[）)]|_{3,}|＿{2,}|_{2,}(?=余?(?:条|件|次|期|篇|场|个|人|元))/,
  /(?:信息|共|公开|发布|受理|申请|解读|收到|办结|开展|举办|培训)[ \u3000]+余?(?:条|件|次|篇|场|期|人次)(?=[，。；、,;]|$)|(?:信息|共|公开|发布|受理|申请|解读|收到|办结|开展|举办|培训)[ \u3000]{2,}(?:条|件|次|篇|场|期|人次)/,
  /[（(][ \u3000]{1,8}[)）](?:余|多)?(?:条|件|次|期|篇|场|个|份|人|万|元)/,
  /20[XxＸ×]{2}年|[XxＸ×]{4}年/,
];

function* unfilled(context: Context): Iterable<Found> {
  for (const line of context.reading.lines.filter((l) => l.kind !== 'table')) {
    const m = UNFILLED.map((p) => p.exec(line.text)).find((x) => x !== null);
    if (!m) continue;
    const quote = line.text.slice(Math.max(0, m.index - 12), m.index + m[0].length + 16).trim();
    yield {
      message: `“${quote.slice(0, 30)}”里有没有填写的空，请填上或删去。`,
      where: { section: line.section, line: line.n, quote },
      words: m[0].trim() || quote,
      actual: m[0].trim(),
    };
  }
}

/** Names and papers that have been replaced; `from`: the first report year in which the word is out of date. */
const OUT_OF_DATE: readonly { pattern: RegExp; from: number; say: string }[] = [
  { pattern: /(?:国务院令)?第?492号/, from: 2019, say: '2007年的条例（第492号）已经修订，现行条例是国务院令第711号' },
  { pattern: /国办公开办函[〔[（(]2019[〕\])）]60号/, from: 2021, say: '2019年的格式已由国办公开办函〔2021〕30号代替' },
  {
    pattern:
      /(?<!原)(?:县|市|区|省)(?:工商(?:行政管理)?局|质量技术监督局|质监局|食品药品监督管理局|食药监局|国土资源局|环境保护局|环保局|卫生和计划生育局|卫计[局委]|安全生产监督管理局|安监局)/,
    from: 2020,
    say: '机构改革后名称已变，请用现名',
  },
  {
    pattern:
      /(?<!原)(?:县|市|区|省)(?:国税局|国家税务局|地税局|地方税务局|旅游局|文化广电新闻出版局|文广新局|农业局|扶贫(?:开发)?办(?:公室)?)/,
    from: 2022,
    say: '机构改革后名称已变，请用现名',
  },
  {
    pattern: /[“"]?三需要[”"]?|(?:生产、?生活、?科研等)[^，。；]{0,6}(?:特殊)?需要/,
    from: 2019,
    say: '2019年修订的条例已取消“自身生产、生活、科研等特殊需要”的申请条件，不再要求说明用途',
  },
  { pattern: /不予受理/, from: 2019, say: '条例没有“受理”环节，也没有“不予受理”这种答复，请写实际的答复类型（例如无法提供、不予处理）' },
];

function* outOfDate(context: Context): Iterable<Found> {
  const year = context.reading.report.year ?? 2021;
  for (const entry of OUT_OF_DATE.filter((e) => year >= e.from)) {
    for (const passage of context.passages) {
      const m = entry.pattern.exec(passage.text);
      if (!m || /取消|删除|不再/.test(passage.text.slice(Math.max(0, m.index - 12), m.index + m[0].length + 12))) continue;
      if (m[0] === '不予受理' && !/公开|申请/.test(passage.text)) continue;
      yield {
        message: `“${m[0]}”：${entry.say}。`,
        where: placeOf(passage, Math.max(0, m.index - 16), m.index + m[0].length + 10),
        actual: m[0],
      };
    }
  }
}

export const wordingRules: readonly Rule[] = [
  {
    id: 'WORD-DOUBLED',
    severity: 'info',
    title: '没有重复的词',
    basis: ['OGIR2019 50.1'],
    what: '紧挨着写了两遍的词。叠用的常语（一步一步）不算。',
    fails: { says: '“政策解读解读方式不够新颖”', sketch: { five: ['政策解读解读方式不够新颖。下一步将改进。'] } },
    passes: { says: '“一步一步推进”', sketch: { five: ['公开工作还不够细。下一步将一步一步推进改进工作。'] } },
    find: doubled,
  },
  {
    id: 'EXPORT-RESIDUE',
    severity: 'info',
    title: '没有转换留下的标记',
    basis: ['OGIR2019 50.1'],
    what: '书签、域代码、网页标签等转换残留。',
    fails: { says: '标题前有“[bookmark: _GoBack]”', sketch: { title: '[bookmark: _GoBack]甲镇2023年政府信息公开工作年度报告' } },
    passes: { says: '标题干净', sketch: {} },
    find: residue,
  },
  {
    id: 'WORD-OLD',
    severity: 'info',
    title: '没有过时的名称和文件',
    basis: ['OGIR2019 36', 'FORM2021'],
    what: '已被代替的条例文号和格式文件、机构改革前的名称、条例里没有的“不予受理”。',
    fails: { says: '引用“国务院令第492号”', sketch: { preamble: ['根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。'] } },
    passes: { says: '引用“国务院令第711号”', sketch: { preamble: ['根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。'] } },
    find: outOfDate,
  },
  {
    id: 'BLANK-LEFT',
    severity: 'warning',
    title: '没有漏填的空',
    basis: ['OGIR2019 50.1'],
    what: '范本里的“XX条”“此处填写”、下划线等没有填写的地方。',
    fails: { says: '“全年公开信息XX条”', sketch: { one: ['全年公开信息XX条。'], partial: [1] } },
    passes: { says: '“全年公开信息30条”', sketch: { one: ['全年公开信息30条，拍摄X光片说明1份。'], partial: [1] } },
    find: unfilled,
  },
];
