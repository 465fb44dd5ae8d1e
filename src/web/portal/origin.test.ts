import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Origin, originOf } from './origin.ts';

const server = Fastify();
let port = 0;
let domain: string | null = null;
beforeAll(async () => {
  server.get('/', async (asked) => originOf(asked, domain));
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as { port: number }).port;
});
afterAll(() => server.close());

async function askedBy(host: string): Promise<Origin> {
  const answer = await new Promise<string>((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers: { host } }, (response) => resolve(text(response)))
      .on('error', reject)
      .end();
  });
  return JSON.parse(answer) as Origin;
}

describe('by what name the site was asked', () => {
  it('is its own where it is its address and port', async () => {
    for (const name of ['127.0.0.1', 'localhost'])
      expect(await askedBy(`${name}:${port}`)).toEqual({ origin: `http://${name}:${port}`, own: true });
  });

  it('is not its own where anybody may have made it up: another name, another port', async () => {
    for (const host of ['x1.example', `x2.example:${port}`, `localhost:${port}1`, `127.0.0.2:${port}`])
      expect(await askedBy(host)).toEqual({ origin: `http://${host}`, own: false });
  });

  it('is the name it was given, whatever it was asked by', async () => {
    domain = 'gov.example';
    expect(await askedBy('x1.example')).toEqual({ origin: 'https://gov.example', own: true });
    domain = null;
  });
});
