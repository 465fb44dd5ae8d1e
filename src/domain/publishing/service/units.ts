import { organsUnder } from '#domain/agencies/organsUnder.ts';
import { may, type Viewer } from '#domain/people/policy.ts';
import { type RegisterRecord, textOf } from '#domain/registers/record.ts';
import type { Day } from '#lib/day.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { type DocumentState, documentState } from '../legality.ts';
import { interpretationsOut } from '../normative.ts';
import { denied, type PublishingContext } from './context.ts';
import { type PublishingTask, publishingTasks } from './tasks.ts';

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

/** Units read at the same time. */
const AT_ONCE = 4;

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

/** The organs at and under an agency a viewer may see, each with what it owes the public and its normative documents. */
export async function unitStandings(
  context: PublishingContext,
  viewer: Viewer,
  agency: string,
): Promise<readonly UnitStanding[] | Refusal> {
  const refused = denied(viewer, 'read', agency);
  if (refused) return refused;
  const today = context.today();
  const tree = await context.tree();
  const { registers, entries } = context.ports;

  async function standing({ code, name }: { code: string; name: string }): Promise<UnitStanding> {
    const inside = tree.codes.filter((c) => c !== code && tree.organOf(c, today) === code && may(viewer, 'read', { agency: c }));
    const tasks = await publishingTasks(context, viewer, [code, ...inside]);
    const list = async (register: 'normativeDocuments' | 'publications') =>
      (await registers.list({ register, agencies: [code], size: 0 })).records;
    const documents = await list('normativeDocuments');
    const begun = documents.length === 0 ? [] : (await entries.list([code], 'interpretation')).map((e) => e.body);
    const out = new Set(interpretationsOut(begun, begun.length === 0 ? [] : await list('publications')).map((i) => i.document));
    return {
      agency: code,
      name,
      matters: (isRefusal(tasks) ? [] : tasks).flatMap((t): Matter[] => {
        const kind = kindOf(t);
        // Only the organ itself has a guide.
        return kind === null || (kind === 'guide' && t.agency !== code) ? [] : [{ kind, title: t.title, says: t.detail, dueOn: t.dueOn }];
      }),
      documents: documents
        .filter((d) => (textOf(d, 'kind') ?? 'normativeDocument') === 'normativeDocument')
        .map((d) => documentOf(d, out, today)),
    };
  }

  const units = organsUnder(tree, agency, today).filter(({ code }) => may(viewer, 'read', { agency: code }));
  const standings: UnitStanding[] = [];
  for (let i = 0; i < units.length; i += AT_ONCE) standings.push(...(await Promise.all(units.slice(i, i + AT_ONCE).map(standing))));
  return standings;
}
