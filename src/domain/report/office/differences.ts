import { CELL_PREDICATES } from '../../facts/predicates.ts';
import { type Report, type Value, valueAt } from '../model.ts';
import type { ReportVersion } from '../ports.ts';
import { yearSpan } from './compiled.ts';
import type { OfficePorts } from './ports.ts';

/** A cell that counts otherwise today than in the version that was submitted, with the records that moved it. */
export interface LaterDifference {
  readonly cell: string;
  readonly submitted: Value;
  readonly now: Value;
  readonly records: readonly string[];
}

/** What was recorded after a version was frozen and changes its cells. Nothing is ever pushed into another year. */
export async function laterDifferences(ports: OfficePorts, version: ReportVersion, now: Report): Promise<LaterDifference[]> {
  const { agency, year, frozen } = version;
  const changed = CELL_PREDICATES.filter((p) => {
    const was = valueAt(frozen.document.report.tables, p.figure) ?? null;
    return was !== (valueAt(now.tables, p.figure) ?? null);
  });
  if (changed.length === 0) return [];
  const lists = await ports.facts.recordLists(changed, { agency, ...yearSpan(year), asOf: null }, new Date(frozen.asOf));
  return changed.map((p) => ({
    cell: p.figure,
    submitted: valueAt(frozen.document.report.tables, p.figure) ?? null,
    now: valueAt(now.tables, p.figure) ?? null,
    records: [...new Set((lists.get(p.figure) ?? []).map((r) => r.number))],
  }));
}
