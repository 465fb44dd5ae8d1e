// What the console and the server say to each other about publishing, under /api/console/publishing. Types only.

import type { PrecheckFinding } from '#domain/precheck/index.ts';
import type { Attachment, ContentVersion, ItemContent, Mode } from '#domain/publishing/content.ts';
import type { ContentDifference } from '#domain/publishing/contentDiff.ts';
import type { DutyStatus } from '#domain/publishing/duties.ts';
import type { Entry, EntryBody, EntryKind } from '#domain/publishing/entries/entry.ts';
import type { Freshness, Threshold } from '#domain/publishing/freshness.ts';
import type { GuideFinding } from '#domain/publishing/guide.ts';
import type { DocumentState } from '#domain/publishing/legality.ts';
import type { Command } from '#domain/publishing/life/needs.ts';
import type { PublicState, SignOff, Step, TransitionName, WorkState } from '#domain/publishing/life/states.ts';
import type { Need } from '#domain/publishing/life/transitions.ts';
import type { DocumentNumbers } from '#domain/publishing/normative.ts';
import type { PlaceStatus } from '#domain/publishing/places.ts';
import type { ItemLine } from '#domain/publishing/ports.ts';
import type { Proposal } from '#domain/publishing/proposal.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import type { Matter, MatterKind, UnitDocument } from '#domain/publishing/service/standings.ts';
import type { SettingChange } from '#domain/publishing/settings.ts';

export type {
  Attachment,
  Command,
  ContentDifference,
  DutyStatus,
  Entry,
  EntryBody,
  EntryKind,
  GuideFinding,
  ItemContent,
  ItemLine,
  ItemView,
  MatterKind,
  Mode,
  Need,
  PlaceStatus,
  PrecheckFinding,
  PublicState,
  SignOff,
  Step,
  TransitionName,
  WorkState,
};

/** A value with what it is called. */
export interface Named<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/** A column as a choice: its depth in the tree, and the fields of its own form. */
export interface ColumnChoice {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  /** Has columns below it: nothing stands in it directly. */
  readonly group: boolean;
  readonly closed: boolean;
  readonly fields: readonly { readonly key: string; readonly label: string; readonly kind: 'text' | 'longText' | 'day' | 'photo' }[];
}

/** GET /publishing/setup?agency — the words of publishing, and what is the office's own. */
export interface PublishingSetup {
  readonly columns: readonly ColumnChoice[];
  readonly closedGrounds: readonly { readonly key: string; readonly label: string; readonly basis: string }[];
  readonly channels: readonly Named[];
  readonly placeKinds: readonly Named<EntryBody<'place'>['kind']>[];
  readonly workStates: readonly Named<WorkState>[];
  readonly publicStates: readonly Named<PublicState>[];
  readonly frequencies: readonly Named[];
  readonly guideElements: readonly { readonly key: string; readonly label: string }[];
  readonly mayDraft: boolean;
  readonly mayWrite: boolean;
  /** Also who keeps the guide: it is public at once. */
  readonly mayApprove: boolean;
  readonly mayConfigure: boolean;
  /** Our own pages serve the office. */
  readonly portal: boolean;
  /** Names to choose from for 发布机构 and 承办单位. */
  readonly agencyNames: readonly string[];
}

/** A line of the list with what is next and by when it must be public. */
export interface ItemRow extends ItemLine {
  readonly workName: string;
  readonly publicName: string;
  /** The next step's words; null: nothing is. */
  readonly next: string | null;
  readonly due: { readonly on: string; readonly state: string; readonly provisional: boolean } | null;
}

