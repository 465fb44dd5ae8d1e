import { unescapeXlsx, walkXml } from './xml.ts';

/** The shared strings; runs of rich text are joined, phonetic guides left out. */
export function readSharedStrings(xml: string | null): readonly string[] {
  const strings: string[] = [];
  if (!xml) return strings;
  let current = '';
  let inText = false;
  let phonetic = 0;
  walkXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') strings.push(unescapeXlsx(current));
    },
  });
  return strings;
}
