import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { checkImports } from './imports.ts';

// Format, lint, types, imports, dead code: `npm run check`. Each step's output is printed only when it fails.
const root = resolve(import.meta.dirname, '..');
const bin = (name: string) => resolve(root, 'node_modules/.bin', name);

interface Outcome {
  readonly ok: boolean;
  readonly text: string;
}

function tool(name: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(bin(name), args, { cwd: root });
    let text = '';
    child.stdout.on('data', (d: Buffer) => (text += d));
    child.stderr.on('data', (d: Buffer) => (text += d));
    child.on('close', (code) => done({ ok: code === 0, text }));
  });
}

async function imports(): Promise<Outcome> {
  const found = checkImports(root);
  const lines = found.violations.map((v) => `${v.rule}: ${v.from} → ${v.to}`);
  if (found.modules !== found.files) lines.push(`read ${found.modules} modules of ${found.files} files`);
  return { ok: lines.length === 0 && found.files > 0, text: lines.join('\n') };
}

const steps: readonly [string, () => Promise<Outcome>][] = [
  ['format and lint', () => tool('biome', ['check', '--error-on-warnings', '.'])],
  ['types', () => tool('tsc', ['-p', '.'])],
  ['types of the console', () => tool('tsc', ['-p', 'src/console'])],
  ['imports', imports],
  ['dead code', () => tool('knip', [])],
];

let failed = 0;
const begun = performance.now();
for (const [name, step] of steps) {
  const start = performance.now();
  const { ok, text } = await step();
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`);
  if (ok) continue;
  failed += 1;
  process.stdout.write(`${text.trim()}\n`);
}
process.stdout.write(
  `${failed === 0 ? 'check passed' : `check failed: ${failed}`} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`,
);
process.exit(failed === 0 ? 0 : 1);
