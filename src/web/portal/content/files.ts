import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attachment } from '#domain/publishing/content.ts';
import { attachment as disposition } from '../../api/exports.ts';
import type { WebDeps } from '../../deps.ts';
import { HttpProblem } from '../../plugins/errors.ts';

/** Kinds a browser shows by itself without running anything in them. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml', 'text/plain']);

/** Sends an attachment of the public version; its bytes pass the gate of the files. */
export async function sendAttachment(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  agency: string,
  a: Attachment,
): Promise<FastifyReply> {
  const found = await deps.files.get(null, agency, a.file);
  if (!found) throw new HttpProblem(404, '没有这个附件', '它可能还没有公开，或者已经撤下。');
  const etag = `"${a.sha256.slice(0, 32)}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache').header('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const shown = SHOWN.has(a.mediaType);
  disposition(reply, a.name, shown);
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
  reply.type(shown ? a.mediaType : 'application/octet-stream').header('content-length', found.file.size);
  // Piece by piece as the reader takes them: many slow readers of large files hold a piece each, not the files.
  return reply.send(Readable.from(request.method === 'HEAD' ? [] : found.bytes, { objectMode: false, highWaterMark: 1 }));
}
