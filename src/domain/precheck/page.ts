/** A paragraph, heading, list item or cell of a page, in the order read. */
export interface PageBlock {
  /** 1-based. */
  readonly n: number;
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell';
  /** 1 … 6 for a heading, else 0. */
  readonly level: number;
  readonly text: string;
}

/** What the check reads of a page, whatever it was written in. */
export interface PageText {
  readonly blocks: readonly PageBlock[];
  readonly tables: readonly {
    readonly block: number;
    readonly rows: number;
    readonly columns: number;
    readonly headers: number;
    readonly quote: string;
  }[];
  readonly images: readonly { readonly block: number; readonly alt: string | null; readonly source: string }[];
  readonly links: readonly { readonly block: number; readonly href: string; readonly text: string }[];
}

/** What a text is checked against: the office and its people, its own words, its pages. */
export interface PrecheckContext {
  readonly today: string;
  readonly agency: { readonly name: string; readonly shortName: string; readonly level: string };
  /** Right names in use, the office's list and every unit's; and wrong or former ones with the right one. */
  readonly agencyNames: readonly string[];
  readonly formerNames: Readonly<Record<string, string>>;
  /** Leaders by name → post. */
  readonly leaders: Readonly<Record<string, string>>;
  /** The office's own list: wrong → right. */
  readonly words: Readonly<Record<string, string>>;
  /** Addresses and index numbers of ours that are there to be linked to. */
  readonly known: (address: string) => boolean;
}

export interface PrecheckText {
  readonly title: string;
  readonly summary: string;
  readonly page: PageText;
}
