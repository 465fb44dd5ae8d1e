import { createHash } from 'node:crypto';
import { sameReporter } from '#documents/checking/pairs.ts';
import type { Application } from '#domain/application.ts';
import type { Submitted } from '#domain/checking/keeping.ts';
import { readingOfDocument } from '#domain/report/composeReading.ts';
import type { ReportDocument } from '#domain/report/document.ts';
import { setValue, valueAt } from '#domain/report/model.ts';
import { accepted } from './accepted.ts';
import { viewerOf } from './viewers.ts';

const COUNTIES = [
  ['sfx', 'sfz', '示范镇', [2022, 2023]],
  ['hnx', 'cyz', '朝阳镇', [2023]],
] as const;
/** Cells that the first version of one report has otherwise than its text and sums say. */
const WRONG = ['requests/1/total', 'remedies/review/total'] as const;

/** The report as another invented township would have written it. */
function ofTown(document: ReportDocument, from: string, town: string): ReportDocument {
  return JSON.parse(JSON.stringify(document).replaceAll(from, town)) as ReportDocument;
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

/** A county's reports: one township's own as they came out, two more as other invented townships would have written them. */
function filesOf(town: string, own: readonly ReportDocument[]): Submitted[] {
  const last = own.at(-1);
  if (!last) throw new Error(`the example has no published report of ${town} to check`);
  const report = (name: string, document: ReportDocument) => submitted(`${name}.docx`, readingOfDocument(document));
  const [other, mended] = [ofTown(last, town, '示例镇'), ofTown(last, town, '样板镇')];
  return [
    ...own.map((document) => report(`${town}${document.year}年年报`, document)),
    report(`示例镇${last.year}年年报`, other),
    report(`样板镇${last.year}年年报`, mistyped(mended)),
    report(`样板镇${last.year}年年报（改正后）`, mended),
    submitted(`演示乡${last.year}年年报（扫描件）.pdf`, { unread: UNREAD }),
  ];
}

/** Reports each county had checked: good ones, one that was mended after its first check, one that could not be read. */
export async function bringChecks(app: Application): Promise<void> {
  for (const [county, agency, town, years] of COUNTIES) {
    const versions = await Promise.all(years.map((year) => app.reports.published(agency, year)));
    const own = versions.flatMap((v) => v.at(-1)?.frozen.document ?? []);
    const viewer = await viewerOf(app, county, 'countySupervisor');
    accepted(await app.checking.keep(viewer, county, filesOf(town, own), sameReporter));
  }
}
