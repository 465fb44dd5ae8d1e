import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Markup } from '#documents/markup.ts';
import { type PageCache, sendReady } from '../plugins/pageCache.ts';
import { type PageOptions, page, type Site } from './layout.ts';

const ELDER = 'gongkai_elder';
/** Stands for this site, whatever it is called, where an address is resolved. */
const OWN = 'http://own.invalid';

function addressOf(url: string, elder: boolean): string {
  return `${elder ? 'elder ' : ''}${url}`;
}

/** The address a raw request asks a kept page at. */
export function pageAddress(url: string, cookies: string | undefined): string {
  return addressOf(url, cookies?.includes(`${ELDER}=1`) ?? false);
}

/** What every public page needs: the site's particulars, the reader's choice of type size, and the kept pages. */
export class Portal {
  readonly site: () => Site;
  readonly cache: PageCache;
  readonly #now: () => Date;

  constructor(site: () => Site, cache: PageCache, now: () => Date) {
    this.site = site;
    this.cache = cache;
    this.#now = now;
  }

  /** 长者模式, as the reader chose it on this device. */
  elder(request: FastifyRequest): boolean {
    return request.cookies[ELDER] === '1';
  }

  /** 2024年1月15日 14:20. */
  clock(): string {
    const [day = '', time = ''] = new Date(this.#now().getTime() + 8 * 3_600_000).toISOString().split('T');
    const [y, m, d] = day.split('-').map(Number);
    return `${y}年${m}月${d}日 ${time.slice(0, 5)}`;
  }

  render(request: FastifyRequest, options: Omit<PageOptions, 'site' | 'elder'>, body: Markup): string {
    return page({ ...options, site: this.site(), elder: this.elder(request) }, body);
  }

  /** A public page from the cache; made when it is not there. False: there is no such page, and nothing was sent. */
  async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string | null,
    make: () => Promise<string | null>,
    type?: string,
  ): Promise<boolean> {
    const elder = this.elder(request);
    const name = key && `${key}${elder ? ' elder' : ''}`;
    const body = await this.cache.page(name, make, type);
    if (!body) return false;
    if (name !== null) this.cache.sent(addressOf(request.url, elder), name, body.etag);
    sendReady(request, reply, body, 'no-cache');
    return true;
  }

  /** `?elder=1` keeps the choice and comes back to the same page without it; true when it did. */
  chooseElder(request: FastifyRequest, reply: FastifyReply): boolean {
    if (!request.url.includes('elder=')) return false;
    const { elder, ...rest } = request.query as Record<string, string>;
    if (request.method !== 'GET' || (elder !== '0' && elder !== '1')) return false;
    const asked = URL.parse(request.url.replace(/^\/[/\\]+/, '/'), OWN);
    const path = asked?.origin === OWN ? asked.pathname : '/';
    const search = new URLSearchParams(rest).toString();
    reply.setCookie(ELDER, elder, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true, secure: request.protocol === 'https' });
    // A path of two slashes would name another host, and so would one that is resolved to two.
    void reply.redirect(`${path.replace(/^\/+/, '/')}${search && `?${search}`}`, 303);
    return true;
  }
}
