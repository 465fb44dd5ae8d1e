import { cleanHtml, pageText, plainText } from '#documents/clean/index.ts';
import type { Application } from '#domain/application.ts';
import type { FileStore, StoredFile } from '#domain/files/ports.ts';
import type { Viewer } from '#domain/people/policy.ts';
import { type PublishingService, publishingService } from '#domain/publishing/service/index.ts';
import { isRefusal } from '#lib/result.ts';

/** The office's files as a person of it sees them. */
function filesOf(app: Application, viewer: Viewer): FileStore {
  return {
    async add(file, bytes) {
      const kept = await app.files.add(viewer, file, bytes);
      if (isRefusal(kept)) throw new Error(`example file refused: ${kept.refused}`);
      return kept;
    },
    get: async (agency, id) => (await app.files.get(viewer, agency, id))?.file ?? null,
    of: (agency, register, record) => app.files.of(viewer, agency, register, record),
    async *read(file: StoredFile) {
      const found = await app.files.get(viewer, file.agency, file.id);
      if (!found) throw new Error(`example file ${file.name} is gone`);
      yield* found.bytes;
    },
  };
}

/** Publishing whose clock the caller sets, so that example documents came out on their own days and not all today. */
export function publishingAt(app: Application, viewer: Viewer): { readonly service: PublishingService; set(day: string): void } {
  let at = app.now();
  let done = 0;
  const { items, entries, registers, agencies } = app.stores;
  const service = publishingService(
    { items, entries, registers, agencies, files: filesOf(app, viewer) },
    {
      now: () => at,
      calendar: app.calendars.calendar,
      reportDays: async () => [],
      clean: cleanHtml,
      plain: plainText,
      page: pageText,
      inspect: async (file, bytes) => (await import('#documents/precheck/index.ts')).inspectAttachment(file, bytes),
    },
  );
  return {
    service,
    set(day) {
      // Between half past eight and half past four, at another minute each time.
      const minute = (done++ * 83) % 480;
      at = new Date(Math.min(Date.parse(`${day}T08:30:00+08:00`) + minute * 60_000, app.now().getTime()));
    },
  };
}
