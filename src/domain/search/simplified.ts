import { SIMPLE, TRADITIONAL } from './data/simplified.ts';

/** 繁体字 → 简体字; every one is one UTF-16 unit. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((character, i) => [character, SIMPLE[i] ?? character]));

/** Characters that texts in 简体字 have too, in names: 乾县, 於潜镇. */
const IN_BOTH = new Set('乾於著徵瞭藉覆崑鍾甯査');

/** True where a text has at least `least` 繁体字: it, or a part of it, is written in them. */
export function isTraditional(text: string, least: number): boolean {
  let seen = 0;
  for (const character of text) {
    if (SIMPLIFIED.has(character) && !IN_BOTH.has(character) && ++seen >= least) return true;
  }
  return false;
}

/** A text with 简体字 for 繁体字, one for one: its length stays. */
export function simplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) => SIMPLIFIED.get(character) ?? character);
}
