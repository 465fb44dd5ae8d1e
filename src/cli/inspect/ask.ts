import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Target } from '#domain/inspection/online/target.ts';

/** An address a name resolves to. */
export interface Answer {
  readonly address: string;
  readonly family: number;
}

/** What a request came to; `problem`: none came, in Chinese. */
export type Asked = { readonly status: number; readonly location: string | null } | { readonly problem: string };

/** How the network is reached; tests hand in their own. */
export interface Network {
  resolve(host: string): Promise<readonly Answer[]>;
  ask(target: Target, address: Answer, method: 'HEAD' | 'GET'): Promise<Asked>;
  wait(ms: number): Promise<void>;
  now(): Date;
}

/** 检查指标 calls a page that has not opened after fifteen seconds not open. */
const TIME_MS = 15_000;

const PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接中断',
  EHOSTUNREACH: '连接不上',
  ENETUNREACH: '没有连上外网',
  ETIMEDOUT: '15秒内没有打开',
  ABORT_ERR: '15秒内没有打开',
  CERT_HAS_EXPIRED: '证书过期',
  HPE_HEADER_OVERFLOW: '回应不正常',
};

function problemOf(e: unknown): string {
  const code = e instanceof Error && 'code' in e ? String(e.code) : '';
  if (e instanceof Error && (e.name === 'AbortError' || e.name === 'TimeoutError')) return '15秒内没有打开';
  if (/CERT|SELF_SIGNED|ALTNAME/.test(code)) return PROBLEMS[code] ?? '证书有问题';
  return PROBLEMS[code] ?? '打不开';
}

/** Asks one address for the head of a page: the connection goes to the address that was looked at, whatever the name resolves to by now. */
export function askOnce({ url, host }: Target, to: Answer, method: 'HEAD' | 'GET', timeMs = TIME_MS): Promise<Asked> {
  const { promise, resolve } = Promise.withResolvers<Asked>();
  const pinned = ((_: string, options: { all?: boolean }, done: (e: null, a: unknown, family?: number) => void) =>
    options.all ? done(null, [to]) : done(null, to.address, to.family)) as unknown as LookupFunction;
  const secure = url.protocol === 'https:';
  const options = {
    method,
    host,
    port: url.port || (secure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, 'user-agent': 'gongkai-inspect', accept: '*/*' },
    lookup: pinned,
    agent: false,
    signal: AbortSignal.timeout(timeMs),
    ...(secure && { servername: host }),
  } as const;
  try {
    const request = (secure ? https : http).request(options, (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
      // The head is all that was wanted: no byte of the body is read.
      response.destroy();
    });
    request.on('error', (e) => resolve({ problem: problemOf(e) }));
    request.end();
  } catch (e) {
    resolve({ problem: problemOf(e) });
  }
  return promise;
}

/** The network as it is. */
export const NETWORK: Network = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  ask: askOnce,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  now: () => new Date(),
};
