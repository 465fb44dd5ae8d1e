import type { Application } from '#domain/application.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { Role } from '#domain/people/roles.ts';
import { demoPeople } from '../../demo/index.ts';

/** Whoever of the example holds a role in an agency. */
export async function viewerOf(app: Application, agency: string, role: Role): Promise<Viewer> {
  const person = demoPeople().find((p) => p.memberships.some((m) => m.agency === agency && m.role === role));
  const found = person && (await app.stores.people.credential(person.account));
  if (!found) throw new Error(`no ${role} of ${agency} in the example`);
  return app.accounts.viewer(found.person);
}
