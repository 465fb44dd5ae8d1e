import type { Day } from '#lib/day.ts';

/** One article: a short digest in the product's own words, and how many paragraphs and items may be cited. */
export interface Article {
  readonly digest: string;
  /** Number of paragraphs (款); 1 where the article is not cited by paragraph. */
  readonly paragraphs: number;
  /** Number of items (项); 0 where it has none. */
  readonly items: number;
}

/** A law or notice the product cites. */
export interface Law {
  /** The key in a basis: `OGIR2019`. */
  readonly key: string;
  /** With 《》. */
  readonly title: string;
  /** 国务院令第711号, 国办函〔2020〕109号 …; empty for a law. */
  readonly number: string;
  readonly from: Day;
  /** Last day in force; null: still in force. */
  readonly until: Day | null;
  /** Set where the source could not be verified. */
  readonly unverified?: string;
  readonly articles: ReadonlyMap<number, Article>;
}

/** `articles({ 26: '…', 33: ['…', 3], 36: ['…', 1, 7] })`: digest, paragraphs, items. */
export function articles(table: Readonly<Record<number, string | readonly [string, number, number?]>>): ReadonlyMap<number, Article> {
  return new Map(
    Object.entries(table).map(([n, a]) => {
      const [digest, paragraphs, items] = typeof a === 'string' ? [a, 1, 0] : [a[0], a[1], a[2] ?? 0];
      return [Number(n), { digest, paragraphs, items }];
    }),
  );
}
