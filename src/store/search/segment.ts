import type { Segmenter } from '#domain/search/ports.ts';

let loading: Promise<(text: string) => string[]> | null = null;

/** The dictionary takes a third of a second and 38 MB: it is read when the first search is ranked. */
async function load(): Promise<(text: string) => string[]> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]);
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cut(text, true);
}

/** Cuts with the dictionary of jieba. */
export const segment: Segmenter = async (text) => (await (loading ??= load()))(text);
