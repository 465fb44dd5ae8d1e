import type { FastifyInstance } from 'fastify';
import { markup } from '#documents/markup.ts';
import { basisText } from '#domain/checker/basisText.ts';
import type { ApiError, FieldProblem } from '../api/consoleTypes.ts';
import { page, type Site } from '../portal/layout.ts';

/** A request the rules do not allow, or a thing that is not there: status and words for people. Thrown by routes, told here. */
export class HttpProblem extends Error {
  readonly status: number;
  /** What to do next, in Chinese. */
  readonly advice: string;
  readonly basis: readonly string[];
  /** Which drafts and fields of a save are wrong. */
  readonly fields: readonly FieldProblem[];
  constructor(status: number, message: string, advice = '', basis: readonly string[] = [], fields: readonly FieldProblem[] = []) {
    super(message);
    this.status = status;
    this.advice = advice;
    this.basis = basis;
    this.fields = fields;
  }
}

const WORDS: Readonly<Record<number, readonly [string, string]>> = {
  400: ['提交的内容读不懂', '请返回上一页，检查后重新提交。'],
  401: ['请先登录', '登录后会回到这一页。'],
  403: ['您没有这项权限', '请联系本单位管理员。'],
  404: ['没有这个页面', '地址可能有误，或内容已移走。可以从首页查找。'],
  413: ['文件太大', '请缩小或分批提交。'],
  415: ['不支持这种内容格式', '请换一种格式。'],
  429: ['提交得太频繁', '请稍等一分钟再试。'],
  503: ['暂时只能查看，不能保存', '请联系系统管理员检查磁盘空间。'],
};

interface Told {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
  readonly basis: readonly string[];
  readonly fields?: readonly FieldProblem[];
}

function tell(error: unknown): Told {
  if (error instanceof HttpProblem)
    return {
      status: error.status,
      title: error.message,
      advice: error.advice || (WORDS[error.status]?.[1] ?? ''),
      basis: error.basis,
      fields: error.fields,
    };
  const given = (error as { statusCode?: number } | null)?.statusCode ?? 500;
  const words = WORDS[given];
  if (given >= 400 && given < 500)
    return { status: given, title: words?.[0] ?? '请求有误', advice: words?.[1] ?? '请返回上一页检查。', basis: [] };
  return { status: 500, title: '系统出了故障，这次操作没有保存', advice: '故障已记入日志。请记下时间，联系系统管理员。', basis: [] };
}

/** The one place that turns an error into a page, or into JSON for the api. */
export function registerErrors(server: FastifyInstance, site: () => Site): void {
  const answer = (told: Told, wantsJson: boolean): { type: string; body: string } =>
    wantsJson
      ? {
          type: 'application/json; charset=utf-8',
          body: JSON.stringify({
            error: told.title,
            advice: told.advice,
            basis: told.basis.map(basisText),
            ...(told.fields?.length && { fields: told.fields }),
          } satisfies ApiError),
        }
      : {
          type: 'text/html; charset=utf-8',
          body: page(
            { title: told.title, site: site() },
            markup`<h1>${told.title}</h1><p>${told.advice}</p>${told.basis.length ? markup`<p class="meta">依据：${told.basis.map(basisText).join('、')}</p>` : ''}<p><a class="button" href="/">回到首页</a></p>`,
          ),
        };
  server.setErrorHandler((error, request, reply) => {
    const told = tell(error);
    if (told.status >= 500) request.log.error(error);
    const { type, body } = answer(told, request.url.startsWith('/api/'));
    return reply.code(told.status).header('cache-control', 'no-store').type(type).send(body);
  });
  server.setNotFoundHandler((request, reply) => {
    const { type, body } = answer(
      { status: 404, title: WORDS[404]![0], advice: WORDS[404]![1], basis: [] },
      request.url.startsWith('/api/'),
    );
    return reply.code(404).type(type).send(body);
  });
}
