import type { Command } from './command.ts';
import { withRegisters, withStoredRegisters } from './registerOffice.ts';

/** Every command by its name, in the order of the help page; loaded only when asked for, so that a small one starts at once. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  ['demo', async () => (await import('./demo.ts')).demoCommand],
  ['serve', async () => (await import('./serve.ts')).serveCommand],
  ['check', async () => (await import('./check.ts')).checkCommand],
  ['rules', async () => (await import('./rules.ts')).rulesCommand],
  ['compile', async () => withStoredRegisters((await import('./compile.ts')).compileCommandFrom)],
  ['deadline', async () => (await import('./deadline.ts')).deadlineCommand],
  ['clock', async () => (await import('./clock.ts')).clockCommand],
  ['fee', async () => (await import('./fee.ts')).feeCommand],
  ['import', async () => withRegisters((await import('./import.ts')).importCommandFrom)],
  ['export', async () => withRegisters((await import('./export.ts')).exportCommandFrom)],
  ['template', async () => (await import('./template.ts')).templateCommand],
  ['reconcile', async () => (await import('./reconcile.ts')).reconcileCommand],
  ['inspect', async () => (await import('./inspect.ts')).inspectCommand],
  ['facts', async () => (await import('./facts.ts')).factsCommand],
]);
