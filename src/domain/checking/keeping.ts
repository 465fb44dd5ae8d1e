import { isDeepStrictEqual } from 'node:util';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { check, type Level } from '../checker/index.ts';
import type { Actor } from '../people/actor.ts';
import type { Reading } from '../report/model.ts';
import { isListed, type Settled, settle } from './choose.ts';
import type { CheckedStore, CheckHead, Choice, KeptCheck, NewCheck } from './ports.ts';

/** A file to check and keep: what was read of it, or why nothing was. */
export interface Submitted {
  readonly file: string;
  readonly sha256: string;
  readonly read: Reading | { readonly unread: string };
  readonly level?: Level | undefined;
}

/** Tells whether two printed names are those of one unit. */
export type SameReporter = (a: string | null, b: string | null) => boolean;

interface Kept {
  readonly id: string;
  /** The same file had been kept, with the same findings: nothing was added. */
  readonly same: boolean;
  /** The check of the following year's report that was made anew, now that it has last year's beside it. */
  readonly again: string | null;
}

interface Before {
  readonly id: string;
  readonly file: string;
  readonly reading: Reading;
}

export interface Keeping {
  keep(agency: string, file: Submitted, same: SameReporter, by: Actor): Promise<Kept>;
  /** The id of the new check, or why the figures do not fit. */
  settle(one: KeptCheck, settled: readonly Settled[], by: Actor): Promise<string | Refusal>;
}

type Made = Omit<NewCheck, 'agency' | 'file' | 'sha256'>;

function made(reading: Reading, before: Before | null, level: Level | null, choices: readonly Choice[]): Made {
  const { unit, year } = reading.report;
  return {
    unit,
    year,
    level,
    unread: null,
    findings: check(reading, { previous: before?.reading ?? null, ...(level ? { level } : {}) }),
    doubts: reading.doubts,
    choices,
    reading,
    previousFile: before?.file ?? null,
    previousId: before?.id ?? null,
  };
}

/** What was settled of the same file earlier holds for it again. */
function withChoices(reading: Reading, choices: readonly Choice[]): { reading: Reading; choices: readonly Choice[] } {
  const own = choices.filter((c) => reading.doubts.some((d) => d.cell === c.cell));
  const settled = settle(reading, own);
  return isRefusal(settled) ? { reading, choices: [] } : { reading: settled, choices: own };
}

/** Keeps checks over a store. @param today YYYY-MM-DD, for decisions */
export function keepingOver(store: CheckedStore, today: () => string): Keeping {
  const latestOf = async (agency: string, reading: Reading, year: number, same: SameReporter): Promise<CheckHead | undefined> =>
    (await store.heads([agency], { year, latest: true })).find((h) => h.unread === null && same(h.unit, reading.report.unit));

  const kept = async (agency: string, reading: Reading, same: SameReporter): Promise<Before | null> => {
    const { year } = reading.report;
    const head = year === null ? undefined : await latestOf(agency, reading, year - 1, same);
    const found = head && (await store.reading(agency, head.id));
    return head && found ? { id: head.id, file: head.file, reading: found } : null;
  };

  const checkFollowing = async (agency: string, before: Before, same: SameReporter, by: Actor): Promise<string | null> => {
    const { year } = before.reading.report;
    const head = year === null ? undefined : await latestOf(agency, before.reading, year + 1, same);
    if (!head || head.previousFile !== null) return null;
    const reading = await store.reading(agency, head.id);
    const [one] = await store.get([agency], [head.id]);
    if (!reading || !one) return null;
    const { file, sha256 } = one;
    return (await store.keep({ agency, file, sha256, ...made(reading, before, one.level, one.choices) }, by)).id;
  };

  const keepUnread = async (agency: string, { file, sha256 }: Submitted, unread: string, by: Actor): Promise<Kept> => {
    const twin = (await store.heads([agency], { sha256, latest: true })).find((h) => h.unread === unread && h.file === file);
    if (twin) return { id: twin.id, same: true, again: null };
    const none = {
      unit: null,
      year: null,
      level: null,
      findings: [],
      doubts: [],
      choices: [],
      reading: null,
      previousFile: null,
      previousId: null,
    };
    return { id: (await store.keep({ agency, file, sha256, unread, ...none }, by)).id, same: false, again: null };
  };

  return {
    async keep(agency, submitted, same, by) {
      const { file, sha256, read, level = null } = submitted;
      if ('unread' in read) return keepUnread(agency, submitted, read.unread, by);
      const twin = (await store.heads([agency], { sha256, latest: true })).find((h) => h.unread === null);
      const [earlier] = twin ? await store.get([agency], [twin.id]) : [];
      const { reading, choices } = withChoices(read, earlier?.choices ?? []);
      const before = await kept(agency, reading, same);
      const now = made(reading, before, level, choices);
      if (earlier && isDeepStrictEqual(JSON.parse(JSON.stringify(now.findings)), earlier.findings) && earlier.level === level)
        return { id: earlier.id, same: true, again: null };
      const { id } = await store.keep({ agency, file, sha256, ...now }, by);
      return { id, same: false, again: await checkFollowing(agency, { id, file, reading }, same, by) };
    },
    async settle(one, settled, by) {
      const { agency, file, sha256, id, level, previousId, previousFile } = one;
      const reading = await store.reading(agency, id);
      if (!reading) return refuse('这份年报的内容没有留存（太大，或是旧版本查的），请重新上传再选。');
      const next = settle(reading, settled);
      if (isRefusal(next)) return next;
      const before = previousId && (await store.reading(agency, previousId));
      const choices = settled.map((s): Choice => {
        const doubt = reading.doubts.find((d) => d.cell === s.cell);
        return { ...s, listed: doubt !== undefined && isListed(doubt, s.values), by: by.name, on: today() };
      });
      const beside = before && previousId ? { id: previousId, file: previousFile ?? '', reading: before } : null;
      return (await store.keep({ agency, file, sha256, ...made(next, beside, level, [...one.choices, ...choices]) }, by)).id;
    },
  };
}
