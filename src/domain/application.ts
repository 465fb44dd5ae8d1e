import type { Day } from '#lib/day.ts';
import type { AgencyKeeping } from './agencies/keeping.ts';
import type { AgencyStore, SettingStore } from './agencies/ports.ts';
import type { Units } from './agencies/units.ts';
import type { CalendarKeeping } from './calendar/keeping.ts';
import type { Checking } from './checking/service.ts';
import type { EventLog } from './events/ports.ts';
import type { FactStore } from './facts/ports.ts';
import type { FileKeeping } from './files/keeping.ts';
import type { ImportMappings } from './imports/index.ts';
import type { InspectionService } from './inspection/service.ts';
import type { Accounts } from './people/accounts.ts';
import type { FirstRun } from './people/firstRun.ts';
import type { FilterStore, PeopleStore } from './people/ports.ts';
import type { SignIn } from './people/signIn.ts';
import type { EntryStore, ItemStore } from './publishing/ports.ts';
import type { PublishingService } from './publishing/service/index.ts';
import type { RegisterKeeping } from './registers/keeping.ts';
import type { RegisterStore } from './registers/ports.ts';
import type { Declaring } from './report/declaring.ts';
import type { ReportOffice } from './report/office.ts';
import type { DeclarationStore, OpeningStore, ReportStore } from './report/ports.ts';
import type { PublicCatalogue } from './search/catalogue.ts';
import type { PublicChanges } from './search/changes.ts';
import type { PublicItems } from './search/publicItems.ts';
import type { SearchService } from './search/search.ts';
import type { Tasks } from './tasks/tasks.ts';

/** The stores as they are: for commands on the machine itself, which act for the system and ask no role. */
export interface Stores {
  readonly agencies: AgencyStore;
  readonly settings: SettingStore;
  readonly people: PeopleStore;
  readonly registers: RegisterStore;
  readonly facts: FactStore;
  readonly events: EventLog;
  readonly declarations: DeclarationStore;
  readonly openings: OpeningStore;
  readonly reports: ReportStore;
  readonly items: ItemStore;
  readonly entries: EntryStore;
}

/** Everything the office can do, built once over open stores. Pages go through the services, which ask for a role. */
export interface Application {
  readonly stores: Stores;
  readonly registers: RegisterKeeping;
  readonly declarations: Declaring;
  readonly agencies: AgencyKeeping;
  readonly units: Units;
  readonly accounts: Accounts;
  readonly signIn: SignIn;
  readonly firstRun: FirstRun;
  readonly calendars: CalendarKeeping;
  readonly tasks: Tasks;
  readonly files: FileKeeping;
  readonly reports: ReportOffice;
  readonly checking: Checking;
  readonly mappings: ImportMappings;
  readonly filters: FilterStore;
  readonly settings: SettingStore;
  /** 自查. */
  readonly inspection: InspectionService;
  readonly publishing: PublishingService;
  readonly search: SearchService;
  readonly catalogue: PublicCatalogue;
  readonly publicItems: PublicItems;
  /** Told of what the public may see, once `watch` runs. */
  readonly changes: PublicChanges;
  /** Begins what goes on by itself while pages are served: hearing of changes, reading attachments, what falls due. The answer ends it. */
  watch(): Promise<() => Promise<void>>;
  today(): Day;
  now(): Date;
  /** Throws with what to do while nothing may be written (disk nearly full). */
  writable(): Promise<void>;
  /** Lets go of the database; stops the embedded one when nobody else uses it. */
  close(): Promise<void>;
}
