import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { onEveryServer } from '../testing/database.ts';
import { CLERK } from '../testing/office.ts';
import { CHUNK, fileStore } from './files.ts';

const FILE = { agency: 'cyz', name: '证据.pdf', mediaType: 'application/pdf', visibility: 'office', register: null, record: null } as const;

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

onEveryServer('files', (open) => {
  const store = async () => fileStore((await open()).database, () => new Date());
  const readBack = async (file: Parameters<ReturnType<typeof fileStore>['read']>[0]) => {
    const parts: Uint8Array[] = [];
    for await (const p of (await store()).read(file)) parts.push(p);
    return { bytes: Buffer.concat(parts), largest: Math.max(0, ...parts.map((p) => p.length)) };
  };

  describe('come back byte for byte, in pieces of 1 MB at most', () => {
    it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7])('%d bytes', async (size) => {
      const bytes = randomBytes(size);
      const file = await (await store()).add(FILE, inPieces(bytes, 300_001), CLERK);
      const back = await readBack(file);
      expect([file.size, back.bytes.equals(bytes), back.largest <= CHUNK]).toEqual([size, true, true]);
    });
  });

  it('are kept once per agency however often they are handed in', async () => {
    const { database } = await open();
    const bytes = randomBytes(CHUNK + 5);
    const [a, b] = [
      await (await store()).add({ ...FILE, agency: 'twice' }, bytes, CLERK),
      await (await store()).add({ ...FILE, agency: 'twice', name: '另一份.pdf' }, bytes, CLERK),
    ];
    expect([a.sha256 === b.sha256, a.id === b.id]).toEqual([true, false]);
    const { rows } = await sql<{ n: number }>`select count(*) as n from chunks where agency = 'twice'`.execute(database.db);
    expect(rows[0]?.n).toBe(2);
    expect((await readBack(b)).bytes.equals(bytes)).toBe(true);
  });

  it('leave nothing behind when the upload breaks off', async () => {
    const { database } = await open();
    async function* broken(): AsyncGenerator<Buffer> {
      yield randomBytes(CHUNK);
      throw new Error('连接断开');
    }
    await expect((await store()).add({ ...FILE, agency: 'broken' }, broken(), CLERK)).rejects.toThrow('连接断开');
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from chunks where agency = 'broken') + (select count(*) from blobs where agency = 'broken') as n`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('that were damaged are not handed out as whole', async () => {
    const { database } = await open();
    const file = await (await store()).add({ ...FILE, agency: 'damaged' }, randomBytes(100), CLERK);
    await sql`update chunks set bytes = set_byte(bytes, 3, 255 - get_byte(bytes, 3)) where agency = 'damaged'`.execute(database.db);
    await expect(readBack(file)).rejects.toThrow(/已损坏/);
    // Whoever passes the pieces on as they come never gets the last.
    const got: Uint8Array[] = [];
    await expect(
      (async () => {
        for await (const piece of (await store()).read(file)) got.push(piece);
      })(),
    ).rejects.toThrow(/已损坏/);
    expect(got).toEqual([]);
  });
});
