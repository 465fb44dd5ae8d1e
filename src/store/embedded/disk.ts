import { statfs } from 'node:fs/promises';
import { PlainFault } from '#lib/fault.ts';

/** Below this many free bytes nothing more is written: a full disk stops the server itself. */
export const LEAST_FREE = 200 * 1024 * 1024;

/** Writing is refused for now; reading goes on. */
export class ReadOnlyStore extends PlainFault {}

/** Free bytes on the disk that holds `folder`. */
export async function freeBytes(folder: string): Promise<number> {
  const found = await statfs(folder);
  return found.bavail * found.bsize;
}

/** Watches the disk's free space and says whether writing is allowed. */
export interface DiskGuard {
  /** Throws {@link ReadOnlyStore} with what to do when too little is free. */
  writable(): Promise<void>;
}

/**
 * @param folder any folder on the disk to watch
 * @param least free bytes below which writing stops
 * @param free measures; a test hands in its own
 */
export function watchDisk(folder: string, least = LEAST_FREE, free: (folder: string) => Promise<number> = freeBytes): DiskGuard {
  let seen = { at: Number.NEGATIVE_INFINITY, bytes: 0 };
  return {
    async writable() {
      const now = performance.now();
      if (now - seen.at > 1000) seen = { at: now, bytes: await free(folder) };
      if (seen.bytes >= least) return;
      const mb = Math.floor(seen.bytes / 1024 / 1024);
      throw new ReadOnlyStore(
        `磁盘快满了（${folder} 所在磁盘只剩 ${mb} MB）：暂停写入，以免数据库停机。请清理磁盘，腾出 ${Math.ceil(least / 1024 / 1024)} MB 以上后即自动恢复。已登记的数据不受影响。`,
      );
    },
  };
}
