import { type XmlHandler as ScanHandler, scanXml, type XmlSkips } from '../xml.ts';
import { ReadingStopped } from './fault.ts';

/** What to do at a tag's start and end and with text; names come without prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const FAULTS = {
  declared: () => new ReadingStopped('broken', '文件里有不该有的声明，可能被改动过；请用文字处理软件打开后另存再提供。'),
  broken: () => new ReadingStopped('broken', '文件已损坏，有的部分读不出来；请用文字处理软件打开后另存再提供。'),
};

/** Walks an XML part, attributes read only when asked for. Throws `ReadingStopped`. */
export function scanPart(part: Uint8Array, handler: ScanHandler, skips?: XmlSkips): void {
  scanXml(part, handler, FAULTS, skips);
}

/** Walks an XML part, every attribute at hand. Throws `ReadingStopped`. */
export function walkXml(xml: string, handler: XmlHandler): void {
  const { open, text, close } = handler;
  scanXml(
    xml,
    { open: open && ((name, a) => open.call(handler, name, a.all())), text: text?.bind(handler), close: close?.bind(handler) },
    FAULTS,
  );
}

function local(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(name) && local(key) === name) return attributes[key];
  return undefined;
}

/** An on/off element's value: on without `val`, or with a true one. */
export function isOnValue(value: string | undefined): boolean {
  return !/^(?:0|false|off)$/.test(value ?? '1');
}

/** {@link isOnValue} of an element's attributes. */
export function isOn(attributes: Record<string, string>): boolean {
  return isOnValue(attribute(attributes, 'val'));
}
