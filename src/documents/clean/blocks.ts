/** Marks of a run of text, as bits in the order they are written out. */
export const MARKS = [
  ['strong', 1],
  ['em', 2],
  ['s', 4],
  ['sub', 8],
  ['sup', 16],
  ['code', 32],
] as const;

/** Words, a line break or a picture inside a block. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly marks: number; readonly href: string | null }
  | { readonly kind: 'break' }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string | null };

export interface Cell {
  readonly header: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly PageBlockNode[];
}

/** A page as it may be published: nothing else can be said in it. */
export type PageBlockNode =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly PageBlockNode[])[] }
  | {
      readonly kind: 'table';
      readonly caption: readonly Run[];
      readonly rows: readonly (readonly Cell[])[];
      /** Rows at the top that head the columns. */
      readonly head: number;
    }
  | { readonly kind: 'quote'; readonly blocks: readonly PageBlockNode[] }
  | { readonly kind: 'pre'; readonly text: string }
  | { readonly kind: 'rule' };

/** The words of runs. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map((r) => (r.kind === 'text' ? r.text : r.kind === 'break' ? '\n' : '')).join('');
}

const CJK = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const BETWEEN_CJK = new RegExp(`(${CJK}) ?\\n ?(?=${CJK})`, 'g');

/** White space as a browser reads it: one space, and none where a line ended between two Chinese characters. */
export function collapse(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g, '')
    .replace(/[ \t\f\u00a0]+/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(BETWEEN_CJK, '$1')
    .replace(/[ \n]+/g, ' ');
}

function isBlank(run: Run): boolean {
  return run.kind === 'break' || (run.kind === 'text' && /^[ \u3000]*$/.test(run.text));
}

/** Runs without blank ends or doubled spaces, neighbours alike joined: the one way to write them. */
export function tidy(runs: readonly Run[]): Run[] {
  let list = [...runs];
  while (list[0] && isBlank(list[0])) list = list.slice(1);
  while (list.length > 0 && isBlank(list.at(-1) as Run)) list = list.slice(0, -1);
  const out: Run[] = [];
  for (const run of list) {
    const last = out.at(-1);
    if (run.kind !== 'text') out.push(run);
    else if (last?.kind === 'text' && last.marks === run.marks && last.href === run.href)
      out[out.length - 1] = { ...last, text: (last.text + run.text).replace(/ {2,}/g, ' ') };
    else {
      const after = last === undefined || last.kind === 'break' || (last.kind === 'text' && last.text.endsWith(' '));
      const text = after ? run.text.replace(/^ +/, '') : run.text;
      if (text !== '') out.push({ ...run, text });
    }
  }
  const trimmed = out.map((run, i): Run => {
    if (run.kind !== 'text') return run;
    let { text } = run;
    if (i === 0) text = text.replace(/^[ \u3000]+/, '');
    if (i === out.length - 1 || out[i + 1]?.kind === 'break') text = text.replace(/[ \u3000]+$/, '');
    return { ...run, text };
  });
  const kept = trimmed.filter((r) => r.kind !== 'text' || r.text !== '');
  return kept.length === runs.length && kept.every((r, i) => JSON.stringify(r) === JSON.stringify(runs[i])) ? kept : tidy(kept);
}
