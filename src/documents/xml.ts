import { Scan } from './xml/scan.ts';

/** An element's attributes, read when asked for. Good only until the handler returns. */
export interface XmlAttributes {
  /** A value by its name without prefix. */
  get(name: string): string | undefined;
  /** All by their names as written. */
  all(): Record<string, string>;
}

/** What to do at a tag's start and end and with text; names come without prefix. */
export interface XmlHandler {
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** What to throw: where the part declares a document type (and so entities of its own), and where it is not well formed. */
export interface XmlFaults {
  readonly declared: () => Error;
  readonly broken: () => Error;
}

/** Elements to pass over with all they hold, told to nobody; one that holds an element of `unless` is walked. */
export interface XmlSkips {
  readonly names: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
}

/**
 * Walks an XML part in UTF-8 or UTF-16. A document type is refused, so that no entity of its own is ever defined or fetched;
 * so is a part that is not well formed, 2,000 elements deep, or with 200 attributes in a tag.
 */
export function scanXml(part: Uint8Array | string, handler: XmlHandler, faults: XmlFaults, skips?: XmlSkips): void {
  new Scan(typeof part === 'string' ? Buffer.from(part) : part, faults, skips).run(handler);
}
