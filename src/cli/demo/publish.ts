import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPORT_FORMATS, type ReportFormat, writeReport } from '#documents/writing/index.ts';
import type { Application } from '#domain/application.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import type { Severity } from '#domain/checker/index.ts';
import type { ReportVersion } from '#domain/report/ports.ts';
import { isRefusal } from '#lib/result.ts';
import { viewerOf } from './viewers.ts';

/** The reports of the example, in the order in which they must be made: each is compared with the year before. */
const REPORTS = [
  { agency: 'cyz', year: 2023, signedOn: '2024-01-17' },
  { agency: 'sfz', year: 2022, signedOn: '2023-01-16' },
  { agency: 'sfz', year: 2023, signedOn: '2024-01-15' },
] as const;

function done<T>(result: T): Exclude<T, { refused: string }> {
  if (isRefusal(result)) throw new Error(`the example report is refused: ${result.refused}`);
  return result as Exclude<T, { refused: string }>;
}

async function publishOne(app: Application, wanted: (typeof REPORTS)[number], say: (text: string) => void): Promise<void> {
  const { agency, year, signedOn } = wanted;
  const [reviewer, signer] = [await viewerOf(app, agency, 'reviewer'), await viewerOf(app, agency, 'signer')];
  const report = done(await app.reports.year(reviewer, agency, year));
  const count = (s: Severity) => report.findings.filter((f) => f.severity === s && !f.waived).length;
  const counts = (Object.keys(SEVERITY_NAMES) as Severity[]).map((s) => `${SEVERITY_NAMES[s]}${count(s)}条`).join('，');
  say(`体检 ${report.composition.document.title}：${counts}\n`);
  done(await app.reports.approve(reviewer, agency, year));
  const { signedBy } = report.composition.document;
  done(await app.reports.submit(signer, agency, year, { signedBy, signedOn, approval: { kind: 'system' }, publish: true }));
}

/** Compiles, checks, approves, freezes and publishes the example's reports. */
export async function publishReports(app: Application, say: (text: string) => void): Promise<void> {
  for (const wanted of REPORTS) {
    if ((await app.reports.published(wanted.agency, wanted.year)).length > 0) continue;
    await publishOne(app, wanted, say);
  }
}

async function writeFiles(version: ReportVersion, folder: string): Promise<string[]> {
  const { agency, year } = version;
  const formats = Object.keys(REPORT_FORMATS) as ReportFormat[];
  const paths: string[] = [];
  for (const format of formats) {
    const path = join(folder, `${agency}-${year}.${format}`);
    paths.push(path);
    const mark = `${path.replace(/[^/\\]*$/, '')}.${agency}-${year}.${format}.version`;
    const written = await readFile(mark, 'utf8').catch(() => '');
    if (written === version.frozen.asOf) continue;
    await writeFile(`${path}.new`, await writeReport(version.frozen.document, format));
    await rename(`${path}.new`, path);
    await writeFile(mark, version.frozen.asOf);
  }
  return paths;
}

/** The published reports as files; those that are there already are not written again. */
export async function writeReportFiles(app: Application, data: string): Promise<string[]> {
  const folder = join(data, 'reports');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { agency, year } of REPORTS) {
    const latest = (await app.reports.published(agency, year)).at(-1);
    if (latest) paths.push(...(await writeFiles(latest, folder)));
  }
  return paths;
}
