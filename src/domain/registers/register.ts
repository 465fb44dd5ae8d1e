/** The registers an office keeps. Each has declarations (kept · nil · not kept) but the problems list. */
export type RegisterKey =
  | 'requests'
  | 'normativeDocuments'
  | 'items'
  | 'publications'
  | 'administrative'
  | 'remedies'
  | 'tickets'
  | 'activities'
  | 'problems';

/** How a value is typed, checked, shown and imported. `fen`: money in fen, shown in 元. `month`: `YYYY-MM`. */
export type FieldKind = 'text' | 'longText' | 'day' | 'month' | 'count' | 'fen' | 'flag' | 'choice' | 'reference' | 'unit';

/** A value a choice field may take, with the words an office's own sheet may use for it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

/** One column of a register: grid, form, import, export, print and store all walk this. */
export interface Field {
  /** Also the column of the store and the key in the registers file of `compile --registers`. */
  readonly key: string;
  /** The column title in the office's 台账. */
  readonly label: string;
  readonly kind: FieldKind;
  readonly choices?: readonly Choice[];
  /** Other column titles an office's own sheet may use, for import. */
  readonly synonyms?: readonly string[];
  /** Only the statute's own fields are mandatory. */
  readonly required?: { readonly basis: string };
  /** Personal data: sealed with the person's key at rest, masked on screen, never in a fact. */
  readonly personal?: true;
  /** The value is the date of the case's event of this kind (requests only). */
  readonly event?: string;
  /** A negative amount is allowed: a month's refunds may exceed what was collected. */
  readonly negative?: true;
  /** Shown in the grid by default. */
  readonly grid?: boolean;
  readonly hint?: string;
}

/** A register: what it holds, in the office's own words and column order. */
export interface Register {
  readonly key: RegisterKey;
  /** 依申请公开登记簿 … */
  readonly title: string;
  /** 件, 条, 次 … */
  readonly countWord: string;
  /** What one record is called: 申请, 工单 … */
  readonly recordWord: string;
  /** The field holding the record's number; a record without one is numbered at 登记. */
  readonly numberField: string;
  /** The field whose date places a record in a year, for lists and proposals of declarations. */
  readonly dateField: string;
  /** True: figures over it need a declaration for the period. */
  readonly declared: boolean;
  readonly fields: readonly Field[];
}
