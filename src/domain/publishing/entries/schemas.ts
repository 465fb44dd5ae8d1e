import { z } from 'zod';
import { parseDay } from '#lib/day.ts';

const SHORT = 400;
const LONG = 20_000;

/** Text of one line; trimmed. */
export const line = z.string().trim().max(SHORT, `最多${SHORT}个字`);
export const words = z.string().max(LONG, `最多${LONG}个字`);
export const needed = line.min(1, '没有填写');
export const dayText = z.string().refine((t) => parseDay(t) !== null, '日期请写成 2026-01-31 的样子');
export const dayOrNone = dayText.nullable();
const file = z.string().max(64).nullable();
const basis = z.array(z.string().max(60)).max(20);

/** A place where the office makes things public. */
export const place = z.object({
  kind: z.enum([
    'portal',
    'siteColumn',
    'wechat',
    'weibo',
    'app',
    'shortVideo',
    'zone',
    'readingPlace',
    'board',
    'screen',
    'loudspeaker',
    'gazette',
    'other',
  ]),
  name: needed,
  /** An address on the web, or where it stands. */
  address: line,
  keeper: line,
  /** The column of ours whose items go there; null: none. */
  column: z.string().max(60).nullable(),
  /** Days without anything new after which it is stale; null: the threshold of its kind. */
  everyDays: z.int().min(1).max(3660).nullable(),
  /** The last update somebody noted; publications recorded here may be later. */
  lastOn: dayOrNone,
  openedOn: dayOrNone,
  closedOn: dayOrNone,
  remark: words,
});

/** At which of the office's places a publication was made: the entry's id is the publication's number. */
export const placed = z.object({ publication: needed, place: z.string().max(64) });

/** Copies handed to the archive, the library, a service hall (OGIR2019 25). */
export const delivery = z.object({
  to: needed,
  kind: z.enum(['archive', 'library', 'serviceCentre', 'other']),
  on: dayText,
  items: z
    .array(z.object({ item: needed, title: line, copies: z.int().min(1).max(999) }))
    .min(1, '没有选择信息')
    .max(2000),
  handedBy: line,
  receivedBy: line,
  receivedOn: dayOrNone,
  receipt: file,
  remark: words,
});

/** 澄清: true information published against what was false or incomplete (OGIR2019 6). */
export const clarification = z.object({
  foundOn: dayText,
  where: needed,
  claim: words.refine((t) => t.trim() !== '', '没有填写'),
  handler: line,
  /** The item that clarifies; null while it is owed. */
  item: line.nullable(),
  clarifiedOn: dayOrNone,
  remark: words,
});

/** 更正: what was wrong in something already public, and how it was put right. */
export const correction = z.object({
  item: needed,
  foundOn: dayText,
  foundBy: line,
  wrong: words.refine((t) => t.trim() !== '', '没有填写'),
  right: words,
  correctedOn: dayOrNone,
  /** The content version that has it right; null while it is owed. */
  version: z.int().min(1).nullable(),
});

/** What a village or a department hands in from a phone: a photo and four fields. */
export const submission = z.object({
  from: needed,
  title: needed,
  formedOn: dayText,
  text: words,
  column: z.string().max(60).nullable(),
  files: z.array(z.string().max(64)).max(20),
  village: z.boolean(),
  handedInBy: line,
  handedInAt: z.iso.datetime({ offset: true }),
  state: z.enum(['waiting', 'returned', 'taken']),
  /** Why it went back. */
  reason: line,
  /** The item it became. */
  item: line.nullable(),
});

/** A version that was public and no longer is: its address says so and why. */
export const hiddenVersion = z.object({ item: needed, version: z.int().min(1), on: dayText, reason: needed });

/** 合法性审核 of a normative document. */
export const legalReview = z.object({
  document: needed,
  title: line,
  submittedOn: dayText,
  reviewer: line,
  result: z.enum(['open', 'lawful', 'change', 'unlawful']),
  opinion: words,
  on: dayOrNone,
  file,
});

/** 清理: what a review of the documents in force decided of one of them. */
export const cleanup = z.object({
  document: needed,
  title: line,
  on: dayText,
  /** By whom, under which notice. */
  by: line,
  result: z.enum(['keep', 'revise', 'abolished', 'lapsed']),
  /** New last day in force, where it is kept for longer. */
  validUntil: dayOrNone,
  /** First day without force, where it ends. */
  endedOn: dayOrNone,
  remark: words,
});

