import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { previousOf } from '#documents/checking/pairs.ts';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { check } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';

interface Golden {
  file: string;
  previous?: string;
  findings: { rule: string; severity: string; section: number; cell?: string; expected?: unknown; actual?: unknown; reason: string }[];
}

const FIXTURES = join(import.meta.dirname, '../fixtures');
const goldens = readdirSync(join(FIXTURES, 'golden'))
  .filter((f) => f.endsWith('.json'))
  .map((f) => JSON.parse(readFileSync(join(FIXTURES, 'golden', f), 'utf8')) as Golden);
const readings = new Map<string, Reading>();

beforeAll(async () => {
  for (const { file } of goldens) {
    const reading = await readReportFile(readFileSync(join(FIXTURES, 'reports', file)), file);
    if (!isUnreadable(reading)) readings.set(file, reading);
  }
});

describe('真实年报', () => {
  it('每份都有逐条看过的结果，每条都写了理由', () => {
    const reports = readdirSync(join(FIXTURES, 'reports/real')).filter((f) => /\.(txt|pdf|html)$|parsed\.json$/.test(f));
    expect(goldens.map((g) => g.file).sort()).toEqual(['chaoyang-2023.txt', ...reports.map((f) => `real/${f}`)].sort());
    for (const g of goldens) for (const f of g.findings) expect(f.reason, `${g.file} ${f.rule}`).toBeTruthy();
  });

  for (const golden of goldens) {
    it(`${golden.file}：${golden.findings.length}条，不多不少`, () => {
      const reading = readings.get(golden.file);
      expect(reading, '读不了').toBeDefined();
      const previous = previousOf(reading!, [...readings.values()]);
      expect([...readings].find(([, r]) => r === previous)?.[0]).toBe(golden.previous);
      const findings = check(reading!, { previous }).map(({ rule, severity, where, expected, actual }) => ({
        rule,
        severity,
        section: where.section,
        ...(where.cell === undefined ? {} : { cell: where.cell }),
        ...(expected === undefined ? {} : { expected }),
        ...(actual === undefined ? {} : { actual }),
      }));
      expect(findings).toEqual(golden.findings.map(({ reason: _, ...f }) => f));
    });
  }
});
