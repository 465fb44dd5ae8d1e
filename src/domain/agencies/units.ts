import { type Day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { firstSupervisor } from '../people/accounts.ts';
import { actorOf, forbid, may, type Viewer } from '../people/policy.ts';
import type { Person } from '../people/ports.ts';
import type { Agency } from './agency.ts';
import type { AgencyKeeping } from './keeping.ts';
import { wrongPlace } from './places.ts';
import type { AgencyStore } from './ports.ts';
import { agencyTree } from './tree.ts';
import { asSeen, changed, countyAbove, latest, remaining, type Seen, taken, trimmed, type UnitNames } from './unitStates.ts';

/** A unit to put below another. */
export interface NewUnit extends UnitNames {
  readonly code: string;
  readonly kind: Agency['kind'];
  /** Asked of organs only; a village is of its level, an internal unit of its organ's. */
  readonly level: Agency['level'];
  readonly parent: string;
  /** Null: as long as anybody remembers. */
  readonly from: string | null;
}

/** The county's organ above one's own, with the first account of its supervisor. */
export interface OrganAbove extends UnitNames {
  readonly code: string;
  readonly of: string;
  /** Since when it stands above. Null: always. */
  readonly from: string | null;
  readonly account: string;
  readonly person: string;
}

/** Another name or parent of a unit. */
export interface UnitChange extends UnitNames {
  readonly code: string;
  readonly parent: string | null;
  /** The first day it is so. Null: what was entered was wrong, and is mended. */
  readonly from: string | null;
  /** The document an organ's new name rests on. */
  readonly basis: string;
  readonly seen?: Seen;
}

/** The end of a unit: its last day; null takes an end back. */
export interface UnitEnd {
  readonly code: string;
  readonly to: string | null;
  readonly seen?: Seen;
}

/** Units as the person who keeps them changes them. Nothing is ever deleted: a unit ends, and its records and accounts stay. */
export interface Units {
  add(viewer: Viewer, unit: NewUnit): Promise<Refusal | null>;
  change(viewer: Viewer, change: UnitChange): Promise<Refusal | null>;
  end(viewer: Viewer, end: UnitEnd): Promise<Refusal | null>;
  /** Puts the county above an organ that has nobody above it; the password is told once. */
  addAbove(viewer: Viewer, above: OrganAbove): Promise<{ person: Person; password: string } | Refusal>;
}

export interface UnitPorts {
  readonly store: AgencyStore;
  readonly agencies: AgencyKeeping;
  readonly today: () => Day;
}

const noDay = (...days: (string | null)[]) =>
  days.some((d) => d !== null && !parseDay(d)) ? refuse('日期须写成“年-月-日”，如 2026-01-01。') : null;

/** Units over the agencies. What there is is looked at while nobody else can change it: of two who add one code, the second is refused. */
export function unitsOver({ store, agencies, today }: UnitPorts): Units {
  const parentAt = (
    all: readonly Agency[],
    viewer: Viewer,
    code: string,
    unit: Pick<Agency, 'kind' | 'level' | 'name'>,
  ): Refusal | Agency => {
    const tree = agencyTree(all);
    const parent = tree.stateOf(code, today());
    if (!parent) return refuse(`上级“${code}”没有登记。`);
    if (!may(viewer, 'manageAgency', { agency: code })) return refuse(`您不管${parent.shortName}，不能把单位放在它下面。`);
    if (!tree.existsOn(code, today())) return refuse(`${parent.shortName}已经撤销，不能再放单位。`);
    return wrongPlace(unit, parent) ?? parent;
  };

  return {
    async add(viewer, { parent: code, ...unit }) {
      const refused = forbid(viewer, 'manageAgency', { agency: code }) ?? noDay(unit.from);
      if (refused) return refused;
      return agencies.change(viewer, (all) => {
        const parent = taken(all, unit.code) ?? parentAt(all, viewer, code, unit);
        if (isRefusal(parent)) return parent;
        const level = unit.kind === 'reportingOrgan' ? unit.level : unit.kind === 'villageCommittee' ? 'village' : parent.level;
        return { states: [{ ...unit, ...trimmed(unit), level, parent: code, to: null }] };
      });
    },

    async change(viewer, change) {
      const refused = forbid(viewer, 'manageAgency', { agency: change.code }) ?? noDay(change.from);
      if (refused) return refused;
      return agencies.change(viewer, (all) => {
        const last = asSeen(latest(all, change.code), change.seen);
        if (isRefusal(last)) return last;
        const names = trimmed(change);
        let level = last.level;
        if (change.parent !== last.parent) {
          if (change.parent === null || last.parent === null)
            return refuse(`${last.shortName}的上级不在这里改：没有上级的，用“上级单位”添加。`);
          const parent = parentAt(all, viewer, change.parent, last);
          if (isRefusal(parent)) return parent;
          if (last.kind === 'internalUnit') level = parent.level;
        }
        const states = changed(last, { ...last, ...names, level, parent: change.parent }, change.from);
        if (isRefusal(states)) return states;
        const isRenaming = last.kind === 'reportingOrgan' && states.length > 1 && names.name !== last.name;
        if (!isRenaming) return { states };
        const succession = { kind: 'renaming', on: change.from ?? '', from: [last.code], to: [last.code], basis: change.basis } as const;
        return { states, succession };
      });
    },

    async end(viewer, { code, to, seen }) {
      const refused = forbid(viewer, 'manageAgency', { agency: code }) ?? noDay(to);
      if (refused) return refused;
      return agencies.change(viewer, (all) => {
        const last = asSeen(latest(all, code), seen);
        if (isRefusal(last)) return last;
        if (last.kind === 'reportingOrgan' && !(last.parent && may(viewer, 'manageAgency', { agency: last.parent })))
          return refuse(`${last.shortName}由上级单位撤销，本单位不能自己撤销。`);
        const below = to === null ? [] : remaining(all, code, to);
        if (below.length > 0) return refuse(`${last.shortName}下面还有${below.join('、')}，请先撤销它们或者改它们的上级。`);
        return { states: [{ ...last, to }] };
      });
    },

    async addAbove(viewer, { account, person: name, ...above }) {
      const refused = forbid(viewer, 'manageAgency', { agency: above.of }) ?? noDay(above.from);
      const made = refused ?? (await firstSupervisor({ account, name, agency: above.code }, today()));
      if (isRefusal(made)) return made;
      const late = await store.change(actorOf(viewer), (all) => {
        const states = taken(all, above.code) ?? countyAbove(all, above);
        return isRefusal(states) ? states : { states, account: made.account };
      });
      return late ?? { person: made.account.person, password: made.password };
    },
  };
}
