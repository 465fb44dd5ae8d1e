import { describe, expect, it } from 'vitest';
import { clientOf, Places, Room, Turnstile } from './turnstile.ts';

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

describe('the places', () => {
  const stays = new AbortController().signal;

  it('are given in the order of coming, each left once', async () => {
    const places = new Places(1, 60_000);
    const first = await places.take(stays);
    const came: string[] = [];
    const waiting = ['second', 'third'].map(async (name) => {
      const leave = await places.take(stays);
      came.push(name);
      leave?.();
    });
    expect(came).toEqual([]);
    first?.();
    first?.();
    await Promise.all(waiting);
    expect(came).toEqual(['second', 'third']);
  });

  it('nobody waits longer than told, and who went away takes none', async () => {
    const places = new Places(1, 1);
    const first = await places.take(stays);
    expect(await places.take(stays)).toBeNull();
    const patient = new Places(1, 60_000);
    const only = await patient.take(stays);
    const gone = new AbortController();
    const waiting = patient.take(gone.signal);
    gone.abort();
    expect([await waiting, await patient.take(gone.signal)]).toEqual([null, null]);
    only?.();
    first?.();
    expect([await patient.take(stays), await places.take(stays)]).toEqual([expect.any(Function), expect.any(Function)]);
  });
});

describe('the room', () => {
  it('holds what all bring beyond the first bytes of each, and has it back when they leave', () => {
    const room = new Room(10, 3);
    const [one, other, third] = [room.open(), room.open(), room.open()];
    expect([one.take(3), one.take(7), other.take(6), other.take(1)]).toEqual([true, true, true, false]);
    expect([third.take(3), third.take(1)]).toEqual([true, false]);
    one.leave();
    one.leave();
    expect([third.take(7), third.take(1)]).toEqual([true, false]);
  });
});
