import { type Day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { actorOf, type Forbidden, forbid, may, type Viewer } from '../people/policy.ts';
import type { Agency, Succession } from './agency.ts';
import type { AgencyChange, AgencyStore } from './ports.ts';
import { type AgencyTree, agencyTree } from './tree.ts';

/** Agencies as people work with them. */
export interface AgencyKeeping {
  tree(): Promise<AgencyTree>;
  /** The agencies a viewer may read, in the state of a day. */
  visibleTo(viewer: Viewer, on: Day): Promise<readonly Agency[]>;
  /** The organ and the internal units that count in it on a day. */
  unitsOf(organ: string, on: Day): Promise<readonly string[]>;
  /** Adds or corrects dated states, and records what they follow from; decided over what there is at that moment. */
  change(viewer: Viewer, decide: (all: readonly Agency[]) => AgencyChange | Refusal): Promise<Refusal | null>;
}

const CODE = /^[a-z][a-z0-9-]{0,30}$/;
const FOREVER = '9999-12-31';

function wrongState(a: Agency): Refusal | null {
  if (!CODE.test(a.code)) return refuse(`单位代码“${a.code}”须为小写字母开头的字母、数字、横线，如 cyz。`);
  if (!a.name.trim() || !a.shortName.trim()) return refuse(`请填写${a.code}的全称和简称。`);
  for (const d of [a.from, a.to]) if (d !== null && !parseDay(d)) return refuse(`${a.name}的起止日期须写成“年-月-日”。`);
  if (a.from && a.to && a.to < a.from) return refuse(`${a.name}的止日早于起日，请核对。`);
  if (a.kind !== 'reportingOrgan' && !a.parent) return refuse(`${a.name}不单独编制年报，须指明所属机关。`);
  return null;
}

/** Two states of one agency on one day, or a parent that is not there, or a ring of parents. */
function wrongTogether(all: readonly Agency[]): Refusal | null {
  const codes = new Set(all.map((a) => a.code));
  for (const states of Map.groupBy(all, (a) => a.code).values()) {
    const sorted = states.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    for (const [i, s] of sorted.entries()) {
      const next = sorted[i + 1];
      if (next && (s.to ?? FOREVER) >= (next.from ?? '')) return refuse(`${s.name}（${s.code}）的两段时间重叠：请给前一段填写止日。`);
      if (s.parent && !codes.has(s.parent)) return refuse(`${s.name}的上级“${s.parent}”没有登记。`);
    }
  }
  const parents = new Map(all.map((a) => [a.code, a.parent]));
  for (const a of all) {
    const seen = new Set([a.code]);
    for (let at = parents.get(a.code) ?? null; at; at = parents.get(at) ?? null) {
      if (seen.has(at)) return refuse(`${a.name}的上级关系绕成了圈，请核对上级。`);
      seen.add(at);
    }
  }
  return null;
}

/** The states as they would stand after a save. */
function merged(all: readonly Agency[], states: readonly Agency[]): Agency[] {
  const key = (a: Agency) => `${a.code}\n${a.from ?? ''}`;
  return [...new Map([...all, ...states].map((a) => [key(a), a])).values()];
}

/** Null where states can be kept beside what there is: each in itself, and all together. */
export function wrongStates(all: readonly Agency[], states: readonly Agency[]): Refusal | null {
  return states.map(wrongState).find((r) => r !== null) ?? wrongTogether(merged(all, states));
}

function wrongSuccession(succession: Succession | undefined): Refusal | null {
  if (!succession) return null;
  if (!parseDay(succession.on) || !succession.basis.trim()) return refuse('请填写变动日期和依据（文件名称、文号）。');
  return succession.from.length === 0 || succession.to.length === 0 ? refuse('请选择变动前后的机关。') : null;
}

/** Agencies over their store. */
export function agenciesOver(store: AgencyStore): AgencyKeeping {
  const tree = async () => agencyTree(await store.all());
  const refusedFor = (viewer: Viewer, states: readonly Agency[], all: readonly Agency[]): Forbidden | Refusal | null => {
    const known = new Set(all.map((a) => a.code));
    const parents = new Map(states.map((a) => [a.code, a.parent ?? '']));
    for (const a of states) {
      // A new agency is put under one the viewer manages; an existing one must itself be managed.
      let over = a.code;
      for (let up = 0; !known.has(over) && parents.has(over) && up < states.length; up++) over = parents.get(over) ?? '';
      const refused = forbid(viewer, 'manageAgency', { agency: over });
      if (refused) return refused;
    }
    return wrongStates(all, states);
  };
  return {
    tree,
    async visibleTo(viewer, on) {
      const found = await tree();
      return found.codes
        .filter((code) => may(viewer, 'read', { agency: code }))
        .map((code) => found.stateOf(code, on))
        .filter((a) => a !== null);
    },
    async unitsOf(organ, on) {
      const found = await tree();
      return found.codes.filter((code) => found.organOf(code, on) === organ);
    },
    change: (viewer, decide) =>
      store.change(actorOf(viewer), (all) => {
        const change = decide(all);
        return isRefusal(change) ? change : (refusedFor(viewer, change.states, all) ?? wrongSuccession(change.succession) ?? change);
      }),
  };
}
