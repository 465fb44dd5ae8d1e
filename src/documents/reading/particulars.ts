import { isTraditional, simplified } from '#domain/search/simplified.ts';
import { findDay, findDayShape, findPeriod, findYear, withoutYears } from './dates.ts';
import type { Placed } from './piece.ts';
import { toldBy } from './told.ts';

/** Title, unit, signature and period of a report, with the pieces they stand in. */
export interface Particulars {
  readonly unit: string | null;
  readonly year: number | null;
  readonly period: [string, string] | null;
  readonly signedBy: string | null;
  readonly signedOn: string | null;
  readonly titlePieces: ReadonlySet<Placed>;
  readonly signaturePieces: ReadonlySet<Placed>;
}

/** 年度报: 报告 with its letters mixed up or cut off. */
const TITLE = /(?:政府信息|政务|信息)公开.{0,14}?(?:报告|年报|年度报)/;
const ORGAN =
  /(?:政府|办公室|办公厅|委员会|管委会|局|厅|乡|镇|街道|办事处|中心|医院|学院|学校|大学|协会|联合会|队|站|处|所|公司|集团|党委|部|区|县|市|州|旗|省|署|院|社|室|委|办)(?:[(（].{1,8}[)）])?$/;
const NO_ORGAN =
  /[。；;！？!?,，]|我[局镇乡县市区委办厅院校]$|发布|更新|来源|日期|时间|版权|主办|承办|浏览|字号|打印|关闭|首页|联系|电话|附件|上一篇|下一篇|编辑|审核/;

/** 我局; （三）政府信息…, a sub-heading that breaks off. */
const NO_NAME = /^(?:[我本该各]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、])/;

/** Longer lines are cut: no title, signature or period needs more. */
const LINE = 4_000;

/** So many 繁体字 in one line are no name's. */
const TRADITIONAL_FROM = 3;

