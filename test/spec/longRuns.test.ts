import { describe, expect, it } from 'vitest';
import { readHere } from '../../src/documents/reading/formats.ts';
import { check } from '../../src/domain/checker/index.ts';
import { fold } from '../../src/domain/search/fold.ts';

/** Longer than any line somebody wrote; work that grows with its square would not end within a test. */
const MANY = 400_000;

function reportWith(run: string): string {
  return `朝阳镇2023年政府信息公开工作年度报告
一、总体情况
${run}
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
朝阳镇人民政府
2024年1月10日
`;
}

describe('one sign typed without end', () => {
  it.each(['一', '九十', '一 ', '《', '—', '\u00a0 ', '万', '余㎡', '1有'])(
    '“%s”: the report is read and checked to its end',
    async (sign) => {
      const run = sign.repeat(MANY / sign.length / (sign.length > 1 ? 4 : 1));
      for (const text of [reportWith(run), `<html><body>${reportWith(run)}</body></html>`]) {
        const reading = await readHere(Buffer.from(text), '年报.txt');
        if (!('report' in reading)) throw new Error(reading.message);
        expect(reading.report.year).toBe(2023);
        expect(check(reading, { level: 'township' }).map((f) => f.rule)).toContain('TABLE-MISSING');
      }
    },
  );

  it.each(['1 ', 'ab ', '政 '])('“%s” is folded for the search to its end', (sign) => {
    const folded = fold(sign.repeat(MANY));
    expect(folded.length).toBe(sign === '政 ' ? MANY : MANY * sign.length - 1);
  });
});
