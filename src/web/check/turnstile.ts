/** Lets so many in at once, of one client and of all. */
export class Turnstile {
  readonly #perClient: number;
  readonly #all: number;
  readonly #inside = new Map<string, number>();
  #count = 0;

  constructor(perClient: number, all: number) {
    this.#perClient = perClient;
    this.#all = all;
  }

  /** `client`: this client has enough inside; `all`: the house is full; else a function to leave by (once). */
  enter(client: string): 'client' | 'all' | (() => void) {
    const own = this.#inside.get(client) ?? 0;
    if (own >= this.#perClient) return 'client';
    if (this.#count >= this.#all) return 'all';
    this.#inside.set(client, own + 1);
    this.#count++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#count--;
      const now = (this.#inside.get(client) ?? 1) - 1;
      if (now > 0) this.#inside.set(client, now);
      else this.#inside.delete(client);
    };
  }
}
