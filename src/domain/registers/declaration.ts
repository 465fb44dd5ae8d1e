import type { RegisterKey } from './register.ts';

/** kept · 零报告 (nil, by whom, when) · not kept, for one unit, register and period. A record does not declare. */
export interface Declaration {
  readonly agency: string;
  readonly register: RegisterKey;
  readonly from: string;
  readonly to: string;
  readonly state: 'kept' | 'nil' | 'notKept';
  readonly by: string;
  readonly on: string;
}
