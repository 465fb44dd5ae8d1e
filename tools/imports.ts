import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the check of import directions found. */
export interface ImportCheck {
  readonly modules: number;
  readonly files: number;
  readonly violations: readonly { rule: string; from: string; to: string }[];
}

function sourceFiles(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.d.ts'))
    .map((f) => `src/${f.replaceAll('\\', '/')}`);
}

/** Runs dependency-cruiser over `src` of `root` and counts what it read against the files on disk. */
export function checkImports(root: string): ImportCheck {
  const run = spawnSync(
    join(import.meta.dirname, '../node_modules/.bin/depcruise'),
    ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (!run.stdout) throw new Error(`dependency-cruiser gave nothing: ${run.stderr}`);
  const result = JSON.parse(run.stdout) as {
    modules: { source: string }[];
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  const read = new Set(result.modules.map((m) => m.source));
  const files = sourceFiles(root);
  return {
    modules: files.filter((f) => read.has(f)).length,
    files: files.length,
    violations: result.summary.violations.map((v) => ({ rule: v.rule.name, from: v.from, to: v.to })),
  };
}
