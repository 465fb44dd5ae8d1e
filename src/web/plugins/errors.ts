import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { markup } from '#documents/markup.ts';
import { basisText } from '#domain/checker/basisText.ts';
import type { ApiError, FieldProblem } from '../api/consoleTypes.ts';
import { page, type Site } from '../portal/layout.ts';
import { encodedAddress } from './rawAddress.ts';

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
  400: ['提交的内容或者地址读不懂', '请检查地址，或者返回上一页检查后重新提交。'],
  401: ['请先登录', '登录后会回到这一页。'],
  403: ['您没有这项权限', '请联系本单位管理员。'],
  404: ['没有这个页面', '地址可能有误，或内容已移走。可以从首页查找。'],
  408: ['等了太久，没有收到完整的请求', '请检查网络后再试。'],
  413: ['提交的内容太大', '请把文字写短一些，或者缩小文件、分批提交。'],
  415: ['不支持这种内容格式', '请换一种格式。'],
  429: ['提交得太频繁', '请稍等一分钟再试。'],
  431: ['请求的地址或者附带的内容太长', '请清除浏览器里本网站的 Cookie，或者写短一些再试。'],
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

/** What a refused request is answered with. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

function answerOf(told: Told, wantsJson: boolean, site: Site): Answer {
  const { status } = told;
  if (wantsJson)
    return {
      status,
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({
        error: told.title,
        advice: told.advice,
        basis: told.basis.map(basisText),
        ...(told.fields?.length && { fields: told.fields }),
      } satisfies ApiError),
    };
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: page(
      { title: told.title, site },
      markup`<h1>${told.title}</h1><p>${told.advice}</p>${told.basis.length ? markup`<p class="meta">依据：${told.basis.map(basisText).join('、')}</p>` : ''}<p><a class="button" href="/">回到首页</a></p>`,
    ),
  };
}

const isApi = (url: string | undefined): boolean => url?.startsWith('/api/') ?? false;

/** Nothing runs on a page that is answered before the headers of all others are there. */
const BARE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Answers to what is refused before any route is asked: an address or a request that cannot be read. */
export function unreadable(site: () => Site) {
  return {
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
      const { status, type, body } = answerOf(tell(error), isApi(request.url), site());
      void reply
        .code(status)
        .headers({ 'content-security-policy': BARE_POLICY, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
        .type(type)
        .send(body);
    },
    clientErrorHandler: (error: ConnectionError, socket: Socket): void => {
      if (error.code === 'ECONNRESET' || !socket.writable) return;
      const address = error.code === 'HPE_INVALID_URL' && error.rawPacket instanceof Buffer ? encodedAddress(error.rawPacket) : null;
      if (address !== null) {
        socket.end(`HTTP/1.1 301 ${STATUS_CODES[301]}\r\nlocation: ${address}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
        return;
      }
      const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
      const { type, body } = answerOf(tell({ statusCode: status }), false, site());
      const head = [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        `content-type: ${type}`,
        `content-length: ${Buffer.byteLength(body)}`,
        `content-security-policy: ${BARE_POLICY}`,
        'x-content-type-options: nosniff',
        'cache-control: no-store',
        'connection: close',
      ];
      socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    },
  };
}

const HOST = /^[\w.\-:[\]]{1,255}$/;

/** False for a path with a byte that is in no path of ours, or a host that is none. */
export function readable(request: FastifyRequest): boolean {
  return !(request.url.split('?')[0] ?? '').includes('%00') && (request.headers.host === undefined || HOST.test(request.headers.host));
}

/** The one place that turns an error into a page, or into JSON for the api. */
export function registerErrors(server: FastifyInstance, site: () => Site): void {
  server.setErrorHandler((error, request, reply) => {
    const told = tell(error);
    if (told.status >= 500) request.log.error(error);
    const { type, body } = answerOf(told, isApi(request.url), site());
    return reply.code(told.status).header('cache-control', 'no-store').type(type).send(body);
  });
  server.setNotFoundHandler((request, reply) => {
    const [title, advice] = WORDS[404]!;
    const { type, body } = answerOf({ status: 404, title, advice, basis: [] }, isApi(request.url), site());
    return reply.code(404).type(type).send(body);
  });
}
