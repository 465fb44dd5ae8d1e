import { describe, expect, it } from 'vitest';
import { cellsOf, FORM_2019, FORM_2021 } from '#law/forms/index.ts';
import { type Grid, layOut } from '../grid.ts';
import { fullTables, uniformTables } from './examples.ts';
import { printed } from './figures.ts';
import { gridsOf } from './grids.ts';

const [two, three, four] = gridsOf(FORM_2021, fullTables()) as unknown as [{ grid: Grid }, { grid: Grid }, { grid: Grid }];

function shape(grid: Grid): string {
  return `${grid.rows.length} × ${grid.columns}`;
}

describe('the tables of the report', () => {
  it('have the size of the printed form', () => {
    expect([two, three, four].map((t) => shape(t.grid))).toEqual(['14 × 4', '28 × 10', '4 × 15']);
  });

  it.each([FORM_2019, FORM_2021])('leave no slot empty and cover none twice ($edition)', (form) => {
    for (const { grid } of gridsOf(form, uniformTables(0))) expect(layOut(grid).problems).toEqual([]);
  });

  it('show every cell of the form once, in its order', () => {
    const keys = [two, three, four].flatMap((t) => t.grid.rows.flat().flatMap((c) => c.cellKey ?? []));
    expect(keys).toEqual(cellsOf(FORM_2021).map((c) => c.key));
  });

  it('print every label of the form where the form has it', () => {
    const label = three.grid.rows.flat().find((c) => c.text === '三、本年度办理结果');
    expect(label).toMatchObject({ rowSpan: 22, colSpan: 1 });
    expect(three.grid.rows.flat().find((c) => c.text === '（三）不予公开')).toMatchObject({ rowSpan: 8 });
    expect(three.grid.rows[0]?.[0]).toMatchObject({ text: FORM_2021.requestsCorner, rowSpan: 3, colSpan: 3 });
    expect(four.grid.rows[0]?.map((c) => [c.text, c.colSpan])).toEqual([
      ['行政复议', 5],
      ['行政诉讼', 10],
    ]);
  });

  it('leave blank what is not declared and say which cells', () => {
    const blank = gridsOf(FORM_2021, { proactive: null, requests: {}, remedies: null });
    expect(blank.flatMap((t) => t.blank)).toEqual(cellsOf(FORM_2021).map((c) => c.key));
  });
});

describe('a sum of money in 万元', () => {
  it.each([
    [0, '0'],
    [0.000001, '0.000001'],
    [12.5, '12.50'],
    [12.3456, '12.3456'],
    [316441, '316441.00'],
    [0.1 + 0.2, '0.30'],
  ])('%d is printed %s', (value, text) => expect(printed(value, 'money')).toBe(text));

  it('is blank where nothing is declared', () => expect(printed(null, 'money')).toBe(''));
});
