import { expect, it } from 'vitest';
import { turnedPoint, turnedRule, turnOf } from './turn.ts';
import type { Word } from './words.ts';
import { acrossPages, withWrapped, wrappedFigures } from './wraps.ts';

const box = (row: number, column: number) => ({
  row,
  column,
  rowSpan: 1,
  colSpan: 1,
  x0: column * 30,
  x1: column * 30 + 30,
  y0: 0,
  y1: 20,
});
const cell = (column: number, ...texts: string[]) => ({
  box: box(0, column),
  lines: texts.map((text) => ({ text, x0: column * 30 + 6, x1: column * 30 + 6 + text.length * 6, size: 11 })),
});

it('a figure too long for its column goes on in the next line; two figures in a cell do not', () => {
  expect(wrappedFigures([cell(0, '348', '0'), cell(1, '12'), cell(2, '101', '09')]).size).toBe(2);
  expect(wrappedFigures([cell(0, '348', '0'), cell(1, '1204')]).size).toBe(0);
  expect(wrappedFigures([cell(0, '12', '10'), cell(1, '345', '7')]).size).toBe(0);
  expect(wrappedFigures([cell(0, '3', '4')]).size).toBe(0);
});

it('so it does in a table without lines, unless the next line is a row', () => {
  const word = (text: string, x: number, y: number): Word => ({ text, x0: x, x1: x + text.length * 6, y, size: 11 });
  const first = [word('一、本年新收', 0, 100), word('348', 100, 100), word('57', 140, 100), word('101', 180, 100)];
  const texts = (words: readonly Word[]): string[] => words.map((w) => w.text);
  expect(texts(withWrapped([...first, word('0', 100, 87), word('09', 180, 87)]))).toEqual(['一、本年新收', '3480', '57', '10109']);
  expect(texts(withWrapped([...first, word('二、上年', 0, 87), word('0', 100, 87)]))).toHaveLength(6);
  expect(texts(withWrapped([...first, word('0', 100, 70)]))).toHaveLength(5);
  // Nobody can tell whether it is one figure.
  expect(texts(withWrapped([...first, word('0', 140, 87)]))).toEqual(['一、本年新收', '348', '57 0', '101']);
});

it('a row that adds up with what stands below its figures goes on there, one that adds up without does not', () => {
  const word = (text: string, x: number, y: number): Word => ({ text, x0: x, x1: x + text.length * 6, y, size: 11 });
  const row = (y: number, ...texts: string[]): Word[] => [word('四、结转', 0, y), ...texts.map((t, i) => word(t, 100 + i * 40, y))];
  const [five, rest] = [row(200, '0', '0', '0', '0', '0', '12345', '12345'), [word('4', 180, 87), word('2', 340, 87)]];
  const texts = (words: readonly Word[]): string[] => words.slice(8).map((w) => w.text);
  const summed = row(100, '995', '12', '288', '8', '628', '5', '453');
  expect(texts(withWrapped([...five, ...summed, ...rest]))).toEqual(['四、结转', '995', '12', '2884', '8', '628', '5', '4532']);
  const whole = row(100, '995', '12', '288', '8', '628', '5', '1936');
  expect(withWrapped([...five, ...whole, ...rest])).toHaveLength(18);
  const neither = row(100, '995', '12', '288', '8', '628', '5', '9');
  expect(texts(withWrapped([...five, ...neither, ...rest]))).toEqual(['四、结转', '995', '12', '288 4', '8', '628', '5', '9 2']);
});

it('the rest of a row on the next page is put below it', () => {
  const word = (text: string, x: number, y: number): Word => ({ text, x0: x, x1: x + text.length * 6, y, size: 11 });
  const foot = [word('四、结转', 0, 60), word('288', 100, 60), word('8', 140, 60), word('453', 180, 60), word('- 4 -', 140, 20)];
  const rest = [word('续办理', 0, 700), word('4', 100, 700), word('2', 180, 700)];
  const after = [word('四、政府信息公开', 0, 680)];
  expect(acrossPages([foot, [...rest, ...after]]).map((p) => p.length)).toEqual([8, 1]);
  expect(acrossPages([foot, after]).map((p) => p.length)).toEqual([5, 1]);
  expect(acrossPages([foot, [word('4', 220, 700), ...after]]).map((p) => p.length)).toEqual([5, 2]);
  expect(acrossPages([foot, [word('1.保护', 0, 700), word('4', 100, 700), ...after]]).map((p) => p.length)).toEqual([5, 3]);
});

it('a turned page is held to be read', () => {
  const sheet = { width: 200, height: 100 };
  expect([turnOf(1, 0), turnOf(0, 1), turnOf(-1, 0), turnOf(0, -1)]).toEqual([0, 90, 180, 270]);
  expect(turnedPoint(90, sheet, 150, 10)).toEqual([10, 50]);
  expect(turnedPoint(270, sheet, 50, 90)).toEqual([10, 50]);
  expect(turnedPoint(180, sheet, 190, 50)).toEqual([10, 50]);
  expect(turnedRule(90, sheet, { horizontal: false, at: 150, from: 10, to: 60 })).toEqual({ horizontal: true, at: 50, from: 10, to: 60 });
  expect(turnedRule(180, sheet, { horizontal: true, at: 50, from: 140, to: 190 })).toEqual({ horizontal: true, at: 50, from: 10, to: 60 });
});
