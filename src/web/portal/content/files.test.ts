import { get, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { Attachment } from '#domain/publishing/content.ts';
import type { WebDeps } from '../../deps.ts';
import { sendAttachment } from './files.ts';

const PIECE = 1024 * 1024;
let server: FastifyInstance | null = null;
afterEach(async () => {
  await server?.close();
});

/** A server with one file of so many pieces. */
async function serving(pieces: () => AsyncGenerator<Uint8Array>, size: number): Promise<string> {
  const a = { file: 'f', name: '清单.pdf', mediaType: 'application/pdf', size, sha256: 'ab'.repeat(32) } as Attachment;
  const files = { get: async () => ({ file: { size }, bytes: pieces() }) };
  server = Fastify();
  server.get('/file', (req, reply) => sendAttachment({ files } as unknown as WebDeps, req, reply, 'cyz', a));
  await server.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/file`;
}

describe('an attachment', () => {
  it('goes out piece by piece: its first reaches the reader before the second is asked for', async () => {
    const { promise: reached, resolve: arrived } = Promise.withResolvers<void>();
    const address = await serving(async function* () {
      yield Buffer.alloc(PIECE, 'a');
      await reached;
      yield Buffer.alloc(PIECE, 'b');
    }, 2 * PIECE);
    const parts: Buffer[] = [];
    const headers = await new Promise((done, failed) => {
      get(address, (response) => {
        response.on('data', (part: Buffer) => {
          parts.push(part);
          arrived();
        });
        response.on('end', () => done(response.headers));
        response.on('error', failed);
      }).on('error', failed);
    });
    const all = Buffer.concat(parts);
    expect(all.equals(Buffer.concat([Buffer.alloc(PIECE, 'a'), Buffer.alloc(PIECE, 'b')]))).toBe(true);
    expect(headers).toMatchObject({ 'content-length': String(2 * PIECE), 'content-type': 'application/pdf' });
  });

  it('that proves damaged on the way ends unfinished', async () => {
    const address = await serving(async function* () {
      yield Buffer.alloc(PIECE);
      throw new Error('damaged');
    }, 2 * PIECE);
    const finished = await new Promise((done) => {
      get(address, (response) => {
        response.resume();
        response.on('end', () => done(true));
        response.on('error', () => done(false));
      }).on('error', () => done(false));
    });
    expect(finished).toBe(false);
  });

  it('is not read at all where only its size is asked', async () => {
    let taken = 0;
    const address = await serving(async function* () {
      taken++;
      yield Buffer.alloc(PIECE);
    }, PIECE);
    const size = await new Promise((done, failed) => {
      request(address, { method: 'HEAD' }, (response) => {
        response.resume();
        response.on('end', () => done(response.headers['content-length']));
      })
        .on('error', failed)
        .end();
    });
    expect([size, taken]).toEqual([String(PIECE), 0]);
  });
});
