/** Offsets in an XML part at which a comment on a paragraph begins and ends; `empty`: it was written as one tag, which is taken out. */
export interface Span {
  readonly begin: number;
  readonly end: number;
  readonly empty: boolean;
}

interface Open {
  readonly n: number;
  begin: number;
  /** In a text box no comment may stand. */
  readonly boxed: boolean;
  readonly outer: Open | null;
}

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?<close>\/?)(?<name>[\w.:-]+)(?:[^<>"']|"[^"]*"|'[^']*')*?(?<empty>\/?)>/g;

/** The name without its prefix. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * The paragraphs of a document part with the numbers readers give them: every `p` in the order of the file. A paragraph in a text
 * box stands for the one the box is anchored in. The part must be well-formed.
 * @param prefix of the WordprocessingML namespace, with its colon
 */
export function paragraphSpans(xml: string, prefix: string): Map<number, Span> {
  const spans = new Map<number, Span>();
  const boxed: [n: number, host: Open][] = [];
  let open: Open | null = null;
  let boxes = 0;
  let properties = 0;
  let n = 0;
  for (const m of xml.matchAll(TAG)) {
    const name = m.groups?.['name'];
    if (!name) continue;
    const close = m.groups?.['close'] === '/';
    const empty = m.groups?.['empty'] === '/';
    const after = m.index + m[0].length;
    if (local(name) === 'txbxContent' && !empty) boxes += close ? -1 : 1;
    else if (local(name) === 'pPr' && open) {
      // Only the paragraph's own properties, not the old ones kept inside them.
      if (!close) properties++;
      if (close || empty) properties--;
      if (properties === 0 && (close || empty) && open.begin >= 0 && name === `${prefix}pPr`) open.begin = after;
    } else if (local(name) === 'p') {
      if (!close) {
        const own: Open = { n: ++n, begin: after, boxed: boxes > 0 || name !== `${prefix}p`, outer: open };
        if (own.boxed) {
          const host = hostOf(open);
          if (host) boxed.push([own.n, host]);
        } else if (empty) spans.set(own.n, { begin: m.index, end: after, empty: true });
        if (!empty) open = own;
      } else if (open) {
        if (!open.boxed) spans.set(open.n, { begin: open.begin, end: m.index, empty: false });
        open = open.outer;
      }
    }
  }
  for (const [number, host] of boxed) {
    const span = spans.get(host.n);
    if (span) spans.set(number, span);
  }
  return spans;
}

function hostOf(open: Open | null): Open | null {
  let at = open;
  while (at?.boxed) at = at.outer;
  return at;
}
