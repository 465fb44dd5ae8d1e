import type { Markup } from '#documents/markup.ts';
import type { Guide } from '#domain/publishing/guide.ts';
import type { WebDeps } from '../../deps.ts';
import type { PageOptions } from '../layout.ts';
import type { Unit } from './unit.ts';

/** A page ready to be laid out. */
export interface Page {
  readonly options: Omit<PageOptions, 'site' | 'elder'>;
  readonly body: Markup;
}

/** The first steps of 当前位置. */
export const homeCrumb = (unit: Unit) => ({ label: '专栏首页', href: `/${unit.code}` });
export const contentCrumb = (unit: Unit) => ({ label: '法定主动公开内容', href: `/${unit.code}/content` });

/** The unit's guide; null where it has published none. */
export async function guideOf(deps: WebDeps, unit: Unit): Promise<Guide | null> {
  return (await deps.stores.entries.get(unit.code, 'guide', 'guide'))?.body ?? null;
}
