import { fold } from '#domain/search/fold.ts';
import { gramsOf, gramsOfTerm } from '#domain/search/grams.ts';
import { pinyinOf } from '#domain/search/pinyin.ts';

/** Marks the grams of the title, and those of its pinyin, apart from the text's. No folded text has these characters. */
const TITLE = '\u0002';
const PINYIN = '\u0003';

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}

/** The literal of a tsvector with the grams of the text, of the title and of its pinyin. */
export function vectorOf(folded: string, title: string, pinyin: string): string {
  const lexemes = [...gramsOf(folded)];
  for (const gram of gramsOf(title)) lexemes.push(TITLE + gram);
  for (const gram of gramsOf(pinyin)) lexemes.push(PINYIN + gram);
  return lexemes.map(quoted).join(' ');
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

/** A title as its grams see it. */
export function titleTexts(title: string): { readonly folded: string; readonly pinyin: string } {
  const { whole, initials } = pinyinOf(title);
  return { folded: fold(title), pinyin: `${whole}\n${initials}` };
}
