import { describe, expect, it } from 'vitest';
import { clientOf, Turnstile } from './turnstile.ts';

describe('who is one client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1::2:3:4:5', '2001:db8:1:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s: %s', (ip, client) => expect(clientOf(ip)).toBe(client));
});

describe('the turnstile', () => {
  it('lets two of a client in and four of all, and each leaves once', () => {
    const turnstile = new Turnstile(2, 4);
    const leave = turnstile.enter('192.0.2.1');
    expect([typeof leave, typeof turnstile.enter('::ffff:192.0.2.1'), turnstile.enter('192.0.2.1')]).toEqual([
      'function',
      'function',
      'client',
    ]);
    expect([typeof turnstile.enter('192.0.2.2'), typeof turnstile.enter('192.0.2.3'), turnstile.enter('192.0.2.4')]).toEqual([
      'function',
      'function',
      'all',
    ]);
    if (typeof leave !== 'string') {
      leave();
      leave();
    }
    expect([typeof turnstile.enter('192.0.2.4'), turnstile.enter('192.0.2.5')]).toEqual(['function', 'all']);
  });

  it('is not filled by one who changes the address within a net of his own', () => {
    const turnstile = new Turnstile(2, 4);
    const came = ['::1', '::2', '::3', ':ffff::4'].map((end) => turnstile.enter(`2001:db8:1:2${end}`));
    expect(came.map((c) => typeof c === 'function')).toEqual([true, true, false, false]);
    expect(typeof turnstile.enter('2001:db8:1:3::1')).toBe('function');
  });
});
