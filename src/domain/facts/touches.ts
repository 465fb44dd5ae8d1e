import { type RegisterRecord, textOf } from '../registers/record.ts';
import type { FactContext } from './context.ts';

/**
 * The records whose facts may change with a change of this one, besides itself: the whole and the other parts of a split,
 * the cases answered with it, the item of a publication and the publications of an item. A store rebuilds their facts too.
 */
export function touchedBy(record: RegisterRecord, ctx: FactContext): RegisterRecord[] {
  if (record.register === 'publications') {
    const item = ctx.item(record);
    return item ? [item] : [];
  }
  if (record.register === 'items') return [...ctx.publicationsOf(record)];
  if (record.register !== 'requests') return [];
  const touched = new Set<RegisterRecord>();
  const visit = (r: RegisterRecord) => {
    if (touched.has(r)) return;
    touched.add(r);
    const from = textOf(r, 'splitFrom');
    const whole = from ? ctx.request(r, from) : null;
    for (const near of [...(whole ? [whole] : []), ...ctx.partsOf(r), ...ctx.mergedInto(r)]) visit(near);
  };
  visit(record);
  touched.delete(record);
  return [...touched];
}
