import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import { documentFigure } from './documents.ts';
import { type Figure, requestFigure } from './figure.ts';
import type { Mention } from './mention.ts';
import { powerFigure } from './powers.ts';
import { remedyFigure, remedyResult } from './remedies.ts';
import { applicantFigure, requestsFigure } from './requests.ts';
import { LAST_YEARS, ownClause, type Running } from './running.ts';

/** A number of the prose with the figure it names. */
export interface Claim {
  readonly sentence: Sentence;
  readonly mention: Mention;
  readonly figure: Figure;
  /** 元 brought to 万元. */
  readonly value: number;
  /** Half of the last printed place, in the same unit. */
  readonly slack: number;
  /** The clause says it speaks of a part or of another scope (其中, 本级, 代表). */
  readonly partial: boolean;
  /** `previous`: the clause speaks of last year. */
  readonly year: 'this' | 'previous';
}

/** Units of money in 万元. */
const YUAN: Record<string, number> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };
const ITEM_UNITS = /^(件|条|份|宗|起|个|例|项|件次|条次|次)$/;
const PERIOD_OF_YEAR =
  /(上半年|下半年|前三季度|第?[一二三四1-4]季度|每年|每月|每季|每周|月均|日均|平均|\d{1,2}月份|\d{1,2}月?(?:至|到|—|-|－|~)\d{1,2}月|(?<![月日至—-])1?\d月[，、]?(?:共|，|受理|收到))/;
const LONG_SPAN = /(以来|历年|近[三五两几十]年|(?:19|20)\d{2}(?:年)?[-—–至~](?:19|20)\d{2}年)/;
const OTHER_ACTOR = /(协助|协办|配合|指导|会办|(?<!结)转办|移交|转送|转来|代办|代为|向(?![我本]|.{0,12}本级).{2,20}(?:提出|申请|提交))/;

/** 自……以来，累计 N 件: a sum over more than the year, unless the clause names a year of its own. */
function longSpan(before: string, own: string): boolean {
  return LONG_SPAN.test(own) || (LONG_SPAN.test(before) && /累计|共/.test(own) && !/20\d{2}年|本年|全年|今年/.test(own));
}

function yearOf(clause: string, year: number | null): Claim['year'] | null {
  if (/20\d{2}年(?:度)?(?:结转|转结)|(?:结转|转结|顺延|转入)(?:至|到|入)?20\d{2}年/.test(clause)) return 'this';
  const named = [...clause.matchAll(/(20\d{2})年/g)].map((m) => Number(m[1]));
  if (year !== null && named.length > 0 && named.every((n) => n === year - 1)) return 'previous';
  if (year !== null && named.length > 0 && !named.includes(year)) return null;
  if (LAST_YEARS.test(clause)) return 'previous';
  return /(去年|上一年|上年|上年度)(?!.{0,3}(?:结转|转结))/.test(clause) && !/结转|转结|比|较/.test(clause) ? 'previous' : 'this';
}

/** The year that a clause before set for what follows: 2022 年，……共收到. */
function openingYear(before: string): string {
  return [...before.matchAll(/(?:^|[，；。）])(20\d{2}年)(?:度|底|末)?，/g)].at(-1)?.[1] ?? '';
}

const ALL =
  /^[，（]?(?:其中)?(?:均|全部|全)(?:已|都|依法)?(?:为|是|系|由|属|被|获|作出?|经)*(?<of>自然人|公民|个人|法人|商业企业|企业|(?:依法)?予以公开(?!答复|回复)|不予公开|维持|结果维持)(?!、|和|与|或|及|网|信)/;

/** 收到 2 件，均为自然人；复议 2 件，均维持: the same number once more, of the part it is all of. */
function allOf(context: Context, claim: Claim, running: Running): Figure | null {
  const after = claim.sentence.text.slice(claim.mention.end);
  const of = ALL.exec(after)?.groups?.['of'];
  if (!of) return null;
  const remedy = /^remedies\/([^/]+)\/total$/.exec(claim.figure.id)?.[1];
  if (remedy) return /维持/.test(of) ? remedyResult(remedy, 'upheld', `${claim.figure.label.replace(/的案件$/, '')}结果维持的案件`) : null;
  if (!/^requests\/(?:1|3\.7)\/total$/.test(claim.figure.id)) return null;
  if (/予以公开/.test(of)) return requestFigure(context, '予以公开的申请', ['3.1']);
  if (of === '不予公开') return requestFigure(context, '不予公开的申请', ['3.3']);
  return applicantFigure(context, of, running);
}

/** Every number of a sentence that names a figure. */
export function claimsOf(context: Context, sentence: Sentence, mentions: readonly Mention[]): Claim[] {
  const out: Claim[] = [];
  const running: Running = { rows: [], figure: null, after: '', channels: false };
  for (const mention of mentions) {
    running.after = sentence.text.slice(mention.end);
    const own = ownClause(mention);
    const year = yearOf(
      /20\d{2}年/.test(own) ? own : `${openingYear(sentence.text.slice(0, mention.start))}${own}`,
      context.reading.report.year,
    );
    const excluded =
      year === null || PERIOD_OF_YEAR.test(own) || longSpan(sentence.text.slice(0, mention.start), own) || OTHER_ACTOR.test(own);
    const money = /元$/.test(mention.unit);
    const items = ITEM_UNITS.test(mention.unit);
    const figure =
      excluded || (!items && !money)
        ? null
        : (powerFigure(context, sentence, mention, own, running) ??
          (items
            ? (remedyFigure(context, sentence, mention, own, running) ??
              documentFigure(context, sentence, mention, own, running) ??
              requestsFigure(context, sentence, mention, running))
            : null));
    if (!figure) {
      if (items && /[^、，]{3,}/.test(own) && !/其中/.test(own)) running.rows = [];
      if (items) running.figure = null;
      continue;
    }
    const whole = /^requests\/([^/]+)\/total$/.exec(figure.id);
    if (whole && !/^3\.[1-6]/.test(whole[1]!)) running.rows = figure.label === '办理的申请' ? ['1', '2'] : whole[1]!.split('+');
    running.figure = figure;
    const scale = figure.money ? (YUAN[mention.unit] ?? 1) : 1;
    const claim: Claim = {
      sentence,
      mention,
      figure,
      value: mention.value * scale,
      slack: mention.slack * scale,
      partial: /(其中|本级|代表|机关本部|办公室本部)/.test(own),
      year: year ?? 'this',
    };
    out.push(claim);
    const all = mention.value > 0 ? allOf(context, claim, running) : null;
    if (all) out.push({ ...claim, figure: all });
  }
  return out;
}
