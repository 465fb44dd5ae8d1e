import { z } from 'zod';
import { dayOfMoment } from '#lib/day.ts';
import { REGISTERS } from '../registers/all.ts';
import type { Field, Register, RegisterKey } from '../registers/register.ts';
import { OUTCOMES } from '../requests/choices.ts';

const DAY = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ].+)?$/)
  .refine((text) => dayOfMoment(text) !== null)
  .meta({ title: 'day', description: '日期，YYYY-MM-DD；写成时刻的（YYYY-MM-DDThh:mm:ssZ），取其北京时间的日期' })
  .transform((text): string => dayOfMoment(text) ?? text);
const MONTH = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ title: 'month', description: '月份，YYYY-MM' });
const MOMENT = z
  .string()
  .refine((text) => dayOfMoment(text) !== null)
  .meta({ title: 'moment', description: '登记的日期或时刻：YYYY-MM-DD，或带时区的 YYYY-MM-DDThh:mm:ssZ' });
const NAME = z.string().min(1).max(200);
const COUNT = z.int().min(0);

/**
 * Columns whose words the office chooses. A word that is known as a choice or one of its synonyms is read as it; any other
 * is kept and counts as 其他 (or, for an activity, not at all, with a finding).
 */
const FREE_CHOICES: ReadonlySet<string> = new Set([
  'items/category',
  'items/mode',
  'publications/channel',
  'tickets/category',
  'activities/kind',
]);

/** Without these a record is none. All else may be missing; what counting needs and lacks is a finding. */
const REQUIRED: Readonly<Record<RegisterKey, readonly string[]>> = {
  requests: ['number'],
  items: ['id'],
  publications: ['item', 'on'],
  normativeDocuments: ['number'],
  administrative: ['month'],
  remedies: ['number', 'kind'],
  tickets: ['number'],
  activities: ['id', 'kind', 'on'],
  problems: ['problem'],
};

/** True for a choice column that may hold any word. */
export function isFreeChoice(register: RegisterKey, field: string): boolean {
  return FREE_CHOICES.has(`${register}/${field}`);
}

function valueSchema(register: Register, field: Field): z.ZodType {
  if (field.key === register.numberField && field.kind === 'text') return NAME;
  switch (field.kind) {
    case 'day':
      return DAY;
    case 'month':
      return MONTH;
    case 'count':
      return COUNT;
    case 'fen':
      return field.negative ? z.int() : COUNT;
    case 'flag':
      return z.boolean();
    case 'choice':
      return isFreeChoice(register.key, field.key) ? z.string() : z.enum((field.choices ?? []).map((c) => c.value));
    default:
      return z.string();
  }
}

const OUTCOME = z.enum(OUTCOMES.map((c) => c.value));

const EVENT = z
  .looseObject({
    on: DAY,
    kind: NAME,
    id: z.union([z.string(), z.number()]).nullish(),
    days: z.int().nullish(),
    until: DAY.nullish(),
    outcome: OUTCOME.nullish(),
    reason: z.string().nullish(),
    recordedAt: MOMENT.nullish(),
  })
  .meta({ description: '办理过程中的一步，与 gongkai clock 的事件相同' });

const VOID = z
  .union([z.boolean(), z.string(), z.looseObject({ reason: z.string().nullish(), on: DAY.nullish() })])
  .meta({ description: '作废：true、理由，或 {reason, on}。作废的保留编号，不计数' });

function recordSchema(register: Register): z.ZodType {
  const required = new Set(REQUIRED[register.key]);
  const shape: Record<string, z.ZodType> = {};
  for (const field of register.fields) {
    const schema = valueSchema(register, field).meta({ description: [field.label, field.hint].filter(Boolean).join('：') });
    shape[field.key] = required.has(field.key) ? schema : schema.nullish();
  }
  shape['agency'] = register.key === 'publications' ? NAME.nullish() : NAME;
  if (register.key === 'requests') shape['events'] = z.array(EVENT).max(300).nullish();
  shape['void'] = VOID.nullish();
  shape['recordedAt'] = MOMENT.nullish();
  return z.looseObject(shape).meta({ description: register.title });
}

const AGENCY = z.looseObject({
  code: NAME,
  name: NAME,
  shortName: z.string().nullish(),
  kind: z.enum(['reportingOrgan', 'internalUnit', 'villageCommittee']),
  level: z.string().nullish(),
  parent: NAME.nullish(),
  from: DAY.nullish(),
  to: DAY.nullish(),
});

const DECLARATION = z.looseObject({
  agency: NAME,
  register: z.enum(REGISTERS.filter((r) => r.declared).map((r) => r.key)),
  from: DAY,
  to: DAY,
  state: z.enum(['kept', 'nil', 'notKept']),
  by: z.string().nullish(),
  on: DAY.nullish(),
});

const CELL = z.number().nullable();
const ROWS = z.record(z.string(), z.array(CELL));
const OPENING = z
  .looseObject({
    agency: NAME,
    year: z.int().min(2019).max(2100),
    tables: z.looseObject({
      proactive: z.record(z.string(), z.union([CELL, z.record(z.string(), CELL)])).nullish(),
      requests: ROWS.nullish(),
      remedies: ROWS.nullish(),
    }),
  })
  .meta({
    description:
      '期初数：year 是已公布年报的年度，tables 是该年报的三张表（gongkai check 的输出）。其结转、现行有效、尚未审结在该年12月31日之后起算；该日尚在的登记，补录一件即顶替其中一件；登记多于期初数的，以登记为准',
  });

/** The file `compile --registers` reads. Extra keys are allowed everywhere and ignored. */
export const REGISTERS_FILE = z
  .looseObject({
    agencies: z.array(AGENCY).min(1),
    declarations: z.array(DECLARATION).nullish(),
    opening: z.array(OPENING).nullish(),
    ...Object.fromEntries(REGISTERS.map((r) => [r.key, z.array(recordSchema(r)).nullish()])),
  })
  .meta({ title: 'gongkai registers file', description: 'gongkai compile --registers 读取的登记文件' });

/** The JSON Schema of the file, as published in docs/registers.schema.json. */
export function registersJsonSchema(): object {
  return z.toJSONSchema(REGISTERS_FILE, { io: 'input' });
}
