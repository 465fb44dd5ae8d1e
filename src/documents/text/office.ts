import { attribute, walkXml } from '../reading/xml.ts';
import type { ZipFile } from '../reading/zip.ts';
import type { BoundedText } from './bounded.ts';

/** The paragraphs of a part: text elements, each `paragraph` on a line. What was deleted or commented is in other elements and not read. */
function paragraphs(xml: string, into: BoundedText): void {
  let inText = false;
  walkXml(xml, {
    open: (name) => {
      inText = name === 't';
      if (name === 'tab') into.add('\t');
      if (name === 'br') into.add('\n');
    },
    text: (text) => {
      if (inText) into.add(text);
    },
    close: (name) => {
      inText = false;
      if (name === 'p') into.add('\n');
    },
  });
}

/** The body of a Word file. */
export function docxText(zip: ZipFile, into: BoundedText): void {
  paragraphs(zip.text('word/document.xml') ?? '', into);
}

/** The slides of a presentation in their order. */
export function pptxText(zip: ZipFile, into: BoundedText): void {
  const number = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1]);
  const slides = zip.entries.filter((e) => /^ppt\/slides\/slide\d+\.xml$/i.test(e.name)).map((e) => e.name);
  for (const name of slides.sort((a, b) => number(a) - number(b))) paragraphs(zip.text(name) ?? '', into);
}

/** Paths of the sheets that a reader of the workbook sees. */
function visibleSheets(zip: ZipFile): string[] {
  const ids: string[] = [];
  walkXml(zip.text('xl/workbook.xml') ?? '<workbook/>', {
    open: (name, a) => {
      if (name === 'sheet' && !/hidden/i.test(a['state'] ?? '')) ids.push(attribute(a, 'id') ?? '');
    },
  });
  const targets = new Map<string, string>();
  walkXml(zip.text('xl/_rels/workbook.xml.rels') ?? '<rels/>', {
    open: (name, a) => {
      if (name === 'Relationship') targets.set(a['Id'] ?? '', a['Target'] ?? '');
    },
  });
  return ids.flatMap((id) => {
    const target = targets.get(id);
    return target ? [target.startsWith('/') ? target.slice(1) : `xl/${target}`] : [];
  });
}

function sharedStrings(zip: ZipFile): string[] {
  const strings: string[] = [];
  let inText = false;
  walkXml(zip.text('xl/sharedStrings.xml') ?? '<sst/>', {
    open: (name) => {
      if (name === 'si') strings.push('');
      inText = name === 't';
    },
    text: (text) => {
      if (inText) strings[strings.length - 1] += text;
    },
    close: () => {
      inText = false;
    },
  });
  return strings;
}

/** The cells of the visible sheets, a row a line. */
export function xlsxText(zip: ZipFile, into: BoundedText): void {
  const strings = sharedStrings(zip);
  for (const sheet of visibleSheets(zip)) {
    let shared = false;
    let value = '';
    let inValue = false;
    walkXml(zip.text(sheet) ?? '<worksheet/>', {
      open: (name, a) => {
        if (name === 'c') [shared, value] = [a['t'] === 's', ''];
        inValue = name === 'v' || name === 't';
      },
      text: (text) => {
        if (inValue) value += text;
      },
      close: (name) => {
        inValue = false;
        if (name === 'c') into.add(`${shared ? (strings[Number(value)] ?? '') : value}\t`);
        if (name === 'row') into.add('\n');
      },
    });
  }
}
