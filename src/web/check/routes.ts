import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../api/exports.ts';
import { HttpProblem } from '../plugins/errors.ts';
import type { Portal } from '../portal/portal.ts';
import { type Asked, askedOf } from './asked.ts';
import { A_MINUTE, AT_ONCE, BOUNDS, HELD, LONGEST_WAIT_MS } from './bounds.ts';
import { downloadOf, downloadsOf } from './downloads.ts';
import { examine, type Orders } from './examine.ts';
import { uploadView } from './page.ts';
import { lineOf, type StreamLine } from './progressLines.ts';
import { resultsTitle, resultsView } from './resultsPage.ts';
import { Places, Room, Turnstile } from './turnstile.ts';
import { readUploads, type Upload } from './upload.ts';

const PAGE = {
  current: 'checker',
  styles: ['check.css'],
  scripts: ['check.js'],
  crumbs: [{ label: '首页', href: '/' }, { label: '年报体检' }],
} as const;

/** Asked for by the page's script. */
const STREAM = 'application/x-ndjson';
/** A client whose earlier check still runs may come back after so many seconds. */
const COME_BACK_S = 20;

const crowded = () => new HttpProblem(503, '现在检查的人多', `请在${COME_BACK_S}秒后再提交；这次的文件没有保存。`);

interface Submitted extends Asked {
  readonly files: readonly Upload[];
  readonly previous: readonly Upload[];
}

async function submitted(request: FastifyRequest, take: (bytes: number) => boolean): Promise<Submitted> {
  // One more than the files to check: last year's report.
  const { files, fields } = await readUploads(request, { ...BOUNDS, files: BOUNDS.files + 1, take });
  const own = files.filter((f) => f.field !== 'previous');
  if (own.length > BOUNDS.files) throw new HttpProblem(413, `一次最多${BOUNDS.files}个文件`, '请分几次提交，或打成 ZIP。');
  return { ...askedOf(fields), files: own, previous: files.filter((f) => f.field === 'previous') };
}

/** Set off when the client goes away before its answer is whole. */
function gone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** 年报体检: takes reports, says what is wrong with them, keeps nothing. */
export function registerCheck(server: FastifyInstance, portal: Portal): void {
  const turnstile = new Turnstile(AT_ONCE.client, AT_ONCE.sending);
  const places = new Places(AT_ONCE.reading, LONGEST_WAIT_MS);
  const room = new Room(HELD.all, HELD.each);
  const form = (request: FastifyRequest, problem: string | null) =>
    portal.render(request, { ...PAGE, title: '年报体检' }, uploadView(problem));

  server.get('/check', async (request, reply) => {
    await portal.sendPage(request, reply, 'check', async () => form(request, null));
    return reply;
  });

  const results = async (asked: Submitted, orders: Pick<Orders, 'say' | 'signal'>, script: boolean) => {
    const { results: all, notes } = await examine(asked.files, { level: asked.level, previous: asked.previous, ...orders });
    const list = all.map((e) => e.result);
    const body = async () => resultsView({ results: list, notes, downloads: await downloadsOf(all), at: portal.clock(), script });
    return { all, title: resultsTitle(list), body };
  };

  const stream = (reply: FastifyReply, asked: Submitted, signal: AbortSignal, after: () => void) => {
    const out = new PassThrough();
    const say = (line: StreamLine) => void out.write(`${JSON.stringify(line)}\n`);
    const run = async () => {
      const made = await results(asked, { say: (p) => say(lineOf(p)), signal }, true);
      if (!signal.aborted) say({ state: 'end', title: made.title, html: (await made.body()).text });
    };
    run()
      .catch((fault: unknown) => {
        reply.log.error(fault);
        say({ state: 'problem', title: '系统出了故障，这次没有查完', advice: '文件没有保存。请过一会儿再提交。' });
      })
      .finally(() => {
        after();
        out.end();
      });
    // Lines are to arrive as they are written, also through a proxy.
    return reply.type(`${STREAM}; charset=utf-8`).header('x-accel-buffering', 'no').send(out);
  };

  /** Who sends slowly holds no place: it is taken once the files are in. */
  const answer = async (request: FastifyRequest, reply: FastifyReply, held: { take: (bytes: number) => boolean; leave: () => void }) => {
    const signal = gone(reply);
    const asked = await submitted(request, held.take);
    if (asked.files.length === 0) {
      reply.code(400).type('text/html; charset=utf-8');
      return reply.send(form(request, '没有选择文件'));
    }
    const stand = await places.take(signal);
    if (!stand) throw crowded();
    if (request.headers.accept === STREAM)
      return stream(reply, asked, signal, () => {
        stand();
        held.leave();
      });
    try {
      return await whole(request, reply, asked, signal);
    } finally {
      stand();
    }
  };

  const whole = async (request: FastifyRequest, reply: FastifyReply, asked: Submitted, signal: AbortSignal) => {
    const made = await results(asked, { say: () => {}, signal }, false);
    if (asked.shape !== 'page' && made.all.some((e) => e.result.readable)) {
      const { name, type, bytes } = await downloadOf(asked.shape, made.all);
      attachment(reply, name);
      return reply.type(type).send(Buffer.from(bytes));
    }
    const options = { ...PAGE, title: '体检结果', wide: true };
    return reply.type('text/html; charset=utf-8').send(portal.render(request, options, await made.body()));
  };

  const tooOften = (_: FastifyRequest, { ttl }: { ttl: number }) =>
    new HttpProblem(
      429,
      `一分钟最多提交${A_MINUTE}次`,
      `请在${Math.max(1, Math.ceil(ttl / 1000))}秒后再来。份数多的，可以打成一个 ZIP 一次提交；文件没有保存。`,
    );

  server.post(
    '/check',
    { config: { rateLimit: { max: A_MINUTE, errorResponseBuilder: tooOften } }, bodyLimit: BOUNDS.allBytes + 1024 * 1024 },
    async (request, reply) => {
      const enter = turnstile.enter(request.ip);
      if (enter === 'client') {
        reply.header('retry-after', COME_BACK_S);
        throw new HttpProblem(429, '您有两次检查还没有做完', `请等前面的结果出来，或在${COME_BACK_S}秒后再提交；这次的文件没有保存。`);
      }
      if (enter === 'all') {
        reply.header('retry-after', COME_BACK_S);
        throw crowded();
      }
      const own = room.open();
      const leave = () => {
        own.leave();
        enter();
      };
      try {
        await answer(request, reply, { take: own.take, leave });
      } catch (fault) {
        if (fault instanceof HttpProblem && fault.status === 503) reply.header('retry-after', COME_BACK_S);
        throw fault;
      } finally {
        // What is streamed leaves when its last line is written.
        if (!String(reply.getHeader('content-type')).startsWith(STREAM)) leave();
      }
      return reply;
    },
  );
}
