import { strToU8 } from 'fflate';

/** How a document's main part names WordprocessingML: its prefix with the colon, and its namespace. */
export interface PartNames {
  readonly prefix: string;
  readonly namespace: string;
}

const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A part's text; one in UTF-16 is declared UTF-8 from here on, as which it is written again. */
export function decodePart(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
  return text.replace(/^(<\?xml[^>]*encoding=["'])utf-16[a-z]*/i, '$1UTF-8');
}

/** The names of a main part from its first element; null where it is none. */
export function namesOf(xml: string, root = 'document'): PartNames | null {
  const found = new RegExp(`<(?:([\\w.-]+):)?${root}\\b[^>]*>`).exec(xml);
  if (!found) return null;
  const namespace = new RegExp(`xmlns${found[1] ? `:${found[1]}` : ''}\\s*=\\s*["']([^"']+)["']`).exec(found[0])?.[1];
  // Attributes have no default namespace: without a prefix ids could not be written.
  return namespace && found[1] ? { prefix: `${found[1]}:`, namespace } : null;
}

/** The comments of a document: those it has, and how more are written. */
export interface Comments {
  readonly prefix: string;
  readonly nextId: number;
  /** The changed parts. */
  readonly with: (added: readonly string[]) => Record<string, Uint8Array>;
}

function partNamed(parts: Record<string, Uint8Array>, name: string): string | undefined {
  return Object.keys(parts).find((k) => k.toLowerCase() === name.toLowerCase());
}

function inserted(xml: string, closing: RegExp, text: string): string | null {
  const at = [...xml.matchAll(closing)].at(-1)?.index;
  return at === undefined ? null : xml.slice(0, at) + text + xml.slice(at);
}

function freshId(relations: string): string {
  let n = 1;
  while (relations.includes(`"rIdCheck${n}"`)) n++;
  return `rIdCheck${n}`;
}

function existing(parts: Record<string, Uint8Array>, target: string): Comments | null {
  const name = partNamed(parts, target.startsWith('/') ? target.slice(1) : `word/${target}`);
  const xml = name ? decodePart(parts[name]!) : null;
  const names = xml === null ? null : namesOf(xml, 'comments');
  if (!name || xml === null || !names) return null;
  const ids = [...xml.matchAll(/:id\s*=\s*["'](-?\d+)["']/g)].map((m) => Number(m[1])).filter((n) => n < 1e9);
  const opened = xml.replace(new RegExp(`(<${names.prefix}comments\\b[^>]*?)\\s*/>\\s*$`), `$1></${names.prefix}comments>`);
  return {
    prefix: names.prefix,
    nextId: ids.reduce((a, b) => Math.max(a, b), -1) + 1,
    with: (added) => ({ [name]: strToU8(inserted(opened, new RegExp(`</${names.prefix}comments\\s*>`, 'g'), added.join('')) ?? opened) }),
  };
}

/** The comments of a document with the parts around them; null where its relations or types can't be extended. */
export function commentsOf(parts: Record<string, Uint8Array>, names: PartNames): Comments | null {
  const relationsName = partNamed(parts, RELATIONS) ?? RELATIONS;
  const typesName = partNamed(parts, TYPES);
  if (!typesName) return null;
  const relations = parts[relationsName]
    ? decodePart(parts[relationsName]).replace(/(<(?:[\w.-]+:)?Relationships\b[^>]*?)\s*\/>/, '$1></Relationships>')
    : `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  const known = [...relations.matchAll(/<(?:[\w.-]+:)?Relationship\b[^>]*>/g)].find((m) => /\/comments["']/.test(m[0]));
  const target = known && /Target\s*=\s*["']([^"']+)["']/.exec(known[0])?.[1];
  if (known) return target ? existing(parts, target) : null;
  const [relation = ''] = /<(?:[\w.-]+:)?(?=Relationships\b)/.exec(relations) ?? [];
  const base = names.namespace.startsWith('http://purl.oclc.org/') ? STRICT : TRANSITIONAL;
  const related = inserted(
    relations,
    /<\/(?:[\w.-]+:)?Relationships\s*>/g,
    `${relation}Relationship Id="${freshId(relations)}" Type="${base}/comments" Target="comments.xml"/>`,
  );
  const types = decodePart(parts[typesName]!);
  const [type = ''] = /<(?:[\w.-]+:)?(?=Types\b)/.exec(types) ?? [];
  const typed = types.includes('/word/comments.xml')
    ? types
    : inserted(types, /<\/(?:[\w.-]+:)?Types\s*>/g, `${type}Override PartName="/word/comments.xml" ContentType="${COMMENTS_TYPE}"/>`);
  if (related === null || typed === null) return null;
  const root = `${names.prefix}comments`;
  return {
    prefix: names.prefix,
    nextId: 0,
    with: (added) => ({
      [relationsName]: strToU8(related),
      [typesName]: strToU8(typed),
      'word/comments.xml': strToU8(
        `${DECLARATION}<${root} xmlns:${names.prefix.slice(0, -1)}="${names.namespace}">${added.join('')}</${root}>`,
      ),
    }),
  };
}
