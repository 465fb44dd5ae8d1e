import { isRefusal, type Refusal } from '#lib/result.ts';

/** The example data are ours, so a refusal is a mistake of the program. */
export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`example content refused: ${result.refused}`);
  return result as T;
}
