import { SYSTEM } from '#domain/people/actor.ts';
import { addDays, parseDay } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { PublishingContext } from './context.ts';
import type { itemService } from './items.ts';

/** What the clock did: published at the time set, lapsed at the end of validity, and what it could not do, with the reason. */
export interface ClockRun {
  readonly published: readonly string[];
  readonly expired: readonly string[];
  readonly refused: readonly { readonly agency: string; readonly item: string; readonly why: string }[];
}

/** Does what has fallen due by itself. Called by a job every minute; doing it twice does nothing twice. */
export async function runDue(context: PublishingContext, items: Pick<ReturnType<typeof itemService>, 'take'>): Promise<ClockRun> {
  const { ports, deps } = context;
  const due = await ports.items.due(deps.now().toISOString(), context.today());
  const published: string[] = [];
  const expired: string[] = [];
  const refused: { agency: string; item: string; why: string }[] = [];
  const one = async (life: (typeof due.publish)[number], name: 'publish' | 'expire', done: string[]): Promise<void> => {
    const file = await ports.items.get(life.agency, life.item);
    if (!file) return;
    const until = parseDay(file.shown?.content.validUntil ?? '');
    const command = name === 'expire' && until ? { on: addDays(until, 1), reason: '有效期届满' } : {};
    const result = await items.take(file, name, command, file.life.revision, SYSTEM, false);
    if (isRefusal(result)) refused.push({ agency: life.agency, item: life.item, why: result.refused });
    else done.push(life.item);
  };
  for (const life of due.publish) await one(life, 'publish', published);
  for (const life of due.expire) await one(life, 'expire', expired);
  return { published, expired, refused };
}
