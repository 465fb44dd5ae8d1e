import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '#domain/inspection/online/addresses.ts';
import { addressToCall, type Target, targetOf } from '#domain/inspection/online/target.ts';
import { isRefusal } from '#lib/result.ts';
import { type Answer, type Asked, askOnce, type Network } from './ask.ts';
import { Prober } from './probe.ts';

const PUBLIC: Answer = { address: '8.8.8.8', family: 4 };

/** A network that was never there: names, answers, and everything that was asked. */
function network(answers: Readonly<Record<string, readonly Answer[]>>, reply: (target: Target, method: string) => Asked) {
  let ms = 0;
  const asked: { method: string; href: string; address: string; at: number }[] = [];
  const net: Network = {
    resolve: async (host) => {
      const found = answers[host];
      if (!found) throw new Error('ENOTFOUND');
      return found;
    },
    ask: async (target, address, method) => {
      asked.push({ method, href: target.url.href, address: address.address, at: ms });
      return reply(target, method);
    },
    wait: async (n) => void (ms += n),
    now: () => new Date(ms),
  };
  return { net, asked };
}

const ok = (): Asked => ({ status: 200, location: null });

describe('addresses that are never called', () => {
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '203.0.113.7',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '100::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '3fff::1',
    'not an address',
    '',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '2400:3200::1',
    '2606:4700::1111',
  ])('%s is called', (address) => expect(isPublicAddress(address)).toBe(true));
  it('nothing of 10/8, 127/8 or 192.168/16, in whatever form IPv6 may carry it', () =>
    fc.assert(
      fc.property(fc.constantFrom('10', '127', '192.168'), fc.nat(255), fc.nat(255), fc.nat(255), (net, a, b, c) => {
        const v4 = net === '192.168' ? `${net}.${a}.${b}` : `${net}.${a}.${b}.${c}`;
        expect([isPublicAddress(v4), isPublicAddress(`::ffff:${v4}`), isPublicAddress(`64:ff9b::${v4}`)]).toEqual([false, false, false]);
      }),
    ));
});

describe('links that are never asked', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,<p>x',
    'file:///etc/passwd',
    'ftp://a.gov.cn/',
    'gopher://a.gov.cn/',
    'mailto:a@a.cn',
    'about:blank',
    'http://',
    'http:// /',
    'http://[',
    'x',
    '//',
    '',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://１２７.０.０.１/',
    'http://①②⑦.0.0.1/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://intranet/',
    'http://server.local/',
    'http://db.internal/',
    'http://router.lan/',
    'http://1.0.0.127.in-addr.arpa/',
    'http://a.gov.cn:22/',
    'http://a.gov.cn:8080/',
    'https://a.gov.cn:5432/',
    'http://user:pass@a.gov.cn/',
    'http://a.gov.cn@127.0.0.1/',
    `http://a.gov.cn/${'x'.repeat(2000)}`,
  ])('%s', async (href) => {
    const { net, asked } = network({ 'a.gov.cn': [PUBLIC] }, ok);
    expect((await new Prober(net).probe(href)).outcome).toBe('refused');
    expect(asked).toEqual([]);
  });

  it('a Chinese name is asked by its plain form', async () => {
    const { net, asked } = network({ 'xn--fsqu00a.xn--fiqs8s': [PUBLIC] }, ok);
    expect((await new Prober(net).probe('http://例子.中国/页')).outcome).toBe('ok');
    expect(asked[0]?.href).toBe('http://xn--fsqu00a.xn--fiqs8s/%E9%A1%B5');
  });

  it('nothing that is typed gets past to an address that is not public', () =>
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'] }), fc.ipV4(), fc.ipV6(), (url, v4, v6) => {
        for (const href of [url, `http://${v4}/`, `http://[${v6}]/`]) {
          const target = targetOf(href);
          if (isRefusal(target)) continue;
          if (/^[\d.]+$|:/.test(target.host)) expect(isPublicAddress(target.host)).toBe(true);
        }
      }),
    ));
});

