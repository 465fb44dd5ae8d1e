import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebDeps } from '../../deps.ts';
import { HttpProblem } from '../../plugins/errors.ts';
import { originOf } from '../origin.ts';
import type { Portal } from '../portal.ts';
import type { Keep } from './kept.ts';
import type { Page } from './page.ts';
import { type Unit, units } from './unit.ts';

export interface OfUnit {
  readonly code: string;
}
export type OfColumn = OfUnit & { readonly column: string };
export type Query = Readonly<Record<string, unknown>>;

export const NO_PAGE = '没有这个页面';

/** What every route of the 专栏 shares: whose page it is, and how a page is made, kept and sent. */
export class Desk {
  readonly deps: WebDeps;
  readonly keep: Keep;
  readonly portal: Portal;

  constructor(deps: WebDeps, keep: Keep, portal: Portal) {
    this.deps = deps;
    this.keep = keep;
    this.portal = portal;
  }

  /** The unit of a code; null where there is none. */
  async unitNamed(code: string): Promise<Unit | null> {
    const all = await this.keep('units', async () => new Map((await units(this.deps)).map((u) => [u.code, u])));
    return all.get(code) ?? null;
  }

  /** The unit of a code; where there is none, there is no page. */
  async unitAt(code: string): Promise<Unit> {
    const unit = await this.unitNamed(code);
    if (!unit) throw new HttpProblem(404, NO_PAGE);
    return unit;
  }

  /** https://example.gov.cn: the site's own name, or else the one it was asked by. */
  origin(request: FastifyRequest): string {
    return originOf(request, this.deps.site().domain).origin;
  }

  /** A page kept under `key`, made when it is not; null from `make` is 404. */
  async send(request: FastifyRequest, reply: FastifyReply, key: string, make: () => Promise<Page | null>): Promise<FastifyReply> {
    const text = async () => {
      const made = await make();
      return made && this.portal.render(request, made.options, made.body);
    };
    if (!(await this.portal.sendPage(request, reply, key, text))) throw new HttpProblem(404, NO_PAGE);
    return reply;
  }

  /** A feed or a sitemap, kept by the address it is asked at where that is the site's own; null from `make` is 404. */
  async sendText(request: FastifyRequest, reply: FastifyReply, type: string, make: () => Promise<string | null>): Promise<FastifyReply> {
    const { origin, own } = originOf(request, this.deps.site().domain);
    if (!(await this.portal.sendPage(request, reply, own ? `${origin}${request.url.split('?')[0]}` : null, make, type)))
      throw new HttpProblem(404, NO_PAGE);
    return reply;
  }

  /** A page of a unit, kept by its name; no unit, no page. */
  unitPage(name: string, make: (unit: Unit) => Promise<Page | null>) {
    return async (request: FastifyRequest<{ Params: OfUnit }>, reply: FastifyReply): Promise<FastifyReply> =>
      this.send(request, reply, `portal ${request.params.code} ${name}`, async () => {
        const unit = await this.unitNamed(request.params.code);
        return unit && make(unit);
      });
  }
}
