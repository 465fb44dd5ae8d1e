/** Characters of the form's labels and headings in their traditional shape, each followed by the simplified one. */
const TRADITIONAL =
  '總总體体況况動动開开處处請请複复復复訴诉訟讼問问題题進进報报項项規规範范許许罰罚強强業业費费務务對对購购額额數数發发廢废現现條条內内製制結结轉转辦办屬属於于國国機机關关會会織织構构學学類类過过執执權权護护穩稳無无補补確确認认獲获計计級级與与書书餘余產产後后維维糾纠審审續续繳缴納纳據据單单萬万經经濟济團团組组責责網网縣县鎮镇鄉乡區区廳厅議议員员號号實实質质當当復复錄录鉤钩請请訪访舉举複复應应這这種种將将爲为為为廣广檔档從从來来個个門门間间長长時时繼继歸归減减讀读';

const SIMPLE = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) SIMPLE.set(TRADITIONAL[i]!, TRADITIONAL[i + 1]!);

/** Spaces, invisible characters, quotes and punctuation: what readers print differently and what no label depends on. */
const DROPPED = /[\s\p{Cf}\p{P}\p{S}\u00a0\u3000\ufeff]/u;

/** A text reduced to what labels are compared by, with the source index of each folded character. */
export interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/** What each UTF-16 unit folds to, by its code, as far as it was asked for. */
const KNOWN: (string | undefined)[] = new Array<string | undefined>(65_536).fill(undefined);

/** 1 for what is known to fold to itself. */
const STAYS = new Uint8Array(65_536);

function foldedUnit(code: number): string {
  return KNOWN[code] ?? (KNOWN[code] = foldAnew(code));
}

function foldAnew(code: number): string {
  const unit = String.fromCharCode(code);
  const folded = [...unit.normalize('NFKC')].map((c) => (DROPPED.test(c) ? '' : (SIMPLE.get(c) ?? c))).join('');
  if (folded === unit) STAYS[code] = 1;
  return folded;
}

/** NFKC, simplified characters, no spaces, quotes or punctuation; keeps where each character came from. */
export function foldWithMap(source: string): Folded {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const folded = foldedUnit(source.charCodeAt(i));
    text += folded;
    for (let k = 0; k < folded.length; k++) at.push(i);
  }
  return { text, at };
}

/** {@link foldWithMap} without the map. */
export function fold(source: string): string {
  let text = '';
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (STAYS[code] === 1) continue;
    const folded = foldedUnit(code);
    if (STAYS[code] === 1) continue;
    text += source.slice(from, i) + folded;
    from = i + 1;
  }
  return from === 0 ? source : text + source.slice(from);
}

/** Spaces that an export left written out, as a page's source or a program's has them. */
const WRITTEN_SPACES =
  /(?:&(?:nbsp|ensp|emsp|thinsp|#0*(?:160|8194|8195|8201|12288)|#x0*(?:a0|2002|2003|2009|3000));?|\\u(?:00a0|3000))+/gi;

/** True where a text holds such a space. */
function spacesWritten(source: string): boolean {
  return (source.includes('&') || source.includes('\\u')) && source.search(WRITTEN_SPACES) >= 0;
}

/** A text with the spaces that are written out as `mark`. */
export function spaced(source: string, mark = ' '): string {
  return spacesWritten(source) ? source.replace(WRITTEN_SPACES, mark) : source;
}

/** A footnote's mark right after a figure: NFKC would make a digit of it, and 12① a hundred and twenty-one. */
const FOOTNOTE = /(?<=[\d\uff10-\uff19]\s?)[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2473]+/g;

/** A text with the marks of footnotes after figures in brackets. */
export function footnotesApart(source: string): string {
  return /[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u2473]/.test(source) ? source.replace(FOOTNOTE, '(注)') : source;
}

/** A thin space among digits sets thousands apart. */
const THOUSANDS = /(?<=\d)[\u2009\u202f](?=\d{3}(?!\d))/g;

/** NFKC with every kind of space, written out or not, as one blank and invisible characters dropped; trimmed. */
export function plain(source: string): string {
  if (/^[!-%'-[\]-~\u4e00-\u9fff]*$/.test(source)) return source;
  return footnotesApart(spaced(source))
    .replace(THOUSANDS, '')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}
