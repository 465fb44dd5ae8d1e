import { unescapeXlsx, walkXml } from './xml.ts';

/**
 * The shared strings; runs of rich text are joined, phonetic guides and runs struck out or white beside others left out, raised figures in
 * brackets: they are footnotes'.
 */
export function readSharedStrings(xml: string | null): readonly string[] {
  const strings: string[] = [];
  if (!xml) return strings;
  let current = '';
  let kept = '';
  let struck = false;
  let raised = false;
  let inText = false;
  let phonetic = 0;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'si') current = kept = '';
      else if (name === 'r') struck = raised = false;
      else if (name === 'strike') struck = !/^(?:0|false)$/.test(attributes.get('val') ?? '1');
      else if (name === 'color') struck ||= /^(?:FF)?FFFFFF$/i.test(attributes.get('rgb') ?? '');
      else if (name === 'vertAlign') raised = attributes.get('val') === 'superscript';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text(given) {
      if (!inText) return;
      const text = raised && /^\d{1,2}$/.test(given) ? `(${given})` : given;
      current += text;
      if (!struck) kept += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'r') struck = raised = false;
      else if (name === 'si') strings.push(unescapeXlsx(kept.trim() === '' ? current : kept));
    },
  });
  return strings;
}
