import { type HolidayYear, SHIPPED_YEARS } from '#law/calendar/index.ts';
import { addDays, type Day, day } from '#lib/day.ts';
import { chineseNumber } from './chineseNumber.ts';
import { type Article, articles, type Law } from './law.ts';
import { FEE2020, FORM2019, FORM2021, LOCAL, SITE2017 } from './notices.ts';
import { OGIR2019 } from './ogir2019.ts';
import { PUBLISHING_LAWS } from './publishingLaws.ts';
import { ALL2017, ARL2023, SPC2025 } from './remedyLaws.ts';

export { chineseNumber } from './chineseNumber.ts';
export type { Article, Law } from './law.ts';

/** A year's notice on days off as a law that can be cited. */
export function holidayLaw(year: HolidayYear): Law {
  return {
    key: year.basis,
    title: `《国务院办公厅关于${year.year}年部分节假日安排的通知》`,
    number: year.notice.includes('〔') ? year.notice : '',
    from: addDays(day(`${year.year}-01-01`), -31),
    until: day(`${year.year}-12-31`),
    unverified: year.verified === 'text' ? '文号未核实' : year.verified === 'libraries' ? '文号与原文未核实' : undefined,
    articles: articles({}),
  };
}

/** Every law and notice the product cites. */
export const LAWS: readonly Law[] = [
  OGIR2019,
  FORM2019,
  FORM2021,
  FEE2020,
  ARL2023,
  ALL2017,
  SPC2025,
  SITE2017,
  ...PUBLISHING_LAWS,
  ...SHIPPED_YEARS.map(holidayLaw),
  LOCAL,
];

/** A basis read: its law and, where it names one, its article, paragraph and item. */
export interface Citation {
  readonly law: Law;
  readonly number: number | null;
  readonly article: Article | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

const BASIS = /^([A-Z]+(?:\d{4})?)(?: (\d{1,3})(?:\.(\d{1,2}))?(?:\((\d{1,2})\))?)?$/;

function numberOr(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** Reads `OGIR2019 50.1(4)`; null where the law, the article, the paragraph or the item does not exist. */
export function citation(basis: string, laws: readonly Law[] = LAWS): Citation | null {
  const match = BASIS.exec(basis);
  const law = laws.find((l) => l.key === match?.[1]);
  if (!match || !law) return null;
  const [number, paragraph, item] = [numberOr(match[2]), numberOr(match[3]), numberOr(match[4])];
  if (number === null) return { law, number, article: null, paragraph, item };
  const article = law.articles.get(number);
  if (!article) return null;
  const fits = (n: number | null, most: number): boolean => n === null || (n >= 1 && n <= most);
  return fits(paragraph, article.paragraphs) && fits(item, article.items) ? { law, number, article, paragraph, item } : null;
}

/**
 * `OGIR2019 50.1(4)` → 《中华人民共和国政府信息公开条例》第五十条第一款第（四）项; `FORM2021` → its title and number.
 * A basis that does not resolve (a year an office entered, for one) comes back as it is.
 */
export function articleTitle(basis: string, laws: readonly Law[] = LAWS): string {
  const c = citation(basis, laws);
  if (!c) return basis;
  if (c.number === null) return c.law.number ? `${c.law.title}（${c.law.number}）` : c.law.title;
  const paragraph = c.paragraph === null ? '' : `第${chineseNumber(c.paragraph)}款`;
  const item = c.item === null ? '' : `第（${chineseNumber(c.item)}）项`;
  return `${c.law.title}第${chineseNumber(c.number)}条${paragraph}${item}`;
}

/** What the cited article says, in short; null for a law as a whole. */
export function articleDigest(basis: string, laws: readonly Law[] = LAWS): string | null {
  return citation(basis, laws)?.article?.digest ?? null;
}

/** Whether a law was in force on a day. */
export function inForce(law: Law, on: Day): boolean {
  return on >= law.from && (law.until === null || on <= law.until);
}
