import { type PrecheckFinding, quoteAt } from './finding.ts';
import type { PageText, PrecheckContext } from './page.ts';
import type { Spot } from './spot.ts';

const ENDING = /(?:镇人民政府|乡人民政府|街道办事处|县人民政府)$/;
const ENDINGS = /镇人民政府|乡人民政府|街道办事处|县人民政府/g;
/** A line that is a government's name and nothing else: a signature. */
const SIGNATURE = /^[\u4e00-\u9fa5]{1,20}(?:镇人民政府|乡人民政府|街道办事处|县人民政府)$/;
/** The last line of an official document: who printed it, and when. */
const IMPRINT = /^([\u4e00-\u9fa5]{1,20}(?:镇人民政府|乡人民政府|街道办事处|县人民政府))(?:办公室)?[\s\d年月日]*(?:印发|发布)$/;
/** Where a name may begin in running text: the word before is none of its own. */
const BEFORE = /(?:^|[^\u4e00-\u9fa5]|[由向对在到和与及是报经请按据县市省区])$/;
const SIGNED_WITHIN = 4;

function finding(spot: Spot, from: number, name: string, right: string | null): PrecheckFinding {
  const place = { ...spot.place, quote: quoteAt(spot.text, from, from + name.length) };
  const guess = right ? `请看是否应为“${right}”` : '请核对署名';
  const message = `“${name}”不是登记的单位，${guess}；确有这个机关的，可以写进公开设置的“机关单位规范名称”。`;
  return { rule: 'PUB-AGENCY-NAME', severity: 'warning', message, basis: ['OGIR2019 6.1'], place, suggestion: right };
}

/** Where two names of one length differ in one character before their ending; -1: not so. */
function onlyDifference(a: string, b: string, stem: number): number {
  const at = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]));
  return at.length === 1 && (at[0] ?? stem) < stem ? (at[0] ?? -1) : -1;
}

/** 朝旭镇人民政府 where 朝阳镇人民政府 is on record. A name with one character before its ending has none to compare. */
function mistyped(spot: Spot, names: readonly string[]): PrecheckFinding[] {
  return [...spot.text.matchAll(ENDINGS)].flatMap((m): PrecheckFinding[] => {
    const upTo = spot.text.slice(0, m.index + m[0].length);
    if (names.some((name) => upTo.endsWith(name))) return [];
    for (const name of names) {
      const stem = name.length - m[0].length;
      if (stem < 2 || !name.endsWith(m[0]) || upTo.length < name.length) continue;
      const said = upTo.slice(-name.length);
      const at = onlyDifference(said, name, stem);
      if (at > 0 || (at === 0 && BEFORE.test(upTo.slice(0, -name.length)))) return [finding(spot, upTo.length - name.length, said, name)];
    }
    return [];
  });
}

/** Others sign only what they made: a government that is not on record under a text, unless it signs together with one that is. */
function foreignSignatures(page: PageText, names: readonly string[]): PrecheckFinding[] {
  const last = page.blocks.filter((b) => b.kind === 'paragraph' && b.text.trim() !== '').slice(-SIGNED_WITHIN);
  const signed = last.flatMap((b) => {
    const line = b.text.trim();
    const name = SIGNATURE.test(line) ? line : IMPRINT.exec(line)?.[1];
    return name ? [{ b, name, known: names.some((n) => name.endsWith(n)) }] : [];
  });
  if (signed.some((s) => s.known)) return [];
  return signed.map(({ b, name }) => {
    const spot = { text: b.text, place: { part: 'body' as const, paragraph: b.n } };
    return finding(spot, b.text.indexOf(name), name, null);
  });
}

/** Full names of governments that are not on record: one character beside one that is, or under the text as its maker. */
export function governmentFindings(spots: readonly Spot[], page: PageText, context: PrecheckContext): PrecheckFinding[] {
  const names = [...new Set([context.agency.name, ...context.agencyNames])].filter((n) => ENDING.test(n));
  const typos = spots.flatMap((s) => mistyped(s, names));
  const told = new Set(typos.map((f) => f.place.paragraph));
  return [...typos, ...foreignSignatures(page, names).filter((f) => !told.has(f.place.paragraph))];
}
