import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadingStopped } from './fault.ts';

/** What to do at a tag's start and end and with text; names come without prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

function local(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

/** Walks an XML part. A document type is refused, so that no entity of its own is ever defined or fetched. */
export function walkXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('doctype', () => {
    throw new ReadingStopped('broken', '文件里有不该有的声明，可能被改动过；请用文字处理软件打开后另存再提供。');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => handler.close?.(local(tag.name)));
  parser.on('error', () => {
    throw new ReadingStopped('broken', '文件已损坏，有的部分读不出来；请用文字处理软件打开后另存再提供。');
  });
  parser.write(xml).close();
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(name) && local(key) === name) return attributes[key];
  return undefined;
}

/** An on/off element's value: present without `val`, or with a true one. */
export function isOn(attributes: Record<string, string>): boolean {
  return !/^(?:0|false|off)$/.test(attribute(attributes, 'val') ?? '1');
}
