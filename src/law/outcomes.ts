import { OTHER_ROWS, OUTCOME_ROWS } from './forms/rows.ts';

/** 予以公开 · 部分公开 · 不予公开 · 无法提供 · 不予处理 · 其他处理. */
export type OutcomeGroup = 'granted' | 'grantedInPart' | 'refused' | 'cannotProvide' | 'notProcessed' | 'other';

/**
 * The way to a remedy: `reviewFirst` reconsideration before a suit (ARL2023 23.1(4)); `either`; `none`;
 * `undecided` until the office's legal adviser has decided once, dated and named.
 */
export type RemedyRoute = 'reviewFirst' | 'either' | 'none' | 'undecided';

/** How an application ends: one row of section three, its article, its letter and the way to a remedy. */
export interface Outcome {
  /** The row of section three, `3.3.4`; also the key in registers. */
  readonly row: string;
  readonly group: OutcomeGroup;
  /** The statutory label without its number. */
  readonly label: string;
  readonly basis: readonly string[];
  readonly remedyRoute: RemedyRoute;
  /** Set where the route is a reading the law does not confirm. */
  readonly unverified?: string;
  /** The title of the letter; null where no letter is sent. */
  readonly letter: string | null;
}

const GROUPS: Readonly<Record<string, OutcomeGroup>> = {
  '3.1': 'granted',
  '3.2': 'grantedInPart',
  '3.3': 'refused',
  '3.4': 'cannotProvide',
  '3.5': 'notProcessed',
  '3.6': 'other',
};

const LETTERS: Readonly<Record<OutcomeGroup, string>> = {
  granted: '政府信息公开告知书',
  grantedInPart: '政府信息部分公开告知书',
  refused: '政府信息不予公开告知书',
  cannotProvide: '政府信息无法提供告知书',
  notProcessed: '政府信息公开申请不予处理告知书',
  other: '政府信息公开申请不再处理告知书',
};

function routeOf(row: string, group: OutcomeGroup): Pick<Outcome, 'remedyRoute' | 'unverified'> {
  if (row === '3.3.8') return { remedyRoute: 'undecided', unverified: '行政查询事项是否复议前置尚无定论，由本机关法律顾问确定' };
  if (row === '3.2') return { remedyRoute: 'undecided', unverified: '不予公开部分是否复议前置尚无定论，由本机关法律顾问确定' };
  if (row === '3.6.3') return { remedyRoute: 'none' };
  if (group === 'refused') return { remedyRoute: 'reviewFirst' };
  if (group === 'other') return { remedyRoute: 'either', unverified: '不再处理的救济途径未与办法原文核对' };
  return { remedyRoute: 'either' };
}

/** 1.属于国家秘密 → 属于国家秘密; （一）予以公开 → 予以公开; the remark in brackets of 部分公开 is left out. */
function plainLabel(label: string): string {
  return label.replace(/^(\d+\.|（.）)/, '').replace(/（.*）$/, '');
}

function letterOf(row: string, group: OutcomeGroup): string | null {
  if (row === '3.3.8') return '政府信息公开申请告知书';
  return row === '3.6.3' ? null : LETTERS[group];
}

/** The 21 outcomes in the order of the form in use, one row each. */
export const OUTCOMES: readonly Outcome[] = [...OUTCOME_ROWS, ...OTHER_ROWS].map((r): Outcome => {
  const group = GROUPS[r.key.slice(0, 3)];
  if (!group) throw new Error(`no group for row ${r.key}`);
  return { row: r.key, group, label: plainLabel(r.label), basis: r.basis, ...routeOf(r.key, group), letter: letterOf(r.key, group) };
});

/** The outcome of a row; null for a row that is none. */
export function outcomeOf(row: string): Outcome | null {
  return OUTCOMES.find((o) => o.row === row) ?? null;
}
