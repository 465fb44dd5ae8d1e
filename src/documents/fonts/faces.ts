import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Face, readFaces } from './sfnt.ts';

/** The folder of the fonts that come along: Noto Serif SC regular and bold, Noto Sans SC medium (SIL OFL 1.1). */
export const SHIPPED_FONTS = import.meta.dirname;

/** The four hands of GB/T 9704-2012: 仿宋 (text), 小标宋 (title), 楷体 (second headings), 黑体 (first headings). */
export type Hand = 'fangsong' | 'title' | 'kai' | 'hei';

/** For each hand the families to try, first to last; the last one always holds every character that can be printed at all. */
export type FontChains = Readonly<Record<Hand, readonly string[]>>;

/** Fonts to print with: the folders to load, the chains, and the characters that at least one font of every chain has. */
export interface Faces {
  readonly folders: readonly string[];
  readonly chains: FontChains;
  /** True when the character (a code point) can be printed. */
  covers(codePoint: number): boolean;
  /** True when the bold face has it too. */
  coversBold(codePoint: number): boolean;
}

const SERIF = 'Noto Serif SC';
const SANS = 'Noto Sans SC';

/** How an office's own font files are recognised, by any of their names. */
const OFFICE_HANDS: readonly (readonly [Hand, RegExp])[] = [
  ['title', /小标宋|xiaobiaosong|xbs/i],
  ['fangsong', /仿宋|fang\s?song/i],
  ['kai', /楷|kai/i],
  ['hei', /黑体|simhei|heiti/i],
];

/** The office's own fonts of one folder; files that are no fonts are passed over. Throws when the folder cannot be read. */
function officeFaces(folder: string): Face[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    throw new Error(`字体文件夹打不开：${folder}。请检查 GONGKAI_FONTS 的设置。`);
  }
  return files.filter((f) => /\.(ttf|otf|ttc)$/i.test(f)).flatMap((f) => readFaces(readFileSync(join(folder, f))));
}

/** The names to ask typst for: it files a font under its family without words of weight and width. */
function askedFor(face: Face): string[] {
  const plain = (name: string) =>
    name.replace(/([\s_-]+(thin|(extra|ultra|semi|demi)?[\s_-]?(light|bold)|regular|normal|medium|black|heavy|italic))+$/i, '');
  return [...new Set(face.names.flatMap((name) => [plain(name), name]))];
}

/** The fonts to print with. `folder` (the GONGKAI_FONTS setting) holds an office's own 小标宋, 仿宋, 楷体 and 黑体, which then come first; any other font there ends every chain. */
export function facesOf(folder: string | undefined): Faces {
  const own = folder ? officeFaces(folder) : [];
  const handOf = (face: Face) => OFFICE_HANDS.find(([, pattern]) => face.names.some((n) => pattern.test(n)))?.[0];
  const families = (hand: Hand) => own.filter((face) => handOf(face) === hand).flatMap(askedFor);
  const others = own.filter((face) => handOf(face) === undefined);
  const last = others.flatMap(askedFor);
  const [regular, bold] = ['NotoSerifSC-Regular.ttf', 'NotoSerifSC-Bold.ttf'].map((file) =>
    readFaces(readFileSync(join(SHIPPED_FONTS, file))),
  );
  const ending = [...(regular ?? []), ...others];
  return {
    folders: folder ? [folder, SHIPPED_FONTS] : [SHIPPED_FONTS],
    chains: {
      fangsong: [...families('fangsong'), SERIF, ...last],
      title: [...families('title'), SERIF, ...last],
      kai: [...families('kai'), SERIF, ...last],
      hei: [...families('hei'), SANS, SERIF, ...last],
    },
    covers: (codePoint) => ending.some((face) => face.covers(codePoint)),
    coversBold: (codePoint) => (bold ?? []).some((face) => face.covers(codePoint)),
  };
}

let loaded: { readonly folder: string | undefined; readonly faces: Faces } | null = null;

/** The fonts of the environment's GONGKAI_FONTS setting, read once. */
export function environmentFaces(): Faces {
  const folder = process.env['GONGKAI_FONTS'] || undefined;
  if (loaded?.folder !== folder || !loaded) loaded = { folder, faces: facesOf(folder) };
  return loaded.faces;
}
