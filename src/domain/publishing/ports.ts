import type { FileStore } from '#domain/files/ports.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { SaveRefusal } from '#domain/registers/ports.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/record.ts';
import type { Refusal } from '#lib/result.ts';
import type { Attachment, ContentVersion, ItemContent } from './content.ts';
import type { Entry, EntryBody, EntryKind } from './entries/entry.ts';
import type { ItemLife, Step } from './life/states.ts';

/** An item with everything that hangs on it. */
export interface ItemFile {
  readonly life: ItemLife;
  /** The version being worked on. */
  readonly current: ContentVersion;
  /** The version the public sees; null: none. */
  readonly shown: ContentVersion | null;
  readonly attachments: readonly Attachment[];
  readonly steps: readonly Step[];
  readonly addresses: readonly string[];
  /** Where it was made public, as the register of publications has it. */
  readonly publications: readonly RegisterRecord[];
}

/** One line of a list of items. */
export interface ItemLine {
  readonly life: ItemLife;
  readonly title: string;
  readonly column: string | null;
  readonly formedOn: string | null;
  readonly documentNumber: string;
  readonly handler: string;
  readonly village: boolean;
  readonly validUntil: string | null;
  /** YYYY-MM-DD of the first publication anywhere. */
  readonly firstPublishedOn: string | null;
  readonly savedAt: string;
  readonly savedByName: string;
}

export interface ItemQuery {
  readonly agencies: readonly string[];
  readonly work?: readonly ItemLife['work'][];
  readonly public?: readonly ItemLife['public'][];
  readonly columns?: readonly string[];
  readonly search?: string;
  readonly formedFrom?: string;
  readonly formedTo?: string;
  readonly village?: boolean;
  /** Only what our own pages show to everybody. */
  readonly onlyPublic?: boolean;
  readonly sort?: 'formedOn' | 'publishedAt' | 'savedAt' | 'title';
  readonly page?: number;
  /** 0: all. */
  readonly size?: number;
}

export interface ItemPage {
  readonly items: readonly ItemLine[];
  readonly total: number;
}

/** A change of life with the records it brings along, written in one transaction or not at all. */
export interface LifeChange {
  readonly life: ItemLife;
  readonly step: Omit<Step, 'n'>;
  /** The revision the change was made on; a newer one in the store is a conflict. */
  readonly basedOn: number;
  /** What changes in the registers with it: the item's own line, a publication on our pages. */
  readonly drafts: readonly RecordDraft[];
}

/** New words for a draft. */
export interface ContentChange {
  readonly life: ItemLife;
  readonly content: ItemContent;
  readonly note: string;
  readonly basedOn: number;
  readonly drafts: readonly RecordDraft[];
  /** Files that come with this version, and numbers of those that end with it. */
  readonly added?: readonly Attachment[];
  readonly ended?: readonly { readonly n: number; readonly replacedBy: number | null }[];
}

/** A file that comes with a new item. */
export interface ItemBytes {
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Parameters<FileStore['add']>[1];
}

/** What is written together with a new item, once its number is known: all of it or nothing. */
export interface Beside {
  /** Attachments 1, 2, 3 … of the first version. */
  readonly files?: readonly ItemBytes[];
  readonly entries?: (item: string) => readonly { readonly agency: string; readonly drafts: readonly EntryDraft[] }[];
  readonly records?: (item: string) => readonly RecordDraft[];
  readonly reason?: string;
}

/** Items, their versions, lives, attachments, addresses. */
export interface ItemStore {
  get(agency: string, item: string): Promise<ItemFile | null>;
  /** The item an address once given leads to, and the attachment where it is one's. */
  byAddress(agency: string, address: string): Promise<{ readonly item: string; readonly attachment: number | null } | null>;
  list(query: ItemQuery): Promise<ItemPage>;
  /** The days something first came out in each column, each day once; of what the public sees still. */
  daysOut(agency: string): Promise<readonly { readonly column: string; readonly on: string }[]>;
  versions(agency: string, item: string): Promise<readonly ContentVersion[]>;
  /** A new item with its number, its first version and its line in the register. `prefix`: what the index number begins with. */
  create(
    agency: string,
    prefix: string,
    content: ItemContent,
    draft: Omit<RecordDraft, 'number'>,
    by: Actor,
    beside?: Beside,
  ): Promise<ItemFile | Refusal>;
  saveContent(change: ContentChange, by: Actor): Promise<ItemFile | Refusal>;
  takeStep(change: LifeChange, by: Actor): Promise<ItemFile | Refusal>;
  /** An address the item had elsewhere or before; it leads here from now on. */
  addAddress(agency: string, item: string, address: string, by: Actor): Promise<Refusal | null>;
  /** Scheduled items whose time has come, and items in force whose validity ended before the day. */
  due(now: string, today: string): Promise<{ readonly publish: readonly ItemLife[]; readonly expire: readonly ItemLife[] }>;
}

/** A change of one entry. `id` null: a new one. */
export interface EntryDraft<K extends EntryKind = EntryKind> {
  readonly kind: K;
  readonly id: string | null;
  readonly basedOn: number | null;
  readonly body: EntryBody<K>;
  readonly removed?: boolean;
}

/** The small lists beside the items, all versions kept. */
export interface EntryStore {
  list<K extends EntryKind>(agencies: readonly string[], kind: K, removed?: boolean): Promise<readonly Entry<K>[]>;
  get<K extends EntryKind>(agency: string, kind: K, id: string): Promise<Entry<K> | null>;
  versions<K extends EntryKind>(agency: string, kind: K, id: string): Promise<readonly Entry<K>[]>;
  /** How many changes the chain of each agency has seen: what was read at the same numbers still holds. */
  changes(agencies: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The last publication recorded at each place an agency has, as `lastAtPlaces` finds it; null: none. */
  lastAtPlaces(agency: string): Promise<readonly { readonly place: Entry<'place'>; readonly on: string | null }[]>;
  /** `records`: lines of registers that must agree with the entries; all of it in one transaction. */
  save(
    agency: string,
    drafts: readonly EntryDraft[],
    by: Actor,
    reason: string,
    records?: readonly RecordDraft[],
  ): Promise<readonly Entry[] | Refusal>;
  /** A new line of the register of publications with the place it was made at, in one transaction. */
  publishAt(publication: RecordDraft, place: string, by: Actor): Promise<RegisterRecord | SaveRefusal | Refusal>;
}
