import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openApplication } from '../src/application.ts';
import { SYSTEM } from '../src/domain/people/actor.ts';
import { PageCache } from '../src/web/plugins/pageCache.ts';
import { buildServer } from '../src/web/server.ts';
import { portalOffice } from '../test/e2e/portalOffice.ts';
import type { BenchResult } from './result.ts';

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 32;
const NGINX_PORT = 18_081;

const found = (program: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin'].map((p) => join(p, program)).find((p) => existsSync(p));

/** Brings nginx and wrk with apt where they are missing and we may. */
async function haveTools(): Promise<boolean> {
  const here = () => found('nginx') !== undefined && found('wrk') !== undefined;
  if (here() || process.getuid?.() !== 0) return here();
  const install = 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nginx-light wrk';
  await once(spawn('sh', ['-c', install], { stdio: 'ignore' }), 'exit');
  return here();
}

/** Requests a second to an address. */
async function rate(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const given = Object.entries(headers).flatMap(([k, v]) => ['-H', `${k}: ${v}`]);
  const child = spawn(found('wrk')!, ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, ...given, url]);
  let text = '';
  child.stdout.on('data', (d: Buffer) => (text += d));
  await once(child, 'exit');
  const errors = /Non-2xx or 3xx responses: (\d+)/.exec(text);
  if (errors) throw new Error(`${url}: ${errors[0]}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]);
}

/** nginx with one worker, as our server is one process, serving files of the given bytes. */
async function openNginx(files: Readonly<Record<string, Uint8Array>>): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-nginx-'));
  await chmod(folder, 0o755);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  await writeFile(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 512; }
http { access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100; default_type text/html;
  server { listen 127.0.0.1:${NGINX_PORT}; root ${folder}; } }`,
  );
  const child = spawn(found('nginx')!, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${NGINX_PORT}`;
  for (let tries = 0; tries < 50; tries++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      break;
    await sleep(50);
  }
  return {
    url,
    async close() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const DOCUMENTS = 400;
const BODY = `<p>${'第一条　为规范农村宅基地审批，方便村民依法建房，结合我镇实际，制定本细则。'.repeat(4)}</p>`.repeat(12);

/** A township with some hundred documents of about two pages, on a database of its own. */
async function openPortal() {
  const data = await mkdtemp(join(tmpdir(), 'bench-portal-'));
  await chmod(data, 0o711);
  const clock = { at: Date.parse('2026-01-01T01:00:00Z') };
  const config = { port: 0, host: '127.0.0.1', data: join(data, 'data'), databaseUrl: undefined, replicaUrl: undefined, secret: undefined };
  const app = await openApplication(config, { now: () => new Date(clock.at) });
  const organ = { kind: 'reportingOrgan', level: 'township', parent: null, from: null, to: null } as const;
  await app.stores.agencies.save([{ code: 'slz', name: '示例镇人民政府', shortName: '示例镇', ...organ }], SYSTEM);
  const office = portalOffice({ app } as Parameters<typeof portalOffice>[0], 'slz');
  const items: string[] = [];
  for (let i = 0; i < DOCUMENTS; i++) {
    clock.at += 3_600_000;
    items.push(await office.published({ title: `关于示例事项第${i + 1}号的通知`, formedOn: '2025-12-31', body: BODY, summary: '示例。' }));
  }
  const site = { name: '示例', organiser: '示例镇人民政府', domain: '', idCode: '', icp: '', police: '', contact: '', demo: true };
  const cache = new PageCache(60_000);
  const keep = { nothing: false };
  const { server } = await buildServer({ ...app, site: () => site }, { console: '/nowhere', logLevel: 'silent', cache });
  server.addHook('onRequest', async () => {
    if (keep.nothing) cache.clear();
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    keep,
    page: `/slz/items/${items.at(-1)?.split('/').at(-1)}`,
    close: async () => {
      await server.close();
      await app.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Our pages against nginx serving the same bytes from files, on loopback, in turns. Compressed as a browser asks for them. */
export async function benchPortal(): Promise<BenchResult[]> {
  if (!(await haveTools())) throw new Error('nginx and wrk are not here and apt could not bring them: nothing was measured');
  const portal = await openPortal();
  const gzip = { 'accept-encoding': 'gzip' };
  const bytesOf = async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(portal.url + path, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer());
  const list = '/slz/content/notices';
  const { gzipSync } = await import('node:zlib');
  const nginx = await openNginx({
    'page.gz': gzipSync(await bytesOf(portal.page)),
    page: await bytesOf(portal.page),
    list: await bytesOf(list),
  });
  const etag = (await fetch(portal.url + portal.page, { headers: gzip })).headers.get('etag') ?? '';
  // Every request finds the kept pages emptied: each answer is made anew.
  const uncached = async (path: string): Promise<number> => {
    portal.keep.nothing = true;
    try {
      return await rate(portal.url + path);
    } finally {
      portal.keep.nothing = false;
    }
  };
  const measures: readonly (readonly [string, string, () => Promise<number>, () => Promise<number>])[] = [
    ['cached portal page', '≥ 0.25 × nginx', () => rate(portal.url + portal.page, gzip), () => rate(`${nginx.url}/page.gz`)],
    [
      '304 of a portal page',
      '≥ 1.5 × our 200',
      () => rate(portal.url + portal.page, { ...gzip, 'if-none-match': etag }),
      () => rate(portal.url + portal.page, gzip),
    ],
    ['uncached document page', '≥ 0.03 × nginx', () => uncached(portal.page), () => rate(`${nginx.url}/page`)],
    ['uncached list of 20', '≥ 0.05 × nginx', () => uncached(list), () => rate(`${nginx.url}/list`)],
  ];
  const rounds = measures.map(() => [] as { ours: number; base: number }[]);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, [, , ours, base]] of measures.entries()) rounds[i]!.push({ base: await base(), ours: await ours() });
  await nginx.close();
  await portal.close();
  return measures.map(([name, goal], i) => ({ name, unit: 'requests/s', goal, rounds: rounds[i]! }));
}
