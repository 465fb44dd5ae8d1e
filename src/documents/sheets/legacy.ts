import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SheetUnreadable } from './archive.ts';
import { LIMITS } from './limits.ts';

const PROGRAMS = ['soffice', 'libreoffice'];
const TIMEOUT_MS = 60_000;

/** Turns an .xls/.et into .xlsx with LibreOffice, in a folder and profile of its own. Throws `SheetUnreadable`. */
export async function convertLegacy(bytes: Uint8Array): Promise<Uint8Array> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new SheetUnreadable('encrypted', '文件加了密码；请取消密码后再导入');
  }
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-xls-'));
  try {
    await writeFile(join(folder, 'in.xls'), bytes);
    await convert(folder);
    const out = join(folder, 'in.xlsx');
    const size = await stat(out).then(
      (s) => s.size,
      () => 0,
    );
    if (size === 0) throw new SheetUnreadable('broken', '旧格式（.xls）转换不出来，可能已损坏或加了密码；请在表格软件里另存为 .xlsx');
    if (size > LIMITS.fileBytes) throw new SheetUnreadable('tooLarge', '文件太大；请分成几个文件');
    return await readFile(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(folder: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', folder, join(folder, 'in.xls')];
  for (const program of PROGRAMS) {
    if (await ranIn(folder, program, args)) return;
  }
  throw new SheetUnreadable('unsupported', '这是旧格式（.xls）。本机没有装 LibreOffice，请在表格软件里“另存为”.xlsx 再导入');
}

/** False where there is no such program. The program starts others, so the whole group is ended when time is up. */
function ranIn(folder: string, program: string, args: readonly string[]): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' };
  const child = spawn(program, args, { cwd: folder, env, stdio: 'ignore', detached: true });
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), TIMEOUT_MS);
  child.once('error', () => resolve(false));
  child.once('exit', () => resolve(true));
  return promise.finally(() => clearTimeout(timer));
}
