import type { Application } from '#domain/application.ts';
import type { Host } from './host.ts';

/** What a command reads and writes; a test hands in its own. */
export interface Io {
  /** The caller's folder; file arguments are resolved against it. */
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** Opens the office's data, starting the database where needed. Only commands that need data call it; they close it. */
  open?(): Promise<Application>;
  /** For the commands that serve. */
  host?(): Promise<Host>;
}

/** The office's data, for a command that can't do without. */
export async function openData(io: Io): Promise<Application> {
  if (!io.open) throw new Error('this command was started without the office’s data');
  return io.open();
}

/** One file of `src/cli/` exports one of these. */
export interface Command {
  readonly name: string;
  /** One line in Chinese for the list of commands. */
  readonly summary: string;
  /** The whole help text in Chinese. */
  readonly help: string;
  /** Runs; resolves to the exit code: 0 done, 1 finding of severity error or refusal, 2 unreadable file, 64 wrong usage, 70 fault. */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Wrong usage: printed with a hint to --help, exit code 64. */
export class UsageError extends Error {}
