import { doubtText } from '#documents/checking/doubtText.ts';
import { proposalOf } from '#documents/checking/mark.ts';
import { placeText } from '#documents/checking/text.ts';
import { MOST_READINGS, type SheetRow } from '#documents/checking/xlsx.ts';
import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import { rules } from '#domain/checker/index.ts';
import { cellName } from '#domain/checker/labels.ts';
import { cellsInDoubt } from '#domain/checking/choose.ts';
import { type ListedCheck, openOf } from '#domain/checking/listing.ts';
import { forbidChecking, type ShownCheck } from '#domain/checking/service.ts';
import { forbidWaiving, type TodaysFinding } from '#domain/checking/waiving.ts';
import type { Viewer } from '#domain/people/policy.ts';
import { FORM_2021, formOf } from '#law/forms/index.ts';
import type { CheckDetail, CheckMatrix, CheckSummary, ShownDoubt, ShownFinding } from './checkTypes.ts';

/** More findings of one report than these are not put on the screen. */
const MOST_SHOWN = 500;
const TITLES = new Map(rules.map((r) => [r.id, r.title]));

/** What an office is called. */
export type NameOf = (agency: string) => string;

/** A check in a list. */
export function summaryOf({ head, open, since }: ListedCheck, nameOf: NameOf): CheckSummary {
  const { sha256: _, level: __, previousId: ___, before: ____, counts: _____, doubtful, ...kept } = head;
  return { ...kept, keeper: nameOf(head.agency), counts: open, doubts: doubtful, since };
}

/** A check that was just made or opened, as in a list. */
export function summaryOfShown(one: ShownCheck, nameOf: NameOf): CheckSummary {
  const { head, findings, since } = one;
  const counted = since && { fixed: since.fixed.length, added: since.added.length, still: since.still.length };
  return summaryOf({ head, open: openOf(findings), since: counted }, nameOf);
}

function shown(finding: TodaysFinding): ShownFinding {
  return {
    ...finding,
    severityName: SEVERITY_NAMES[finding.severity],
    title: TITLES.get(finding.rule) ?? finding.rule,
    basisTitles: finding.basis.map(basisText),
    place: placeText(finding),
    proposal: proposalOf(finding),
  };
}

/** The form that a check's cells are named by: a one-row 3.6 or items of 2019 tell the older one. */
function formFor(cell: string) {
  return /^proactive\/\w+\/(made|published|publicTotal|previousItems|change|decisions)|^proactive\/(procurement|otherServices)|requests\/3\.6(\/|$)/.test(
    cell,
  )
    ? formOf('2019')
    : FORM_2021;
}

function doubtOf({ cell, readings, more = 0, why }: ShownCheck['check']['doubts'][number]): ShownDoubt {
  const form = formFor(cell);
  const columns = cellsInDoubt(form.edition, cell).map((key) => cellName(form, key));
  return { cell, name: cellName(form, cell), columns, why, readings, more };
}

/** One check with all that is said of it. */
export function detailOf(one: ShownCheck, versions: readonly ListedCheck[], viewer: Viewer, nameOf: NameOf): CheckDetail {
  const { check, head, since } = one;
  const added = new Set(since?.added);
  const state = (f: TodaysFinding) => (since === null ? null : added.has(f) ? 'added' : 'still');
  return {
    ...summaryOfShown(one, nameOf),
    findings: one.findings.slice(0, MOST_SHOWN).map((f, number) => ({ ...shown(f), number, state: state(f) })),
    findingsInAll: one.findings.length,
    fixed: (since?.fixed ?? []).slice(0, MOST_SHOWN).map(shown),
    doubtful: check.doubts.map(doubtOf),
    choices: check.choices.map((c) => ({ ...c, name: cellName(formFor(c.cell), c.cell) })),
    versions: versions.map((v) => summaryOf(v, nameOf)),
    mayDecide: forbidWaiving(viewer, head.agency) === null,
    maySettle: head.latest && forbidChecking(viewer, head.agency) === null,
  };
}

/** Units × rules: how many open findings of each. */
export function matrixOf(year: number, checks: readonly ShownCheck[], nameOf: NameOf): CheckMatrix {
  const rows = checks.map((one) => {
    const byRule: Record<string, number> = {};
    for (const f of one.findings) if (!f.waived) byRule[f.rule] = (byRule[f.rule] ?? 0) + 1;
    return { ...summaryOfShown(one, nameOf), byRule };
  });
  const said = new Set(rows.flatMap((r) => Object.keys(r.byRule)));
  const columns = rules.filter((r) => said.has(r.id)).map(({ id, title, severity }) => ({ id, title, severity }));
  return { year, rules: columns, rows: rows.sort((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning) };
}

/** A check as a row of the workbook. */
export function sheetRowOf({ head, findings, check }: ShownCheck): SheetRow {
  const doubts = check.doubts.map((d) => ({
    cell: cellName(formFor(d.cell), d.cell),
    text: doubtText(d, MOST_READINGS),
  }));
  return { file: head.file, unit: head.unit, year: head.year, unread: head.unread, findings, doubts };
}
