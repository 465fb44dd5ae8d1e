import { cleanHtml, pageText, plainText } from '#documents/clean/index.ts';
import { pageFacts } from '#documents/inspection/pageFacts.ts';
import { agenciesOver } from '#domain/agencies/keeping.ts';
import { type SettingStore, WHOLE_SYSTEM } from '#domain/agencies/ports.ts';
import { unitsOver } from '#domain/agencies/units.ts';
import type { Application, Stores } from '#domain/application.ts';
import { calendarsOver } from '#domain/calendar/keeping.ts';
import type { CalendarStore } from '#domain/calendar/ports.ts';
import { checkingOver } from '#domain/checking/service.ts';
import { filesOver } from '#domain/files/keeping.ts';
import type { FileStore } from '#domain/files/ports.ts';
import type { ImportMappings } from '#domain/imports/index.ts';
import { inspectionService } from '#domain/inspection/service.ts';
import { accountsOver } from '#domain/people/accounts.ts';
import { SYSTEM } from '#domain/people/actor.ts';
import { firstRunOver } from '#domain/people/firstRun.ts';
import type { FilterStore } from '#domain/people/ports.ts';
import { signInOver } from '#domain/people/signIn.ts';
import type { EntryStore, ItemStore } from '#domain/publishing/ports.ts';
import { publishingService } from '#domain/publishing/service/index.ts';
import { keepingOver } from '#domain/registers/keeping.ts';
import { declaringOver } from '#domain/report/declaring.ts';
import { officeOver } from '#domain/report/office.ts';
import { publicChanges, searchService } from '#domain/search/index.ts';
import { movedCases } from '#domain/tasks/moved.ts';
import { tasksOver } from '#domain/tasks/tasks.ts';
import { type Day, shanghaiDay } from '#lib/day.ts';
import { agencyStore, settingStore } from '#store/agencies/store.ts';
import { checkedStore } from '#store/checking/checks.ts';
import { type Database, openDatabase } from '#store/database.ts';
import { eventLog } from '#store/events/log.ts';
import { factStore } from '#store/facts/store.ts';
import { fileStore } from '#store/files/files.ts';
import { filterStore, mappingStore } from '#store/imports/imports.ts';
import { inspectionStore } from '#store/inspection/inspections.ts';
import { peopleStore } from '#store/people/people.ts';
import { entryStore } from '#store/publishing/entries.ts';
import { itemStore } from '#store/publishing/items.ts';
import { registerStore } from '#store/registers/store.ts';
import { calendarStore } from '#store/report/calendars.ts';
import { declarationStore } from '#store/report/declarations.ts';
import { openingStore } from '#store/report/openings.ts';
import { reportStore } from '#store/report/reports.ts';
import { openSecret, type Secret, SecretFault } from '#store/sealing/secret.ts';
import { publicCatalogue, publicItems, searchStore, segment } from '#store/search/index.ts';
import type { Config } from './config.ts';
import { watch } from './watch.ts';

interface AllStores extends Stores {
  readonly calendars: CalendarStore;
  readonly files: FileStore;
  readonly mappings: ImportMappings;
  readonly filters: FilterStore;
}

function storesOver(database: Database, secret: Secret, now: () => Date): AllStores {
  return {
    agencies: agencyStore(database, now),
    settings: settingStore(database, now),
    people: peopleStore(database, now),
    registers: registerStore(database, secret, now),
    facts: factStore(database),
    events: eventLog(database.db),
    declarations: declarationStore(database, now),
    openings: openingStore(database, now),
    reports: reportStore(database, now),
    calendars: calendarStore(database, now),
    files: fileStore(database, now),
    mappings: mappingStore(database, now),
    filters: filterStore(database),
    items: itemStore(database, { secret, now, plain: plainText }),
    entries: entryStore(database, now, secret),
  };
}

const SECRET_MARK = 'secretMark';

/** Values sealed with one secret can't be opened with another: better to stop at once than to mix two. */
async function checkSecret(settings: SettingStore, secret: Secret, config: Config): Promise<void> {
  const mark = await settings.get<string>(WHOLE_SYSTEM, SECRET_MARK);
  if (mark === null) return settings.set(WHOLE_SYSTEM, SECRET_MARK, secret.mark, SYSTEM);
  if (mark === secret.mark) return;
  throw new SecretFault(
    `密钥与数据库不符：个人信息是用另一把密钥加密的。请恢复原来的 ${config.data}/secret.key，或原来的 GONGKAI_SECRET 设置。`,
  );
}

