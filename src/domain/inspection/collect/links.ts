import type { OpenPage } from '../ports.ts';
import { Tally } from '../result.ts';
import { consoleItem, cut } from './words.ts';

/** Where a link of a page leads. */
export type Leads =
  | { readonly to: 'nowhere' }
  | { readonly to: 'attachment'; readonly n: number }
  /** Path and query on our own pages. */
  | { readonly to: 'inside'; readonly path: string }
  | { readonly to: 'outside'; readonly href: string }
  | { readonly to: 'broken'; readonly why: string };

const ATTACHMENT = /^attachment:(\d{1,6})$/;
const LONGEST = 2000;
/** A host that only resolves an address; no page has it. */
const HERE = 'http://here.invalid';

/** Reads one link as it stands in a page at `page`; `domain`: our own, empty where none is set. */
export function leadsTo(href: string, page: string, domain: string): Leads {
  const text = href.trim();
  const attachment = ATTACHMENT.exec(text);
  if (attachment) return { to: 'attachment', n: Number(attachment[1]) };
  if (text === '' || text.startsWith('#') || /^(mailto|tel):/i.test(text)) return { to: 'nowhere' };
  if (text.length > LONGEST) return { to: 'broken', why: '太长' };
  if (!URL.canParse(text, `${HERE}${page}`)) return { to: 'broken', why: '写得不对' };
  const url = new URL(text, `${HERE}${page}`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { to: 'broken', why: `是“${url.protocol}”开头的，不能用` };
  if (url.origin === HERE || (domain !== '' && url.host === domain)) return { to: 'inside', path: `${url.pathname}${url.search}` };
  return { to: 'outside', href: url.href };
}

/** Pages of ours asked in one run; the rest is named as not checked. */
const MOST_ASKED = 300;

/** An item a link stands in. */
export interface From {
  readonly item: string;
  readonly title: string;
}

/** What the links inside came to. */
export interface InsideLinks {
  readonly checked: number;
  readonly dead: Tally;
  readonly unchecked: number;
}

/** Looks where links inside our own pages lead: items by their addresses, everything else by asking for the page. */
export class InsideResolver {
  readonly #agency: string;
  readonly #addresses: ReadonlyMap<string, 'full' | 'gone'>;
  readonly #waiting = new Map<string, From[]>();
  readonly #dead = new Tally();
  #checked = 0;

  constructor(agency: string, addresses: ReadonlyMap<string, 'full' | 'gone'>) {
    this.#agency = agency;
    this.#addresses = addresses;
  }

  /** A link that is known to work. */
  works(): void {
    this.#checked += 1;
  }

  /** A link that is known not to. */
  fails(from: From, what: string, says: string): void {
    this.#checked += 1;
    this.#dead.add({ key: `${from.item} ${what}`, title: from.title || from.item, says, link: consoleItem(from.item), page: null });
  }

  /** A page of ours that does not open, whoever links to it. */
  failsPage(path: string, title: string, says: string): void {
    this.#checked += 1;
    this.#dead.add({ key: path, title, says, link: null, page: path });
  }

  /** A link to a path of ours. */
  add(path: string, from: From): void {
    const own = this.#item(path);
    if (own === null) {
      const others = this.#waiting.get(path);
      if (others) others.push(from);
      else this.#waiting.set(path, [from]);
    } else if (own === 'full') this.works();
    else this.fails(from, cut(path), `${cut(path)} ${own === 'gone' ? '已经撤回' : '没有这个页面'}`);
  }

  #item(path: string): 'full' | 'gone' | 'none' | null {
    const prefix = `/${this.#agency}/items/`;
    if (!path.startsWith(prefix)) return null;
    const address = path
      .slice(prefix.length)
      .replace(/\?.*$/s, '')
      .replace(/\/compare$/, '');
    return this.#addresses.get(decoded(address)) ?? 'none';
  }

  /** Asks for the pages that are still open. */
  async settle(open: OpenPage | null): Promise<InsideLinks> {
    let [asked, unchecked] = [0, 0];
    for (const [path, froms] of this.#waiting) {
      if (!open || asked >= MOST_ASKED) {
        unchecked += froms.length;
        continue;
      }
      asked += 1;
      const { status } = await open(path);
      for (const from of froms) {
        if (status < 400) this.works();
        else this.fails(from, cut(path), `${cut(path)} 打不开（${status}）`);
      }
    }
    return { checked: this.#checked, dead: this.#dead, unchecked };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
