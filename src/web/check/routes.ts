import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asHtml } from '#documents/checking/html.ts';
import { asJson } from '#documents/checking/result.ts';
import { HttpProblem } from '../plugins/errors.ts';
import type { Portal } from '../portal/portal.ts';
import { examine } from './examine.ts';
import { BOUNDS, resultsView, uploadView } from './page.ts';
import { Turnstile } from './turnstile.ts';
import { readUploads, type Upload } from './upload.ts';

const PAGE = { current: 'checker', styles: ['check.css'], crumbs: [{ label: '首页', href: '/' }, { label: '年报体检' }] } as const;

/** 年报体检: takes reports, says what is wrong with them, keeps nothing. */
export function registerCheck(server: FastifyInstance, portal: Portal): void {
  const turnstile = new Turnstile(2, 4);
  const form = (request: FastifyRequest, problem: string | null) =>
    portal.render(request, { ...PAGE, title: '年报体检', scripts: ['check.js'] }, uploadView(problem));

  server.get('/check', async (request, reply) => {
    await portal.sendPage(request, reply, 'check', async () => form(request, null));
    return reply;
  });

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { files } = await readUploads(request, BOUNDS);
    if (files.length === 0) {
      reply.code(400);
      return form(request, '没有选择文件');
    }
    const results = await examine(files satisfies Upload[]);
    const downloads = { json: `${JSON.stringify(asJson(results), null, 1)}\n`, html: asHtml(results) };
    return portal.render(request, { ...PAGE, title: '体检结果', wide: true }, resultsView(results, downloads, portal.clock()));
  };

  server.post('/check', { config: { rateLimit: { max: 20 } }, bodyLimit: BOUNDS.allBytes + 1024 * 1024 }, async (request, reply) => {
    const leave = turnstile.enter(request.ip);
    if (leave === 'client') throw new HttpProblem(429, '您有两次检查还没有做完', '请等前面的结果出来再提交。');
    if (leave === 'all') throw new HttpProblem(503, '现在检查的人多', '请过一分钟再提交；文件没有保存。');
    try {
      return reply.type('text/html; charset=utf-8').send(await answer(request, reply));
    } finally {
      leave();
    }
  });
}
