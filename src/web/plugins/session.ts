import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '#domain/people/accounts.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { Session, SignIn } from '#domain/people/signIn.ts';
import { HttpProblem } from './errors.ts';

/** A signed-in person with the roles held today. */
export interface SignedIn {
  readonly session: Session;
  readonly viewer: Viewer;
}

/** A browser takes a cookie with this name only over TLS, for this host, for every path. */
const SECURE_NAME = '__Host-gongkai';
const PLAIN_NAME = 'gongkai';
const FORM_NAME = 'gongkai_form';

function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? SECURE_NAME : PLAIN_NAME;
}

/** Compares two secrets in a time that does not hang on how much of them is the same. */
export function sameSecret(given: string | undefined, wanted: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(wanted);
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}

/** Who is behind a request, and the proof that a change comes from our own pages. */
export class Sessions {
  readonly #signIn: SignIn;
  readonly #accounts: Accounts;

  constructor(signIn: SignIn, accounts: Accounts) {
    this.#signIn = signIn;
    this.#accounts = accounts;
  }

  /** The person signed in; null: nobody, or the session has ended. */
  async of(request: FastifyRequest): Promise<SignedIn | null> {
    const token = request.cookies[cookieName(request)];
    const session = token ? await this.#signIn.session(token) : null;
    return session && { session, viewer: await this.#accounts.viewer(session.person) };
  }

  /** The person signed in, else 401; 403 while a password set by somebody else has not been changed. */
  async require(request: FastifyRequest): Promise<SignedIn> {
    const signedIn = await this.of(request);
    if (!signedIn) throw new HttpProblem(401, '请先登录');
    if (signedIn.session.person.mustChange) throw new HttpProblem(403, '请先修改初始密码', '打开“修改密码”页，改好后再继续。');
    return signedIn;
  }

  /** As {@link require}, and the request carries the session's own token in header or form. */
  async requireChange(request: FastifyRequest, token: string | undefined): Promise<SignedIn> {
    const signedIn = await this.require(request);
    if (!sameSecret(token, signedIn.session.csrf)) throw new HttpProblem(403, '页面已过期，没有保存', '请刷新页面再操作一次。');
    return signedIn;
  }

  /** Signing out takes the token too, but also from somebody who has still to change the password. */
  async requireSignOut(request: FastifyRequest, token: string | undefined): Promise<void> {
    const signedIn = await this.of(request);
    if (signedIn && !sameSecret(token, signedIn.session.csrf)) throw new HttpProblem(403, '页面已过期，没有退出', '请刷新页面再退出一次。');
  }

  /** Keeps a fresh session in the browser and ends the one before. */
  async begin(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<void> {
    await this.end(request, reply);
    reply.setCookie(cookieName(request), session.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
    });
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = request.cookies[cookieName(request)];
    if (token) await this.#signIn.signOut(token);
    reply.clearCookie(cookieName(request), { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' });
  }

  /** The token of a form shown before sign-in, tied to the browser by a cookie of its own. */
  formToken(request: FastifyRequest, reply: FastifyReply): string {
    const kept = request.cookies[FORM_NAME];
    if (kept && /^[\w-]{32}$/.test(kept)) return kept;
    const token = randomBytes(24).toString('base64url');
    reply.setCookie(FORM_NAME, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' });
    return token;
  }

  /** True when the form was shown by us to this browser. */
  isOwnForm(request: FastifyRequest, token: string | undefined): boolean {
    return sameSecret(token, request.cookies[FORM_NAME] ?? '');
  }
}

/** A path of our own to go to after sign-in; anything else leads to the console. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])[^\s\\\p{Cc}\p{Cf}]*$/u.test(next)) return '/console/';
  const url = new URL(next, 'http://own.invalid');
  // A path that is resolved to two slashes would name another host.
  const own = url.origin === 'http://own.invalid' && !url.pathname.startsWith('//');
  return own ? `${url.pathname}${url.search}` : '/console/';
}
