import { may, type Viewer } from '#domain/people/policy.ts';

/** `public`: everybody. `office`: people of the unit and who supervises it. `restricted`: those who handle the case. */
export type Visibility = 'public' | 'office' | 'restricted';

/** Anything that can be shown: a record, a file, a report. */
export interface Visible {
  readonly agency: string;
  readonly visibility: Visibility;
}

/**
 * The one gate. Every byte that leaves the office passes it: page, search, feed, export, attachment, API, archive.
 * @param viewer null: the public
 */
export function visible(object: Visible, viewer: Viewer | null): boolean {
  if (object.visibility === 'public') return true;
  if (!viewer) return false;
  return may(viewer, object.visibility === 'office' ? 'read' : 'readRestricted', object);
}
