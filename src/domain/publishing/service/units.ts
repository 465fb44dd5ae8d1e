import { organsUnder } from '#domain/agencies/organsUnder.ts';
import { may, type Viewer } from '#domain/people/policy.ts';
import { type RegisterRecord, textOf } from '#domain/registers/record.ts';
import type { Day } from '#lib/day.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { type DocumentState, documentState } from '../legality.ts';
import { interpretationsOut } from '../normative.ts';
import { denied, type PublishingContext } from './context.ts';
import { type PublishingTask, publicationsOf, publishingTasks } from './tasks.ts';

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

/** How units stood, each with what it was read at: the day, the calendar, the changes seen in its chains. */
export type KnownStandings = Map<string, { readonly at: string; readonly standing: Omit<UnitStanding, 'name'> }>;

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

/** The organs at and under an agency a viewer may see, each with what it owes the public and its normative documents. Where nothing changed since, what is known is not read again. */
export async function unitStandings(
  context: PublishingContext,
  viewer: Viewer,
  agency: string,
  known: KnownStandings,
): Promise<readonly UnitStanding[] | Refusal> {
  const refused = denied(viewer, 'read', agency);
  if (refused) return refused;
  const today = context.today();
  const tree = await context.tree();
  const { registers, entries } = context.ports;

  const calendar = JSON.stringify((await context.deps.calendar()).years);
  const mine = (code: string) =>
    tree.codes.filter((c) => c !== code && tree.organOf(c, today) === code && may(viewer, 'read', { agency: c }));

  async function standing(
    { code, name }: { code: string; name: string },
    inside: readonly string[],
    changes: ReadonlyMap<string, number>,
  ): Promise<UnitStanding> {
    const at = [today, calendar, ...[code, ...inside].map((c) => `${c} ${changes.get(c) ?? 0}`)].join();
    const before = known.get(code);
    if (before?.at === at) return { ...before.standing, name };
    const read = await readStanding(code, inside);
    known.set(code, { at, standing: read });
    return { ...read, name };
  }

  async function readStanding(code: string, inside: readonly string[]): Promise<Omit<UnitStanding, 'name'>> {
    const tasks = await publishingTasks(context, viewer, [code, ...inside]);
    const documents = (await registers.list({ register: 'normativeDocuments', agencies: [code], size: 0 })).records;
    const begun = documents.length === 0 ? [] : (await entries.list([code], 'interpretation')).map((e) => e.body);
    const out = new Set(interpretationsOut(begun, await publicationsOf(context, code, begun)).map((i) => i.document));
    return {
      agency: code,
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
  const asked = units.map((unit) => ({ unit, inside: mine(unit.code) }));
  // Asked before anything is read: what changes meanwhile is read again the next time.
  const changes = await entries.changes(asked.flatMap(({ unit, inside }) => [unit.code, ...inside]));
  const standings: UnitStanding[] = [];
  for (let i = 0; i < asked.length; i += AT_ONCE)
    standings.push(...(await Promise.all(asked.slice(i, i + AT_ONCE).map(({ unit, inside }) => standing(unit, inside, changes)))));
  return standings;
}
