import { environmentFaces } from '#documents/fonts/faces.ts';
import { closeTypst } from '#documents/typst/compile.ts';
import { compileHere } from '#documents/typst/engine.ts';
import { fullReport } from '#documents/writing/examples.ts';
import { reportData, reportTemplate, writeReportPdf } from '#documents/writing/pdf.ts';
import type { ReportDocument } from '#domain/report/document.ts';
import type { BenchResult } from './result.ts';

const ROUNDS = 9;

/** A report whose paragraphs are all new, so that nothing of an earlier one can be used again. */
function freshReport(mark: string): ReportDocument {
  const document = fullReport();
  return {
    ...document,
    sections: document.sections.map((s) => ({
      ...s,
      paragraphs: s.paragraphs.map((p) => ({ ...p, runs: p.runs.map((r) => ({ ...r, text: r.text.replaceAll('，', `${mark}，`) })) })),
    })),
  };
}

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The report as PDF, from the document to the bytes, against typst alone compiling the same template in this process with the data laid ready. */
export async function benchPdf(): Promise<BenchResult> {
  const faces = environmentFaces();
  const bare = (mark: string) => {
    const job = {
      template: reportTemplate(),
      data: JSON.stringify(reportData(freshReport(mark))),
      chains: faces.chains,
      thin: '',
      folders: faces.folders,
      standard: 'ua-1' as const,
    };
    return milliseconds(() => compileHere(job));
  };
  const whole = (mark: string) => {
    const document = freshReport(mark);
    return milliseconds(() => writeReportPdf(document));
  };
  await bare('零');
  await whole('零');
  const rounds: { ours: number; base: number }[] = [];
  for (const mark of [...'甲乙丙丁戊己庚辛壬'].slice(0, ROUNDS)) {
    const base = await bare(mark);
    rounds.push({ ours: await whole(mark), base });
  }
  closeTypst();
  return { name: 'PDF of the report', unit: 'ms', rounds, goal: '≤ 1.5 × bare typst' };
}
