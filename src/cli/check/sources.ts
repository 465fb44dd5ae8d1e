import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Expanded, expandPath } from '#documents/reading/expand.ts';

/** The arguments that name nothing on this machine. */
export async function absentOf(args: readonly string[], cwd: string): Promise<string[]> {
  const found = await Promise.all(args.map((a) => stat(resolve(cwd, a)).catch((e: NodeJS.ErrnoException) => e)));
  return args.filter((_, i) => found[i] instanceof Error && (found[i] as NodeJS.ErrnoException).code === 'ENOENT');
}

/** The files that the arguments name, in their order; a folder or ZIP by path, as `<argument>/<path>`. */
export async function* sourcesOf(args: readonly string[], cwd: string): AsyncGenerator<Expanded> {
  for (const argument of args) yield* expandPath(argument, resolve(cwd, argument));
}
