import type { Context } from '../context.ts';
import { coreName, type Level } from '../level.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** The word a unit calls itself by: 镇, 乡, 街道, 局 …; null where the name shows none. */
function ownWord(unit: string, level: Level | null, whole: string): string | null {
  if (level === 'township') return /乡$/.test(unit) ? '乡' : /镇$/.test(unit) ? '镇' : null;
  if (level === 'subdistrict') return '街道';
  if (level === 'county') return /县$/.test(unit) ? '县' : '区';
  if (level === 'city' || level === 'province') return '市';
  if (level === 'zone') return '管委会';
  if (/(办公室|办公厅|办)$/.test(whole)) return '办';
  const last = /(中心|[委院校馆社局])(?:员会)?$/.exec(/(中学|小学|学校|幼儿园|学院|大学)$/.test(unit) ? '校' : unit)?.[1];
  return level === 'institution' ? (last ?? '单位') : level === 'department' ? (last ?? '局') : null;
}

const TOWN = '我镇';
const VILLAGES = '我乡(?![村镇])';
const STREET = '我街道';
const BUREAU = '(?<![自忘])我局(?!限|面|部)';
const OWN_BUREAU = '本局(?!限|面|部)';
const SCHOOL = '我校(?!正|对|验|准)';
const HOSPITAL = '我院(?!士|长|落|子)';
const COMMISSION = '我委(?!托|派|员|任|以|曲|实|婉)';
const OTHERS_OWN: Record<string, readonly string[]> = {
  镇: [VILLAGES, '本乡(?!镇|村|土)', '全乡(?!镇|村)', STREET, '本街道', '全街道', BUREAU, OWN_BUREAU],
  乡: [TOWN, '本镇', '全镇', STREET, '本街道', '全街道', BUREAU, OWN_BUREAU],
  街道: [TOWN, '本镇', '全镇', VILLAGES, '本乡(?!镇|村|土)', '全乡(?!镇|村)', BUREAU, OWN_BUREAU],
  县: [TOWN, VILLAGES, STREET, BUREAU],
  区: [TOWN, VILLAGES, STREET, BUREAU],
  市: [TOWN, VILLAGES, STREET, BUREAU, '我县(?!区|市|级)'],
  局: [TOWN, '本镇', VILLAGES, '本乡(?!镇|村|土)', STREET, '本街道', COMMISSION],
  院: [TOWN, VILLAGES, STREET, BUREAU, SCHOOL],
  校: [TOWN, VILLAGES, STREET, BUREAU, HOSPITAL],
};
/** Any other unit's: neither a township's nor a bureau's words. */
const NEITHER = [TOWN, VILLAGES, STREET, BUREAU];

/** What another kind of unit calls itself, that this one cannot. A word for a superior (我县 in a 镇) is none of these. */
function foreignWords(word: string): RegExp {
  return new RegExp(`(?<!自)(?:${(OTHERS_OWN[word] ?? NEITHER).join('|')})`, 'g');
}

function* selfNames(context: Context): Iterable<Found> {
  const word = ownWord(context.unit, context.level, (context.reading.report.unit ?? '').replace(/\s+/g, ''));
  if (!word) return;
  // A university speaks of its colleges, and a college of itself, as 我院.
  const pattern = foreignWords(/(?:学院|大学)$/.test(context.unit) ? '单位' : word);
  for (const passage of context.passages) {
    const quoted = passage.text.replace(/“[^”]{0,30}”|《[^《》]*》/g, (s) => '〇'.repeat(s.length));
    for (const m of quoted.matchAll(pattern)) {
      const expected = `${m[0][0]}${word}`;
      const end = passage.text.slice(m.index, m.index + 80).search(/[，。；]/);
      yield {
        message: `${context.reading.report.unit ?? '本机关'}的报告里写成“${m[0]}”，应为“${word === '局' ? '我局（本机关）' : expected}”。`,
        where: placeOf(passage, m.index, m.index + (end < 0 ? 20 : end)),
        expected,
        actual: m[0],
        fix: expected,
      };
    }
  }
}

