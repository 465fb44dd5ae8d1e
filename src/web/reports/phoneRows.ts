import { type Markup, markup } from '#documents/markup.ts';
import { type Tables, valueAt } from '#domain/report/model.ts';
import { type Form, formOf, requestKey, requestRowKeys } from '#law/forms/index.ts';

/** Section three on a phone: a row and its total; a tap opens the six kinds of applicant. */
export function requestRows(edition: Form['edition'], tables: Tables, href: (key: string) => string): Markup {
  const form = formOf(edition);
  const keys = new Set(requestRowKeys(form, tables.requests !== null && '3.6' in tables.requests));
  const kinds = form.applicantColumns.filter((c) => c.key !== 'total');
  let group: string | undefined;
  const rows = form.requestRows
    .filter((r) => keys.has(r.key))
    .map((r) => {
      const opens = r.group !== group ? r.group : undefined;
      group = r.group;
      const total = valueAt(tables, requestKey(r.key, 'total')) ?? null;
      const cells = kinds.map((c) => {
        const key = requestKey(r.key, c.key);
        return markup`<dt>${c.label}</dt><dd><a href="${href(key)}">${valueAt(tables, key) ?? '空'}</a></dd>`;
      });
      return markup`${opens && markup`<h3>${opens}</h3>`}<details><summary><span>${r.label}</span><b>${total ?? '空'}</b></summary><dl>${cells}<dt>总计</dt><dd><a href="${href(requestKey(r.key, 'total'))}">${total ?? '空'}</a></dd></dl></details>`;
    });
  return markup`<div class="rows">${rows}</div>`;
}
