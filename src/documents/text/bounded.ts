/** An attachment's text is read up to here, in characters. */
export const LONGEST = 100_000;

/** Thrown where enough was read. */
class Enough extends Error {}

/** Text that grows up to a bound. */
export class BoundedText {
  #text = '';

  /** Adds a piece; throws where the bound is reached, so that the reading ends. */
  add(piece: string): void {
    this.#text += piece;
    if (this.#text.length > LONGEST) throw new Enough();
  }

  get text(): string {
    return this.#text.slice(0, LONGEST);
  }
}

/** Reads with `work` until it ends or enough was read. */
export async function bounded(work: (into: BoundedText) => void | Promise<void>): Promise<{ text: string; clipped: boolean }> {
  const into = new BoundedText();
  try {
    await work(into);
    return { text: into.text, clipped: false };
  } catch (e) {
    if (e instanceof Enough) return { text: into.text, clipped: true };
    throw e;
  }
}
