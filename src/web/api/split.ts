import type { Viewer } from '#domain/people/policy.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';

/** Of the requests named, those that were split into parts: the parts have the clock, the whole is never overdue. */
export async function splitWholes(
  deps: WebDeps,
  viewer: Viewer,
  agencies: readonly string[],
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (numbers.length === 0) return new Map();
  const found = await deps.registers.list(viewer, { register: 'requests', agencies, filter: { splitFrom: [...numbers] }, size: 0 });
  if (isRefusal(found)) return new Map();
  const parts = Map.groupBy(found.records, (r) => String(r.values['splitFrom']));
  return new Map([...parts].map(([whole, list]) => [whole, list.map((r) => r.number)]));
}
