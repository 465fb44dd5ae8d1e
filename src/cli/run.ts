import { PlainFault } from '#lib/fault.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { machineFault } from './writeOut.ts';

const FAULT = 70;
const USAGE = 64;

/** What a terminal obeys instead of showing it: control characters (but tabs and line ends), and marks that turn the direction. */
const OBEYED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text that came from a file, a name or an argument, as a terminal only shows it. */
export function harmless(text: string): string {
  return text.replace(OBEYED, '\ufffd');
}

/** Reads and writes as a program on a terminal does. What goes into a file or to another program stays as it is. */
export function consoleIo(): Io {
  const { isTTY } = process.stdout;
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    // Whoever read the output has had enough: nothing is left to say.
    if (fault.code !== 'EPIPE') process.stderr.write(`结果没有写完：${machineFault(fault.code ?? fault.message)}。\n`);
    process.exit(FAULT);
  });
  return {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    out: (text) => void process.stdout.write(isTTY ? harmless(text) : text),
    err: (text) => void process.stderr.write(harmless(text)),
  };
}

async function overview(): Promise<string> {
  const all = await Promise.all([...commands.values()].map((load) => load()));
  const width = Math.max(...all.map((c) => c.name.length));
  const list = all.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`).join('\n');
  return `gongkai：政府信息公开工作系统\n\n用法：npm run -s gongkai -- 命令 …\n\n${list}\n\n每个命令加 --help 看详细用法。\n`;
}

/** What `parseArgs` did not take, in Chinese; null for any other exception. */
function argumentsError(e: unknown): string | null {
  if (!(e instanceof Error && 'code' in e)) return null;
  const named = /'([^' ]*)/.exec(e.message)?.[1] ?? '';
  switch (e.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有“${named}”这个选项。`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `多写了“${named}”。`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `选项“${named}”缺少值，或者不该带值。`;
    default:
      return null;
  }
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${command.help.trim()}\n`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (e) {
    const usage = e instanceof UsageError ? e.message : argumentsError(e);
    if (usage !== null) {
      io.err(`${usage}\n用法见：npm run -s gongkai -- ${command.name} --help\n`);
      return USAGE;
    }
    if (e instanceof PlainFault) {
      io.err(`${e.message}\n`);
      return FAULT;
    }
    io.err(`出了故障：${e instanceof Error ? (e.stack ?? e.message) : String(e)}\n`);
    return FAULT;
  }
}

/** Runs one command line; resolves to the exit code. */
export async function run(argv: readonly string[], io: Io = consoleIo()): Promise<number> {
  const [name, ...args] = argv;
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    (name ? io.out : io.err)(await overview());
    return name ? 0 : USAGE;
  }
  const load = commands.get(name);
  if (!load) {
    io.err(`没有“${name}”这个命令。\n\n${await overview()}`);
    return USAGE;
  }
  return runCommand(await load(), args, io);
}