/** GET /publishing/items?agency&state&column&q&page */
export interface ItemRows {
  readonly items: readonly ItemRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** GET /publishing/item/versions?agency&item */
export interface VersionRow extends Omit<ContentVersion, 'content'> {
  readonly title: string;
  /** It was public. */
  readonly published: boolean;
  /** It was public, and no longer is. */
  readonly hidden: { readonly on: string; readonly reason: string } | null;
}

/** GET /publishing/filters?agency — a person's own filters of the list, as its address has them. */
export interface SavedFilter {
  readonly name: string;
  readonly query: string;
}

/** A step that may be taken now, and in which ways it can be signed. */
export interface StepChoice {
  readonly name: TransitionName;
  readonly label: string;
  readonly needs: readonly Need[];
  readonly basis: readonly string[];
  /** By this person in the system; false: wrote it, or has not the role. */
  readonly system: boolean;
  readonly paper: boolean;
  readonly override: boolean;
  /** Why not in the system, where that is so. */
  readonly why: string | null;
}

/** GET /publishing/item?agency&item — and the answer to every change of it. */
export interface ItemAnswer {
  readonly item: ItemView;
  readonly workName: string;
  readonly publicName: string;
  readonly next: string | null;
  readonly choices: readonly StepChoice[];
  /** Attachments of the working version. */
  readonly attachments: readonly Attachment[];
  readonly stepLabels: Readonly<Record<string, string>>;
  /** Of a save: what the clean page no longer has. */
  readonly removed?: readonly Removed[];
  /** Of a publication outside: what the office should still see to. */
  readonly warnings?: readonly string[];
}

export interface Removed {
  readonly what: string;
  readonly says: string;
  readonly count: number;
}

/** POST /publishing/clean — HTML in, clean HTML with its pictures inside. */
export interface CleanAnswer {
  readonly html: string;
  readonly removed: readonly Removed[];
}

/** GET /publishing/duties?agency */
export interface DutyRow {
  readonly entry: Entry<'duty'>;
  readonly status: DutyStatus;
  readonly frequencyName: string;
  readonly columnLabel: string | null;
  readonly basisTitles: readonly string[];
}

/** GET /publishing/guide?agency */
export interface GuideAnswer {
  readonly entry: Entry<'guide'> | null;
  readonly findings: readonly GuideFinding[];
  readonly review: { readonly dueOn: string | null; readonly daysLeft: number | null; readonly says: string };
  readonly versions: readonly { readonly version: number; readonly at: string; readonly effectiveOn: string | null }[];
}

/** A column of the tree with how it stands. */
export interface ColumnRow {
  readonly column: EntryBody<'columns'>['columns'][number];
  readonly depth: number;
  /** Items that stand in it, worked on or public. */
  readonly items: number;
  readonly lastOn: string | null;
  readonly freshness: Freshness | null;
  readonly basisTitles: readonly string[];
  /** Part of every 专栏: not moved, not closed. */
  readonly fixed: boolean;
  /** Why it can't be deleted; null: it can. */
  readonly kept: string | null;
}

/** GET /publishing/columns?agency */
export interface ColumnsAnswer {
  /** Null: still those that come along. */
  readonly entry: Entry<'columns'> | null;
  readonly rows: readonly ColumnRow[];
  readonly versions: readonly { readonly version: number; readonly at: string; readonly by: string; readonly reason: string }[];
  /** The organ that sets them, where that is another. */
  readonly setBy: string | null;
}

/** A normative document with how it stands on a day. */
export interface DocumentRow {
  /** 发文字号. */
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly promulgatedOn: string | null;
  readonly validUntil: string | null;
  readonly endedOn: string | null;
  /** 索引号 of the item it is published as. */
  readonly item: string | null;
  readonly counted: { readonly issued: boolean; readonly abolished: boolean; readonly inForce: boolean };
  readonly state: DocumentState;
  readonly stateName: string;
  /** Days before the end of validity that were reached (180, 90, 30), 0 once lapsed; null: far off. */
  readonly reminder: number | null;
  /** 合法性审核日期 as the register has it. */
  readonly reviewedOn: string | null;
  readonly reviewing: boolean;
  readonly interpreted: 'made' | 'begun' | 'notNeeded' | 'none';
  readonly cleanedUp: string | null;
  readonly needs: readonly { readonly kind: string; readonly says: string; readonly dueOn: string | null }[];
}

/** GET /publishing/normative?agency&on */
export interface NormativeAnswer {
  readonly on: string;
  readonly numbers: DocumentNumbers;
  /** Of 现行有效: carried over from a printed report, without records here. */
  readonly opening: number;
  readonly rows: readonly DocumentRow[];
  readonly mayWrite: boolean;
}

/** GET /publishing/document?agency&number — and the answer to changes of it. */
export interface DocumentAnswer {
  readonly row: DocumentRow;
  readonly effectiveOn: string | null;
  readonly replacedBy: string | null;
  readonly handler: string | null;
  readonly item: { readonly number: string; readonly title: string; readonly state: string } | null;
  readonly reviews: readonly { readonly entry: Entry<'legalReview'>; readonly resultName: string; readonly dueOn: string | null }[];
  readonly reviewDays: { readonly most: number; readonly says: string };
  readonly cleanups: readonly { readonly entry: Entry<'cleanup'>; readonly resultName: string }[];
  readonly interpretations: readonly Entry<'interpretation'>[];
  readonly mayWrite: boolean;
  readonly mayDraft: boolean;
  readonly warnings: readonly string[];
}

/** POST /publishing/picture/preview */
export interface PictureAnswer {
  readonly svg: string;
  /** Its words, in reading order. */
  readonly text: string;
}

/** GET /publishing/settings?agency */
export interface SettingsAnswer {
  /** Null: nothing was set yet. */
  readonly entry: Entry<'settings'> | null;
  /** What holds: set, or as it comes along. */
  readonly body: EntryBody<'settings'>;
  /** Newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
    readonly changes: readonly SettingChange[];
  }[];
  readonly thresholds: readonly Threshold[];
  readonly township: boolean;
  /** The foot of every page is this office's to set. */
  readonly top: boolean;
  readonly siteRule: { readonly says: string; readonly basis: readonly string[] };
}

/** GET /publishing/units — where the person may hand in. */
export interface HandInUnit {
  readonly agency: string;
  readonly name: string;
  readonly village: boolean;
}

/** GET /publishing/submissions?agency */
export interface SubmissionRow {
  readonly entry: Entry<'submission'>;
  readonly files: readonly { readonly id: string; readonly name: string; readonly picture: boolean }[];
  /** Where it probably belongs, when the unit chose no column. */
  readonly proposed: Proposal | null;
}

/** GET /publishing/standings?agency: how each unit stands, and everything that is open, line by line. */
export interface UnitsAnswer {
  readonly kinds: readonly { readonly kind: MatterKind; readonly name: string }[];
  readonly units: readonly {
    readonly agency: string;
    readonly name: string;
    readonly counts: Readonly<Record<MatterKind, number>>;
    /** Normative documents in force. */
    readonly inForce: number;
  }[];
  readonly matters: readonly (Matter & { readonly agency: string; readonly unit: string; readonly kindName: string })[];
  readonly documents: readonly (UnitDocument & { readonly agency: string; readonly unit: string; readonly stateName: string })[];
}
