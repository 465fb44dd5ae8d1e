import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, weakPassword } from './passwords.ts';

describe('passwords', () => {
  it('are kept as argon2id, never the same twice, and known again', async () => {
    const [a, b] = [await hashPassword('Chaoyang-1'), await hashPassword('Chaoyang-1')];
    expect(a).toMatch(/^argon2id\$/);
    expect(a).not.toBe(b);
    expect([await isPassword('Chaoyang-1', a), await isPassword('chaoyang-1', a), await isPassword('', a)]).toEqual([true, false, false]);
  });

  it('that were tampered with, or of another kind, open nothing', async () => {
    expect(await isPassword('x', 'md5$1$1$abc$def')).toBe(false);
    expect(await isPassword('x', '')).toBe(false);
  });

  it.each([
    ['Abcde-1', false],
    ['Abcdef-1', true],
    ['abcdefgh1', false],
    ['abcdefg-1', true],
    ['Cyz-admin1', false],
    [`Aa1-${'x'.repeat(200)}`, false],
  ])('%s: good enough = %s', (password, good) => {
    expect(weakPassword(password, 'admin') === null).toBe(good);
  });
});
