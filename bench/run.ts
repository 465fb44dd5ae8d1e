import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, ratioOf } from './result.ts';

// npm run bench [-- NAME…]: every file of this folder that exports a function bench…; a name picks those whose file has it in its name.

type Entry = () => Promise<BenchResult | readonly BenchResult[]>;

const TABLE = join(import.meta.dirname, 'RESULTS.md');
const NOT_ENTRIES = new Set(['run.ts', 'result.ts']);

async function entriesOf(file: string): Promise<Entry[]> {
  const module = (await import(join(import.meta.dirname, file))) as Record<string, unknown>;
  return Object.entries(module).flatMap(([name, value]) =>
    /^bench[A-Z]/.test(name) && typeof value === 'function' ? [value as Entry] : [],
  );
}

function shown(n: number): string {
  return n >= 100 ? n.toFixed(0) : n >= 1 ? n.toFixed(2) : n.toFixed(3);
}

function middle(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return shown(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}

function row(file: string, r: BenchResult): string {
  const ratio = ratioOf(r);
  const ours = middle(r.rounds.map((x) => x.ours));
  const base = middle(r.rounds.map((x) => x.base));
  const range = `${shown(ratio.least)} – ${shown(ratio.most)}`;
  return `| ${file} | ${r.name} | ${ours} ${r.unit} | ${base} ${r.unit} | **${shown(ratio.median)}** | ${range} | ${r.rounds.length} | ${r.goal} |`;
}

function machine(): string {
  const [cpu] = cpus();
  const load = loadavg().map((l) => l.toFixed(1));
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} processors, ${(totalmem() / 2 ** 30).toFixed(1)} GiB, Node ${process.version}, load ${load.join(' ')}`;
}

/** Rows of the other files are kept, with the machine and load they were measured at. */
async function keptRows(replaced: ReadonlySet<string>): Promise<string[]> {
  const before = await readFile(TABLE, 'utf8').catch(() => '');
  return before
    .split('\n')
    .filter((l) => /^\| \w+ \|/.test(l) && !/^\| (?:File|—) \|/.test(l) && !replaced.has(l.split(' | ')[0]!.slice(2)));
}

function page(rows: readonly string[], notes: readonly string[]): string {
  return `# What was measured

Written by \`npm run bench\`; \`npm run bench -- checker\` measures one part and keeps the other rows. Ratio is ours ÷ base of the same round, median and
range over the rounds, which take turns. Times under load tell less than the ratios.

${notes.join('\n')}

| File | What | Ours | Base | Ratio | Range | Rounds | Goal |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

async function keptNotes(replaced: ReadonlySet<string>): Promise<string[]> {
  const before = await readFile(TABLE, 'utf8').catch(() => '');
  return before.split('\n').filter((l) => /^- \w+: /.test(l) && !replaced.has(l.slice(2).split(':')[0]!));
}

async function main(wanted: readonly string[]): Promise<number> {
  const files = (await readdir(import.meta.dirname))
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !NOT_ENTRIES.has(f))
    .sort();
  const chosen = files.filter((f) => wanted.length === 0 || wanted.some((w) => f.includes(w)));
  if (chosen.length === 0) {
    process.stderr.write(`nothing of that name; there are ${files.map((f) => f.slice(0, -3)).join(', ')}\n`);
    return 64;
  }
  let failed = 0;
  for (const file of chosen) {
    const name = file.slice(0, -3);
    try {
      const results: BenchResult[] = [];
      const note = `- ${name}: ${machine()}`;
      for (const run of await entriesOf(file)) results.push(...[await run()].flat());
      if (results.length === 0) continue;
      const own = results.map((r) => row(name, r));
      process.stdout.write(`${note}\n${own.join('\n')}\n`);
      const replaced = new Set([name]);
      const [rows, notes] = [await keptRows(replaced), await keptNotes(replaced)];
      await writeFile(TABLE, page([...rows, ...own].toSorted(), [...notes, note].toSorted()));
    } catch (fault) {
      failed = 1;
      process.stderr.write(`${name} could not be measured: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    }
  }
  return failed;
}

process.exit(await main(process.argv.slice(2)));
