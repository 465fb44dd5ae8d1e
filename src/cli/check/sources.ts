import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file to check: as it is named in the results, and how to get its bytes. */
export interface Source {
  /** The argument as given; inside a folder `<argument>/<path>`. */
  readonly file: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** An argument that names nothing that can be opened. */
export interface Absent {
  readonly file: string;
  readonly absent: string;
}

const REPORTS = /\.(docx?|wps|pdf|html?|mht(ml)?|txt|md|xlsx?|json|zip|rtf|odt|ofd)$/i;
const DEEPEST = 12;
const MOST = 20_000;

async function walk(folder: string, prefix: string, depth: number, out: string[]): Promise<void> {
  if (depth > DEEPEST || out.length > MOST) return;
  const entries = await readdir(folder, { withFileTypes: true });
  for (const e of entries) {
    if (e.name.startsWith('.') || e.name.startsWith('~$')) continue;
    const path = prefix === '' ? e.name : `${prefix}/${e.name}`;
    if (e.isDirectory()) await walk(join(folder, e.name), path, depth + 1, out);
    else if (e.isFile() && REPORTS.test(e.name)) out.push(path);
  }
}

/** What an argument stands for: a file, or the documents in a folder in the order of their paths. Hidden and temporary files are passed over. */
export async function sourcesOf(argument: string, cwd: string): Promise<(Source | Absent)[]> {
  const path = resolve(cwd, argument);
  const found = await stat(path).catch((e: NodeJS.ErrnoException) => e);
  if (found instanceof Error)
    return [{ file: argument, absent: found.code === 'ENOENT' ? '没有这个文件。' : `打不开（${found.code ?? '未知原因'}）。` }];
  if (!found.isDirectory()) return [{ file: argument, bytes: () => readFile(path) }];
  const paths: string[] = [];
  await walk(path, '', 0, paths);
  const name = argument.replace(/[\\/]+$/, '');
  return paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((p) => ({ file: `${name}/${p}`, bytes: () => readFile(join(path, p)) }));
}
