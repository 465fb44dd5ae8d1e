import { fold } from './fold.ts';
import { pinyinOf } from './pinyin.ts';
import type { SearchStore } from './ports.ts';

/** The characters of a title that sound like what was typed; null where they begin or end inside a syllable. */
function soundsLike(title: string, sound: string): string | null {
  const characters = [...fold(title)].map((c) => ({ c, sound: pinyinOf(c).whole }));
  for (let i = 0; i < characters.length; i++) {
    let heard = '';
    for (let j = i; j < characters.length && sound.startsWith(heard) && heard.length < sound.length; j++) {
      heard += characters[j]?.sound ?? '';
      if (heard === sound && characters[i]?.sound !== '')
        return characters
          .slice(i, j + 1)
          .map((x) => x.c)
          .join('');
    }
  }
  return null;
}

const MOST = 5;

async function sounding(store: SearchStore, term: string): Promise<string[]> {
  const { whole } = pinyinOf(term);
  if (whole.length < 3) return [];
  const titles = await store.titlesLike(whole, 50);
  const words = titles.map((t) => soundsLike(t, whole)).filter((w) => w !== null && w !== term);
  return [...new Set(words as string[])].slice(0, MOST);
}

/** So many parts of a term are tried, the longer first. */
const TRIES = 8;

/** Words of titles that sound like a term nothing was found for, or like a part of it: 宅鸡地 → 宅基地. */
export async function soundingWords(store: SearchStore, term: string): Promise<string[]> {
  const characters = [...term];
  const parts = [3, 2].flatMap((n) =>
    characters.slice(0, Math.max(0, characters.length - n + 1)).map((_, i) => characters.slice(i, i + n).join('')),
  );
  for (const part of [term, ...parts].slice(0, TRIES)) {
    const words = await sounding(store, part);
    if (words.length > 0) return words;
  }
  return [];
}
