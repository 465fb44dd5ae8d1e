import { createHash } from 'node:crypto';
import { sameReporter } from '#documents/checking/pairs.ts';
import type { Application } from '#domain/application.ts';
import type { Submitted } from '#domain/checking/keeping.ts';
import { readingOfDocument } from '#domain/report/composeReading.ts';
import type { ReportDocument } from '#domain/report/document.ts';
import { setValue, valueAt } from '#domain/report/model.ts';
import { accepted } from './accepted.ts';
import { viewerOf } from './viewers.ts';

const COUNTY = 'sfx';
const SAMPLE = '示范镇';
/** Cells that the first version of one report has otherwise than its text and sums say. */
const WRONG = ['requests/1/total', 'remedies/review/total'] as const;

/** The report as another invented township would have written it. */
function ofTown(document: ReportDocument, town: string): ReportDocument {
  return JSON.parse(JSON.stringify(document).replaceAll(SAMPLE, town)) as ReportDocument;
}

/** The report with figures somebody mistyped. */
function mistyped(document: ReportDocument): ReportDocument {
  const copy = structuredClone(document);
  for (const cell of WRONG) setValue(copy.report.tables, cell, (valueAt(copy.report.tables, cell) ?? 0) + 2);
  return copy;
}

function submitted(file: string, read: Submitted['read']): Submitted {
  return {
    file,
    sha256: createHash('sha256')
      .update(JSON.stringify([file, read]))
      .digest('hex'),
    read,
  };
}

const UNREAD = '这是扫描的图片，没有可以读出的文字，请提供 Word 或者有文字的 PDF 文件。';

/** Reports the county had checked: two that are good, one that was mended after its first check, one that could not be read. */
export async function bringChecks(app: Application): Promise<void> {
  const [before, last] = await Promise.all([2022, 2023].map((year) => app.reports.published('sfz', year)));
  const [first, second] = [before?.at(-1)?.frozen.document, last?.at(-1)?.frozen.document];
  if (!first || !second) throw new Error('the example has no published reports to check');
  const report = (name: string, document: ReportDocument) => submitted(name, readingOfDocument(document));
  const [sample, model] = [ofTown(second, '示例镇'), ofTown(second, '样板镇')];
  const files = [
    report('示范镇2022年年报.docx', first),
    report('示范镇2023年年报.docx', second),
    report('示例镇2023年年报.docx', sample),
    report('样板镇2023年年报.docx', mistyped(model)),
    report('样板镇2023年年报（改正后）.docx', model),
    submitted('演示乡2023年年报（扫描件）.pdf', { unread: UNREAD }),
  ];
  accepted(await app.checking.keep(await viewerOf(app, COUNTY, 'countySupervisor'), COUNTY, files, sameReporter));
}
