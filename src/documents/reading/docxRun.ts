import type { XmlAttributes } from '../xml.ts';
import type { DocxInk } from './docxInk.ts';
import { isOnValue } from './xml.ts';

/** How the text of an open run looks: not shown, or raised. */
export class DocxRun {
  /** Hidden, struck out, or of a style that is. */
  hidden = false;
  raised = false;
  readonly #ink: DocxInk | null;
  readonly #hiddenStyles: ReadonlySet<string>;

  constructor(ink: DocxInk | null, hiddenStyles: ReadonlySet<string>) {
    this.#ink = ink;
    this.#hiddenStyles = hiddenStyles;
  }

  /** A run begins, or ends. */
  reset(): void {
    this.hidden = false;
    this.raised = false;
  }

  /** Takes a property of the run. */
  look(name: string, a: XmlAttributes): void {
    if (name === 'vanish') this.hidden = isOnValue(a.get('val'));
    else if (name === 'strike' || name === 'dstrike') this.hidden ||= isOnValue(a.get('val'));
    else if (name === 'rStyle') this.hidden ||= this.#hiddenStyles.has(a.get('val') ?? '');
    else this.raised = a.get('val') !== 'baseline';
  }

  /** False for text that a reader does not see. */
  get shows(): boolean {
    return !this.hidden && !this.#ink?.hides;
  }
}
