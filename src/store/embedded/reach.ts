import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ServerOwner } from './owner.ts';

/** True where the server's user may enter every folder down to `target`, as far as it exists. Ours are made enterable. */
export async function reachable(target: string, owner: ServerOwner): Promise<boolean> {
  if (!owner.handOver) return true;
  const parts = path.resolve(target).split(path.sep).slice(1);
  let at: string = path.sep;
  for (const part of ['', ...parts]) {
    at = path.join(at, part);
    const found = await stat(at).catch(() => null);
    if (!found) return true;
    const bit = found.uid === owner.uid ? 0o100 : found.gid === owner.gid ? 0o010 : 0o001;
    if (found.isDirectory() && (found.mode & bit) === 0) return false;
  }
  return true;
}
