import { sql } from 'kysely';
import type { Agency } from '#domain/agencies/agency.ts';
import { type AgencyTree, agencyTree } from '#domain/agencies/tree.ts';
import type { Db } from '../database.ts';

interface AgencyRow {
  agency: string;
  name: string;
  short_name: string;
  kind: Agency['kind'];
  level: Agency['level'];
  parent: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

/** Every dated state of every agency. */
export async function loadAgencies(db: Db): Promise<Agency[]> {
  const { rows } = await sql<AgencyRow>`select * from agencies order by agency, valid_from nulls first`.execute(db);
  return rows.map((r) => ({
    code: r.agency,
    name: r.name,
    shortName: r.short_name,
    kind: r.kind,
    level: r.level,
    parent: r.parent,
    from: r.valid_from,
    to: r.valid_to,
  }));
}

/** The tree of agencies as it stands. */
export async function loadTree(db: Db): Promise<AgencyTree> {
  return agencyTree(await loadAgencies(db));
}

export const FOREVER = '9999-12-31';

/** The agencies that share an organ with this one: the organ itself and its internal units. */
export function unitsAround(tree: AgencyTree, agency: string): string[] {
  const home = tree.organOf(agency, FOREVER) ?? agency;
  return [...new Set([agency, home, ...tree.codes.filter((code) => (tree.organOf(code, FOREVER) ?? code) === home)])];
}
