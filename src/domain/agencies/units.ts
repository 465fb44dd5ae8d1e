import { addDays, type Day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { FirstAccount } from '../people/accounts.ts';
import { actorOf, forbid, may, type Viewer } from '../people/policy.ts';
import type { Person } from '../people/ports.ts';
import type { Agency } from './agency.ts';
import { type AgencyKeeping, wrongStates } from './keeping.ts';
import { supervises, wrongPlace } from './places.ts';
import type { AgencyStore } from './ports.ts';

/** What a unit is called. */
export interface UnitNames {
  readonly name: string;
  readonly shortName: string;
}

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
}

/** Units as the person who keeps them changes them. Nothing is ever deleted: a unit ends, and its records and accounts stay. */
export interface Units {
  add(viewer: Viewer, unit: NewUnit): Promise<Refusal | null>;
  change(viewer: Viewer, change: UnitChange): Promise<Refusal | null>;
  /** Ends a unit with a last day; null takes an end back. */
  end(viewer: Viewer, code: string, to: string | null): Promise<Refusal | null>;
  /** Puts the county above an organ that has nobody above it; the password is told once. */
  addAbove(viewer: Viewer, above: OrganAbove): Promise<{ person: Person; password: string } | Refusal>;
}

export interface UnitPorts {
  readonly store: AgencyStore;
  readonly agencies: AgencyKeeping;
  readonly firstAccount: FirstAccount;
  readonly today: () => Day;
}

const noDay = (...days: (string | null)[]) =>
  days.some((d) => d !== null && !parseDay(d)) ? refuse('日期须写成“年-月-日”，如 2026-01-01。') : null;

function latest(all: readonly Agency[], code: string): Agency | Refusal {
  const states = all.filter((a) => a.code === code).toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return states.at(-1) ?? refuse(`没有“${code}”这个单位，请刷新。`);
}

/** The states a change leaves: the latest mended, or ended the day before and a new one. */
function changed(last: Agency, next: Agency, from: string | null): readonly Agency[] | Refusal {
  if (from === null || from === last.from) return [{ ...next, from: last.from, to: last.to }];
  if (last.from && from < last.from) return refuse(`${last.shortName}从 ${last.from} 起已经另有登记，日期不能早于这一天。`);
  if (last.to && from > last.to) return refuse(`${last.shortName}到 ${last.to} 为止，之后不能再改；要改先恢复。`);
  return [
    { ...last, to: addDays(from as Day, -1) },
    { ...next, from, to: last.to },
  ];
}