describe('names that resolve into the own network', () => {
  it.each([
    [[{ address: '127.0.0.1', family: 4 }]],
    [[{ address: '::1', family: 6 }]],
    [[PUBLIC, { address: '10.0.0.1', family: 4 }]],
    [[{ address: '::ffff:192.168.0.1', family: 6 }]],
    [[]],
  ])('%j', async (answers) => {
    const { net, asked } = network({ 'evil.gov.cn': answers }, ok);
    expect((await new Prober(net).probe('http://evil.gov.cn/')).outcome).toBe('refused');
    expect(asked).toEqual([]);
    expect(isRefusal(addressToCall(answers))).toBe(true);
  });

  it('the connection goes to the address that was looked at', async () => {
    const { net, asked } = network({ 'a.gov.cn': [PUBLIC] }, ok);
    await new Prober(net).probe('https://a.gov.cn/x');
    expect(asked.map((a) => a.address)).toEqual(['8.8.8.8']);
  });
});

describe('redirects', () => {
  const to = (location: string) => (target: Target) =>
    target.url.pathname === '/start' ? { status: 302, location } : { status: 200, location: null };
  const names = { 'a.gov.cn': [PUBLIC], 'inside.gov.cn': [{ address: '10.1.2.3', family: 4 }] };
  it.each([
    'http://127.0.0.1/',
    'http://[::1]:80/',
    '//localhost/',
    'http://inside.gov.cn/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://a.gov.cn:6379/',
    'http://169.254.169.254/latest/meta-data/',
    'http://user@a.gov.cn/',
  ])('to %s are not followed', async (location) => {
    const { net, asked } = network(names, to(location));
    expect((await new Prober(net).probe('http://a.gov.cn/start')).outcome).toBe('refused');
    expect(asked.map((a) => a.href)).toEqual(['http://a.gov.cn/start']);
  });
  it('to another page are', async () => {
    const { net, asked } = network(names, to('/end'));
    expect((await new Prober(net).probe('http://a.gov.cn/start')).outcome).toBe('ok');
    expect(asked).toHaveLength(2);
  });
  it('without end stop', async () => {
    const { net, asked } = network(names, () => ({ status: 301, location: 'http://a.gov.cn/again' }));
    expect((await new Prober(net).probe('http://a.gov.cn/start')).outcome).toBe('dead');
    expect(asked).toHaveLength(6);
  });
});

describe('what an answer means', () => {
  it.each([
    [200, 'ok'],
    [204, 'ok'],
    [304, 'ok'],
    [399, 'ok'],
    [400, 'dead'],
    [404, 'dead'],
    [410, 'dead'],
    [500, 'dead'],
    [401, 'refused'],
    [403, 'refused'],
    [429, 'refused'],
  ])('%d: %s', async (status, outcome) => {
    const { net } = network({ 'a.gov.cn': [PUBLIC] }, () => ({ status, location: null }));
    expect((await new Prober(net).probe('http://a.gov.cn/')).outcome).toBe(outcome);
  });
  it('a host that does not know HEAD is asked again with GET', async () => {
    const { net, asked } = network({ 'a.gov.cn': [PUBLIC] }, (_, method) => ({ status: method === 'HEAD' ? 405 : 200, location: null }));
    expect((await new Prober(net).probe('http://a.gov.cn/')).outcome).toBe('ok');
    expect(asked.map((a) => a.method)).toEqual(['HEAD', 'GET']);
  });
  it('a name nobody has is no page', async () => {
    const { net } = network({}, ok);
    expect(await new Prober(net).probe('http://none.gov.cn/')).toMatchObject({ outcome: 'unreachable', detail: '域名解析不到' });
  });
  it('one host is asked once a second at most, others at once', async () => {
    const { net, asked } = network({ 'a.gov.cn': [PUBLIC], 'b.gov.cn': [PUBLIC] }, ok);
    const prober = new Prober(net);
    for (const href of ['http://a.gov.cn/1', 'http://b.gov.cn/1', 'http://a.gov.cn/2', 'http://a.gov.cn/3']) await prober.probe(href);
    expect(asked.map((a) => a.at)).toEqual([0, 0, 1000, 2000]);
  });
});

