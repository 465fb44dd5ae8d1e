import { describe, expect, it } from 'vitest';
import { database } from '../database.ts';
import { LEAST_FREE, ReadOnlyStore, watchDisk } from './disk.ts';

describe('writing stops before the disk is full', () => {
  it.each([
    [LEAST_FREE - 1, false],
    [LEAST_FREE, true],
    [LEAST_FREE + 1, true],
  ])('with %d bytes free: may write = %s', async (bytes, may) => {
    const guard = watchDisk('/', LEAST_FREE, async () => bytes);
    if (may) await expect(guard.writable()).resolves.toBeUndefined();
    else await expect(guard.writable()).rejects.toThrow(ReadOnlyStore);
  });

  it('says how much is left and what to do', async () => {
    await expect(watchDisk('/srv', LEAST_FREE, async () => 5 * 1024 * 1024).writable()).rejects.toThrow(/只剩 5 MB.*清理磁盘/);
  });

  it('stops every write before it begins', async () => {
    const nothing = {} as Parameters<typeof database>[0];
    let begun = false;
    const full = database(
      nothing,
      nothing,
      watchDisk('/', LEAST_FREE, async () => 0),
      async () => undefined,
    );
    const write = full.write(async () => {
      begun = true;
    });
    await expect(write).rejects.toThrow(ReadOnlyStore);
    expect(begun).toBe(false);
  });
});