/** Words that stand before 镇人民政府 without being its name. */
const GENERIC =
  /[各全我本该乡镇村县市区和及与或的个是由将对为向在以等街其他每外下属辖两一二三四五六七八九十]$|^(?:加强|推动|推进|包括|完善|通过|利用|依托|围绕|提升|做好|规范|强化|健全|建立|成立|组织|指导|按照|根据|结合|落实|开展|设置|优化|发挥|打造|促进|配合|协助|联合|邀请|印发|召开|截至|其中|以及|目前|当前|年来|重点|中心|建制|基层|村民|城关镇?|明确|确定|指定|设立|报请|提请|报经|送交|报送|代表|督促|要求|支持|鼓励|引导|公开|任命|选举|汇总|指出)$/;

/** 石河镇人民政府 in 石河乡's report: its name with the other word. */
function isRenamed(own: string, stem: string, word: string): boolean {
  return /[镇乡]/.test(word) && new RegExp(`${stem}[镇乡]$`).test(own) && !own.endsWith(word);
}

/** 某某镇人民政府 of another name in a township's report: what a copied report leaves behind. */
function* foreignUnits(context: Context): Iterable<Found> {
  if (context.level !== 'township' && context.level !== 'subdistrict') return;
  const own = context.unit;
  for (const passage of context.passages) {
    for (const m of passage.text.matchAll(
      /(?<=^|[，。；：、（“县市区由经])([\u4e00-\u9fa5]{2})(镇|乡|街道)(人民政府|政府办|办事处|党政办)/g,
    )) {
      const name = `${m[1]}${m[2]}`;
      if (
        own.endsWith(name) ||
        (own.includes(m[1]!) && !isRenamed(own, m[1]!, m[2]!)) ||
        name.endsWith(own) ||
        GENERIC.test(m[1]!) ||
        /^[各全我本该由向及和与在对]/.test(m[1]!)
      )
        continue;
      yield {
        message: `报告是${own}的，这里出现了“${m[0]}”。如果是借用别的单位的文稿留下的，请改过来。`,
        where: placeOf(passage, m.index, m.index + m[0].length + 20),
        expected: own,
        actual: m[0],
      };
    }
  }
}

/** What only the unit whose report it is says of a unit at the head of a sentence. */
const DESCRIBES =
  '(?:高度重视|深入贯彻|认真贯彻|全面贯彻|认真落实|严格落实|严格按照|坚持|始终|紧紧围绕|围绕|积极推进|扎实推进|不断|进一步|共收到|共受理|共公开|主动公开(?:政府)?信息|(?:全年)?(?:未|没有)(?:收到|发生))';
const OPENING =
  '^(?:[（(]?[一二三四五六七八九十]+[)）、]?[^。，：]{0,16}[。：，])?(?:20\\d{2}年(?:度|以来|来)?，?|一年来，?|今年以来，?|全年，?)?';

/** A sentence that describes another unit as a report describes its own: 县林业局高度重视…… in another bureau's report. */
function* describedUnits(context: Context): Iterable<Found> {
  const { level, unit } = context;
  const kinds =
    level === 'township' || level === 'subdistrict'
      ? '镇|乡|街道(?:办事处)?'
      : level === 'department' && !/办公室|办公厅/.test(context.reading.report.unit ?? '')
        ? '局|委员会|委'
        : null;
  if (!kinds || unit === '') return;
  const pattern = new RegExp(`${OPENING}(?<name>[\u4e00-\u9fa5]{2,12}?(?:${kinds}))(?:党委、?政府|党委|党组|党工委)?${DESCRIBES}`);
  for (const sentence of context.sentences) {
    const name = pattern.exec(sentence.text)?.groups?.['name'];
    if (!name || /^(?:我|本|全|各|该|由)|[各我本全该]|、|和|党|党委|政府|常委|省委|市委|县委|区委|纪委|州委|旗委$/.test(name)) continue;
    if (sameUnit(context.reading.report.unit ?? unit, name) || GENERIC.test(name.slice(0, 2))) continue;
    const at = sentence.text.indexOf(name);
    yield {
      message: `报告是${unit}的，这里说的是“${name}”。如果是借用别的单位的文稿留下的，请改过来。`,
      where: placeOf(sentence.passage, sentence.start + at, sentence.start + at + name.length + 20),
      words: name,
      expected: unit,
      actual: name,
    };
  }
}

