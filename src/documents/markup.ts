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

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return String(part).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
  return part.map(written).join('');
}

/** Template for HTML: what is put in is escaped, in content and in quoted attributes alike. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((out, s, i) => out + s + written(parts[i]), ''));
}

/** Markup of our own (style sheets), never anything from a user. */
export function trusted(text: string): Markup {
  return new Markup(text);
}
