import { actorOf, type Viewer } from '#domain/people/policy.ts';
import type { WebDeps } from '../deps.ts';

/** A dated note on a submitted report: why what is recorded since differs, where no corrected version is made. */
export interface ReportNote {
  readonly note: string;
  readonly by: string;
  readonly on: string;
}

function key(year: number): string {
  return `reportNotes/${year}`;
}

/** The notes on a year's report, oldest first. */
export async function notesOf(deps: WebDeps, agency: string, year: number): Promise<readonly ReportNote[]> {
  return (await deps.settings.get<readonly ReportNote[]>(agency, key(year))) ?? [];
}

/** Adds a note; notes are never taken away. */
export async function leaveNote(deps: WebDeps, viewer: Viewer, agency: string, year: number, note: string): Promise<void> {
  const notes = await notesOf(deps, agency, year);
  await deps.settings.set(agency, key(year), [...notes, { note, by: viewer.name, on: deps.today() }], actorOf(viewer));
}
