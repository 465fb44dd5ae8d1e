import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

// `npm test` and `npm run test:long`: every test; the long suites run sampled unless --long. Other arguments go to vitest.
const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const long = args.includes('--long');
const seed = process.env['GONGKAI_SEED'] ?? String(Date.now() % 1_000_000);
process.stdout.write(`seed of the sampled suites: ${seed} (repeat with GONGKAI_SEED=${seed})\n`);
const done = spawnSync(process.execPath, [resolve(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args.filter((a) => a !== '--long')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, GONGKAI_SEED: seed, GONGKAI_LONG: long ? '1' : '' },
});
process.exit(done.status ?? 1);
