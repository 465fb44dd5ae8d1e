import { cellsOf, FORM_2019, type Form, formOf } from '#law/forms/index.ts';

const TABLES: Record<string, string> = { proactive: '表二', requests: '表三', remedies: '表四' };
const labelsOf = new Map<string, Map<string, string>>();

function labels(form: Form): Map<string, string> {
  let map = labelsOf.get(form.edition);
  if (!map) {
    map = new Map(cellsOf(formOf(form.edition)).map((c) => [c.key, c.label]));
    for (const c of cellsOf(FORM_2019)) if (!map.has(c.key)) map.set(c.key, c.label);
    labelsOf.set(form.edition, map);
  }
  return map;
}

/** A cell as people name it: 表三“（三）不予公开 · 1.属于国家秘密 · 自然人”. */
export function cellName(form: Form, key: string): string {
  const table = TABLES[key.split('/')[0] ?? ''] ?? '';
  const label = labels(form).get(key);
  return label ? `${table}“${label}”` : rowName(form, key);
}

/** A row or group as people name it, from its key `requests/3.1`, `remedies/review`, `proactive/licences`. */
export function rowName(form: Form, key: string): string {
  const table = TABLES[key.split('/')[0] ?? ''] ?? '';
  const found = [...labels(form)].find(([k]) => k === key || k.startsWith(`${key}/`));
  if (!found) return table;
  return `${table}“${found[0] === key ? found[1] : found[1].split(' · ').slice(0, -1).join(' · ')}”`;
}

/** The section of a cell's table: 2, 3 or 4. */
export function sectionOfCell(key: string): number {
  return key.startsWith('proactive') ? 2 : key.startsWith('requests') ? 3 : 4;
}
