import type { Application } from '#domain/application.ts';
import { UsageError } from './command.ts';

/** `--agency` as a code, a name or a short name; null where none is given. Throws `UsageError` for none or several. */
export async function agencyArgument(app: Application, wanted: string | undefined): Promise<string | null> {
  if (wanted === undefined) return null;
  const found = (await app.agencies.tree()).find(wanted);
  if (found.length === 1) return found[0] ?? null;
  throw new UsageError(found.length === 0 ? `没有“${wanted}”这个机关。` : `“${wanted}”有几个机关：${found.join('、')}；请用代码指明。`);
}