describe('a visit to the site', () => {
  const SIX: Answer = { address: '2400:3200::1', family: 6 };
  const at = (answers: readonly Answer[], reply: (target: Target) => Asked = ok) => {
    const { net, asked } = network({ 'www.example.gov.cn': answers }, reply);
    return { visit: new Prober(net).visit('www.example.gov.cn'), asked };
  };
  it.each([
    [[PUBLIC], false],
    [[PUBLIC, SIX], true],
    [[SIX], true],
    [[PUBLIC, { address: 'fd00::1', family: 6 }], null],
    [[], null],
  ] as const)('sees whether the name has an IPv6 address: %j', async (answers, ipv6) => {
    expect((await at(answers).visit).ipv6).toBe(ipv6);
  });
  it('asks over https, and over http where nothing answers there', async () => {
    const { visit, asked } = at([PUBLIC], (target) => (target.url.protocol === 'https:' ? { problem: '连接被拒绝' } : ok()));
    expect(await visit).toMatchObject({ host: 'www.example.gov.cn', outcome: 'ok', at: '1970-01-01T00:00:00.000Z' });
    expect(asked.at(-1)?.href).toBe('http://www.example.gov.cn/');
  });
  it('that nobody answers has no time', async () => {
    expect(await at([PUBLIC], () => ({ problem: '15秒内没有打开' })).visit).toMatchObject({ outcome: 'unreachable', ms: null });
  });
  it.each(['localhost', '10.0.0.1', 'www.example.gov.cn:8080', 'intranet'])('is not made to %s', async (host) => {
    const { net, asked } = network({}, ok);
    expect(await new Prober(net).visit(host)).toMatchObject({ outcome: 'refused', ipv6: null });
    expect(asked).toEqual([]);
  });
});

describe('one request', () => {
  const open: { close(): void; closeAllConnections(): void }[] = [];
  afterEach(() => {
    for (const s of open.splice(0)) {
      s.closeAllConnections();
      s.close();
    }
  });
  async function serve(handler: Parameters<typeof createServer>[1]): Promise<Target> {
    const server = createServer(handler as Parameters<typeof createServer>[1] & object);
    open.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { url: new URL(`http://pinned.gov.cn:${(server.address() as AddressInfo).port}/a?b=1`), host: 'pinned.gov.cn' };
  }
  const HERE: Answer = { address: '127.0.0.1', family: 4 };

  it('goes to the address given, names the host that was meant, and sends nothing of ours', async () => {
    let seen = {};
    const target = await serve((request, response) => {
      seen = { host: request.headers.host, url: request.url, cookie: request.headers.cookie, auth: request.headers.authorization };
      response.writeHead(302, { location: '/x' }).end();
    });
    expect(await askOnce(target, HERE, 'HEAD')).toEqual({ status: 302, location: '/x' });
    expect(seen).toEqual({ host: target.url.host, url: '/a?b=1', cookie: undefined, auth: undefined });
  });

  it('reads the head only: a body without end is left', async () => {
    let closed: () => void = () => undefined;
    const left = new Promise<void>((done) => {
      closed = done;
    });
    const target = await serve((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => {
        clearInterval(more);
        closed();
      });
    });
    expect(await askOnce(target, HERE, 'GET')).toMatchObject({ status: 200 });
    await left;
  });

  it('ends when no head comes', async () => {
    const target = await serve(() => undefined);
    expect(await askOnce(target, HERE, 'GET', 200)).toEqual({ problem: '15秒内没有打开' });
  });

  it('survives an answer that is none', async () => {
    const target = await serve((request) => void request.socket.end('no http at all\r\n\r\n'));
    expect(await askOnce(target, HERE, 'GET')).toHaveProperty('problem');
  });

  it('says when nobody answers', async () => {
    const target = await serve(() => undefined);
    for (const s of open.splice(0)) s.close();
    expect(await askOnce(target, HERE, 'HEAD')).toEqual({ problem: '连接被拒绝' });
  });
});
