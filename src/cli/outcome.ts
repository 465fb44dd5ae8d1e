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

/** A refusal as people read it. */
export function refusalText(refusal: Refusal): string {
  return `不能计算：${refusal.refused}${refusal.basis.length > 0 ? `（${refusal.basis.join('、')}）` : ''}\n`;
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
