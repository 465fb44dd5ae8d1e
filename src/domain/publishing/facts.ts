import { type Day, parseDay } from '#lib/day.ts';
import type { FactContext } from '../facts/context.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/make.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';
import { ITEM_CATEGORIES } from './items.ts';
import { PUBLICATION_CHANNELS } from './publications.ts';

function oneOf(choices: readonly { readonly value: string }[], value: string | null): string {
  return choices.find((c) => c.value === value)?.value ?? 'other';
}

function publishedOn(publication: RegisterRecord): Day | null {
  return parseDay(textOf(publication, 'on') ?? '');
}

/** 村务 and 转载 are no government information of the unit. */
function isOwn(item: RegisterRecord): boolean {
  return !item.void && item.values['village'] !== true && item.values['reprint'] !== true;
}

/** An item counts once, by its first publication on whatever channel; taking it down later changes nothing. */
export function itemFacts(item: RegisterRecord, ctx: FactContext): Fact[] {
  if (!isOwn(item)) return [];
  const days = ctx
    .publicationsOf(item)
    .map(publishedOn)
    .filter((d) => d !== null);
  const first = days.sort()[0];
  const organ = first ? ctx.organOf(item.agency, first) : null;
  if (!first || !organ) return [];
  return [factOf(item, organ, 'item.published', first, { category: oneOf(ITEM_CATEGORIES, textOf(item, 'category')) })];
}

/** By channel every publication counts, so that the sum may exceed the number of items. */
export function publicationFacts(publication: RegisterRecord, ctx: FactContext): Fact[] {
  if (publication.void) return [];
  const item = ctx.item(publication);
  const on = publishedOn(publication);
  const organ = item && on && isOwn(item) ? ctx.organOf(item.agency, on) : null;
  if (!on || !organ) return [];
  return [factOf(publication, organ, 'publication.made', on, { channel: oneOf(PUBLICATION_CHANNELS, textOf(publication, 'channel')) })];
}

/** A publication of an item that is in no register. */
export function publicationProblems(publication: RegisterRecord, ctx: FactContext): Problem[] {
  if (publication.void || ctx.item(publication)) return [];
  const named = textOf(publication, 'item');
  const text = `${textOf(publication, 'on') ?? ''}的发布记录${named ? `所属信息“${named}”不在登记簿里` : '没有写明所属信息'}，没有计数；请核对索引号。`;
  return [problem('REG-ITEM-UNKNOWN', text)];
}
