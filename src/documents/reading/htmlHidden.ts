import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** What a page's own style sheets hide: class names and ids. */
export interface HiddenNames {
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Classes whose text is not seen in a table's cell: hidden, struck out, see-through or out of the way. */
  readonly inCells: ReadonlySet<string>;
}

export const NOTHING_HIDDEN: HiddenNames = { classes: new Set(), ids: new Set(), inCells: new Set() };

const MOST_STYLE = 300_000;
const MOST_NAMES = 500;
/** A class by itself or in a table. */
const IN_CELL = /^(?:(?:body|table|tbody|tr|td|th|p)\s+)*[a-z]*\.([\w-]+)$/i;
const FAINT =
  /visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]/i;
const HIDING = new RegExp(`display\\s*:\\s*none|line-through|${FAINT.source}`, 'i');
const SELECTOR = /^[a-z]*([.#])([\w-]+)$/i;

/** A style sheet without comments and without the blocks that hold under a condition, such as a small screen's. */
function unconditional(sheet: string): string {
  const bare = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '');
  let out = '';
  let depth = 0;
  let skipping = false;
  for (const part of bare.split(/([{}])/)) {
    if (part === '{') depth++;
    else if (part === '}') {
      depth = Math.max(0, depth - 1);
      if (skipping && depth === 0) {
        skipping = false;
        continue;
      }
    } else if (depth === 0 && part.trim().startsWith('@')) skipping = true;
    if (!skipping) out += part;
  }
  return out;
}

/** The single classes and ids that a page's style sheets hide, whatever the screen. */
export function hiddenNames(sheets: readonly string[]): HiddenNames {
  const classes = new Set<string>();
  const ids = new Set<string>();
  const inCells = new Set<string>();
  const text = sheets.join('\n').slice(0, MOST_STYLE);
  if (!HIDING.test(text)) return NOTHING_HIDDEN;
  for (const rule of unconditional(text).split('}')) {
    const brace = rule.indexOf('{');
    const style = rule.slice(brace + 1);
    if (brace < 0 || !HIDING.test(style)) continue;
    for (const selector of rule.slice(0, brace).split(',')) {
      const own = IN_CELL.exec(selector.trim())?.[1];
      if (own && inCells.size < MOST_NAMES) inCells.add(own);
      if (!/display\s*:\s*none/i.test(style)) continue;
      const m = SELECTOR.exec(selector.trim());
      if (m && classes.size + ids.size < MOST_NAMES) (m[1] === '.' ? classes : ids).add(m[2]!);
    }
  }
  return { classes, ids, inCells };
}

/** An attribute's value; undefined where there is none. */
export function attributeOf(node: Element, name: string): string | undefined {
  return node.attrs.find((a) => a.name === name)?.value;
}

const STRUCK_TAGS = new Set(['del', 's', 'strike']);
const STRUCK = /text-decoration(?:-line)?\s*:[^;]*line-through/i;
const UNSEEN = /display\s*:\s*none|font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|mso-hide\s*:\s*all/i;

/** True for what a reader does not see in a cell, where elsewhere a program may bring it into sight. */
export function isFaint(node: Element, names: HiddenNames): boolean {
  const classes = names.inCells.size === 0 ? [] : (attributeOf(node, 'class')?.split(/\s+/) ?? []);
  return FAINT.test(attributeOf(node, 'style') ?? '') || classes.some((c) => names.inCells.has(c));
}

const WHITE = /(?:^|[;\s])color\s*:\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255[^)]*\))\s*(?:;|!|$)/i;
const WHITE_FONT = /^\s*(?:white|#?fff(?:fff)?)\s*$/i;
const MOST_UP = 30;

/** True for white text where nothing says that it stands on another ground. */
export function isWhite(node: Element): boolean {
  if (!WHITE.test(attributeOf(node, 'style') ?? '') && !(node.tagName === 'font' && WHITE_FONT.test(attributeOf(node, 'color') ?? '')))
    return false;
  let at: Element | null = node;
  for (let i = 0; at && i < MOST_UP; i++) {
    if (at.attrs.some((a) => a.name === 'bgcolor' || a.name === 'background' || (a.name === 'style' && /background/i.test(a.value))))
      return false;
    at = at.parentNode && 'tagName' in at.parentNode ? at.parentNode : null;
  }
  return true;
}

/** True for what a reader of the page does not see: hidden by its own style, by the page's, struck out or of no size. */
export function isUnseen(node: Element, names: HiddenNames): boolean {
  if (STRUCK_TAGS.has(node.tagName)) return true;
  for (const { name, value } of node.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && (UNSEEN.test(value) || STRUCK.test(value))) return true;
    if (name === 'id' && names.ids.has(value)) return true;
    if (name === 'class' && names.classes.size > 0 && value.split(/\s+/).some((c) => names.classes.has(c))) return true;
  }
  return false;
}
