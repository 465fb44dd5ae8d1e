import type { AgencyStore } from '#domain/agencies/ports.ts';
import { type AgencyTree, agencyTree } from '#domain/agencies/tree.ts';
import type { FileStore } from '#domain/files/ports.ts';
import type { Actor } from '#domain/people/actor.ts';
import { type Forbidden, may, type Verb, type Viewer } from '#domain/people/policy.ts';
import type { PageText, PrecheckFinding } from '#domain/precheck/index.ts';
import type { RegisterStore } from '#domain/registers/ports.ts';
import type { Calendar } from '#law/calendar/index.ts';
import { type Day, shanghaiDay } from '#lib/day.ts';
import { refuse } from '#lib/result.ts';
import { type PublishingSettings, settingsOf } from '../entries/entry.ts';
import type { EntryStore, ItemStore } from '../ports.ts';

/** Where publishing keeps what it knows. */
export interface PublishingPorts {
  readonly items: ItemStore;
  readonly entries: EntryStore;
  readonly registers: RegisterStore;
  readonly agencies: AgencyStore;
  readonly files: FileStore;
}

/** What publishing needs from other rooms, handed in where the program is put together. */
export interface PublishingDeps {
  now(): Date;
  calendar(): Promise<Calendar>;
  /** The days annual reports of an agency came out on its own pages. */
  reportDays(agency: string): Promise<readonly Day[]>;
  /** Makes a page clean; throws a fault whose message is for people where it is too large. */
  clean(html: string): {
    readonly html: string;
    readonly removed: readonly { readonly what: string; readonly says: string; readonly count: number }[];
    readonly images: readonly { readonly src: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
  };
  plain(html: string): string;
  page(html: string): PageText;
  inspect(file: { title: string; name: string; mediaType: string }, bytes: Uint8Array): Promise<readonly PrecheckFinding[]>;
}

/** What everything in the service shares. */
export interface PublishingContext {
  readonly ports: PublishingPorts;
  readonly deps: PublishingDeps;
  today(): Day;
  settings(agency: string): Promise<PublishingSettings>;
  tree(): Promise<AgencyTree>;
}

/** What the parts of the service share, over stores and what other rooms lend. */
export function publishingContext(ports: PublishingPorts, deps: PublishingDeps): PublishingContext {
  return {
    ports,
    deps,
    today: () => shanghaiDay(deps.now().getTime()),
    settings: async (agency) => settingsOf(await ports.entries.get(agency, 'settings', 'settings')),
    tree: async () => agencyTree(await ports.agencies.all()),
  };
}

const VERB_WORDS: Partial<Record<Verb, string>> = {
  read: '查看',
  write: '修改',
  draft: '起草和送审',
  approve: '审核、签发',
  reviewSecrecy: '保密审查',
  publish: '发布和撤回',
  handIn: '报送',
  configurePublishing: '设置栏目和公开事项',
  overrule: '不经第二人办理',
};

/** Null where the person may; else the refusal to give back. */
export function denied(viewer: Viewer, verb: Verb, agency: string): Forbidden | null {
  if (may(viewer, verb, { agency })) return null;
  return { ...refuse(`您没有在本单位${VERB_WORDS[verb] ?? '办理此事'}的权限。`), forbidden: true };
}

/** The viewer as the one who did something. */
export function actorOf(viewer: Viewer): Actor {
  return { id: viewer.id, name: viewer.name };
}
