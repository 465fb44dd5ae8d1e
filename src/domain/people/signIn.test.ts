import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isRefusal } from '#lib/result.ts';
import type { Credential, PeopleStore } from './ports.ts';
import { signInOver } from './signIn.ts';

const done: string[] = [];
vi.mock('./passwords.ts', () => ({
  hashPassword: async () => 'decoy',
  isPassword: async (password: string, kept: string) => {
    done.push('compared');
    return password === kept;
  },
}));

const NOW = new Date('2026-11-23T02:00:00Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

function account(more: Partial<Credential>, disabled = false): Credential {
  const person = { id: 'one', account: 'zhang', name: '张示例', mustChange: false, disabled };
  return { person, password: 'right', failures: 0, lockedUntil: null, ...more };
}

function over(found: Credential | null) {
  const counted: string[] = [];
  const people = {
    credential: async () => {
      done.push('looked up');
      return found;
    },
    noteFailure: async (person: string) => {
      done.push('noted');
      counted.push(person);
    },
    clearFailures: async () => undefined,
    startSession: async () => undefined,
  } satisfies Partial<PeopleStore>;
  return { signIn: signInOver(people as unknown as PeopleStore, () => NOW), counted };
}

beforeEach(() => {
  done.length = 0;
});

describe('a sign-in that fails', () => {
  it.each([
    ['a wrong password', account({}), 'wrong', ['one']],
    ['an account that is not there', null, 'right', []],
    ['an account without a password', account({ password: null }), 'right', []],
    ['a disabled account', account({}, true), 'right', []],
    ['a locked account, with the right password', account({ lockedUntil: later(1) }), 'right', []],
    ['a locked account, with a wrong one', account({ lockedUntil: later(1) }), 'wrong', []],
    ['an account that is not there, with what stands for its password', null, 'decoy', []],
  ])('for %s does and says the same, so that neither words nor time tell which it was', async (_, found, password, counts) => {
    const { signIn, counted } = over(found);
    const said = await signIn.signIn('zhang', password);
    expect(isRefusal(said) && said.refused).toMatch(/^账号或密码不对。/);
    expect(done).toEqual(['looked up', 'compared', 'noted']);
    // A lock is not made longer, and nobody's failures are counted for nobody.
    expect(counted.filter((id) => id === 'one')).toEqual(counts);
  });

  it('is one for the right password too, where it was tried among so many at once that the account is locked by now', async () => {
    const people = { ...account({}), lockedUntil: null as Date | null };
    const answers = [people, { ...people, lockedUntil: later(1) }];
    const noted: string[] = [];
    const store = {
      credential: async () => answers.shift() ?? null,
      noteFailure: async (person: string) => void noted.push(person),
    } satisfies Partial<PeopleStore>;
    const said = await signInOver(store as unknown as PeopleStore, () => NOW).signIn('zhang', 'right');
    expect(isRefusal(said) && said.refused).toMatch(/^账号或密码不对。/);
    expect(noted).not.toContain('one');
  });

  it('is none once the lock is over', async () => {
    const { signIn } = over(account({ lockedUntil: NOW }));
    expect(isRefusal(await signIn.signIn('zhang', 'right'))).toBe(false);
  });
});
