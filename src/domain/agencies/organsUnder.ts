import type { AgencyTree } from './tree.ts';

/** The reporting organs at and under an agency that exist on a day, with their names, in the tree's order. */
export function organsUnder(tree: AgencyTree, agency: string, on: string): { readonly code: string; readonly name: string }[] {
  const isUnder = (code: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = code; at !== null && !seen.has(at); at = tree.stateOf(at, on)?.parent ?? null) {
      if (at === agency) return true;
      seen.add(at);
    }
    return false;
  };
  return tree.codes.flatMap((code) => {
    const state = tree.stateOf(code, on);
    return state?.kind === 'reportingOrgan' && tree.existsOn(code, on) && isUnder(code) ? [{ code, name: state.name }] : [];
  });
}
