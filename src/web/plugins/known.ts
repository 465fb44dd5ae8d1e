import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { pageAddress } from '../portal/portal.ts';
import { isKnown, type PageCache } from './pageCache.ts';

function known(cache: PageCache, request: IncomingMessage): string | null {
  const header = request.headers['if-none-match'];
  if (header === undefined || request.method !== 'GET' || request.url === undefined) return null;
  const etag = cache.tagAt(pageAddress(request.url, request.headers.cookie));
  return etag !== null && isKnown(header, etag) ? etag : null;
}

/** A reader who has the page as it is kept is told so before anything else is done: feed readers and browsers that ask again. */
export function answerKnown(server: FastifyInstance, cache: PageCache): void {
  server.addHook('onReady', async () => {
    const listeners = server.server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
    server.server.removeAllListeners('request');
    server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const etag = known(cache, request);
      if (etag === null) {
        for (const listener of listeners) listener.call(server.server, request, response);
        return;
      }
      response.writeHead(304, { etag: `"${etag}"`, 'cache-control': 'no-cache', vary: 'accept-encoding, cookie' });
      response.end();
    });
  });
}
