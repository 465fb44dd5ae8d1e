import { type Refusal, refuse } from '#lib/result.ts';
import type { Actor } from './actor.ts';
import { ROLE_NAMES, type Role } from './roles.ts';

/** A signed-in person with the roles held today. `scope` of a role: the agencies it reaches (a supervisor's whole county). */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly role: Role; readonly agency: string; readonly reaches: ReadonlySet<string> }[];
}

/** What may be done, to what belongs to an agency. */
export type Verb =
  | 'read'
  | 'readRestricted'
  | 'revealPersonal'
  | 'write'
  | 'import'
  | 'declare'
  | 'draft'
  | 'approve'
  | 'reviewSecrecy'
  | 'publish'
  | 'handIn'
  | 'configurePublishing'
  | 'submit'
  | 'overrule'
  | 'waive'
  | 'returnReport'
  | 'erasePerson'
  | 'inspect'
  | 'manageAgency'
  | 'managePeople'
  | 'manageCalendar'
  | 'audit';

const EVERY: readonly Role[] = ['clerk', 'reviewer', 'signer', 'unitAdmin', 'countySupervisor', 'auditor'];
const STAFF: readonly Role[] = ['clerk', 'reviewer', 'signer', 'unitAdmin'];

/** The one table of permissions: verb → roles that may, in an agency the role reaches. */
export const POLICY: Readonly<Record<Verb, readonly Role[]>> = {
  read: EVERY,
  readRestricted: STAFF,
  revealPersonal: ['clerk', 'reviewer', 'signer'],
  write: ['clerk', 'reviewer', 'unitAdmin'],
  import: ['clerk', 'reviewer', 'unitAdmin'],
  declare: ['clerk', 'reviewer', 'unitAdmin'],
  draft: ['clerk', 'reviewer', 'signer', 'unitAdmin'],
  approve: ['reviewer', 'signer'],
  reviewSecrecy: ['reviewer', 'signer'],
  publish: ['clerk', 'reviewer', 'signer', 'unitAdmin'],
  handIn: STAFF,
  configurePublishing: ['reviewer', 'signer', 'unitAdmin'],
  submit: ['reviewer', 'signer', 'unitAdmin'],
  overrule: ['reviewer', 'signer', 'unitAdmin'],
  waive: ['clerk', 'reviewer', 'signer', 'unitAdmin'],
  returnReport: ['countySupervisor'],
  erasePerson: ['unitAdmin'],
  inspect: ['clerk', 'reviewer', 'signer', 'unitAdmin', 'countySupervisor'],
  manageAgency: ['unitAdmin', 'countySupervisor'],
  managePeople: ['unitAdmin', 'countySupervisor'],
  manageCalendar: ['unitAdmin', 'countySupervisor'],
  audit: ['auditor', 'unitAdmin', 'countySupervisor'],
};

/** True when one of the viewer's roles reaches the object's agency and the table allows the verb. */
export function may(viewer: Viewer, verb: Verb, object: { readonly agency: string }): boolean {
  return viewer.roles.some((r) => POLICY[verb].includes(r.role) && r.reaches.has(object.agency));
}

/** A refusal for want of a role; a page answers it as forbidden. */
export interface Forbidden extends Refusal {
  readonly forbidden: true;
  /** Whom to turn to, where it is not the administrator of the unit. */
  readonly advice?: string;
}

/** True for a refusal for want of a role. */
export function isForbidden(value: unknown): value is Forbidden {
  return typeof value === 'object' && value !== null && 'forbidden' in value;
}

/** Null when the viewer may; else the refusal, naming the roles that may. */
export function forbid(viewer: Viewer, verb: Verb, object: { readonly agency: string }): Forbidden | null {
  if (may(viewer, verb, object)) return null;
  const roles = POLICY[verb].map((r) => ROLE_NAMES[r]).join('、');
  return { ...refuse(`您在这个单位没有这项权限（需要：${roles}）。`), forbidden: true };
}

/** The viewer as the one who acts. */
export function actorOf(viewer: Viewer): Actor {
  return { id: viewer.id, name: viewer.name };
}
