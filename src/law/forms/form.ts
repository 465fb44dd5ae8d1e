import type { Day } from '#lib/day.ts';

/** The key of one cell: `requests/3.1/naturalPerson`, `remedies/review/upheld`, `proactive/normativeDocuments/issued`, `proactive/licences`. */
export type CellKey = string;

/** `count`: a whole number, 件. `money`: 万元, decimals allowed. `change`: a signed count (2019 form 本年增/减). */
export type CellUnit = 'count' | 'money' | 'change';

/** A column of section three: who applied. */
export interface ApplicantColumn {
  readonly key: 'naturalPerson' | 'business' | 'research' | 'publicWelfare' | 'legalService' | 'other' | 'total';
  readonly label: string;
  /** Set for the five kinds under 法人或其他组织. */
  readonly group?: '法人或其他组织';
}

/** A row of section three. */
export interface RequestRow {
  /** `1`, `2`, `3.1`, `3.3.1` … `3.7`, `4`. */
  readonly key: string;
  /** The statutory label, exact. */
  readonly label: string;
  /** The label of the group the row stands in, e.g. （三）不予公开. */
  readonly group?: string;
  /** `received`, `carriedIn`, an `outcome`, the `sum` of the outcomes, `carriedOver`. */
  readonly role: 'received' | 'carriedIn' | 'outcome' | 'sum' | 'carriedOver';
  /** What the row counts and by which date, a line of the reference's 2.7. */
  readonly counts: string;
  /** The article behind the row. */
  readonly basis: readonly string[];
}

/** A column of section four, the same five in each group. */
export interface RemedyColumn {
  readonly key: 'upheld' | 'corrected' | 'other' | 'pending' | 'total';
  readonly label: string;
  readonly counts: string;
}

/** A group of section four. */
export interface RemedyGroup {
  readonly key: 'review' | 'litigationDirect' | 'litigationAfterReview';
  readonly label: string;
  /** 行政诉讼 for the two groups under it. */
  readonly parent?: string;
  readonly basis: readonly string[];
}

/** A column of one block of section two. */
export interface ProactiveColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: CellUnit;
  readonly counts: string;
}

/** A row of one block of section two. A block with one column and `flat` puts the value directly under the row's key. */
export interface ProactiveRow {
  readonly key: string;
  readonly label: string;
}

/** One block of section two: 第二十条第（一）项 and its rows. */
export interface ProactiveBlock {
  readonly item: string;
  /** The row's header cell. */
  readonly corner: string;
  readonly columns: readonly ProactiveColumn[];
  readonly rows: readonly ProactiveRow[];
  /** True where the block has a single column whose value stands directly under the row's key. */
  readonly flat: boolean;
  readonly basis: readonly string[];
}

/** One edition of the annual report's form. Compile, check, pages, documents and roll-up all walk this table. */
export interface Form {
  readonly edition: '2019' | '2021';
  readonly notice: string;
  readonly basisLaw: string;
  /** First and last report year the edition serves; null: still in use. */
  readonly years: readonly [number, number | null];
  /** True: compiled. False: read and checked only. */
  readonly compiled: boolean;
  /** Present where a label or rule could not be verified against the notice's own text. */
  readonly unverified?: string;
  readonly issuedOn: Day;
  readonly sections: readonly string[];
  /** The five aspects of section one. */
  readonly aspects: readonly string[];
  readonly proactive: readonly ProactiveBlock[];
  readonly requestsCorner: string;
  readonly requestsHead: string;
  readonly applicantColumns: readonly ApplicantColumn[];
  /** The label of the row group spanning the outcomes, 三、本年度办理结果. */
  readonly outcomesLabel: string;
  readonly requestRows: readonly RequestRow[];
  readonly remedyGroups: readonly RemedyGroup[];
  readonly remedyColumns: readonly RemedyColumn[];
}
