import { z } from 'zod';
import { type ColumnNode, columnFreshness, FIXED_COLUMNS, keptBecause } from '#domain/publishing/columns.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { articleTitle } from '#law/articles/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import type { ColumnRow, ColumnsAnswer } from './publishingTypes.ts';
import { agencyCode } from './query.ts';

function inOrder(nodes: readonly ColumnNode[], depth = 0): { readonly node: ColumnNode; readonly depth: number }[] {
  return nodes.flatMap((node) => [{ node, depth }, ...inOrder(node.children, depth + 1)]);
}

/** 栏目 as a tree with what stands in each, how fresh it is, and whether it may be deleted. They are saved whole, as an entry. */
export function registerPublishingColumns(api: Api, deps: WebDeps): void {
  const { entries, items } = deps.publishing;

  api.route({
    method: 'GET',
    path: '/publishing/columns',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input: { agency }, viewer }): Promise<ColumnsAnswer | Refusal> => {
      const use = await entries.columnUse(viewer, agency);
      if (isRefusal(use)) return use;
      const kept = await entries.versions(viewer, agency, 'columns', 'columns');
      if (isRefusal(kept)) return kept;
      const settings = await entries.list(viewer, [agency], 'settings');
      const { thresholds } = settingsOf(isRefusal(settings) ? null : settings[0]);
      const out = await items.list(viewer, { agencies: [agency], public: ['inForce', 'abolished', 'expired'], size: 0 });
      if (isRefusal(out)) return out;
      const last = new Map<string, string>();
      for (const { column, firstPublishedOn: on } of out.items) if (column && on && on > (last.get(column) ?? '')) last.set(column, on);
      const today = deps.today();
      const rows = inOrder(await items.columns(agency)).map(({ node, depth }): ColumnRow => {
        const { children: _, ...column } = node;
        const lastOn = last.get(column.id) ?? null;
        return {
          column: {
            ...column,
            basis: [...column.basis],
            fields: [...column.fields],
            whenFilled: column.whenFilled ?? false,
            everyDays: column.everyDays ?? null,
            keeper: column.keeper ?? '',
          },
          depth,
          items: use.items.get(column.id) ?? 0,
          lastOn,
          freshness: columnFreshness(column, lastOn, today, thresholds),
          basisTitles: column.basis.map((b) => articleTitle(b).replace('中华人民共和国', '')),
          fixed: FIXED_COLUMNS.has(column.id),
          kept: keptBecause(column, use),
        };
      });
      const tree = await deps.agencies.tree();
      const organ = tree.organOf(agency, today) ?? agency;
      const versions = kept.map((v) => ({ version: v.version, at: v.recordedAt, by: v.recordedBy, reason: v.reason })).reverse();
      return { entry: kept.at(-1) ?? null, rows, versions, setBy: organ === agency ? null : (tree.stateOf(organ, today)?.name ?? organ) };
    },
  });
}
