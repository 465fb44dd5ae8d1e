import type { Listed, SearchKind } from './document.ts';
import type { SearchFilter, SearchValidity } from './query.ts';

/** One line of a list of what is public. */
export interface PublicLine {
  readonly agency: string;
  readonly kind: SearchKind;
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly listed: Listed;
  readonly columns: readonly string[];
  readonly type: string | null;
  readonly validity: SearchValidity | null;
  /** ISO instant. */
  readonly publishedAt: string;
}

/** As much of a line as a list shows. */
export interface ShownLine extends Pick<PublicLine, 'url' | 'title' | 'validity' | 'publishedAt'> {
  /** The first of its columns; null: in none. */
  readonly column: string | null;
}

/** Which lines: in any of the columns, of kinds, as the filter says. */
export interface LineQuery extends Omit<SearchFilter, 'column'> {
  readonly columns?: readonly string[] | undefined;
  readonly kinds?: readonly SearchKind[] | undefined;
}

/** Where a list goes on: the last line that was read. */
export interface LineCursor {
  readonly publishedAt: string;
  readonly agency: string;
  readonly kind: string;
  readonly id: string;
}

export interface LinePage {
  readonly total: number;
  readonly lines: readonly ShownLine[];
}

/** How many lines a column has, and when the last came. */
export interface ColumnCount {
  readonly column: string;
  readonly count: number;
  readonly latest: string;
}

/** What is public, as lists: newest first, in an order that no two lines share. */
export interface PublicCatalogue {
  list(query: LineQuery, offset: number, limit: number): Promise<LinePage>;
  count(query: LineQuery): Promise<number>;
  /** A page of the list without its total. */
  page(query: LineQuery, offset: number, limit: number): Promise<readonly ShownLine[]>;
  /** The lines after a cursor; paging by it neither repeats nor leaves out what was there when it began. */
  after(query: LineQuery, cursor: LineCursor | null, limit: number): Promise<readonly PublicLine[]>;
  counts(agency: string): Promise<readonly ColumnCount[]>;
  /** Years and types there are to filter by. */
  choices(query: LineQuery): Promise<{ readonly years: readonly number[]; readonly types: readonly string[] }>;
}

/** The column 村务公开 is listed under, apart from the office's own information. */
export const VILLAGE = 'village-affairs';
