import { z } from 'zod';
import type { Command } from '#domain/publishing/life/needs.ts';
import { PUBLIC_STATE_NAMES, type PublicState, WORK_STATE_NAMES, type WorkState } from '#domain/publishing/life/states.ts';
import { MOST_COUNTED } from './query.ts';

/** An 索引号 as it comes from the screen. */
export const itemNumber = z.string().min(1).max(100);
/** The revision of an item a change was made on. */
export const revision = z.coerce.number().int().min(0).max(MOST_COUNTED);

const text = z.string();
const dayOrNone = z.string().max(20).nullable();

/** What may be changed of an item's words; lengths are the service's to judge, so that it can say which field. */
export const CHANGE = z
  .strictObject({
    title: text,
    body: text,
    summary: text,
    formedOn: dayOrNone,
    documentNumber: text,
    maker: text,
    handler: text,
    column: z.string().max(60).nullable(),
    topic: text,
    genre: text,
    keywords: z.array(z.string()).max(60),
    effectiveOn: dayOrNone,
    validUntil: dayOrNone,
    village: z.boolean(),
    reprint: z.boolean(),
    particulars: z.record(z.string(), z.string()),
  })
  .partial();

const SIGN_OFF = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('paper'), by: z.string().max(60), on: z.string().max(20), file: z.string().max(64) }),
  z.strictObject({ kind: z.literal('override'), reason: z.string().max(1000) }),
]);

/** What a step of an item’s life may be told. */
export const COMMAND = z
  .strictObject({
    mode: z.enum(['proactive', 'onRequest', 'closed']),
    ground: z.string().max(40),
    opinion: z.string().max(2000),
    reason: z.string().max(2000),
    signOff: SIGN_OFF,
    on: z.string().max(20),
    at: z.string().max(40),
    portal: z.boolean(),
    accepted: z.record(z.string().max(60), z.string().max(500)),
  })
  .partial() satisfies z.ZodType<Command>;

/** Any state an item can be looked for by. */
export const STATE = z.enum([...Object.keys(WORK_STATE_NAMES), ...Object.keys(PUBLIC_STATE_NAMES)] as [string, ...string[]]);

/** What a list is asked for by the name of a state: one of the work, or one of what the public sees. */
export function statesOf(state: string | undefined): { work?: WorkState[]; public?: PublicState[] } {
  if (!state) return {};
  return state in WORK_STATE_NAMES ? { work: [state as WorkState] } : { public: [state as PublicState] };
}