function compact(text: string): string {
  const short = text.slice(0, LINE);
  return (isTraditional(short, TRADITIONAL_FROM) ? simplified(short) : short)
    .normalize('NFKC')
    .replace(/\[\s*bookmark[^\]]*\]/gi, '')
    .replace(/[\s\p{Cf}《》〈〉“”"'#*]/gu, '');
}

/** The unit a title names: what is left without year, 关于 and 政府信息公开…报告. Empty where it names none. */
export function unitOfTitle(title: string): string {
  const t = compact(title);
  const m = [...t.matchAll(/政府信息公开|政务公开|信息公开/g)].filter((x) => TITLE.test(t.slice(x.index))).at(-1);
  if (!m) return '';
  const clean = (s: string): string =>
    withoutYears(s)
      .replace(/(?:关于|公布|发布|印发)+$/g, '')
      .replace(/关于|年度$|本年度|的$/g, '')
      .replace(/^(?:现将|现公布|现发布|特公布)/, '')
      .replace(/^[-—–_、,，.:：()（）]+|[-—–_、,，.:：()（）]+$/g, '');
  const head = clean(t.slice(0, m.index));
  if (head !== '') return head;
  const end = /(?:报告|年报)(?:书)?/.exec(t.slice(m.index));
  const tail = end ? clean(t.slice(m.index + end.index + end[0].length)) : '';
  return ORGAN.test(tail) && tail.length <= 30 ? tail : '';
}

interface Title {
  readonly text: string;
  readonly unit: string;
  readonly pieces: readonly Placed[];
}

function rank(line: string): number {
  const t = compact(line);
  return (
    (/报告/.test(t) ? 2 : 0) +
    (findYear(t) !== null ? 2 : 0) +
    (/[>》]|首页|当前位置|[:：]/.test(line) ? -3 : 0) +
    (t.length > 60 ? -3 : 0) +
    (/。/.test(t) ? -6 : 0)
  );
}

function findTitle(front: readonly Placed[]): Title | null {
  const lines = front
    .slice(0, 400)
    .filter((p) => p.text.length < 400 && compact(p.text) !== '')
    .slice(0, 120);
  let best: { at: number; size: number; score: number } | null = null;
  for (let at = 0; at < lines.length; at++) {
    for (let size = 1; size <= 3 && at + size <= lines.length; size++) {
      const text = lines
        .slice(at, at + size)
        .map((l) => compact(l.text))
        .join('');
      if (!TITLE.test(text)) continue;
      const score =
        rank(
          lines
            .slice(at, at + size)
            .map((l) => l.text)
            .join(''),
        ) -
        (size - 1) * 0.5;
      if (score > 0 && (!best || score > best.score)) best = { at, size, score };
      break;
    }
  }
  if (!best) return null;
  let { at, size } = best;
  const join = (): string =>
    lines
      .slice(at, at + size)
      .map((l) => compact(l.text))
      .join('');
  for (let step = 0; step < 2 && unitOfTitle(join()) === '' && at > 0; step++) {
    const above = compact(lines[at - 1]!.text);
    if (above.length > 40 || NO_ORGAN.test(above) || /[>:：]/.test(above)) break;
    at--;
    size++;
  }
  return { text: join(), unit: unitOfTitle(join()), pieces: lines.slice(at, at + size) };
}

interface Signature {
  readonly by: string | null;
  readonly on: string | null;
  readonly pieces: readonly Placed[];
}

function organ(text: string): string | null {
  const t = compact(text);
  return t.length >= 2 && t.length <= 40 && ORGAN.test(t) && !NO_ORGAN.test(t) && !NO_NAME.test(t) ? t : null;
}

/** 无 and what a page dump glued behind it: 六、其他需要报告的事项 无 某某局 2020年1月17日. */
const NOTHING_ELSE = /^\s*暂?无(?:其他(?:需要报告的?)?事项)?[。.\s]+/;
/** What a site prints below a report. */
const BELOW = /(?:附件下载|相关附件|附件|打印|关闭窗口|关闭|返回顶部|扫一扫.{0,20})+$/;
const LONGEST_SIGNATURE = 60;

/** The last lines as a signature may stand in them: a whole report glued into one line ends in it, behind the last full stop. */
function endOf(text: string): string {
  const end = text.slice(-200).replace(NOTHING_ELSE, '');
  return compact(end.slice(end.search(/[^。；！？]*$/))).replace(BELOW, '');
}

/** The signature among the last lines: an organ and a date on two lines or one. */
function findSignature(back: readonly Placed[]): Signature {
  const lines = back
    .slice(-400)
    .filter((p) => compact(p.text) !== '')
    .slice(-80);
  let dated: Signature | null = null;
  for (let i = lines.length - 1; i >= 0; i--) {
    const whole = compact(lines[i]!.text.replace(NOTHING_ELSE, '')).replace(BELOW, '');
    const glued = i >= lines.length - 2 && (whole.length > LONGEST_SIGNATURE || /[。；！？]./.test(whole));
    const t = (glued ? endOf(lines[i]!.text) : whole).replace(/^[(（]|[)）]$/g, '');
    // A day that the calendar does not have still ends a signature; it is nobody's date.
    const day = t.length <= LONGEST_SIGNATURE ? findDay(t) : null;
    const found = day ?? (t.length <= LONGEST_SIGNATURE ? findDayShape(t) : null);
    if (!found || found.end < t.length) continue;
    const before = t.slice(0, found.start).replace(/[,，]$/, '');
    const same = before === '' ? null : organ(before);
    if (before !== '' && same === null) continue;
    // Glued to the text, a date alone may be any.
    if (glued && same === null) continue;
    const above = same === null && i > 0 ? organ(lines[i - 1]!.text) : null;
    const by = same ?? above;
    const own = { by, on: day?.day ?? null, pieces: glued ? [] : above ? [lines[i - 1]!, lines[i]!] : [lines[i]!] };
    if (by) return own;
    dated ??= own;
  }
  const last = lines.at(-1);
  if (dated) return dated;
  const bare = last && !last.heading ? organ(last.text) : null;
  return bare ? { by: bare, on: null, pieces: [last!] } : { by: null, on: null, pieces: [] };
}

/**
 * Reads title, unit, year, period and signature.
 * @param fallbackTitle a title from outside the report (a dump's 标题 line, a page's title), used only where nothing else says it
 */
export function readParticulars(placed: readonly Placed[], fallbackTitle: string | null): Particulars {
  const prose = placed.filter((p) => !p.cell);
  const title = findTitle(prose.filter((p) => p.section === 0));
  const lastSection = Math.max(0, ...prose.map((p) => p.section));
  const signature = findSignature(
    prose.filter((p) => p.section === lastSection && !p.heading && (lastSection > 0 || !title?.pieces.includes(p))),
  );
  const periodText = prose
    .filter((p) => p.section <= 1 || p.section === lastSection)
    .map((p) => compact(p.text))
    .join('\n')
    .slice(0, 60_000);
  const period = findPeriod(periodText);
  const fallback = fallbackTitle ?? '';
  const preamble = prose.filter((p) => p.section === 0).map((p) => compact(p.text));
  const told = toldBy(preamble.join('\n'));
  const unit = title?.unit || signature.by || unitOfTitle(fallback) || (told && organ(told.unit)) || null;
  const year =
    (title ? findYear(title.text) : null) ??
    (period ? Number(period[0].slice(0, 4)) : null) ??
    findYear(compact(fallback)) ??
    told?.year ??
    null;
  return {
    unit,
    year,
    period,
    signedBy: signature.by,
    signedOn: signature.on,
    titlePieces: new Set(title?.pieces ?? []),
    signaturePieces: new Set(signature.pieces),
  };
}
