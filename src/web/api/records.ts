import { z } from 'zod';
import type { CaseEvent, RecordDraft } from '#domain/registers/record.ts';
import { eventDates } from '#domain/requests/eventDates.ts';
import { isRefusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, dayText, MOST_COUNTED, reason, recordNumber, registerKey } from './query.ts';
import { unitsOf } from './registers.ts';
import { rowOf } from './rows.ts';

const value = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);
const event = z.strictObject({
  on: dayText,
  kind: z.string().max(40),
  id: z.string().max(60).optional(),
  days: z.number().int().min(0).max(400).optional(),
  until: dayText.optional(),
  silenceMeans: z.enum(['agencyDecides', 'consent']).optional(),
  outcome: z.string().max(10).optional(),
  reason: z.string().max(500).optional(),
  recordedAt: z.string().max(40).optional(),
});
const SAVE = z.strictObject({
  register: registerKey,
  agency: agencyCode,
  reason: z.string().max(500).default(''),
  drafts: z
    .array(
      z.strictObject({
        number: recordNumber.optional(),
        basedOn: z.number().int().min(1).max(MOST_COUNTED).optional(),
        values: z.record(z.string().max(60), value),
        events: z.array(event).max(400).optional(),
      }),
    )
    .min(1)
    .max(1000),
});
const NAMED = { register: registerKey, number: recordNumber, agency: agencyCode };

/** Writing the registers: a batch whole or not at all, voiding, and looking at personal values. */
export function registerRecords(api: Api, deps: WebDeps): void {
  const row = async (record: Parameters<typeof rowOf>[0]) => rowOf(record, await deps.calendars.calendar(), deps.today());

  api.route({
    method: 'POST',
    path: '/registers/:register',
    input: SAVE,
    may: ['write', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const drafts = input.drafts.map(
        (d): RecordDraft => ({
          register: input.register,
          agency: input.agency,
          values: d.events ? { ...d.values, ...eventDates(d.events as readonly CaseEvent[]) } : d.values,
          ...(d.number !== undefined && { number: d.number }),
          ...(d.basedOn !== undefined && { basedOn: d.basedOn }),
          ...(d.events && { events: d.events as readonly CaseEvent[] }),
        }),
      );
      const saved = await deps.registers.save(viewer, drafts, input.reason);
      if (isRefusal(saved)) return saved;
      const calendar = await deps.calendars.calendar();
      return { rows: saved.map((r) => rowOf(r, calendar, deps.today())) };
    },
  });

  api.route({
    method: 'POST',
    path: '/registers/:register/:number/void',
    input: z.strictObject({ ...NAMED, reason, basedOn: z.number().int().min(1).max(MOST_COUNTED) }),
    may: ['write', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const { basedOn, reason: why, ...id } = input;
      const done = await deps.registers.void(viewer, id, basedOn, why, deps.today());
      return isRefusal(done) ? done : row(done);
    },
  });

  api.route({
    method: 'POST',
    path: '/registers/:register/:number/reveal',
    input: z.strictObject({ ...NAMED, reason }),
    may: ['revealPersonal', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer }) => {
      const { reason: why, ...id } = input;
      const record = await deps.registers.reveal(viewer, id, why);
      return isRefusal(record) ? record : row(record);
    },
  });

  api.route({
    method: 'GET',
    path: '/agencies/:agency/units',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input }) => {
      const tree = await deps.agencies.tree();
      const units = await unitsOf(deps, input.agency);
      if (units.length === 0) return refuse('没有这个单位。');
      return units.map((code) => ({ code, name: tree.stateOf(code, deps.today())?.name ?? code }));
    },
  });
}
