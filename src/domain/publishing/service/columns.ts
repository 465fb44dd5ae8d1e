import type { Level } from '#law/catalogue.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { type Column, type ColumnUse, columnChangeProblems, columnProblems } from '../columns.ts';
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

/** What stands in an organ's columns, its internal units' items included, and which duties and places name them. */
export async function columnUse(context: PublishingContext, organ: string): Promise<ColumnUse> {
  const { items, entries } = context.ports;
  const today = context.today();
  const tree = await context.tree();
  const agencies = tree.codes.filter((code) => code === organ || tree.organOf(code, today) === organ);
  const [working, shown] = await Promise.all([items.list({ agencies, size: 0 }), items.list({ agencies, onlyPublic: true, size: 0 })]);
  const standing = new Map<string, Set<string>>();
  for (const { column, life } of [...working.items, ...shown.items])
    if (column !== null) standing.set(column, (standing.get(column) ?? new Set()).add(`${life.agency} ${life.item}`));
  const named = new Map<string, string[]>();
  const note = (column: string | null, who: string) => column !== null && named.set(column, [...(named.get(column) ?? []), who]);
  for (const { body } of await entries.list([organ], 'duty')) note(body.column, `公开事项“${body.label}”`);
  for (const { body } of await entries.list([organ], 'place')) note(body.column, `发布场所“${body.name}”`);
  return { items: new Map([...standing].map(([column, which]) => [column, which.size])), named };
}

/** Why a set of columns can't be kept; null: it can. */
export async function columnsRefusal(context: PublishingContext, agency: string, columns: readonly Column[]): Promise<Refusal | null> {
  const tree = await context.tree();
  const organ = tree.organOf(agency, context.today()) ?? agency;
  if (organ !== agency) return refuse(`栏目由${tree.stateOf(organ, context.today())?.name ?? organ}统一设置，请切换到该单位再改。`);
  const own = columnProblems(columns);
  const problems = own.length > 0 ? own : columnChangeProblems(await columnsOf(context, agency), columns, await columnUse(context, agency));
  return problems.length > 0 ? refuse(`栏目没有保存：${problems.join('')}`) : null;
}
