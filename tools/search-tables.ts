import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Makes the search's tables of characters (src/domain/search/data) from two packages that are no dependencies of the product:
// opencc-js (Apache-2.0, data of OpenCC) and pinyin-pro (MIT). Run: node tools/search-tables.ts
const PACKAGES = ['opencc-js@1.4.2', 'pinyin-pro@3.29.4'];
const FIRST = 0x3400;
const LAST = 0x9fff;

interface OpenCC {
  Converter(options: { from: string; to: string }): (text: string) => string;
}
interface PinyinPro {
  pinyin(text: string, options: { toneType: 'none'; v: boolean }): string;
}

const folder = mkdtempSync(join(tmpdir(), 'search-tables-'));
const out = resolve(import.meta.dirname, '../src/domain/search/data');
try {
  execFileSync('npm', ['install', '--ignore-scripts', '--no-save', '--prefix', folder, ...PACKAGES], { stdio: 'inherit' });
  const { Converter } = (await import(join(folder, 'node_modules/opencc-js/dist/esm/full.js'))) as OpenCC;
  const { pinyin } = (await import(join(folder, 'node_modules/pinyin-pro/dist/index.mjs'))) as PinyinPro;
  const simplify = Converter({ from: 't', to: 'cn' });
  let from = '';
  let to = '';
  const syllables = new Map<string, string>();
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    const simple = simplify(character);
    if (simple.length === 1 && simple !== character) {
      from += character;
      to += simple;
    }
    const syllable = pinyin(character, { toneType: 'none', v: true });
    if (/^[a-z]+$/.test(syllable) && simple === character) syllables.set(syllable, (syllables.get(syllable) ?? '') + character);
  }
  const head = (source: string) => `// Made by tools/search-tables.ts from ${source}. Do not edit.\n`;
  writeFileSync(
    join(out, 'simplified.ts'),
    `${head('opencc-js 1.4.2 (Apache-2.0)')}\n/** 繁体字, each at the place of its 简体字 in {@link SIMPLE}. */\nexport const TRADITIONAL =\n  '${from}';\n\n/** 简体字. */\nexport const SIMPLE =\n  '${to}';\n`,
  );
  const lines = [...syllables].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([s, characters]) => `  ${s}: '${characters}',`);
  writeFileSync(
    join(out, 'syllables.ts'),
    `${head('pinyin-pro 3.29.4 (MIT)')}\n/** Each syllable without tone (ü is v) with the characters most often read so. */\nexport const SYLLABLES: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
