import { contentResults } from './checks/contents.ts';
import { linkResults } from './checks/links.ts';
import { officeResults } from './checks/office.ts';
import { pageResults } from './checks/pages.ts';
import { siteResults } from './checks/site.ts';
import { updateResults } from './checks/updates.ts';
import { ITEM_KEYS } from './items.ts';
import { OFFICE, type Result, result } from './result.ts';
import type { Scene } from './scene.ts';

/** Everything an inspection says of one office, in the order of the items. An office that has not begun is not found wanting. */
export function inspect(scene: Scene): Result[] {
  if (!scene.begun)
    return ITEM_KEYS.map((key) => result(key, OFFICE, 'notApplicable', '还没有公开信息，也没有登记发布场所；从开始使用起检查。'));
  const all = [
    ...updateResults(scene),
    ...officeResults(scene),
    ...contentResults(scene),
    ...linkResults(scene),
    ...pageResults(scene),
    ...siteResults(scene),
  ];
  return all.sort((a, b) => ITEM_KEYS.indexOf(a.item) - ITEM_KEYS.indexOf(b.item));
}
