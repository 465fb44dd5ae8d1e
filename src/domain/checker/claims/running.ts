import type { Figure } from './figure.ts';
import type { Mention } from './mention.ts';

/** What the sentence has said before a mention: what its parts inherit. */
export interface Running {
  /** The rows the last whole was of, for 其中自然人 3 件. */
  rows: readonly string[];
  figure: Figure | null;
  /** What the sentence says after the mention. */
  after: string;
  /** Parts by way of applying went before: a bare 共 N 件 is their sum. */
  channels: boolean;
}

/** The clause a mention stands in, up to the number: since the last ， or the mention before. */
export function ownClause(mention: Mention): string {
  const { lead } = mention;
  const at = lead.lastIndexOf('，');
  // 受理依申请公开申请，共计 18 件: what is counted stands in the clause before.
  if (/^(?:共计|共有|共|合计|总计|数量为|总数为)$/.test(lead.slice(at + 1)) && /申请(?:事项|件)?$/.test(lead.slice(0, at)))
    return `${lead.slice(lead.lastIndexOf('，', at - 1) + 1, at)}${lead.slice(at + 1)}`;
  return lead.slice(at + 1);
}

/** 与上年 9 件相比: the same figure of last year. */
export const LAST_YEARS = /^，?(?:与|较|比|同|从)(?:上年|去年|上一年|上年度|上一年度|20\d{2}年)(?:度|同期)?的?$/;
