/** Markup that is safe to write out; made only by `markup` and `trusted`. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: everything but Markup is escaped; null, undefined and false print nothing. */
export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const SPECIAL = /[&<>"']/;
const EACH_SPECIAL = /[&<>"']/g;

function written(part: Part): string {
  if (typeof part === 'string') return SPECIAL.test(part) ? part.replace(EACH_SPECIAL, (c) => ENTITIES[c] ?? c) : part;
  if (part instanceof Markup) return part.text;
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'number') return String(part);
  let out = '';
  for (const p of part) out += written(p);
  return out;
}

/** Template for HTML: what is put in is escaped, in content and in quoted attributes alike. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let out = strings[0] ?? '';
  for (let i = 0; i < parts.length; i++) out += written(parts[i]) + (strings[i + 1] ?? '');
  return new Markup(out);
}

/** Markup of our own (style sheets), never anything from a user. */
export function trusted(text: string): Markup {
  return new Markup(text);
}
