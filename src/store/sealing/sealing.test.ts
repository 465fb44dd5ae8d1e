import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';
import { openSecret, personKeyOf, SecretFault } from './secret.ts';

const KEY = Buffer.alloc(32, 7);
const BOUND = 'cyz/person/contact/1';

describe('a sealed value', () => {
  it('opens with the same key in the same place, and never looks the same twice', () => {
    const [a, b] = [seal(KEY, Buffer.from('13800000000'), BOUND), seal(KEY, Buffer.from('13800000000'), BOUND)];
    expect(unseal(KEY, a, BOUND).toString()).toBe('13800000000');
    expect(a.equals(b)).toBe(false);
  });

  it('opens with no other key, nowhere else, and not when one bit was changed', () => {
    const sealed = seal(KEY, Buffer.from('李示例'), BOUND);
    expect(() => unseal(Buffer.alloc(32, 8), sealed, BOUND)).toThrow();
    expect(() => unseal(KEY, sealed, 'cyz/person/applicantName/1')).toThrow();
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed[i] ?? 0) ^ 1, i);
      expect(() => unseal(KEY, changed, BOUND)).toThrow();
    }
    expect(() => unseal(KEY, sealed.subarray(0, 20), BOUND)).toThrow();
  });
});

describe('the secret', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'gongkai-secret-'));
  });
  afterAll(() => rm(data, { recursive: true }));

  it('is made once, for the owner’s eyes only, and is the same for two processes that start together', async () => {
    const secrets = await Promise.all([openSecret(data), openSecret(data), openSecret(data)]);
    expect(new Set(secrets.map((s) => s.mark)).size).toBe(1);
    expect((await stat(path.join(data, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect((await openSecret(data)).wrapping).toEqual(secrets[0]?.wrapping);
  });

  it('comes from the setting where one is given, and must be long enough', async () => {
    const given = 'x'.repeat(32);
    expect((await openSecret(data, given)).mark).toBe((await openSecret('/nowhere', given)).mark);
    await expect(openSecret(data, given.slice(1))).rejects.toThrow(SecretFault);
  });

  it('that was cut off is not taken for a secret, nor replaced by a new one', async () => {
    const file = path.join(data, 'secret.key');
    const kept = await readFile(file);
    await chmod(file, 0o600);
    await writeFile(file, kept.subarray(0, 10));
    await expect(openSecret(data)).rejects.toThrow(/不完整/);
    expect((await readFile(file)).length).toBe(10);
  });

  it('makes another key of the same person in another agency', async () => {
    const secret = await openSecret('/nowhere', 'y'.repeat(40));
    expect(personKeyOf(secret, 'cyz', 'name:李示例:')).not.toBe(personKeyOf(secret, 'sfz', 'name:李示例:'));
    expect(personKeyOf(secret, 'cyz', 'name:李示例:')).toMatch(/^[0-9a-f]{32}$/);
  });
});
