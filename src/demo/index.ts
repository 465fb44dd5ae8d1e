import { chaoyang } from './chaoyang.ts';
import type { DemoRegisters } from './shape.ts';
import { shifan } from './shifan.ts';

export { chaoyang } from './chaoyang.ts';
export { liveCases } from './live.ts';
export { type DemoPerson, demoPeople } from './people.ts';
export type { DemoRegisters } from './shape.ts';
export { shifan } from './shifan.ts';

/** The registers of the demo's two townships; the same on every call. */
export function demoRegisters(): readonly DemoRegisters[] {
  return [chaoyang(), shifan()];
}
