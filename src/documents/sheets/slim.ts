import { zipSync } from 'fflate';
import { Archive, SheetUnreadable } from './archive.ts';

/** A workbook this large is copied by its contents instead of being opened whole. */
const WHOLE_BYTES = 40 * 1024 * 1024;
const MERGE_AREA = /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;

/**
 * The same workbook without what makes opening it whole endless: drop-down lists, conditional formats and names over whole
 * columns. Null where it is too large or has merged areas no register has; its contents are copied then.
 */
export function slimWorkbook(bytes: Uint8Array): Uint8Array | null {
  try {
    const archive = new Archive(bytes, WHOLE_BYTES);
    const members: Record<string, Uint8Array> = {};
    for (const name of archive.names()) {
      if (name.endsWith('/') || name.startsWith('xl/externalLinks') || name.endsWith('.bin')) continue;
      const member = archive.bytes(name)!;
      if (!/worksheets\/[^/]+\.xml$/i.test(name)) members[name] = member;
      else {
        const xml = member.toString('utf8');
        if (hugeMerge(xml)) return null;
        members[name] = Buffer.from(slim(xml));
      }
    }
    return zipSync(members, { level: 1 });
  } catch (e) {
    if (e instanceof SheetUnreadable) return null;
    throw e;
  }
}

function slim(xml: string): string {
  return xml
    .replace(/<(\w+:)?dataValidations[\s>][\s\S]*?<\/(\w+:)?dataValidations>/g, '')
    .replace(/<(\w+:)?conditionalFormatting[\s>][\s\S]*?<\/(\w+:)?conditionalFormatting>/g, '')
    .replace(/<extLst[\s>][\s\S]*<\/extLst>/g, '');
}

function hugeMerge(xml: string): boolean {
  for (const [, left, top, right, bottom] of xml.matchAll(MERGE_AREA)) {
    if (Number(bottom) - Number(top) > 2_000 || right!.length - left!.length > 1 || right!.length > 2) return true;
  }
  return false;
}
