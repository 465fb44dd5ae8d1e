import type { AgencyTree } from './tree.ts';

/** True where an agency is another on a day, or stands below it however deep; a ring of parents ends. */
export function isUnder(tree: AgencyTree, code: string, agency: string, on: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = code; at !== null && !seen.has(at); at = tree.stateOf(at, on)?.parent ?? null) {
    if (at === agency) return true;
    seen.add(at);
  }
  return false;
}

/** The reporting organs at and under an agency that exist on a day, with their names, in the tree's order. */
export function organsUnder(tree: AgencyTree, agency: string, on: string): { readonly code: string; readonly name: string }[] {
  return tree.codes.flatMap((code) => {
    const state = tree.stateOf(code, on);
    return state?.kind === 'reportingOrgan' && tree.existsOn(code, on) && isUnder(tree, code, agency, on)
      ? [{ code, name: state.name }]
      : [];
  });
}
