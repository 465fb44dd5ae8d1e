import { SIMPLE, TRADITIONAL } from './data/simplified.ts';

/** 繁体字 → 简体字; every one is one UTF-16 unit. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((character, i) => [character, SIMPLE[i] ?? character]));

/** Characters that texts in 简体字 have too, in names: 乾县, 於潜镇. */
const IN_BOTH = new Set('乾於著徵瞭藉覆崑鍾甯査');

/** 1 at the code of what only texts in 繁体字 have. */
const ONLY_TRADITIONAL = new Uint8Array(65_536);
for (const character of SIMPLIFIED.keys()) if (!IN_BOTH.has(character)) ONLY_TRADITIONAL[character.charCodeAt(0)] = 1;

/** True where a text has at least `least` 繁体字: it, or a part of it, is written in them. */
export function isTraditional(text: string, least: number): boolean {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (ONLY_TRADITIONAL[text.charCodeAt(i)] === 1 && ++seen >= least) return true;
  }
  return false;
}

/** A text with 简体字 for 繁体字, one for one: its length stays. */
export function simplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) => SIMPLIFIED.get(character) ?? character);
}
