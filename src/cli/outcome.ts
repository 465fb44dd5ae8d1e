import { articleTitle } from '#law/articles/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { type Io, UsageError } from './command.ts';

const FORMATS = ['json', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** The `--format` of a command that prints one JSON value unless text is asked for. */
export function formatOf(value: string | undefined): Format {
  const format = FORMATS.find((f) => f === (value ?? 'json'));
  if (!format) throw new UsageError(`--format 只能是 ${FORMATS.join(' 或 ')}，现为“${value}”。`);
  return format;
}

/** `OGIR2019 33.2` as 条例第三十三条第二款; other laws by their titles. */
export function shortTitle(basis: string): string {
  return articleTitle(basis).replace('《中华人民共和国政府信息公开条例》', '条例');
}

/** A refusal as people read it. */
export function refusalText(refusal: Refusal): string {
  return `不能计算：${refusal.refused}${refusal.basis.length > 0 ? `（${refusal.basis.map(shortTitle).join('、')}）` : ''}\n`;
}

/** Prints a result or a refusal (which also goes to standard error, for people); resolves the exit code: 0, or 1 for a refusal. */
export function print<T>(io: Io, format: Format, result: T | Refusal, text: (result: T) => string): number {
  const refused = isRefusal(result);
  if (format === 'json') io.out(`${JSON.stringify(result)}\n`);
  else if (!refused) io.out(text(result));
  if (refused) io.err(refusalText(result));
  return refused ? 1 : 0;
}

/** Pads to a width in which a Chinese character takes two columns. */
export function pad(text: string, width: number): string {
  const columns = [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, width - columns));
}
