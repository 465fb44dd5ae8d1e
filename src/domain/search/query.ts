import { fold } from './fold.ts';

/** `exact`: what is typed stands in the text, character by character. `relevance`: its words do, the best first. */
export type SearchMode = 'exact' | 'relevance';

export type SearchSort = 'relevance' | 'date';

/** 有效性 of a document, as the search tells it. */
export type SearchValidity = 'inForce' | 'ended';

/** What is looked for, folded; a phrase stands together in either mode. */
export interface Term {
  readonly text: string;
  readonly phrase: boolean;
}

export interface SearchFilter {
  readonly agency?: string | undefined;
  readonly column?: string | undefined;
  readonly year?: number | undefined;
  readonly type?: string | undefined;
  readonly validity?: SearchValidity | undefined;
}

/** A search as it was asked. */
export interface SearchQuery {
  readonly terms: readonly Term[];
  /** What must not stand in the text, folded; character by character in either mode. */
  readonly without?: readonly string[];
  readonly mode: SearchMode;
  readonly sort: SearchSort;
  readonly filter: SearchFilter;
}

/** What a person types is read up to here; more finds nothing more. */
export const LONGEST_QUERY = 100;
const MOST_TERMS = 8;
const QUOTED = /["“”„＂]([^"“”„＂]+)["“”„＂]|「([^」]+)」|『([^』]+)』/gu;

/** The terms of what was typed: what stands in quotation marks is one phrase, the rest is parted by blanks. */
export function termsOf(typed: string): Term[] {
  const text = [...typed].slice(0, LONGEST_QUERY).join('');
  const phrases: Term[] = [];
  const rest = text.replace(QUOTED, (_, a?: string, b?: string, c?: string) => {
    phrases.push({ text: fold(a ?? b ?? c ?? ''), phrase: true });
    return ' ';
  });
  const words = rest.split(/\s+/u).map((w) => ({ text: fold(w.replace(/["“”„＂]/gu, '')), phrase: false }));
  const seen = new Set<string>();
  return [...phrases, ...words].filter((t) => t.text !== '' && !seen.has(t.text) && seen.add(t.text)).slice(0, MOST_TERMS);
}

/** What was typed, read: what is looked for, and what is not wanted. */
export interface Typed {
  readonly terms: readonly Term[];
  readonly without: readonly string[];
  /** What was typed without that which is not wanted. */
  readonly wanted: string;
}

/** A minus before a word, as it is typed on any keyboard, or 不含：. Inside a word (GB/T 33358-2016) and inside quotation marks it is the text's own. */
const UNWANTED =
  /["“”„＂][^"“”„＂]+["“”„＂]|「[^」]+」|『[^』]+』|(?<![^\s])(?:[-－−﹣]|不含\s*[：:]\s*)(?:["“”„＂]([^"“”„＂]+)["“”„＂]|「([^」]+)」|『([^』]+)』|([^\s"“”„＂「『\-－−﹣][^\s"“”„＂「『]*))/gu;

/** Parts what was typed into the terms and what is to be left out; after 不含： several words are parted by 、 or ，. */
export function readTyped(typed: string): Typed {
  const text = [...typed].slice(0, LONGEST_QUERY).join('');
  const without: string[] = [];
  const wanted = text.replace(UNWANTED, (whole, a?: string, b?: string, c?: string, word?: string) => {
    const phrase = a ?? b ?? c;
    if (phrase === undefined && word === undefined) return whole;
    const words = phrase === undefined ? (word ?? '').split(whole.startsWith('不含') ? /[、，,；;]/u : /$^/u) : [phrase];
    const read = words.map(fold).filter((w) => w !== '');
    // A minus before nothing that can be read is only a sign.
    if (read.length === 0) return whole;
    without.push(...read);
    return ' ';
  });
  return { terms: termsOf(wanted), without: [...new Set(without)].slice(0, MOST_TERMS), wanted: wanted.replace(/\s+/gu, ' ').trim() };
}

/** Words of a question that say nothing of its subject. */
const ASKING =
  /请问|怎么样|怎么办|怎么|怎样|如何|什么时候|什么|哪里|哪儿|哪些|多少|是否|可以|能不能|在哪|需要|办理|有没有|我想|想要|关于|以及|[的了吗呢和与及？?，,。！!、；;：:（）()《》]/gu;

/** The parts of a loosely typed term that say what it is about; itself where nothing is left. */
export function partsOf(term: string): string[] {
  const parts = term.split(ASKING).filter((p) => [...p].length > 1);
  return parts.length > 0 ? [...new Set(parts)] : [term];
}
