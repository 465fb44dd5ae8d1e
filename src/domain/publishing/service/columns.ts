import type { Level } from '#law/catalogue.ts';
import type { Column } from '../columns.ts';
import { shippedColumns } from '../shipped/columns.ts';
import type { PublishingContext } from './context.ts';

/** The catalogue's level of an agency: a 街道 publishes as a township does. */
export async function levelOf(context: PublishingContext, agency: string): Promise<Level> {
  const today = context.today();
  const tree = await context.tree();
  const level = tree.stateOf(tree.organOf(agency, today) ?? agency, today)?.level;
  if (level === 'county' || level === 'city') return level;
  return level === 'department' || level === 'cityDepartment' || level === 'province' ? 'department' : 'township';
}

/** An office's columns: its own, or until it changes something those that come along. */
export async function columnsOf(context: PublishingContext, agency: string): Promise<readonly Column[]> {
  const today = context.today();
  const organ = (await context.tree()).organOf(agency, today) ?? agency;
  const own = await context.ports.entries.get(organ, 'columns', 'columns');
  return own?.body.columns ?? shippedColumns(await levelOf(context, agency));
}
