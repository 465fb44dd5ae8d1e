import { setTimeout as pause } from 'node:timers/promises';
import type { FileStore } from '#domain/files/ports.ts';
import type { InspectionService } from '#domain/inspection/service.ts';
import type { PublishingService } from '#domain/publishing/service/index.ts';
import type { publicChanges } from '#domain/search/index.ts';
import type { Database } from '#store/database.ts';
import { indexMissing, readAttachments } from '#store/search/index.ts';

interface Watched {
  readonly database: Database;
  readonly files: Pick<FileStore, 'get' | 'read'>;
  readonly publishing: PublishingService;
  readonly inspection: InspectionService;
  readonly changes: ReturnType<typeof publicChanges>;
}

const EVERY_MS = 60_000;
/** Whoever starts the system does not wait for inspections; after that one office a minute, until all were today. */
const MINUTES_BEFORE_INSPECTING = 5;
/** Between two units read beforehand, so that pages asked for meanwhile come first. */
const BETWEEN_UNITS_MS = 100;

/** Runs a piece of work again and again, never twice at once; asked while it runs, it runs once more. A fault waits for the next time. */
function runner(work: () => Promise<unknown>): { now(): void; idle(): Promise<void> } {
  let running: Promise<void> | null = null;
  let asked = false;
  const run = async (): Promise<void> => {
    do {
      asked = false;
      await work().catch(() => undefined);
    } while (asked);
    running = null;
  };
  return {
    now: () => {
      asked = true;
      running ??= run();
    },
    idle: async () => running ?? undefined,
  };
}

/** What goes on by itself while pages are served. */
export async function watch({ database, files, publishing, inspection, changes }: Watched): Promise<() => Promise<void>> {
  let ended = false;
  const texts = runner(async () => {
    const { textOfFile } = await import('#documents/text/index.ts');
    await indexMissing(database);
    if (!ended) await readAttachments(database, files, textOfFile);
  });
  const due = runner(async () => {
    if (!ended) await publishing.runDue();
  });
  const daily = runner(async () => {
    if (!ended) await inspection.runDaily();
  });
  const units = runner(() => publishing.keepUnits(() => pause(BETWEEN_UNITS_MS).then(() => !ended)));
  let minutes = 0;
  const stops = database.listen
    ? [await database.listen('gongkai_public', changes.tell), await database.listen('gongkai_files', texts.now)]
    : [];
  texts.now();
  due.now();
  const minute = setInterval(() => {
    texts.now();
    due.now();
    units.now();
    minutes += 1;
    if (minutes >= MINUTES_BEFORE_INSPECTING) daily.now();
  }, EVERY_MS).unref();
  return async () => {
    ended = true;
    clearInterval(minute);
    for (const stop of stops) await stop();
    await texts.idle();
    await due.idle();
    await units.idle();
    await daily.idle();
  };
}
