import type { Faces } from '../fonts/faces.ts';

/** The text has characters that no font here can print; nothing was made. */
export class MissingCharacters extends Error {
  readonly characters: readonly string[];

  constructor(characters: readonly string[]) {
    const shown = characters.slice(0, 20).map((c) => `“${c}”（U+${codePoint(c).toString(16).toUpperCase().padStart(4, '0')}）`);
    const more = characters.length > shown.length ? `等${characters.length}个` : '';
    super(
      `下列字符没有可用的字体，文件没有生成：${shown.join('、')}${more}。请改用规范汉字，或把含有这些字的字体文件放进 GONGKAI_FONTS 指定的文件夹后重试。`,
    );
    this.name = 'MissingCharacters';
    this.characters = characters;
  }
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The different characters of a text beyond ASCII, in the order met. */
export function charactersOf(text: string): string[] {
  return [...new Set(text)].filter((c) => codePoint(c) > 0x7e);
}

/** The fault to report for characters outside the fonts; null when all can be printed. */
export function unprintable(characters: readonly string[], faces: Faces): MissingCharacters | null {
  const missing = characters.filter((c) => !faces.covers(codePoint(c)));
  return missing.length > 0 ? new MissingCharacters(missing) : null;
}

/** Characters that only the regular face has. */
export function thinCharacters(characters: readonly string[], faces: Faces): string {
  return characters.filter((c) => !faces.coversBold(codePoint(c))).join('');
}
