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
