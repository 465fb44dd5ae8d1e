import type { Field } from '#domain/registers/register.ts';
import { squeeze } from './values/parsed.ts';
import { remembered } from './values/remembered.ts';

/** From this confidence on a column is taken without asking. */
export const SURE = 0.75;
/** From this on it is offered. */
export const LIKELY = 0.5;

const bare = remembered(squeeze);

/** A column title without blanks, quotes, marks and remarks in brackets. */
export const plainLabel = remembered((text: string): string => {
  const outside = squeeze(text).replace(/[(（[【][^)）\]】]*[)）\]】]/g, '');
  return (outside || squeeze(text)).replace(/["'“”‘’《》。.,，、;；:：*＊#·•/\\|_\-—–?？!！()（）[\]【】]/g, '').toLowerCase();
});

/** The same with words that offices use for one another made one. */
const sameWords = remembered((text: string): string =>
  text
    .replace(/时间|日子|年月日/g, '日期')
    .replace(/编码|序列号|号码/g, '编号')
    .replace(/情况|信息$|内容$/g, '')
    .replace(/的|政府信息公开/g, ''),
);

/** 0 to 1: how surely a column title (`path`: from the group's title down to its own) names a thing called `names`. */
export function likeness(path: readonly string[], names: readonly string[]): number {
  const leaf = bare(path.at(-1) ?? '');
  const titles = [
    leaf,
    bare(path.join('')),
    ...path.slice(0, -1).map((parent) => bare(`${parent.replace(/(基本)?(情况|信息)$/, '')}${leaf}`)),
  ];
  return Math.max(0, ...names.flatMap((name) => titles.map((title) => likenessOf(title, name))));
}

function likenessOf(title: string, name: string): number {
  if (title === '') return 0;
  if (title === bare(name)) return 1;
  const a = plainLabel(title);
  const b = plainLabel(name);
  if (a === b) return 0.95;
  const c = sameWords(a);
  const d = sameWords(b);
  if (c === d && c !== '' && c !== '日期' && c !== '编号') return 0.85;
  const [short, long] = c.length < d.length ? [c, d] : [d, c];
  const ratio = short.length / Math.max(1, long.length);
  return short.length >= 3 && ratio >= 0.6 && long.includes(short) ? LIKELY + 0.24 * ratio : 0;
}

/** How surely a column is this field. */
export function fieldLikeness(path: readonly string[], field: Field): number {
  return likeness(path, [field.label, ...(field.synonyms ?? [])]);
}
