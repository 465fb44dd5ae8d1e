import type { FastifyRequest } from 'fastify';

/** By what name the site was asked. */
export interface Origin {
  /** https://example.gov.cn */
  readonly origin: string;
  /** False for a name that anybody may have made up: what is made for it is not kept. */
  readonly own: boolean;
}

/** The site's own name, or, while none is set, the one it was asked by. */
export function originOf(request: FastifyRequest, domain: string | null | undefined): Origin {
  if (domain) return { origin: `https://${domain}`, own: true };
  const { localAddress, localPort } = request.socket;
  const address = localAddress?.replace(/^::ffff:(?=\d)/, '') ?? 'localhost';
  const names = ['localhost', address.includes(':') ? `[${address}]` : address];
  const own = names.some((name) => request.host === name || request.host === `${name}:${localPort}`);
  return { origin: `${request.protocol}://${request.host}`, own };
}
