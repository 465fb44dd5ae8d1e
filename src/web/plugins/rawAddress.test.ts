import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import type { Site } from '../portal/layout.ts';
import { unreadable } from './errors.ts';
import { encodedAddress } from './rawAddress.ts';

const packet = (text: string) => Buffer.from(text);

it.each([
  ['GET /search?q=补贴 HTTP/1.1\r\nHost: a\r\n\r\n', '/search?q=%E8%A1%A5%E8%B4%B4'],
  ['HEAD /旧地址.html HTTP/1.0\r\n\r\n', '/%E6%97%A7%E5%9C%B0%E5%9D%80.html'],
  ['GET /search?q=%E8%A1%A5贴&unit=cyz HTTP/1.1\r\n', '/search?q=%E8%A1%A5%E8%B4%B4&unit=cyz'],
  ['GET /a?q=贴"<b> HTTP/1.1\r\n', '/a?q=%E8%B4%B4%22%3Cb%3E'],
  ['GET /search?q=a HTTP/1.1\r\n', null],
  ['GET //evil.example/贴 HTTP/1.1\r\n', null],
  ['GET http://evil.example/贴 HTTP/1.1\r\n', null],
  ['POST /search?q=贴 HTTP/1.1\r\n', null],
  ['GET /search?q=补 贴 HTTP/1.1\r\n', null],
  ['GET /search?q=贴\u0000 HTTP/1.1\r\n', null],
  ['GET /search?q=贴', null],
  [`GET /search?q=${'贴'.repeat(700)} HTTP/1.1\r\n`, null],
])('%j leads to %j', (text, address) => {
  expect(encodedAddress(packet(text))).toBe(address);
});

it('bytes of another encoding are not guessed', () => {
  expect(encodedAddress(Buffer.from('GET /search?q=\xb2\xb9 HTTP/1.1\r\n', 'latin1'))).toBeNull();
});

it('汉字没有编码的地址，转到编好码的地址；认不得的照旧说明', async () => {
  const server = Fastify({ ...unreadable(() => ({ name: '示例' }) as Site) });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as { port: number };
  const answer = (bytes: Buffer) =>
    new Promise<string>((done, fail) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (part) => {
        said += part.toString();
      });
      socket.on('close', () => done(said));
      socket.on('error', fail);
    });
  const led = await answer(packet('GET /search?q=补贴 HTTP/1.1\r\nHost: a\r\n\r\n'));
  expect(led).toMatch(/^HTTP\/1\.1 301 /);
  expect(led).toContain('location: /search?q=%E8%A1%A5%E8%B4%B4\r\n');
  expect(await answer(Buffer.from('GET /search?q=\xb2\xb9 HTTP/1.1\r\nHost: a\r\n\r\n', 'latin1'))).toMatch(/^HTTP\/1\.1 400 /);
  await server.close();
});
