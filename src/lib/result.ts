/** What the law or a rule does not allow, said with its facts: a value, never an exception. */
export interface Refusal {
  /** In Chinese: what, where, what to do. */
  readonly refused: string;
  /** `LAW article[.paragraph][(item)]`, e.g. `OGIR2019 33.2`; empty where no article is the reason. */
  readonly basis: readonly string[];
}

export function refuse(refused: string, ...basis: string[]): Refusal {
  return { refused, basis };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && typeof (value as Refusal).refused === 'string';
}
