import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { markup } from '#documents/markup.ts';
import type { FirstRun } from '#domain/people/firstRun.ts';
import type { SignIn } from '#domain/people/signIn.ts';
import { isRefusal } from '#lib/result.ts';
import type { Sessions } from '../plugins/session.ts';
import { errorSummary, type FormProblem, formField, readForm } from '../portal/form.ts';
import type { Portal } from '../portal/portal.ts';

const LEVELS = [
  ['township', '乡镇人民政府'],
  ['subdistrict', '街道办事处'],
  ['department', '县级部门'],
  ['county', '县级人民政府'],
  ['cityDepartment', '市级部门'],
  ['city', '市级人民政府'],
] as const;

const text = z.string().trim().max(200).default('');
const FORM = z.object({
  code: text,
  agencyName: text,
  shortName: text,
  agencyCode: text,
  level: z.enum(LEVELS.map(([value]) => value)).catch('township'),
  name: text,
  account: text,
  password: z.string().max(300).default(''),
  again: z.string().max(300).default(''),
  token: text,
});
type Given = z.infer<typeof FORM>;

const WANTED: readonly (readonly [keyof Given, string])[] = [
  ['code', '没有填写一次性代码'],
  ['agencyName', '没有填写单位全称'],
  ['shortName', '没有填写单位简称'],
  ['agencyCode', '没有填写单位代码'],
  ['name', '没有填写您的姓名'],
  ['account', '没有填写账号'],
  ['password', '没有填写密码'],
];

/** Which field a refusal of the rules speaks of, by the word it opens with. */
const ABOUT: readonly (readonly [RegExp, keyof Given])[] = [
  [/一次性代码/, 'code'],
  [/^单位代码/, 'agencyCode'],
  [/全称/, 'agencyName'],
  [/^账号/, 'account'],
  [/姓名/, 'name'],
  [/^密码/, 'password'],
];

/** 首次设置: the first office and its administrator, for whoever can read the server's console. */
export function registerFirstRun(
  server: FastifyInstance,
  deps: { portal: Portal; sessions: Sessions; firstRun: FirstRun; signIn: SignIn },
): void {
  const { portal, sessions, firstRun, signIn } = deps;
  const show = (request: FastifyRequest, reply: FastifyReply, given: Partial<Given>, problems: readonly FormProblem[]) => {
    const field = (name: keyof Given, label: string, hint?: string, type?: 'password') =>
      formField(
        { name, label, ...(hint && { hint }), ...(type && { type, autocomplete: 'new-password' }), value: given[name] ?? '' },
        problems,
      );
    return portal.render(
      request,
      { title: '首次设置' },
      markup`${errorSummary(problems)}<h1>首次设置</h1><p>登记本单位和第一位管理员，约需两分钟。只能做一次。</p>
<form method="post" action="/first-run"><input type="hidden" name="token" value="${sessions.formToken(request, reply)}">
${field('code', '一次性代码', '显示在启动程序的窗口里，每次启动都会换')}
${field('agencyName', '单位全称', '如 ××镇人民政府')}
${field('shortName', '单位简称', '年报标题用，如 ××镇')}
${field('agencyCode', '单位代码', '小写字母开头，用在编号和网址里，如 cyz')}
${formField({ name: 'level', label: '单位层级', value: given.level ?? 'township', choices: LEVELS }, problems)}
${field('name', '您的姓名')}
${field('account', '账号', '字母、数字、点、横线，2至41位')}
${field('password', '密码', '至少8位，大写字母、小写字母、数字、符号中的三类，不含账号', 'password')}
${field('again', '再输一遍密码', undefined, 'password')}
<p class="buttons"><button class="main" type="submit">开始使用</button></p></form>`,
    );
  };

  const problemsOf = (form: Given, request: FastifyRequest): FormProblem[] => {
    const problems: FormProblem[] = WANTED.filter(([field]) => form[field] === '').map(([field, said]) => ({ field, text: said }));
    if (form.password !== form.again) problems.push({ field: 'again', text: '两遍密码不一样' });
    if (!sessions.isOwnForm(request, form.token)) problems.push({ field: null, text: '页面已过期，请重新填写' });
    return problems;
  };

  server.get('/first-run', async (request, reply) => {
    if (!(await firstRun.needed())) return reply.redirect('/sign-in', 303);
    return reply.type('text/html; charset=utf-8').send(show(request, reply, {}, []));
  });

  server.post('/first-run', { config: { rateLimit: { max: 15 } } }, async (request, reply) => {
    if (!(await firstRun.needed())) return reply.redirect('/sign-in', 303);
    const form = readForm(FORM, request.body);
    const problems = problemsOf(form, request);
    if (problems.length === 0) {
      const { code, name, account, password, level } = form;
      const agency = { code: form.agencyCode, name: form.agencyName, shortName: form.shortName, level };
      const person = await firstRun.claim({ code, agency, account, name, password });
      if (isRefusal(person))
        problems.push({ field: ABOUT.find(([word]) => word.test(person.refused))?.[1] ?? null, text: person.refused.replace(/。$/, '') });
    }
    if (problems.length > 0)
      return reply
        .code(422)
        .type('text/html; charset=utf-8')
        .send(show(request, reply, form, problems));
    const session = await signIn.signIn(form.account, form.password);
    if (!isRefusal(session)) await sessions.begin(request, reply, session);
    return reply.redirect('/console/', 303);
  });
}