/** Units over the agencies. */
export function unitsOver({ store, agencies, firstAccount, today }: UnitPorts): Units {
  const parentAt = async (viewer: Viewer, code: string, unit: Pick<Agency, 'kind' | 'level' | 'name'>): Promise<Refusal | Agency> => {
    const tree = await agencies.tree();
    const parent = tree.stateOf(code, today());
    if (!parent) return refuse(`上级“${code}”没有登记。`);
    if (!may(viewer, 'manageAgency', { agency: code })) return refuse(`您不管${parent.shortName}，不能把单位放在它下面。`);
    if (!tree.existsOn(code, today())) return refuse(`${parent.shortName}已经撤销，不能再放单位。`);
    return wrongPlace(unit, parent) ?? parent;
  };
  const taken = async (code: string): Promise<Refusal | null> =>
    (await store.all()).some((a) => a.code === code) ? refuse(`单位代码“${code}”已经有单位用了，请换一个。`) : null;

  return {
    async add(viewer, { parent: code, ...unit }) {
      const refused = forbid(viewer, 'manageAgency', { agency: code }) ?? (await taken(unit.code)) ?? noDay(unit.from);
      if (refused) return refused;
      const parent = await parentAt(viewer, code, unit);
      if (isRefusal(parent)) return parent;
      const level = unit.kind === 'reportingOrgan' ? unit.level : unit.kind === 'villageCommittee' ? 'village' : parent.level;
      const names = { name: unit.name.trim(), shortName: unit.shortName.trim() };
      return agencies.save(viewer, [{ ...unit, ...names, level, parent: code, to: null }]);
    },

    async change(viewer, change) {
      const last = latest(await store.all(), change.code);
      const refused = forbid(viewer, 'manageAgency', { agency: change.code }) ?? noDay(change.from);
      if (refused || isRefusal(last)) return refused ?? (last as Refusal);
      const names = { name: change.name.trim(), shortName: change.shortName.trim() };
      let level = last.level;
      if (change.parent !== last.parent) {
        if (change.parent === null || last.parent === null)
          return refuse(`${last.shortName}的上级不在这里改：没有上级的，用“上级单位”添加。`);
        const parent = await parentAt(viewer, change.parent, last);
        if (isRefusal(parent)) return parent;
        if (last.kind === 'internalUnit') level = parent.level;
      }
      const states = changed(last, { ...last, ...names, level, parent: change.parent }, change.from);
      if (isRefusal(states)) return states;
      const isRenaming = last.kind === 'reportingOrgan' && states.length > 1 && names.name !== last.name;
      if (!isRenaming) return agencies.save(viewer, states);
      const succession = { kind: 'renaming', on: change.from ?? '', from: [last.code], to: [last.code], basis: change.basis } as const;
      return agencies.recordSuccession(viewer, succession, states);
    },

    async end(viewer, code, to) {
      const all = await store.all();
      const last = latest(all, code);
      const refused = forbid(viewer, 'manageAgency', { agency: code }) ?? noDay(to);
      if (refused || isRefusal(last)) return refused ?? (last as Refusal);
      if (last.kind === 'reportingOrgan' && !(last.parent && may(viewer, 'manageAgency', { agency: last.parent })))
        return refuse(`${last.shortName}由上级单位撤销，本单位不能自己撤销。`);
      const codes = new Set(all.map((a) => a.code));
      const below = [...codes].flatMap((c) => {
        const state = latest(all, c);
        return !isRefusal(state) && state.parent === code && (to === null ? false : (state.to ?? '9999-12-31') > to)
          ? [state.shortName]
          : [];
      });
      if (below.length > 0) return refuse(`${last.shortName}下面还有${below.join('、')}，请先撤销它们或者改它们的上级。`);
      return agencies.save(viewer, [{ ...last, to }]);
    },

    async addAbove(viewer, { of, from, account, person, ...names }) {
      const refused = forbid(viewer, 'manageAgency', { agency: of }) ?? (await taken(names.code)) ?? noDay(from);
      if (refused) return refused;
      const all = await store.all();
      const own = latest(all, of);
      if (isRefusal(own)) return own;
      if (own.kind !== 'reportingOrgan' || supervises(own.level))
        return refuse(`只有乡镇、街道、部门可以在这里添加县（市、区）一级的上级单位。`);
      if (own.parent) return refuse(`${own.shortName}已经有上级单位，请由上级单位修改。`);
      const county: Agency = {
        code: names.code,
        name: names.name.trim(),
        shortName: names.shortName.trim(),
        kind: 'reportingOrgan',
        level: 'county',
        parent: null,
        from: null,
        to: null,
      };
      const wrong = wrongPlace(own, county);
      // A parent there always was belongs to every state there is.
      const under =
        from === null
          ? all.filter((a) => a.code === of).map((a) => ({ ...a, parent: county.code }))
          : changed(own, { ...own, parent: county.code }, from);
      if (wrong || isRefusal(under)) return wrong ?? (under as Refusal);
      const states = [county, ...under];
      const made = wrongStates(all, states) ?? (await firstAccount(viewer, { account, name: person, agency: county.code }));
      if (!isRefusal(made)) await store.save(states, actorOf(viewer));
      return made;
    },
  };
}
