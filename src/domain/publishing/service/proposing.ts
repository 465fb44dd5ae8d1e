import type { ItemContent } from '../content.ts';
import { type Proposal, proposedColumn } from '../proposal.ts';
import { shippedDuties } from '../shipped/duties.ts';
import { columnsOf, levelOf } from './columns.ts';
import type { PublishingContext } from './context.ts';

/** The office whose columns what a unit hands in will stand in: the first reporting organ above it. */
export async function officeOver(context: PublishingContext, unit: string): Promise<string> {
  const tree = await context.tree();
  const today = context.today();
  const seen = new Set<string>();
  for (let at: string | null = unit; at !== null && !seen.has(at); ) {
    seen.add(at);
    const state = tree.stateOf(at, today);
    if (state?.kind === 'reportingOrgan') return at;
    at = state?.parent ?? null;
  }
  return unit;
}

/** Proposes columns of an office by its duty catalogue, or until it has one by that which comes along; what has a column needs none. */
export async function proposer(
  context: PublishingContext,
  agency: string,
): Promise<(said: Pick<ItemContent, 'title' | 'column'> & { readonly text: string }) => Proposal | null> {
  const own = (await context.ports.entries.list([agency], 'duty')).map((e) => e.body);
  const duties = own.length > 0 ? own : shippedDuties(await levelOf(context, agency));
  const columns = await columnsOf(context, agency);
  return (said) => (said.column ? null : proposedColumn(said, columns, duties));
}
