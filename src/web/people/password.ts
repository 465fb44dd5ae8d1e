import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { markup } from '#documents/markup.ts';
import type { Accounts } from '#domain/people/accounts.ts';
import { type Sessions, type SignedIn, sameSecret } from '../plugins/session.ts';
import { errorSummary, type FormProblem, formField, readForm } from '../portal/form.ts';
import type { Portal } from '../portal/portal.ts';

const FORM = z.object({
  old: z.string().max(300).default(''),
  password: z.string().max(300).default(''),
  again: z.string().max(300).default(''),
  csrf: z.string().max(200).optional(),
});

/** 修改密码: asked for after a password that somebody else set. All sessions end; the person signs in anew. */
export function registerPassword(server: FastifyInstance, deps: { portal: Portal; sessions: Sessions; accounts: Accounts }): void {
  const { portal, sessions, accounts } = deps;
  const show = (request: FastifyRequest, { session }: SignedIn, problems: readonly FormProblem[]) =>
    portal.render(
      request,
      { title: '修改密码', crumbs: [{ label: '首页', href: '/' }, { label: '修改密码' }] },
      markup`${errorSummary(problems)}<h1>修改密码</h1>${session.person.mustChange && markup`<p class="note">您的密码是别人设置的，请改成只有自己知道的，再开始工作。</p>`}
<form method="post" action="/password"><input type="hidden" name="csrf" value="${session.csrf}">
${formField({ name: 'old', label: '现在的密码', type: 'password', autocomplete: 'current-password' }, problems)}
${formField({ name: 'password', label: '新密码', type: 'password', autocomplete: 'new-password', hint: '至少8位，大写字母、小写字母、数字、符号中的三类，不含账号' }, problems)}
${formField({ name: 'again', label: '再输一遍新密码', type: 'password', autocomplete: 'new-password' }, problems)}
<p class="buttons"><button class="main" type="submit">修改密码</button></p></form>`,
    );

  const own = async (request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> => {
    const signedIn = await sessions.of(request);
    if (!signedIn) await reply.redirect('/sign-in?next=/password', 303);
    return signedIn;
  };

  server.get('/password', async (request, reply) => {
    const signedIn = await own(request, reply);
    return signedIn ? reply.type('text/html; charset=utf-8').send(show(request, signedIn, [])) : reply;
  });

  server.post('/password', { config: { rateLimit: { max: 15 } } }, async (request, reply) => {
    const signedIn = await own(request, reply);
    if (!signedIn) return reply;
    const form = readForm(FORM, request.body);
    const problems: FormProblem[] = [];
    if (!sameSecret(form.csrf, signedIn.session.csrf)) problems.push({ field: null, text: '页面已过期，请重新填写' });
    if (form.password !== form.again) problems.push({ field: 'again', text: '两遍新密码不一样' });
    const refused = problems.length === 0 ? await accounts.changePassword(signedIn.session.person, form.old, form.password) : null;
    if (refused)
      problems.push({ field: refused.refused.startsWith('原密码') ? 'old' : 'password', text: refused.refused.replace(/。$/, '') });
    if (problems.length > 0)
      return reply
        .code(422)
        .type('text/html; charset=utf-8')
        .send(show(request, signedIn, problems));
    await sessions.end(request, reply);
    return reply.redirect('/sign-in', 303);
  });
}
