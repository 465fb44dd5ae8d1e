import { organsUnder } from '#domain/agencies/organsUnder.ts';
import type { SettingStore } from '#domain/agencies/ports.ts';
import { agencyTree } from '#domain/agencies/tree.ts';
import { type Actor, SYSTEM } from '#domain/people/actor.ts';
import { actorOf, type Forbidden, forbid, may, type Viewer } from '#domain/people/policy.ts';
import { storable } from '#domain/publishing/storable.ts';
import { addDays, type Day } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { topOf } from './collect/office.ts';
import { type CollectPorts, collectScene } from './collect/scene.ts';
import { type Difference, differenceOf } from './difference.ts';
import { inspect } from './inspect.ts';
import { type Inspection, type InspectionLine, type OpenPage, TABLE_SETTING, type Trigger } from './ports.ts';
import type { LinkProbe, SiteVisit } from './scene.ts';
import { type OwnTable, type Table, tableOf, tableProblem } from './table.ts';
import { summaryOf } from './verdict.ts';

/** A run with its difference to the one before; null: it is the first. */
export interface ShownInspection {
  readonly inspection: Inspection;
  readonly since: (Difference & { readonly on: string }) | null;
}

/** One unit of the county's view. */
export interface InspectedUnit {
  readonly agency: string;
  readonly name: string;
  /** Null: never inspected. */
  readonly last: InspectionLine | null;
}

export interface InspectionPorts extends CollectPorts {
  readonly settings: SettingStore;
  readonly today: () => Day;
}

/** What an administrator hands in as its own numbers. */
export type GivenTable = Pick<OwnTable, 'limits' | 'points' | 'source'>;

/** Three months of daily runs, and years of the last of each month. */
const RUNS_LISTED = 400;

