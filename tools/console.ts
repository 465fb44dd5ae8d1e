import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Builds the console when its sources are not what the built one was made from. The launcher runs this before a command that serves.
const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist/console');
const SOURCES = ['src/console', 'src/law', 'src/lib', 'tools/console.ts', 'package-lock.json'];

function filesOf(path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  const entries = path.includes('.') ? null : readdirSync(join(root, path), { recursive: true, withFileTypes: true });
  return entries ? entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name)) : [join(root, path)];
}

/** A hash over the sources' names and bytes. */
function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesOf).sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

const stamp = join(dist, '.sources');
const wanted = sourceHash();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stderr.write('正在生成工作台页面……\n');
  const { build } = await import('vite');
  const fresh = `${dist}.${process.pid}.new`;
  await build({ configFile: join(root, 'src/console/vite.config.ts'), logLevel: 'error', build: { outDir: fresh, emptyOutDir: true } });
  // Compressed here once, so that the server never compresses per hit.
  for (const name of readdirSync(join(fresh, 'assets'))) {
    const bytes = readFileSync(join(fresh, 'assets', name));
    writeFileSync(join(fresh, 'assets', `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(join(fresh, 'assets', `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
  writeFileSync(join(fresh, '.sources'), wanted);
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}
