import { SYLLABLES } from './data/syllables.ts';
import { fold } from './fold.ts';

const READINGS = new Map(Object.entries(SYLLABLES).flatMap(([syllable, characters]) => [...characters].map((c) => [c, syllable] as const)));

/** How a title is typed in Latin letters: whole (zhaijidi) and by initials (zjd), each with the Latin letters and digits it has itself. */
export interface Pinyin {
  readonly whole: string;
  readonly initials: string;
}

/** The pinyin of a text, most usual readings, without tones; signs are left out. */
export function pinyinOf(source: string): Pinyin {
  let whole = '';
  let initials = '';
  for (const character of fold(source)) {
    const syllable = READINGS.get(character) ?? (/[a-z0-9]/.test(character) ? character : '');
    whole += syllable;
    initials += syllable[0] ?? '';
  }
  return { whole, initials };
}
