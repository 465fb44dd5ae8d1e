import { attribute, walkXml } from '../reading/xml.ts';
import type { ZipFile } from '../reading/zip.ts';
import { isImage, linkAddress } from './address.ts';

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** What the parts of a Word file point to by id: links outside, pictures inside. */
export class DocxRelations {
  readonly #zip: ZipFile;
  readonly #targets: Map<string, { target: string; external: boolean }>;

  constructor(zip: ZipFile) {
    this.#zip = zip;
    this.#targets = relations(zip);
  }

  /** The address of a link; null where it leads inside the file, undefined where it may not be kept. */
  link(id: string | undefined): string | null | undefined {
    const relation = this.#targets.get(id ?? '');
    return relation?.external ? (linkAddress(relation.target) ?? undefined) : null;
  }

  /** A picture's bytes; null where it is missing, outside, or not what its name says. */
  image(id: string | undefined): { readonly mediaType: string; readonly bytes: Uint8Array } | null {
    const relation = this.#targets.get(id ?? '');
    const mediaType = TYPES[/\.(\w+)$/.exec(relation?.target ?? '')?.[1]?.toLowerCase() ?? ''];
    const entry = relation && !relation.external ? this.#zip.entry(`word/${relation.target.replace(/^\/?(?:word\/)?/, '')}`) : undefined;
    if (!entry || !mediaType) return null;
    const bytes = new Uint8Array(this.#zip.read(entry));
    return isImage(bytes, mediaType) ? { mediaType, bytes } : null;
  }
}

function relations(zip: ZipFile): Map<string, { target: string; external: boolean }> {
  const out = new Map<string, { target: string; external: boolean }>();
  const xml = zip.text('word/_rels/document.xml.rels');
  if (xml === null) return out;
  walkXml(xml, {
    open(name, a) {
      if (name !== 'Relationship') return;
      out.set(attribute(a, 'Id') ?? '', { target: attribute(a, 'Target') ?? '', external: attribute(a, 'TargetMode') === 'External' });
    },
  });
  return out;
}
