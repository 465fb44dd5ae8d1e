import type { Agency, AgencyLevel } from '#domain/agencies/agency.ts';
import { PUBLICATION_CHANNELS } from '#domain/publishing/publications.ts';

/** A place where the office publishes, as its publications name it. */
export interface OfficeChannel {
  /** The channel's code in the publications register. */
  readonly key: string;
  /** 辉南县人民政府门户网站, 微信公众号 … */
  readonly label: string;
  /** True for the website named in {@link Office.site}. */
  readonly isSite?: boolean;
}

/** A training, inspection, assessment … as far as the text speaks of it. */
export interface HeldActivity {
  readonly kind: string;
  readonly on: string;
  /** What it was about, in the office's words. */
  readonly subject: string | null;
  readonly aboutDisclosure: boolean;
  /** What came of it (assessment, social evaluation, accountability). */
  readonly result?: string | null;
}

/** One line of the problems list. */
export interface Problem {
  /** The report year it was named in. */
  readonly year: number;
  readonly problem: string;
  readonly measure: string | null;
  /** What has been done about it since, said in the report of the year after. */
  readonly improvement: string | null;
}

/** What the text says of the office that is no figure. Whatever is null is not said, and listed as missing where it is wanted. */
export interface Office {
  readonly name: string;
  readonly shortName: string;
  readonly level: AgencyLevel;
  /** The organ that signs the report; the office itself if null. */
  readonly signedBy: string | null;
  /** The internal unit that does the work (工作机构), e.g. 朝阳镇人民政府办公室. */
  readonly workingUnit: string | null;
  /** `own` false: the site is the county's. */
  readonly site: { readonly name: string; readonly address: string | null; readonly own: boolean } | null;
  readonly contact: { readonly address: string; readonly phone: string; readonly postcode: string | null } | null;
  readonly channels: readonly OfficeChannel[];
  readonly activities: readonly HeldActivity[];
  readonly problems: readonly Problem[];
}

/** The office's own words as plain text: never a binding, one line, no full stop at the end that would double the sentence's. */
export function plain(words: string): string {
  return words
    .replaceAll('{', '｛')
    .replaceAll('}', '｝')
    .replaceAll('[[', '［［')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[。；;.，,、]+$/u, '');
}

function within(on: string, [from, to]: readonly [string, string]): boolean {
  return on >= from && on <= to;
}

/** What the activities of a kind in the span were about: each subject once, in order of date. */
export function subjectsOf(office: Office, kind: string, span: readonly [string, string], aboutDisclosure?: true): string[] {
  const held = office.activities.filter((a) => a.kind === kind && within(a.on, span) && (!aboutDisclosure || a.aboutDisclosure));
  const inOrder = held.toSorted((a, b) => a.on.localeCompare(b.on));
  return [...new Set(inOrder.flatMap((a) => (a.subject ? [plain(a.subject)] : [])))];
}

/** The results of the activities of a kind in the span, each once, in order of date. */
export function resultsOf(office: Office, kind: string, span: readonly [string, string]): string[] {
  const held = office.activities.filter((a) => a.kind === kind && within(a.on, span)).toSorted((a, b) => a.on.localeCompare(b.on));
  return [...new Set(held.flatMap((a) => (a.result ? [plain(a.result)] : [])))];
}

/** What an office states of itself once, in its particulars. */
export interface OfficeProfile {
  readonly agency: string;
  readonly signedBy: string | null;
  readonly workingUnit: string | null;
  readonly site: Office['site'];
  readonly contact: Office['contact'];
  /** The office's own name for a channel: wechat → “朝阳镇”微信公众号. The website is called by the site's name. */
  readonly channelNames?: Readonly<Record<string, string>>;
}

/** A line of a register as far as the text reads it. */
type Line = Readonly<Record<string, unknown>>;

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/**
 * The office as the text needs it: its particulars, and the lines of its registers of activities and problems.
 * A problem's improvement is the result its line records.
 */
export function officeFrom(
  agency: Agency,
  profile: OfficeProfile | undefined,
  activities: readonly Line[],
  problems: readonly Line[],
): Office {
  const site = profile?.site ?? null;
  const names: Readonly<Record<string, string>> = { ...profile?.channelNames, ...(site ? { website: site.name } : {}) };
  return {
    name: agency.name,
    shortName: agency.shortName,
    level: agency.level,
    signedBy: profile?.signedBy ?? null,
    workingUnit: profile?.workingUnit ?? null,
    site,
    contact: profile?.contact ?? null,
    channels: PUBLICATION_CHANNELS.map((c) => ({
      key: c.value,
      label: names[c.value] ?? c.label,
      isSite: site !== null && c.value === 'website',
    })),
    activities: activities.map((a) => ({
      kind: String(a['kind'] ?? ''),
      on: String(a['on'] ?? ''),
      subject: words(a['subject']),
      aboutDisclosure: a['aboutDisclosure'] === true,
      result: words(a['result']),
    })),
    problems: problems.map((p) => ({
      year: Number(p['year']),
      problem: String(p['problem'] ?? ''),
      measure: words(p['measure']),
      improvement: words(p['result']),
    })),
  };
}