export const interpretation = z.object({
  document: needed,
  documentItem: line.nullable(),
  form: z.enum(['text', 'questions', 'picture']),
  item: line.nullable(),
  notNeeded: line.nullable(),
  /** The 图解's small form, by its entry. */
  picture: z.string().max(64).nullable().default(null),
});

/** The small form a 图解 is drawn from. */
export const picture = z.object({
  title: needed,
  source: line,
  blocks: z
    .array(
      z.object({
        heading: needed,
        /** Shown large: an amount, a date, a number of people. */
        figure: line,
        lines: z.array(line).max(8),
      }),
    )
    .min(1, '至少要有一块内容')
    .max(12),
  contact: line,
});

export const guide = z.object({
  elements: z.record(z.string().max(40), words),
  body: z.string().max(200_000),
  effectiveOn: dayOrNone,
  reviewedOn: dayOrNone,
});

const columnField = z.object({ key: needed, label: needed, kind: z.enum(['text', 'longText', 'day', 'photo']) });

export const columns = z.object({
  columns: z
    .array(
      z.object({
        id: z.string().max(60),
        parent: z.string().max(60).nullable(),
        label: line,
        order: z.int().min(0).max(9999),
        basis,
        category: z.string().max(40),
        threshold: z.enum(['home', 'news', 'notices', 'policy', 'account', 'place']).nullable(),
        fields: z.array(columnField).max(30),
        description: line,
        closed: z.boolean(),
        whenFilled: z.boolean().default(false),
        everyDays: z.int('请填整数天').min(1, '至少1天').max(3660, '最多3660天').nullable().default(null),
        keeper: line.default(''),
      }),
    )
    .max(500, '最多500个栏目'),
});

export const duty = z.object({
  key: needed,
  group: line,
  label: needed,
  elements: words,
  basis,
  source: z.enum(['article20', 'article21', 'own', 'field']),
  handler: line,
  frequency: z.enum(['onChange', 'month', 'quarter', 'halfYear', 'year']),
  dueMonthDay: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '请写成 01-31 的样子')
    .nullable(),
  graceDays: z.int().min(0).max(366),
  within: z.object({ days: z.int().min(1).max(365), unit: z.enum(['working', 'calendar']), basis: z.string().max(60) }).nullable(),
  column: z.string().max(60).nullable(),
  channels: z.array(z.string().max(40)).max(20),
  audience: line,
  mode: z.enum(['proactive', 'onRequest']),
  levels: z.array(z.enum(['county', 'township'])),
  unverified: line.nullable(),
  notOurs: line.nullable(),
});

/** The foot of every page of the site; empty: left out. Only what the office at the top sets is shown. */
const site = z.object({
  name: line.default(''),
  organiser: line.default(''),
  domain: line.default(''),
  idCode: line.default(''),
  icp: line.default(''),
  police: line.default(''),
  contact: line.default(''),
  reportErrors: line.default(''),
});

/** What an office sets once for publishing. */
export const settings = z.object({
  creditCode: line.nullable(),
  /** True where our own pages serve the office; a township's is the county's site (SITE2017). */
  portal: z.boolean(),
  /** Threshold key → days. */
  thresholds: z.record(z.string().max(20), z.int().min(1).max(3660)),
  /** Own words for the check before publishing: wrong → right. */
  words: z.record(z.string().min(1).max(30), z.string().max(30)),
  /** Names the texts must get right: agencies by right name, leaders by name → post. */
  agencyNames: z.array(line).max(500),
  leaders: z.record(z.string().min(2).max(20), line),
  /** Leader → last day in the post; from the next day on the name is no longer checked. */
  leadersUntil: z.record(z.string().max(20), dayText).default({}),
  /** Wrong agency names in use → the right one. */
  formerNames: z.record(z.string().min(2).max(60), line),
  /** First day of use: periods due before it are nobody's debt. */
  startedOn: dayOrNone,
  /** Months after which withheld information is looked at again (OGIR2019 18 names none). */
  reassessMonths: z.int().min(1).max(120),
  /** 常用查找 on the home of our own pages; empty: those that come along. */
  frequentSearches: z.array(needed.max(20, '最多20个字')).max(12, '最多12个').default([]),
  site: site.nullable().default(null),
});
