import { cellsOf, FORM_2021 } from '#law/forms/index.ts';
import { chineseDate, day, parseDay } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { actorOf, type Viewer } from '../../people/policy.ts';
import { registerOf } from '../../registers/all.ts';
import type { FrozenReport } from '../freeze.ts';
import type { Approval, ReportVersion } from '../ports.ts';
import type { YearReport } from './compiled.ts';
import { yearSpan } from './compiled.ts';
import type { OfficePorts } from './ports.ts';
import { standing } from './steps.ts';

/** What submitting asks for besides the report itself. */
export interface SubmitWish {
  readonly signedBy: string;
  readonly signedOn: string;
  /** How the two-person rule is met: an approval in the system, a signed paper, or done without for a reason. */
  readonly approval:
    | { readonly kind: 'system' }
    | { readonly kind: 'paper'; readonly by: string; readonly on: string; readonly file?: string }
    | { readonly kind: 'override'; readonly reason: string };
  readonly note?: string;
  /** Asked as a correction: refused where no version stands that could be corrected. */
  readonly correcting?: boolean;
  /** Puts it on the public page at once. */
  readonly publish?: boolean;
}

/** A refused submission: everything that is missing, each a line. */
export interface SubmitRefusal extends Refusal {
  readonly missing: readonly string[];
}

/** Why the report can't be submitted yet, in words; empty: it can. */
export function blockers(year: YearReport, today: string): string[] {
  const { to } = yearSpan(year.year);
  const lines = year.counted.missing.map(
    (m) => `${registerOf(m.register).title}：${chineseDate(day(m.from))}至${chineseDate(day(m.to))}没有申报登记情况。`,
  );
  if (today <= to) lines.unshift(`${year.year}年还没有结束，${chineseDate(to)}以后才能提交年度报告。`);
  if (year.report.complete === false && year.counted.missing.length === 0) lines.push('有的格子还没有数字，请看标红的格子。');
  return lines;
}

function approvalProblem(
  approval: SubmitWish['approval'],
  kept: readonly Approval[],
  content: string,
  viewer: Viewer,
  today: string,
): string | null {
  if (approval.kind === 'override') return approval.reason.trim() ? null : '没有第二人审签的，请写明理由。';
  if (approval.kind === 'paper') {
    if (!approval.by.trim() || !parseDay(approval.on)) return '纸质签批请填写签批人和签批日期。';
    if (approval.on > today) return '签批日期不能晚于今天。';
    return approval.by.trim() === viewer.name ? '签批人不能是提交人本人。' : null;
  }
  const valid = kept.filter((a) => a.kind === 'system' && a.content === content);
  if (valid.some((a) => a.recordedBy !== viewer.id)) return null;
  if (valid.length > 0) return '审签人不能是提交人本人，请由另一人提交，或另一人审签。';
  return kept.length > 0 ? '审签以后数字或文字又有改动，请重新审签。' : '还没有第二人审签。可以在系统里审签，也可以登记纸质签批。';
}

function approvalOf(
  approval: SubmitWish['approval'],
  kept: readonly Approval[],
  content: string,
  viewer: Viewer,
): FrozenReport['approval'] {
  if (approval.kind === 'override') return { kind: 'override', reason: approval.reason, by: viewer.name };
  if (approval.kind === 'paper')
    return { kind: 'paper', by: approval.by, on: approval.on, evidence: approval.file ?? null, enteredBy: viewer.name };
  const signed = kept.findLast((a) => a.kind === 'system' && a.content === content && a.recordedBy !== viewer.id);
  return { kind: 'system', by: signed?.signedBy ?? '', on: signed?.signedOn ?? '' };
}

async function frozenOf(ports: OfficePorts, year: YearReport, wish: SubmitWish, approval: FrozenReport['approval']): Promise<FrozenReport> {
  const { mark: _, ...document } = year.composition.document;
  const signed = { signedBy: wish.signedBy.trim(), signedOn: wish.signedOn };
  const calendar = await ports.calendars.calendar();
  return {
    document: { ...document, ...signed, report: { ...document.report, ...signed } },
    figures: year.counted.figures,
    asOf: year.asOf,
    form: document.form,
    calendar: calendar.years.map(({ year: y, notice, verified }) => ({ year: y, notice, verified })),
    definitions: Object.fromEntries(cellsOf(FORM_2021).map((c) => [c.key, c.counts])),
    overrides: year.overrides,
    approval,
  };
}

/** Freezes the report as a new version, or says everything that is missing. */
export async function submitReport(
  ports: OfficePorts,
  viewer: Viewer,
  year: YearReport,
  wish: SubmitWish,
): Promise<ReportVersion | SubmitRefusal> {
  const { code } = year.organ;
  const [versions, kept] = await Promise.all([ports.reports.versions(code, year.year), ports.reports.approvals(code, year.year)]);
  const latest = versions.at(-1);
  const correcting = standing(versions) !== null;
  const missing = blockers(year, ports.today());
  if (wish.correcting && !correcting)
    missing.push(latest ? '县里已退回这份年报，没有可以更正的版本，请改好后重新提交。' : '还没有提交过这份年报，不用更正，请直接提交。');
  if (!wish.signedBy.trim()) missing.push('请填写落款单位。');
  if (!parseDay(wish.signedOn)) missing.push('请填写落款日期。');
  else if (wish.signedOn > ports.today()) missing.push('落款日期不能晚于今天。');
  const unapproved = approvalProblem(wish.approval, kept, year.content, viewer, ports.today());
  if (unapproved) missing.push(unapproved);
  if (correcting && !wish.note?.trim()) missing.push('已经提交过的年报须以更正版提交，请写明更正说明。');
  if (missing.length > 0) return { ...refuse(`还不能提交：${missing.join('')}`, 'OGIR2019 50'), missing };
  const version: Parameters<OfficePorts['reports']['freeze']>[0] = {
    agency: code,
    year: year.year,
    version: (latest?.version ?? 0) + 1,
    kind: correcting ? 'corrected' : 'submitted',
    status: wish.publish ? 'published' : 'submitted',
    frozen: await frozenOf(ports, year, wish, approvalOf(wish.approval, kept, year.content, viewer)),
    note: wish.note ?? '',
  };
  const done = await ports.reports.freeze(version, actorOf(viewer));
  if (!done) return { ...refuse('另一人刚刚提交了这份年报，请刷新。'), missing: ['另一人刚刚提交了这份年报，请刷新。'] };
  const frozen = (await ports.reports.versions(code, year.year)).find((v) => v.version === version.version);
  if (!frozen) throw new Error('the frozen version is gone');
  return frozen;
}
