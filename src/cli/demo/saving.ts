import type { Application } from '#domain/application.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { EditedKind, EntryBody } from '#domain/publishing/entries/entry.ts';
import { accepted } from './accepted.ts';

/** Saves new entries of an office's lists as a person of it. */
export function saving(app: Application, agency: string, viewer: Viewer) {
  return async <K extends EditedKind>(kind: K, body: EntryBody<K>) =>
    accepted(await app.publishing.entries.save(viewer, agency, kind, { id: null, basedOn: null, body }, '演示数据'));
}
