import type { Command } from './command.ts';

/** Every command by its name, in the order of the help page; loaded only when asked for, so that a small one starts at once. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  ['check', async () => (await import('./check.ts')).checkCommand],
  ['rules', async () => (await import('./rules.ts')).rulesCommand],
  ['compile', async () => (await import('./compile.ts')).compileCommand],
  ['deadline', async () => (await import('./deadline.ts')).deadlineCommand],
  ['clock', async () => (await import('./clock.ts')).clockCommand],
  ['fee', async () => (await import('./fee.ts')).feeCommand],
  ['template', async () => (await import('./template.ts')).templateCommand],
]);
