import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { markup } from '#documents/markup.ts';
import type { FirstRun } from '#domain/people/firstRun.ts';
import type { SignIn } from '#domain/people/signIn.ts';
import { isRefusal } from '#lib/result.ts';
import { type Sessions, safeNext } from '../plugins/session.ts';
import { errorSummary, type FormProblem, formField, readForm } from '../portal/form.ts';
import type { Portal } from '../portal/portal.ts';

const FORM = z.object({
  account: z.string().max(100).default(''),
  password: z.string().max(300).default(''),
  next: z.string().max(500).optional(),
  token: z.string().max(100).optional(),
});

/** A minute and address: a whole county office may sign in at once behind one; guessing is stopped by the account's own lock. */
const TRIES = { config: { rateLimit: { max: 60 } } };

/** Sign-in and sign-out, as plain forms. */
export function registerSignIn(
  server: FastifyInstance,
  deps: { portal: Portal; sessions: Sessions; signIn: SignIn; firstRun: FirstRun },
): void {
  const { portal, sessions, signIn, firstRun } = deps;

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    given: { account?: string; next?: string },
    problems: readonly FormProblem[],
  ) => {
    const token = sessions.formToken(request, reply);
    const plain = request.protocol !== 'https' && !isOwnMachine(request.ip);
    return portal.render(
      request,
      { title: '工作人员登录', crumbs: [{ label: '首页', href: '/' }, { label: '工作人员登录' }] },
      markup`${errorSummary(problems)}<h1>工作人员登录</h1>
${plain && markup`<p class="warn">本站现在没有加密（不是 https），密码可能被同一网络上的人看到。请联系系统管理员配置证书。</p>`}
<form method="post" action="/sign-in">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="next" value="${given.next ?? ''}">
${formField({ name: 'account', label: '账号', value: given.account, autocomplete: 'username' }, problems)}
${formField({ name: 'password', label: '密码', type: 'password', autocomplete: 'current-password' }, problems)}
<p class="buttons"><button class="main" type="submit">登录</button></p></form>
<p class="meta">忘了密码，请本单位管理员重新设置。</p>`,
    );
  };

  server.get<{ Querystring: { next?: string } }>('/sign-in', async (request, reply) => {
    if (await firstRun.needed()) return reply.redirect('/first-run', 303);
    const next = typeof request.query.next === 'string' ? request.query.next : undefined;
    const signedIn = await sessions.of(request);
    if (signedIn) return reply.redirect(signedIn.session.person.mustChange ? '/password' : safeNext(next), 303);
    return reply.type('text/html; charset=utf-8').send(show(request, reply, { next }, []));
  });

  server.post('/sign-in', TRIES, async (request, reply) => {
    const read = FORM.safeParse(request.body);
    const form = read.success ? read.data : { account: '', password: '', next: undefined, token: undefined };
    const problems: FormProblem[] = [];
    if (!sessions.isOwnForm(request, form.token)) problems.push({ field: null, text: '页面已过期，请重新填写后登录' });
    if (form.account.trim() === '') problems.push({ field: 'account', text: '没有填写账号' });
    if (form.password === '') problems.push({ field: 'password', text: '没有填写密码' });
    const session = problems.length === 0 ? await signIn.signIn(form.account, form.password) : null;
    if (isRefusal(session)) problems.push({ field: 'account', text: session.refused.replace(/。$/, '') });
    if (session === null || isRefusal(session))
      return reply
        .code(422)
        .type('text/html; charset=utf-8')
        .send(show(request, reply, form, problems));
    await sessions.begin(request, reply, session);
    return reply.redirect(session.person.mustChange ? '/password' : safeNext(form.next), 303);
  });

  server.post('/sign-out', async (request, reply) => {
    const { csrf } = readForm(z.object({ csrf: z.string().max(200).optional() }), request.body);
    await sessions.requireSignOut(request, csrf);
    await sessions.end(request, reply);
    return reply.redirect('/', 303);
  });
}

/** A browser on the server itself: nothing travels over a network. */
function isOwnMachine(ip: string): boolean {
  return ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1';
}
