import { readingOfDocument } from '../composeReading.ts';
import type { Reading, TableState } from '../model.ts';
import type { KeptOpening } from '../ports.ts';
import type { OfficePorts } from './ports.ts';

/** Last year's printed report as far as its figures were kept. */
function readingOfOpening(opening: KeptOpening, unit: string): Reading {
  const { tables, year } = opening;
  const state = (table: unknown): TableState => (table === null ? 'missing' : 'present');
  const form = year >= 2021 ? '2021' : '2019';
  return {
    report: {
      form,
      unit,
      signedBy: null,
      signedOn: null,
      year,
      period: [`${year}-01-01`, `${year}-12-31`],
      tables,
      partial: [1, 5, 6],
    },
    doubts: [],
    lines: [],
    notes: [],
    tableStates: { proactive: state(tables.proactive), requests: state(tables.requests), remedies: state(tables.remedies) },
    editions: { proactive: form, requests: form },
    labels: [],
    absentRows: [],
  };
}

/** The report of the year before, to compare with: its latest frozen version, else what the opening figures kept of the printed one. */
export async function previousReading(ports: OfficePorts, agency: string, year: number, unit: string): Promise<Reading | null> {
  const versions = await ports.reports.versions(agency, year - 1);
  const latest = versions.filter((v) => v.status === 'published').at(-1) ?? versions.at(-1);
  if (latest) return readingOfDocument(latest.frozen.document);
  const opening = (await ports.openings.of([agency])).find((o) => o.year === year - 1);
  return opening ? readingOfOpening(opening, unit) : null;
}
