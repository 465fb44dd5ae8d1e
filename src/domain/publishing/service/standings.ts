import { type RegisterRecord, textOf } from '#domain/registers/record.ts';
import type { Day } from '#lib/day.ts';
import { type DocumentState, documentState } from '../legality.ts';
import { interpretationsOut } from '../normative.ts';
import type { PublishingContext } from './context.ts';
import { type PublishingTask, publicationsOf, tasksIn } from './tasks.ts';

/** What a county looks at over its units, in the order of its page. */
export const MATTERS = {
  overdue: '超期没有公开',
  duty: '公开目录没有做到',
  interpretation: '政策没有解读',
  document: '规范性文件要办理',
  guide: '公开指南要补',
  update: '栏目和场所要更新',
  mistake: '更正和澄清没有办完',
} as const;
export type MatterKind = keyof typeof MATTERS;

/** One thing a unit has not done. */
export interface Matter {
  readonly kind: MatterKind;
  readonly title: string;
  readonly says: string;
  readonly dueOn: string | null;
}

/** One normative document of a unit. */
export interface UnitDocument {
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly reviewedOn: string | null;
  readonly state: DocumentState;
  /** Null: no interpretation is asked of it any more. */
  readonly interpreted: boolean | null;
}

/** How one unit stands. */
export interface UnitStanding {
  readonly agency: string;
  readonly name: string;
  readonly matters: readonly Matter[];
  readonly documents: readonly UnitDocument[];
}

function kindOf({ kind, record, daysLeft }: PublishingTask): MatterKind | null {
  const stillTime = daysLeft !== null && daysLeft >= 0;
  if (kind === 'publish') return stillTime ? null : 'overdue';
  if (kind === 'duty') return stillTime ? null : 'duty';
  if (kind === 'document' && record.startsWith('interpretation:')) return stillTime ? null : 'interpretation';
  if (kind === 'document') return 'document';
  if (kind === 'guide') return 'guide';
  if (kind === 'place' || kind === 'column') return 'update';
  return kind === 'correct' || kind === 'clarify' ? 'mistake' : null;
}

function documentOf(d: RegisterRecord, interpreted: ReadonlySet<string>, today: Day): UnitDocument {
  const state = documentState(d, today);
  return {
    number: d.number,
    title: textOf(d, 'title') ?? d.number,
    issuedOn: textOf(d, 'issuedOn'),
    validUntil: textOf(d, 'validUntil'),
    reviewedOn: textOf(d, 'legalReviewOn'),
    state,
    interpreted: interpreted.has(d.number) ? true : state === 'inForce' ? false : null,
  };
}

/** Reads how an organ stands with the units inside it that count as its own. */
export async function readStanding(
  context: PublishingContext,
  code: string,
  inside: readonly string[],
): Promise<Omit<UnitStanding, 'name'>> {
  const { registers, entries } = context.ports;
  const tasks = await tasksIn(context, [code, ...inside]);
  const documents = (await registers.list({ register: 'normativeDocuments', agencies: [code], size: 0 })).records;
  const begun = documents.length === 0 ? [] : (await entries.list([code], 'interpretation')).map((e) => e.body);
  const out = new Set(interpretationsOut(begun, await publicationsOf(context, code, begun)).map((i) => i.document));
  return {
    agency: code,
    matters: tasks.flatMap((t): Matter[] => {
      const kind = kindOf(t);
      // Only the organ itself has a guide.
      return kind === null || (kind === 'guide' && t.agency !== code) ? [] : [{ kind, title: t.title, says: t.detail, dueOn: t.dueOn }];
    }),
    documents: documents
      .filter((d) => (textOf(d, 'kind') ?? 'normativeDocument') === 'normativeDocument')
      .map((d) => documentOf(d, out, context.today())),
  };
}
