import { spawnSync } from 'node:child_process';

const done = spawnSync('node_modules/.bin/biome', ['check', '--write', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(done.status ?? 1);
