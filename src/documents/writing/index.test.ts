import { afterAll, expect, it } from 'vitest';
import { closeTypst } from '../typst/compile.ts';
import { zeroReport } from './examples.ts';
import { REPORT_FORMATS, type ReportFormat, writeReport } from './index.ts';

afterAll(() => closeTypst());

it.each([
  ['docx', 'PK'],
  ['xlsx', 'PK'],
  ['pdf', '%PDF'],
  ['html', '<!DOCTYPE html>'],
  ['json', '{'],
] satisfies [ReportFormat, string][])('a report is written as %s', async (format, beginning) => {
  const bytes = await writeReport(zeroReport(), format);
  expect(new TextDecoder('latin1').decode(bytes)).toMatch(new RegExp(`^${beginning.replace('{', '\\{')}`));
  expect(REPORT_FORMATS[format].mediaType).toMatch(/^[a-z]+\//);
});

it('a report with a section too few is not written at all', async () => {
  const document = zeroReport();
  await expect(writeReport({ ...document, sections: document.sections.slice(1) }, 'docx')).rejects.toThrow('6 sections');
  await expect(writeReport({ ...document, signedOn: '2024-02-30' }, 'pdf')).rejects.toThrow('2024-02-30');
});
