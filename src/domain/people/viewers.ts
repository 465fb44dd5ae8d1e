import type { Day } from '#lib/day.ts';
import type { AgencyTree } from '../agencies/tree.ts';
import type { Viewer } from './policy.ts';
import type { Membership, Person } from './ports.ts';
import type { Role } from './roles.ts';

/** Roles that reach every agency under theirs; the others reach their own organ, its internal units and villages. */
const SUPERVISING: readonly Role[] = ['countySupervisor', 'auditor'];

function childrenOf(tree: AgencyTree, code: string, on: string): string[] {
  return tree.codes.filter((c) => tree.stateOf(c, on)?.parent === code);
}

/** The agencies a role in an agency reaches on a day. */
export function reach(tree: AgencyTree, agency: string, role: Role, on: Day): ReadonlySet<string> {
  const reached = new Set([agency]);
  const queue = [agency];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const child of childrenOf(tree, at, on)) {
      const isOrgan = tree.stateOf(child, on)?.kind === 'reportingOrgan';
      if (reached.has(child) || (isOrgan && !SUPERVISING.includes(role))) continue;
      reached.add(child);
      queue.push(child);
    }
  }
  return reached;
}

/** The person with the roles held on a day. */
export function viewerOf(person: Person, memberships: readonly Membership[], tree: AgencyTree, on: Day): Viewer {
  const held = memberships.filter((m) => m.from <= on && (m.until === null || on <= m.until));
  return {
    id: person.id,
    name: person.name,
    roles: held.map((m) => ({ role: m.role, agency: m.agency, reaches: reach(tree, m.agency, m.role, on) })),
  };
}
