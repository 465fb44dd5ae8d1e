import type { Finding } from '#domain/inspection/difference.ts';
import { ITEM_KEYS, itemOf, SEVERITY_NAMES } from '#domain/inspection/items.ts';
import { EVIDENCE_NAMES, LIMITS, type LimitKey } from '#domain/inspection/limits.ts';
import type { InspectionLine, Trigger } from '#domain/inspection/ports.ts';
import { type Result, stateName } from '#domain/inspection/result.ts';
import type { InspectedUnit } from '#domain/inspection/service.ts';
import type { Table } from '#domain/inspection/table.ts';
import { VERDICT_NAMES } from '#domain/inspection/verdict.ts';
import { articleTitle } from '#law/articles/index.ts';
import type { InspectionAnswer, ShownChange, ShownResult, TableAnswer, UnitRow } from './inspectionTypes.ts';

const TRIGGERS: Readonly<Record<Trigger, string>> = { demand: '手动', daily: '每日自动', command: '命令' };

const titleOf = (basis: string): string => articleTitle(basis).replace('中华人民共和国', '');

/** A finding with everything a reader needs beside it. */
export function shownResult(r: Result): ShownResult {
  const item = itemOf(r.item);
  return {
    ...r,
    label: item.label,
    severityName: SEVERITY_NAMES[r.severity],
    stateName: stateName(r.state, r.severity),
    basisTitles: item.basis.map(titleOf),
    evidenceName: item.evidence === 'text' ? '条文原文' : EVIDENCE_NAMES[item.evidence],
    todo: item.todo,
    link: item.link,
  };
}

/** What came or went since the run before, with the name of its item. */
export function shownChange(f: Finding): ShownChange {
  return { ...f, label: itemOf(f.item).label };
}

/** A run in a list, with its verdict and what began it in words. */
export function shownLine(line: InspectionLine): NonNullable<InspectionAnswer['line']> {
  const { agency, id, on, at, by, trigger, summary } = line;
  return { agency, id, on, at, by, trigger, summary, verdictName: VERDICT_NAMES[summary.verdict], triggerName: TRIGGERS[trigger] };
}

/** A unit with its last run; one never inspected is 未查. */
export function unitRow({ agency, name, last }: InspectedUnit): UnitRow {
  const s = last?.summary;
  return {
    agency,
    name,
    verdict: VERDICT_NAMES[s?.verdict ?? 'unchecked'] as UnitRow['verdict'],
    on: last?.on ?? null,
    vetoes: s?.vetoes ?? 0,
    deductions: s?.deductions ?? 0,
    reminders: s?.reminders ?? 0,
    unchecked: s?.unchecked ?? 0,
    deducted: s?.deducted ?? null,
    says: s?.says ?? '还没有查过',
  };
}

/** The numbers with where each comes from and how well it is known. */
export function shownTable(table: Table, ownerName: string, mayChange: boolean): TableAnswer {
  const keys = Object.keys(LIMITS) as LimitKey[];
  return {
    limits: keys.map((key) => {
      const l = LIMITS[key];
      const own = table.own?.limits[key] !== undefined;
      return {
        key,
        label: l.label,
        ours: l.evidence === 'own',
        unit: l.unit,
        value: table.limits[key],
        shipped: l.value,
        basisTitle: own ? `${table.own?.source}（${table.own?.setBy}，${table.own?.setOn}）` : l.evidence === 'own' ? '' : titleOf(l.basis),
        evidenceName: own ? '本级设置' : EVIDENCE_NAMES[l.evidence],
        checkedOn: own ? (table.own?.setOn ?? '') : l.checkedOn,
      };
    }),
    points: ITEM_KEYS.filter((key) => itemOf(key).severity === 'deduct').map((key) => ({
      key,
      label: itemOf(key).label,
      points: table.points[key] ?? null,
    })),
    source: table.own?.source ?? '',
    setBy: table.own?.setBy ?? null,
    setOn: table.own?.setOn ?? null,
    ownerName,
    mayChange,
  };
}
