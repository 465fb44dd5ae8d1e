import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkImports } from './imports.ts';

const checkout = resolve(import.meta.dirname, '..');
const planted = mkdtempSync(join(tmpdir(), 'gongkai-imports-'));

function file(path: string, text: string): void {
  mkdirSync(dirname(join(planted, path)), { recursive: true });
  writeFileSync(join(planted, path), text);
}

for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) cpSync(join(checkout, name), join(planted, name));
symlinkSync(join(checkout, 'node_modules'), join(planted, 'node_modules'));
file('src/lib/a.ts', 'export const a = 1;\n');
file('src/domain/b.ts', "export type B = 1;\nexport const b = 2;\nimport { a } from '#lib/a.ts';\nexport const c = a;\n");
file('src/store/s.ts', 'export const s = 1;\n');
file('src/law/static.ts', "import { b } from '#domain/b.ts';\nexport const l = b;\n");
file('src/law/relative.ts', "export type { B } from '../domain/b.ts';\n");
file('src/domain/dynamic.ts', "export const s = () => import('#store/s.ts');\n");
file('src/web/typed.ts', "import type * as S from '#store/s.ts';\nexport type W = typeof S;\n");
file('src/law/impure.ts', "import { readFileSync } from 'node:fs';\nexport const f = readFileSync;\n");

afterAll(() => rmSync(planted, { recursive: true, force: true }));

test('a wrong import is caught however it is spelled, and right ones are not', () => {
  const found = checkImports(planted);
  expect(found.modules).toBe(found.files);
  expect(found.violations.map((v) => `${v.from} → ${v.to}`).sort()).toEqual([
    'src/domain/dynamic.ts → src/store/s.ts',
    'src/law/impure.ts → fs',
    'src/law/relative.ts → src/domain/b.ts',
    'src/law/static.ts → src/domain/b.ts',
    'src/web/typed.ts → src/store/s.ts',
  ]);
});

test('a file the check does not read is counted as missing', () => {
  cpSync(join(checkout, '.dependency-cruiser.cjs'), join(planted, 'whole.cjs'));
  file(
    '.dependency-cruiser.cjs',
    "const whole = require('./whole.cjs');\nmodule.exports = { ...whole, options: { ...whole.options, exclude: 'src/(store|web)/' } };\n",
  );
  const found = checkImports(planted);
  expect(found.files - found.modules).toBe(2);
});
