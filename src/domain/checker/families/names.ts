import type { Context } from '../context.ts';
import { coreName, type Level } from '../level.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** The word a unit calls itself by: 镇, 乡, 街道, 局 …; null where the name shows none. */
function ownWord(unit: string, level: Level | null): string | null {
  if (level === 'township') return /乡$/.test(unit) ? '乡' : /镇$/.test(unit) ? '镇' : null;
  if (level === 'subdistrict') return '街道';
  if (level === 'county') return /县$/.test(unit) ? '县' : null;
  return level === 'department' ? '局' : null;
}

/** What another kind of unit calls itself, that this one cannot. A word for a superior (我县 in a 镇) is none of these. */
const FOREIGN: Record<string, RegExp> = {
  镇: /(?<!自)(?:我乡(?![村镇])|本乡(?!镇|村|土)|全乡(?!镇|村)|我街道|本街道|全街道|(?<![自忘])我局(?!限))/g,
  乡: /(?:我镇|本镇|全镇|我街道|本街道|全街道|(?<![自忘])我局(?!限))/g,
  街道: /(?:我镇|本镇|全镇|我乡(?![村镇])|本乡(?!镇|村|土)|全乡(?!镇|村)|(?<![自忘])我局(?!限))/g,
  县: /(?:我镇|我乡(?![村镇])|我街道|(?<![自忘])我局(?!限))/g,
  局: /(?:我镇|我乡(?![村镇])|我街道)/g,
};

function* selfNames(context: Context): Iterable<Found> {
  const word = ownWord(context.unit, context.level);
  const pattern = word ? FOREIGN[word] : undefined;
  if (!word || !pattern) return;
  for (const passage of context.passages) {
    const quoted = passage.text.replace(/“[^”]{0,30}”|《[^》]*》/g, (s) => '〇'.repeat(s.length));
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
  /[各全我本该乡镇村县市区和及与或的个是由将对为向在以等街其他每外下属辖两一二三四五六七八九十]$|^(?:加强|推动|推进|包括|完善|通过|利用|依托|围绕|提升|做好|规范|强化|健全|建立|成立|组织|指导|按照|根据|结合|落实|开展|设置|优化|发挥|打造|促进|配合|协助|联合|邀请|印发|召开|截至|其中|以及|目前|当前|年来|重点|中心|建制|基层|村民|城关镇?)$/;

/** 某某镇人民政府 of another name in a township's report: what a copied report leaves behind. */
function* foreignUnits(context: Context): Iterable<Found> {
  if (context.level !== 'township' && context.level !== 'subdistrict') return;
  const own = context.unit;
  for (const passage of context.passages) {
    for (const m of passage.text.matchAll(/(?<=^|[，。；：、（“县市区])([\u4e00-\u9fa5]{2})(镇|乡|街道)(人民政府|政府办|办事处|党政办)/g)) {
      const name = `${m[1]}${m[2]}`;
      if (
        own.endsWith(name) ||
        own.includes(m[1]!) ||
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
  return x.includes(tail(y)) || y.includes(tail(x));
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
    what: '镇的报告写“我乡”、局的报告写“我镇”等自称错误；乡镇的报告里留有别的乡镇政府的名称。说到上级（我县、我市）和引号、书名号内的不算。',
    fails: { says: '镇的报告写“我乡政府信息公开工作还存在不足”', sketch: { five: ['目前我乡政府信息公开工作还存在不足。下一步将改进。'] } },
    passes: { says: '镇的报告写“我镇”“我县”', sketch: { five: ['目前我镇政府信息公开工作与我县要求相比还存在不足。下一步将改进。'] } },
    *find(context) {
      yield* selfNames(context);
      yield* foreignUnits(context);
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
