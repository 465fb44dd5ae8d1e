import type { TableState } from '#domain/report/model.ts';
import { simplified } from '#domain/search/simplified.ts';
import type { Placed } from './piece.ts';

/** A line that names such a report, or says of the text that it is one. */
const NAMED = /信息公开(?:工作)?.{0,10}(?:报告|年报)|信息公开.{0,8}告年度报/;
/** What only speaks of the report: a notice, a plan, a letter. */
const ABOUT = /(?:通知|方案|要点|办法|规定|函|通报|指南|说明|解读|计划|清单|答复)[)）]?$/;
/** A university's report of a school year has parts and dates of its own (Art. 55: by its sector's rules). */
const SCHOOL_YEAR = /学年度?信息公开/;
const ASPECTS = [/主动公开/, /依申请公开/, /信息管理/, /平台/, /监督保障/];
const FEWEST_HEADINGS = 2;
const FEWEST_ASPECTS = 3;

function compact(text: string): string {
  return simplified(text).replace(/[\s《》〈〉“”"]/g, '');
}

/**
 * True where what was read is an annual report or a piece of one: a table of sections two or three, two headings, or a beginning
 * whose title or first section says what it is.
 */
export function isReport(placed: readonly Placed[], two: TableState, three: TableState): boolean {
  if (two !== 'missing' || three !== 'missing') return true;
  const headings = new Set(placed.filter((p) => p.heading).map((p) => p.section));
  if (headings.size >= FEWEST_HEADINGS) return true;
  if (headings.size === 0) return false;
  const front = placed.filter((p) => p.section === 0).map((p) => compact(p.text.slice(0, 4_000)));
  if (front.some((t) => t.length <= 60 && NAMED.test(t) && (ABOUT.test(t) || SCHOOL_YEAR.test(t)))) return false;
  if (front.some((t) => t.length <= 60 && NAMED.test(t))) return true;
  if (!headings.has(1)) return false;
  const one = placed
    .filter((p) => p.section === 1)
    .map((p) => simplified(p.text.slice(0, 20_000)))
    .join('\n')
    .slice(0, 20_000);
  return ASPECTS.filter((a) => a.test(one)).length >= FEWEST_ASPECTS || front.some((t) => /编制|公布|报告如下/.test(t) && NAMED.test(t));
}
