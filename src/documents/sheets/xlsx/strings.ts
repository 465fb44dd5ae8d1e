import { unescapeXlsx, walkXml } from './xml.ts';

/** The shared strings; runs of rich text are joined, phonetic guides and runs struck out beside others left out. */
export function readSharedStrings(xml: string | null): readonly string[] {
  const strings: string[] = [];
  if (!xml) return strings;
  let current = '';
  let kept = '';
  let struck = false;
  let inText = false;
  let phonetic = 0;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'si') current = kept = '';
      else if (name === 'r') struck = false;
      else if (name === 'strike') struck = !/^(?:0|false)$/.test(attributes.get('val') ?? '1');
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text(text) {
      if (!inText) return;
      current += text;
      if (!struck) kept += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'r') struck = false;
      else if (name === 'si') strings.push(unescapeXlsx(kept.trim() === '' ? current : kept));
    },
  });
  return strings;
}