const YEARS_OF_REPORTS = 5;

/** The days the annual reports of the last years came out. */
async function reportDays(reports: AllStores['reports'], agency: string, today: Day): Promise<Day[]> {
  const years = Array.from({ length: YEARS_OF_REPORTS }, (_, i) => Number(today.slice(0, 4)) - 1 - i);
  const versions = (await Promise.all(years.map((year) => reports.versions(agency, year)))).flat();
  return versions.flatMap((v) => (v.status === 'published' && v.publishedAt ? [shanghaiDay(Date.parse(v.publishedAt))] : []));
}

/** Builds the services over stores. */
function build(database: Database, stores: AllStores, now: () => Date): Application {
  const today = (): Day => shanghaiDay(now().getTime());
  const { agencies, registers, facts, declarations, openings, settings } = stores;
  const calendars = calendarsOver(stores.calendars, (before, after) => movedCases({ registers, agencies }, before, after, today()));
  const declaring = declaringOver({ agencies, declarations, registers, facts, today });
  const changes = publicChanges();
  const told = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    changes.tell();
    return done;
  };
  const items: ItemStore = { ...stores.items, takeStep: (change, by) => told(stores.items.takeStep(change, by)) };
  const entries: EntryStore = {
    ...stores.entries,
    save: (...given) => told(stores.entries.save(...given)),
  };
  const publishing = publishingService(
    { items, entries, registers, agencies, files: stores.files },
    {
      now,
      calendar: calendars.calendar,
      reportDays: (agency) => reportDays(stores.reports, agency, today()),
      clean: cleanHtml,
      plain: plainText,
      page: pageText,
      inspect: async (file, bytes) => (await import('#documents/precheck/index.ts')).inspectAttachment(file, bytes),
    },
  );
  const keeping = agenciesOver(agencies);
  const inspection = inspectionService({
    store: inspectionStore(database, now),
    registers,
    entries: stores.entries,
    agencies,
    reports: stores.reports,
    settings,
    calendar: calendars.calendar,
    tools: { page: pageText, facts: pageFacts },
    today,
  });
  return {
    stores,
    publishing,
    inspection,
    search: searchService(searchStore(database), segment),
    catalogue: publicCatalogue(database),
    publicItems: publicItems(database),
    changes,
    watch: () => watch({ database, files: stores.files, publishing, inspection, changes }),
    registers: keepingOver(registers, stores.events),
    declarations: declaring,
    agencies: keeping,
    units: unitsOver({ store: agencies, agencies: keeping, today }),
    accounts: accountsOver({ people: stores.people, agencies, today, now }),
    signIn: signInOver(stores.people, now),
    firstRun: firstRunOver(stores.people, agencies, settings, today),
    calendars,
    tasks: tasksOver({ registers, agencies, calendar: calendars.calendar, today }),
    files: filesOver(stores.files),
    reports: officeOver({
      agencies,
      declarations,
      openings,
      registers,
      facts,
      reports: stores.reports,
      settings,
      declaring,
      calendars,
      today,
      now,
    }),
    checking: checkingOver(checkedStore(database, now), today),
    mappings: stores.mappings,
    filters: stores.filters,
    settings,
    today,
    now,
    writable: database.writable,
    close: database.close,
  };
}

/** What a caller may set besides the configuration. */
export interface OpenOptions {
  /** Receives messages for the console: the database is starting, died, is back. */
  readonly say?: (text: string) => void;
  /** The clock; tests and the demo hand in their own. */
  readonly now?: () => Date;
}

/** Opens the data of a configuration: database (started where needed), tables up to date, secret, services. */
export async function openApplication(config: Config, options: OpenOptions = {}): Promise<Application> {
  const now = options.now ?? (() => new Date());
  const { data, databaseUrl, replicaUrl } = config;
  const secret = await openSecret(data, config.secret);
  const database = await openDatabase({ data, databaseUrl, replicaUrl, ...(options.say && { say: options.say }) });
  try {
    const stores = storesOver(database, secret, now);
    await checkSecret(stores.settings, secret, config);
    return build(database, stores, now);
  } catch (e) {
    await database.close();
    throw e;
  }
}
