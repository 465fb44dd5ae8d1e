import { fold } from '#domain/search/fold.ts';
import { gramsOf, gramsOfTerm } from '#domain/search/grams.ts';
import { pinyinOf } from '#domain/search/pinyin.ts';
import type { SearchFilter } from '#domain/search/query.ts';

/** Marks the grams of the title, those of its pinyin, and what is filtered by apart from the text's. No folded text has these characters. */
const TITLE = '\u0002';
const PINYIN = '\u0003';
const PROPERTY = '\u0004';

/**
 * One long lexeme that every document has. PostgreSQL moves a value out of its row only where the row is longer than two thousand bytes: with
 * this the grams of the shortest document too lie apart, and the rows that counting reads stay at some sixty bytes.
 */
const FILLER = '\u0005'.repeat(2040);

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}

/** What a document is filtered by, one lexeme each. */
function properties(filter: SearchFilter): string[] {
  const named = Object.entries(filter).filter(([, value]) => value !== undefined);
  return named.map(([name, value]) => quoted(`${PROPERTY}${name}=${value}`));
}

/** What the index keeps of a document. */
export interface Indexed {
  readonly folded: string;
  readonly title: string;
  readonly pinyin: string;
  readonly columns: readonly string[];
  readonly filter: Omit<SearchFilter, 'column'>;
}

/** The literal of a tsvector with the grams of the text, of the title and of its pinyin, and with what is filtered by. */
export function vectorOf({ folded, title, pinyin, columns, filter }: Indexed): string {
  const lexemes = [...gramsOf(folded)];
  for (const gram of gramsOf(title)) lexemes.push(TITLE + gram);
  for (const gram of gramsOf(pinyin)) lexemes.push(PINYIN + gram);
  return [quoted(FILLER), ...lexemes.map(quoted), ...properties(filter), ...columns.flatMap((column) => properties({ column }))].join(' ');
}

function conjunction(term: string, mark: string): string {
  const { beginning, all } = gramsOfTerm(term);
  if (beginning !== null) return `${quoted(mark + beginning)}:*`;
  return all.map((gram) => quoted(mark + gram)).join(' & ');
}

/** The literal of a tsquery: every gram of the term in the text. */
export const inText = (term: string): string => conjunction(term, '');
/** … in the title. */
export const inTitle = (term: string): string => conjunction(term, TITLE);
/** … in the title's pinyin. */
export const inPinyin = (term: string): string => conjunction(term, PINYIN);
/** … what passes a filter; null: everything does. */
export function inFilter(filter: SearchFilter): string | null {
  const all = properties(filter);
  return all.length > 0 ? all.join(' & ') : null;
}

/** A title as its grams see it. */
export function titleTexts(title: string): { readonly folded: string; readonly pinyin: string } {
  const { whole, initials } = pinyinOf(title);
  return { folded: fold(title), pinyin: `${whole}\n${initials}` };
}
