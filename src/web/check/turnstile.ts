import { isIPv6 } from 'node:net';

/** Whoever has one IPv6 address has all of its net of 64 bits: the net is the client. An IPv4 address, also in its IPv6 spelling, is one. */
export function clientOf(ip: string): string {
  const [address = ''] = ip.toLowerCase().split('%');
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...new Array<string>(Math.max(0, gap)).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((g) => Number.parseInt(g, 16).toString(16))
    .join(':')}::/64`;
}

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
  enter(ip: string): 'client' | 'all' | (() => void) {
    const client = clientOf(ip);
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

/** So many places at once; who comes when all are taken waits in line, the first before the others. */
export class Places {
  readonly #waiting: (() => void)[] = [];
  readonly #longestMs: number;
  #free: number;

  /** @param longestMs after which one who waits is sent away */
  constructor(places: number, longestMs: number) {
    this.#free = places;
    this.#longestMs = longestMs;
  }

  /** A function to leave the place by (once); null where none came free in time, or the one who waited went away. */
  async take(signal: AbortSignal): Promise<(() => void) | null> {
    if (signal.aborted || !(await this.#come(signal))) return null;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    };
  }

  async #come(signal: AbortSignal): Promise<boolean> {
    if (this.#free > 0) {
      this.#free--;
      return true;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const called = () => resolve(true);
    const goAway = () => {
      const at = this.#waiting.indexOf(called);
      if (at < 0) return;
      this.#waiting.splice(at, 1);
      resolve(false);
    };
    this.#waiting.push(called);
    const timer = setTimeout(goAway, this.#longestMs);
    signal.addEventListener('abort', goAway);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', goAway);
    }
  }
}

/** Room in memory for what is handed in: so many bytes of all submissions together, beyond the first few of each. */
export class Room {
  readonly #each: number;
  #left: number;

  /** @param each bytes every submission has room for, however full it is */
  constructor(all: number, each: number) {
    this.#left = all;
    this.#each = each;
  }

  /** For one submission: `take` says whether more bytes still fit, `leave` gives all of them back. */
  open(): { readonly take: (bytes: number) => boolean; readonly leave: () => void } {
    let own = -this.#each;
    let held = 0;
    return {
      take: (bytes) => {
        const more = Math.max(0, own + bytes) - held;
        if (more > this.#left) return false;
        own += bytes;
        this.#left -= more;
        held += more;
        return true;
      },
      leave: () => {
        this.#left += held;
        held = 0;
        own = -this.#each;
      },
    };
  }
}
