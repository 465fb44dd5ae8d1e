import { createHash } from 'node:crypto';
import { day } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { Agency } from '../../agencies/agency.ts';
import { agencyTree } from '../../agencies/tree.ts';
import { applyWaivers, check, type Finding, LEVELS, type Level, type Waiver } from '../../checker/index.ts';
import { canonical } from '../../events/chain.ts';
import { type Composition, compose, proposedSections } from '../compose.ts';
import { readingOfDocument } from '../composeReading.ts';
import type { Report } from '../model.ts';
import { type Office, type OfficeProfile, officeFrom } from '../narrative/office.ts';
import type { Override, ReportDraft } from '../ports.ts';
import { compileStored, type StoredReport } from '../stored.ts';
import { withOverrides } from './overruled.ts';
import { type OfficePorts, PROFILE_SETTING } from './ports.ts';
import { previousReading } from './previous.ts';

/** A finding with a name that stays the same from one check to the next. */
export interface NamedFinding extends Finding {
  readonly id: string;
}

/** A year's report as it stands: counted, overruled where an officer did, worded, checked. */
export interface YearReport {
  readonly organ: Agency;
  readonly year: number;
  /** The instant it was counted at, ISO. */
  readonly asOf: string;
  /** As counted. */
  readonly counted: StoredReport;
  /** With overruled figures. */
  readonly report: Report;
  readonly overrides: readonly Override[];
  readonly draft: ReportDraft;
  readonly composition: Composition;
  /** The system's own words by section, numbers as tokens. */
  readonly proposed: readonly (readonly string[])[];
  readonly findings: readonly NamedFinding[];
  /** Stands for figures, words and overrides: what a second person approves. */
  readonly content: string;
}

/** `T3-BALANCE` at a cell is the same finding tomorrow. */
export function findingId(finding: Finding): string {
  const { cell, section, quote } = finding.where;
  // What is missing (社会评议结果) tells two findings of one rule in one section apart; a number would change with the registers.
  const wanted = typeof finding.expected === 'string' ? finding.expected : '';
  const place = cell ? [cell] : [section, quote ?? '', wanted];
  return createHash('sha256')
    .update(canonical([finding.rule, ...place]))
    .digest('hex')
    .slice(0, 16);
}

/** The first and last day of a report year. */
export function yearSpan(year: number) {
  return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
}

async function officeOf(ports: OfficePorts, organ: Agency, year: number): Promise<Office> {
  const { to } = yearSpan(year);
  const tree = agencyTree(await ports.agencies.all());
  const agencies = tree.codes.filter((code) => tree.organOf(code, to) === organ.code);
  const activities = await ports.registers.list({ register: 'activities', agencies, ...yearSpan(year), size: 0 });
  const problems = await ports.registers.list({ register: 'problems', agencies, filter: { year: [year - 1, year] }, size: 0 });
  const profile = await ports.settings.get<Omit<OfficeProfile, 'agency'>>(organ.code, PROFILE_SETTING);
  return officeFrom(
    organ,
    profile ? { ...profile, agency: organ.code } : undefined,
    activities.records.map((r) => r.values),
    problems.records.map((r) => r.values),
  );
}

/** The waivers kept for a year's report, as the checker knows them. */
export async function keptWaivers(ports: OfficePorts, agency: string, year: number): Promise<Waiver[]> {
  const kept = await ports.reports.waivers(agency, year);
  return kept.map((w) => ({ ...(JSON.parse(w.compared) as Waiver), reason: w.reason, by: w.by, on: w.on }));
}

function levelOf(organ: Agency): Level | undefined {
  if (organ.level === 'cityDepartment') return 'department';
  return LEVELS.find((l) => l === organ.level);
}

async function findingsOf(ports: OfficePorts, counted: StoredReport, composition: Composition, year: number): Promise<NamedFinding[]> {
  const { organ } = counted;
  const reading = readingOfDocument(composition.document);
  const previous = await previousReading(ports, organ.code, year, reading.report.unit ?? organ.name);
  const level = levelOf(organ);
  const found = [...counted.findings, ...check(reading, { previous, ...(level && { level }) })];
  const waivers = await keptWaivers(ports, organ.code, year);
  const marked = applyWaivers(found, waivers, { unit: reading.report.unit, year });
  return marked.map((f) => ({ ...f, id: findingId(f) }));
}

function contentOf(composition: Composition, overrides: readonly Override[]): string {
  const { report, sections, preamble } = composition.document;
  return createHash('sha256')
    .update(canonical([report.tables, sections, preamble, overrides.map((o) => [o.cell, o.value, o.reason])]))
    .digest('hex');
}

/** Counts, words and checks a year's report as of now. */
export async function yearReport(ports: OfficePorts, agency: string, year: number): Promise<YearReport | Refusal> {
  if (!Number.isInteger(year) || year < 2021 || year > 2199) return refuse('年报的年度须在 2021 年以后。', 'FORM2021');
  const asOf = ports.now().toISOString();
  const counted = await compileStored(ports, { agency, ...yearSpan(year), asOf: null, records: false });
  if (isRefusal(counted)) return counted;
  const [overrides, draft, office] = await Promise.all([
    ports.reports.overrides(agency, year),
    ports.reports.draft(agency, year),
    officeOf(ports, counted.organ, year),
  ]);
  const report = withOverrides(counted.report, overrides);
  const input = { report, figures: counted.figures, office };
  const composition = compose({ ...input, sections: draft.sections });
  return {
    organ: counted.organ,
    year,
    asOf,
    counted,
    report,
    overrides,
    draft,
    composition,
    proposed: proposedSections(input),
    findings: await findingsOf(ports, counted, composition, year),
    content: contentOf(composition, overrides),
  };
}
