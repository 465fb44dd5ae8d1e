import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { forbid, isForbidden, type Verb, type Viewer } from '#domain/people/policy.ts';
import { type DraftProblem, isSaveRefusal } from '#domain/registers/ports.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { isStale } from '#lib/stale.ts';
import { HttpProblem } from '../plugins/errors.ts';
import type { Sessions, SignedIn } from '../plugins/session.ts';
import type { FieldProblem } from './consoleTypes.ts';
import { unreadable } from './unreadable.ts';

/** What a route's action is given: who asks, what was asked in its checked form, and the raw request for files. */
export interface Call<I> {
  readonly input: I;
  readonly viewer: Viewer;
  readonly signedIn: SignedIn;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** One route of the console, from left to right: limit, authenticate, validate, authorise, act, present. */
export interface Route<S extends z.ZodType, R> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Over path, query and body together; anything not named is refused in a body, ignored in an address. */
  readonly input: S;
  /** What the viewer must be allowed, in which agency; null where the action itself decides (own data, definitions). */
  readonly may: readonly [verb: Verb, agency: (input: z.output<S>) => string] | null;
  readonly act: (call: Call<z.output<S>>) => Promise<R | Refusal>;
  /** Requests a minute of one client; 600 unless said. */
  readonly limit?: number;
  /** True for multipart: the action reads fields and files itself and authorises after. */
  readonly files?: true;
}

function fieldsOf(problems: readonly DraftProblem[]): FieldProblem[] {
  return problems.map((p) => ({ index: p.index, field: p.field ?? '', value: String(p.value ?? ''), what: p.what, fix: p.fix }));
}

/** A refusal as an answer: 403 for want of a role, 409 where somebody else was faster, else 422. */
export function refused(refusal: Refusal): HttpProblem {
  const { refused: said, basis } = refusal;
  if (isForbidden(refusal)) return new HttpProblem(403, said, refusal.advice ?? '请联系本单位管理员。', basis);
  if (isStale(refusal)) return new HttpProblem(409, said, '您填写的内容还在本页，请先复制下来，刷新后再合在一起。', basis);
  if (!isSaveRefusal(refusal)) return new HttpProblem(422, said, '请按提示处理后再操作。', basis);
  const conflict = refusal.problems.some((p) => p.kind === 'conflict');
  const advice = conflict ? '请刷新看最新内容，再改一次。' : '请按每处提示改好再保存。';
  return new HttpProblem(conflict ? 409 : 422, said, advice, basis, fieldsOf(refusal.problems));
}

function given(request: FastifyRequest): Record<string, unknown> {
  const body = request.body;
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  // The address wins: a body can't name another object than the route's.
  return { ...(request.query as object), ...fields, ...(request.params as object) };
}

/** Adds routes under /api/console. */
export class Api {
  readonly #server: FastifyInstance;
  readonly #sessions: Sessions;
  /** Every route there is, for the tests that try each with each role. */
  readonly routes: { readonly method: string; readonly path: string; readonly may: Verb | null }[] = [];

  constructor(server: FastifyInstance, sessions: Sessions) {
    this.#server = server;
    this.#sessions = sessions;
  }

  route<S extends z.ZodType, R>(route: Route<S, R>): void {
    const { method, path, input, may, act } = route;
    this.routes.push({ method, path, may: may?.[0] ?? null });
    const config = { rateLimit: { max: route.limit ?? 600 } };
    this.#server.route({
      method,
      url: `/api/console${path}`,
      config,
      handler: async (request, reply) => {
        const signedIn =
          method === 'GET' ? await this.#sessions.require(request) : await this.#sessions.requireChange(request, header(request));
        const read = input.safeParse(route.files ? request.params : given(request));
        if (!read.success) throw unreadable(read.error);
        const { viewer } = signedIn;
        const forbidden = may && forbid(viewer, may[0], { agency: may[1](read.data) });
        if (forbidden) throw refused(forbidden);
        const result = await act({ input: read.data, viewer, signedIn, request, reply });
        if (isRefusal(result)) throw refused(result);
        return reply.sent ? reply : reply.send(result ?? {});
      },
    });
  }
}

function header(request: FastifyRequest): string | undefined {
  const value = request.headers['x-gongkai-csrf'];
  return typeof value === 'string' ? value : undefined;
}