/** 自查: runs, keeps, compares; asks for a role first, except in what the system and its commands do themselves. */
export function inspectionService(ports: InspectionPorts) {
  const { store, settings, agencies } = ports;
  let openPage: OpenPage | null = null;

  const tree = async () => agencyTree(await agencies.all());
  const ownerOf = async (agency: string): Promise<string> => topOf(await tree(), agency, ports.today());
  const tableFor = async (agency: string): Promise<Table> => tableOf(await settings.get<OwnTable>(await ownerOf(agency), TABLE_SETTING));

  async function run(agency: string, by: Actor, trigger: Trigger): Promise<Inspection | null> {
    const today = ports.today();
    const table = await tableFor(agency);
    const results = inspect(await collectScene(ports, agency, table.limits, today, openPage));
    return store.keep({ agency, on: today, trigger, summary: summaryOf(results, table), results, table }, by);
  }

  const under = new Map<string, Promise<Inspection | null>>();
  /** Organs the clock has tried since the last round. */
  const tried = new Set<string>();

  /** Asked twice at once, it is done once. */
  function runOnce(agency: string, by: Actor): Promise<Inspection | null> {
    const known = under.get(agency);
    if (known) return known;
    const begun = run(agency, by, 'demand').finally(() => under.delete(agency));
    under.set(agency, begun);
    return begun;
  }

  async function shown(inspection: Inspection): Promise<ShownInspection> {
    const before = await store.before(inspection.agency, inspection.id);
    const since = before && { ...differenceOf(inspection.results, before.results), on: before.on };
    return { inspection, since };
  }

  /** The organs a viewer may see at and under an agency. */
  async function organsFor(viewer: Viewer, agency: string): Promise<{ code: string; name: string }[]> {
    return organsUnder(await tree(), agency, ports.today()).filter(({ code }) => may(viewer, 'read', { agency: code }));
  }

  return {
    /** Where our own pages can be seen; the pages' room says so when it is ready. The answer takes it back. */
    usePages(open: OpenPage): () => void {
      openPage = open;
      return () => {
        if (openPage === open) openPage = null;
      };
    },
    async run(viewer: Viewer, agency: string): Promise<ShownInspection | Refusal> {
      const refused = forbid(viewer, 'inspect', { agency });
      if (refused) return refused;
      const kept = await runOnce(agency, actorOf(viewer));
      return kept ? shown(kept) : refuse('这次自查没有保存，请再试一次。');
    },
    /** For the command on the machine itself. */
    async runAs(agency: string, by: Actor): Promise<ShownInspection> {
      const kept = await run(agency, by, 'command');
      if (!kept) throw new Error('a run that is no daily one was not kept');
      return shown(kept);
    },
    /** The run asked for, or the last one; null: there is none. */
    async get(viewer: Viewer, agency: string, id: string | null): Promise<ShownInspection | null | Forbidden> {
      const refused = forbid(viewer, 'read', { agency });
      if (refused) return refused;
      const wanted = id ?? (await store.list(agency, 1))[0]?.id;
      const found = wanted ? await store.get(agency, wanted) : null;
      return found && shown(found);
    },
    async list(viewer: Viewer, agency: string): Promise<readonly InspectionLine[] | Forbidden> {
      return forbid(viewer, 'read', { agency }) ?? store.list(agency, RUNS_LISTED);
    },
    /** The office and its units side by side, as far as the viewer may see them. */
    async units(viewer: Viewer, agency: string): Promise<readonly InspectedUnit[] | Forbidden> {
      const refused = forbid(viewer, 'read', { agency });
      if (refused) return refused;
      const organs = await organsFor(viewer, agency);
      const lines = new Map((await store.latest(organs.map((o) => o.code))).map((l) => [l.agency, l]));
      return organs.map(({ code, name }) => ({ agency: code, name, last: lines.get(code) ?? null }));
    },
    /** The numbers that hold for an agency, whose they are, and whether the viewer may change them. */
    async table(viewer: Viewer, agency: string): Promise<{ table: Table; owner: string; mayChange: boolean } | Forbidden> {
      const refused = forbid(viewer, 'read', { agency });
      if (refused) return refused;
      const owner = await ownerOf(agency);
      return { table: await tableFor(agency), owner, mayChange: may(viewer, 'manageAgency', { agency: owner }) };
    },
    async setTable(viewer: Viewer, agency: string, given: GivenTable): Promise<Table | Refusal> {
      const owner = await ownerOf(agency);
      const refused = forbid(viewer, 'manageAgency', { agency }) ?? tableProblem(given);
      if (refused) return refused;
      if (!may(viewer, 'manageAgency', { agency: owner }))
        return refuse('标准和分值由上级单位统一设置，本单位不能修改；有意见请向上级反映。');
      const own: OwnTable = { ...storable(given), setBy: viewer.name, setOn: ports.today() };
      await settings.set(owner, TABLE_SETTING, own, actorOf(viewer));
      return tableFor(agency);
    },
    /** Links to other sites in what is public, those never asked first, then the longest ago: for the command that asks them. */
    async linksToProbe(agency: string): Promise<readonly string[]> {
      const { limits } = await tableFor(agency);
      const { external, probes } = await collectScene(ports, agency, limits, ports.today(), null);
      const asked = (url: string): string => probes.get(url)?.checkedAt ?? '';
      return [...new Set(external.map((l) => l.href))].sort((a, b) => (asked(a) < asked(b) ? -1 : 1));
    },
    /** The host of the site an agency's pages are on; null: none was set, or they are only a preview. */
    async siteToVisit(agency: string): Promise<string | null> {
      const { portal, site } = await collectScene(ports, agency, (await tableFor(agency)).limits, ports.today(), null);
      return portal && site.host !== '' ? site.host : null;
    },
    /** A visit counts for everybody whose pages are on the site. */
    keepVisit: async (agency: string, visit: SiteVisit, by: Actor) => store.keepVisit(await ownerOf(agency), visit, by),
    keepProbes: (agency: string, probes: readonly LinkProbe[], by: Actor) => store.keepProbes(agency, probes, by),
    /** Inspects one organ that has not been today; null: all have. Called again and again by what runs by itself. */
    async runDaily(): Promise<string | null> {
      const [all, today] = [await tree(), ports.today()];
      const organs = all.codes.filter((c) => all.stateOf(c, today)?.kind === 'reportingOrgan' && all.existsOn(c, today));
      const done = new Map((await store.latest(organs)).map((l) => [l.agency, l.on]));
      const open = organs.filter((c) => (done.get(c) ?? '') < today);
      // One that fails comes again after the others, not before them.
      if (open.every((c) => tried.has(c))) tried.clear();
      const next = open.find((c) => !tried.has(c));
      if (next === undefined) return null;
      tried.add(next);
      await run(next, SYSTEM, 'daily');
      await store.prune(next, addDays(today, -(await tableFor(next)).limits.keepRuns), SYSTEM);
      return next;
    },
  };
}

export type InspectionService = ReturnType<typeof inspectionService>;
