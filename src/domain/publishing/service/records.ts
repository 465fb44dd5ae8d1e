import type { RecordDraft, RegisterRecord } from '#domain/registers/record.ts';
import type { Column } from '../columns.ts';
import type { ItemContent, Mode } from '../content.ts';
import type { ItemLife, Step } from '../life/states.ts';

/** The item's line in the register, as far as its content says it. */
export function itemValues(content: ItemContent, columns: readonly Column[]): RecordDraft['values'] {
  const column = columns.find((c) => c.id === content.column);
  return {
    title: content.title,
    summary: content.summary,
    formedOn: content.formedOn,
    ...(column && { category: column.category, catalogue: column.basis.find((b) => /^OGIR2019 2[01]/.test(b)) ?? null }),
    documentNumber: content.documentNumber,
    maker: content.maker,
    handler: content.handler,
    village: content.village,
    reprint: content.reprint,
  };
}

/** A change of the item's line. */
export function itemDraft(record: RegisterRecord, values: RecordDraft['values']): RecordDraft {
  return { register: 'items', agency: record.agency, number: record.number, basedOn: record.version, values };
}

/** What a step writes into the item's line: the attribute decided, who reviewed it and when. */
export function stepValues(step: Omit<Step, 'n'>, mode: Mode | null, today: string): RecordDraft['values'] | null {
  if (step.transition === 'decideAttribute') return { mode };
  if (step.transition !== 'clearSecrecy') return null;
  const paper = step.signOff?.kind === 'paper' ? step.signOff : null;
  return { reviewedBy: paper?.by ?? step.byName, reviewedOn: paper?.on ?? today };
}

/** The publication on our own pages that publishing makes, or the one it ends. */
export function portalDrafts(
  life: ItemLife,
  publications: readonly RegisterRecord[],
  step: Omit<Step, 'n'>,
  on: string,
  address: string,
): RecordDraft[] {
  const open = publications.find((p) => !p.void && p.values['channel'] === 'portal' && p.values['takenDownOn'] === null);
  if (step.transition === 'publish') {
    if (!life.portal || open) return [];
    return [{ register: 'publications', agency: life.agency, values: { item: life.item, channel: 'portal', on, address } }];
  }
  if (step.transition !== 'withdraw' || !open) return [];
  const values = { takenDownOn: on, takenDownReason: step.reason };
  return [{ register: 'publications', agency: life.agency, number: open.number, basedOn: open.version, values }];
}
