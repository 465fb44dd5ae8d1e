import { describe, expect, it } from 'vitest';
import { asSarif } from '#cli/check/sarif.ts';
import { readReportText } from '#documents/reading/text.ts';
import { check } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';
import { FORM_2021 } from '#law/forms/index.ts';

/** 示范镇's table of section three: 1 received, 1 disclosed, and 2 as the total of what was done. */
const FIGURES: Record<string, number[]> = { 1: [1, 0, 0, 0, 0, 0, 1], '3.1': [1, 0, 0, 0, 0, 0, 1], '3.7': [1, 0, 0, 0, 0, 0, 2] };

function textOf(row: (label: string, cells: readonly number[]) => string): string {
  const table = FORM_2021.requestRows.map(({ key, label }) => row(label, FIGURES[key] ?? [0, 0, 0, 0, 0, 0, 0]));
  return [
    '示范镇2023年政府信息公开工作年度报告',
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    ...table,
  ].join('\n');
}

function totals(text: string) {
  const reading = readReportText(text) as Reading;
  const own = check(reading).filter((f) => f.rule === 'T3-APPLICANTS');
  return { own, reading, printed: own.map((f) => text.split('\n')[(f.where.line ?? 0) - 1]) };
}

describe('表格里的问题在第几行', () => {
  it('一行印一行的，是那一行', () => {
    const { own, printed } = totals(textOf((label, cells) => [label, ...cells].join(' | ')));
    expect(own.map((f) => f.where.cell)).toEqual(['requests/3.7/total']);
    expect(printed).toEqual(['（七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 2']);
  });

  it('一行一格的，是那一格', () => {
    const { own, printed } = totals(textOf((label, cells) => [label, ...cells].join('\n')));
    expect(own.map((f) => f.where.cell)).toEqual(['requests/3.7/total']);
    expect(printed).toEqual(['2']);
  });

  it('SARIF 里也带行号', () => {
    const { own, reading } = totals(textOf((label, cells) => [label, ...cells].join(' | ')));
    const log = JSON.stringify(asSarif([{ file: 'a.txt', readable: true, reading, findings: own }]));
    expect(log).toContain(`"region":{"startLine":${own[0]!.where.line}}`);
  });
});
