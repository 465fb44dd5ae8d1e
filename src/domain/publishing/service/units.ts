import { createHash } from 'node:crypto';
import { organsUnder } from '#domain/agencies/organsUnder.ts';
import type { AgencyTree } from '#domain/agencies/tree.ts';
import { may, type Viewer } from '#domain/people/policy.ts';
import type { Refusal } from '#lib/result.ts';
import { denied, type PublishingContext } from './context.ts';
import { readStanding, type UnitStanding } from './standings.ts';

/** Units read at the same time. */
const AT_ONCE = 4;

interface Organ {
  readonly code: string;
  readonly name: string;
}

/** How the units of a county stand. What was read is kept with what it was read at (the day, the calendar, the changes seen in its chains); where nothing changed since, it is not read again. */
export function unitService(context: PublishingContext) {
  const known = new Map<string, { readonly at: string; readonly standing: Omit<UnitStanding, 'name'> }>();

  /** A reader of single organs as they stand now; `shown` says which of the units inside them count. */
  async function reader(tree: AgencyTree, organs: readonly Organ[], shown: (code: string) => boolean) {
    const today = context.today();
    const calendar = await context.deps.calendar();
    const years = createHash('sha256').update(JSON.stringify(calendar.years)).digest('base64');
    const inside = new Map(organs.map(({ code }) => [code, [] as string[]]));
    for (const c of tree.codes) {
      const organ = tree.organOf(c, today);
      if (organ !== null && organ !== c && shown(c)) inside.get(organ)?.push(c);
    }
    // Asked before anything is read: what changes meanwhile is read again the next time.
    const changes = await context.ports.entries.changes([...inside].flatMap(([code, units]) => [code, ...units]));
    // Tree and calendar are the same for all, and read once instead of for each.
    const asItStands = await context.tree();
    const shared: PublishingContext = {
      ...context,
      tree: async () => asItStands,
      deps: { ...context.deps, calendar: async () => calendar },
    };
    const unitsOf = (code: string): readonly string[] => inside.get(code) ?? [];
    const atOf = (code: string) => [today, years, ...[code, ...unitsOf(code)].map((c) => `${c} ${changes.get(c) ?? 0}`)].join();
    return {
      isKnown: ({ code }: Organ): boolean => known.get(code)?.at === atOf(code),
      async one({ code, name }: Organ): Promise<UnitStanding> {
        const at = atOf(code);
        const before = known.get(code);
        if (before?.at === at) return { ...before.standing, name };
        const standing = await readStanding(shared, code, unitsOf(code));
        known.set(code, { at, standing });
        return { ...standing, name };
      },
    };
  }

  return {
    /** The organs at and under an agency a viewer may see, each with what it owes the public and its normative documents. */
    async under(viewer: Viewer, agency: string): Promise<readonly UnitStanding[] | Refusal> {
      const refused = denied(viewer, 'read', agency);
      if (refused) return refused;
      const tree = await context.tree();
      const seen = (code: string) => may(viewer, 'read', { agency: code });
      const organs = organsUnder(tree, agency, context.today()).filter(({ code }) => seen(code));
      const { one } = await reader(tree, organs, seen);
      const standings: UnitStanding[] = [];
      for (let i = 0; i < organs.length; i += AT_ONCE) standings.push(...(await Promise.all(organs.slice(i, i + AT_ONCE).map(one))));
      return standings;
    },

    /** Reads every organ that changed since, one after the other, so that nobody who opens the page waits for it. Asks before each whether to go on; tells how many were read. */
    async keep(goOn: () => Promise<boolean>): Promise<number> {
      const [tree, today] = [await context.tree(), context.today()];
      const organs = tree.codes
        .filter((c) => tree.stateOf(c, today)?.kind === 'reportingOrgan' && tree.existsOn(c, today))
        .map((code) => ({ code, name: '' }));
      const { isKnown, one } = await reader(tree, organs, () => true);
      const changed = organs.filter((organ) => !isKnown(organ));
      let read = 0;
      for (; read < changed.length && (await goOn()); read++) await one(changed[read] as Organ);
      return read;
    },
  };
}
