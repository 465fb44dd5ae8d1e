import { readFileSync, writeFileSync } from 'node:fs';

// A registry mirror may lack a package for another platform at the moment packages are added; npm then leaves it out of
// package-lock.json, and `npm ci` refuses the lock everywhere. This adds such entries: name and version are those the
// parent package asks for, os and cpu come from the name, so npm passes them over on every other platform.
interface Entry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  [other: string]: unknown;
}

const PLATFORM =
  /-(android|darwin|freebsd|openharmony|linux|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(gnu|musl|msvc|eabi|gnueabihf|musleabihf))?$/;

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
let added = 0;
for (const [place, parent] of Object.entries({ ...lock.packages })) {
  if (place === '') continue;
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const nested = `${place}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    const platform = PLATFORM.exec(name);
    if (lock.packages[nested] || lock.packages[top] || !platform || !/^\d/.test(version)) continue;
    const [, os, cpu, abi] = platform as unknown as [string, string, string, string | undefined];
    lock.packages[top] = {
      version,
      cpu: [cpu],
      ...(parent.dev ? { dev: true } : {}),
      ...(os === 'linux' && abi?.startsWith('musl') ? { libc: ['musl'] } : {}),
      optional: true,
      os: [os],
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
