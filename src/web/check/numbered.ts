import { type Markup, markup } from '#documents/markup.ts';
import type { Finding } from '#domain/checker/index.ts';

/** A finding with the number that ties it to its place. */
export interface Numbered {
  readonly finding: Finding;
  readonly number: number;
}

/** Words of the report with the number of what is said of them, which leads there. */
export function mark({ finding, number }: Numbered, id: string, text: string): Markup {
  return markup`<mark class="${finding.severity}" id="${id}m${number}">${text}<a href="#${id}f${number}" aria-label="第${number}条">${number}</a></mark>`;
}
