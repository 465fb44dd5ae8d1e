import { readFile, stat } from 'node:fs/promises';

/** Pipes the shell made for this very command: they end. */
const HANDED_OVER = /^\/(?:dev\/stdin|dev\/fd\/\d+|proc\/self\/fd\/\d+)$/;

/** What stands as `code` of the fault where a path names neither a file nor a folder. */
export const NOT_A_FILE = '不是普通文件';

/**
 * The bytes of a file somebody named. A device or a pipe may give bytes without end, or none ever: it is not opened.
 * @param path where it is on this machine
 * @throws an ErrnoException; its code is {@link NOT_A_FILE} for what is no file
 */
export async function givenFile(path: string): Promise<Buffer> {
  const found = await stat(path);
  const handedOver = (found.isFIFO() || found.isSocket()) && HANDED_OVER.test(path);
  if (found.isFile() || found.isDirectory() || handedOver) return readFile(path);
  throw Object.assign(new Error(`${path}: ${NOT_A_FILE}`), { code: NOT_A_FILE });
}
