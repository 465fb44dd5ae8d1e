import { expect, it } from 'vitest';
import { chineseNumeral } from './numerals.ts';

it.each([
  ['三', 3],
  ['十', 10],
  ['二十三', 23],
  ['一百零五', 105],
  ['四百二十一', 421],
  ['三千零一十', 3010],
  ['一万二千', 12_000],
  ['两万零六', 20_006],
  ['壹佰贰拾叁', 123],
  ['一二〇', 120],
  ['〇', 0],
])('%s is %i', (text, value) => {
  expect(chineseNumeral(text)).toBe(value);
});

it.each(['', '一百二', '二万三', '十百', '百二十', '万', '三项', '1百', '二三十'])('“%s” is no numeral, or reads in two ways', (text) => {
  expect(chineseNumeral(text)).toBeNull();
});