/** Long official words with the short ones that everyone writes. */
const SHORT: readonly [RegExp, string][] = [
  [/管理委员会/g, '管委会'],
  [/(高新技术产业|经济技术|经济|高新)(?:产业)?开发区/g, '$1区'],
  [/高新技术产业区/g, '高新区'],
  [/经济技术区|经济区/g, '经开区'],
];

/** True where the letters of the shorter stand in the longer in the same order, the last one at its end: 县发改局, 县发展和改革局. */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 3 || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return at === short.length;
}

/** True where two names are of one unit or of a unit and its office: one holds the other's distinctive part. */
export function sameUnit(a: string, b: string): boolean {
  const strip = (s: string): string =>
    coreName(s)
      .replace(/^.*?(省|自治区)/, '')
      .replace(/^[^市]{2,4}市(?=.)/, '');
  const [x, y] = [strip(a), strip(b)];
  if (x === '' || y === '') return true;
  if (x.includes(y) || y.includes(x) || coreName(a).includes(y) || coreName(b).includes(x)) return true;
  const tail = (s: string): string => s.replace(/^.*?[县区旗市](?=.{2,})/, '');
  if (x.includes(tail(y)) || y.includes(tail(x))) return true;
  const plain = (s: string): string => SHORT.reduce((t, [p, w]) => t.replace(p, w), tail(s));
  const [p, q] = [plain(x), plain(y)];
  return p.includes(q) || q.includes(p) || abbreviates(p, q) || abbreviates(q, p) || abbreviates(tail(x), y) || abbreviates(tail(y), x);
}

function* signatures(context: Context): Iterable<Found> {
  const { unit, signedBy } = context.reading.report;
  if (!unit) return;
  if (signedBy && !sameUnit(unit, signedBy)) {
    const line = context.reading.lines.find(
      (l) => l.kind === 'signature' && l.text.replace(/\s/g, '').includes(signedBy.replace(/\s/g, '')),
    );
    yield {
      message: `标题的单位是“${unit}”，落款是“${signedBy}”。请核对。`,
      where: { section: 7, ...(line ? { line: line.n, quote: line.text.trim().slice(0, 60) } : {}) },
      expected: unit,
      actual: signedBy,
    };
  }
  for (const passage of context.passages.filter((p) => p.section <= 1)) {
    const m = /本(?:年度)?报告由(?<who>[^，。根依按组负编]{4,30}?)(?:根据|依据|按照|依照|组织|负责|编制)/.exec(passage.text);
    const who = m?.groups?.['who'];
    if (!m || !who || sameUnit(unit, who)) continue;
    yield {
      message: `标题的单位是“${unit}”，正文写报告由“${who}”编制。请核对。`,
      where: placeOf(passage, m.index, m.index + m[0].length),
      expected: unit,
      actual: who,
    };
  }
}

export const nameRules: readonly Rule[] = [
  {
    id: 'NAME-LEVEL',
    severity: 'warning',
    title: '自称与单位相符',
    basis: ['OGIR2019 50.1'],
    what: '镇的报告写“我乡”、局的报告写“我镇”等自称错误；乡镇、部门的报告里留有别的单位的名称（某镇人民政府，某局高度重视……）。说到上级（我县、我市）和引号、书名号内的不算。',
    fails: { says: '镇的报告写“我乡政府信息公开工作还存在不足”', sketch: { five: ['目前我乡政府信息公开工作还存在不足。下一步将改进。'] } },
    passes: { says: '镇的报告写“我镇”“我县”', sketch: { five: ['目前我镇政府信息公开工作与我县要求相比还存在不足。下一步将改进。'] } },
    *find(context) {
      yield* selfNames(context);
      yield* foreignUnits(context);
      yield* describedUnits(context);
    },
  },
  {
    id: 'SIGN-UNIT',
    severity: 'warning',
    title: '落款与标题是同一单位',
    basis: ['OGIR2019 50.1'],
    what: '落款、编制单位与标题是同一机关。由办公室落款、标题用简称都可以。',
    fails: { says: '标题甲镇，落款丁镇人民政府', sketch: { signedBy: '丁镇人民政府' } },
    passes: { says: '标题甲镇，落款甲镇人民政府办公室', sketch: { signedBy: '甲镇人民政府办公室' } },
    find: signatures,
  },
];
