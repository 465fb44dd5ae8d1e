import { may, type Verb, type Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { ColumnUse } from '../columns.ts';
import type { ContentDifference } from '../contentDiff.ts';
import { readCatalogue } from '../dutyImport.ts';
import {
  EDITED_KINDS,
  type EditedKind,
  ENTRY_NAMES,
  type Entry,
  type EntryBody,
  type EntryKind,
  type PublishingSettings,
  readBody,
  SINGLE,
} from '../entries/entry.ts';
import { type GuideFinding, guideDifference, guideFindings } from '../guide.ts';
import { SITE_RULE, settingsProblems } from '../settings.ts';
import { shippedDuties } from '../shipped/duties.ts';
import { fieldDuties } from '../shipped/fields.ts';
import { storable } from '../storable.ts';
import { columnsRefusal, columnUse, levelOf } from './columns.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import { type DutyStanding, dutyStatuses } from './dutyStatuses.ts';

const CONFIGURED: ReadonlySet<EntryKind> = new Set<EntryKind>(['settings', 'columns', 'duty']);
/** The guide is public the moment it is kept: who may approve what is published keeps it. */
const APPROVED: ReadonlySet<EntryKind> = new Set<EntryKind>(['guide']);
const EDITED: ReadonlySet<string> = new Set(EDITED_KINDS);

const GUIDE_BY = '公开指南一保存公众就看得到，由本单位审核或者签发人员保存。';

/** The small lists: places, deliveries, corrections, clarifications, duties, guide, interpretations, pictures. */
export function entryService(context: PublishingContext) {
  const { ports, deps } = context;

  /** A township that opens pages of its own says on what ground. */
  async function settingsRefusal(agency: string, body: PublishingSettings, reason: string): Promise<Refusal | null> {
    const problems = settingsProblems(body);
    if (problems.length > 0) return refuse(`公开设置没有保存：${problems.join('；')}。`);
    const opens = body.portal && !(await context.settings(agency)).portal;
    if (!opens || reason.trim() !== '' || (await levelOf(context, agency)) !== 'township') return null;
    return refuse(`公开设置没有保存：开通本系统的公开页请写明“修改的原因”。${SITE_RULE.says}`, ...SITE_RULE.basis);
  }

  async function checked<K extends EntryKind>(agency: string, kind: K, value: unknown, reason: string): Promise<EntryBody<K> | Refusal> {
    const body = readBody(kind, value);
    if (isRefusal(body)) return body;
    if (kind === 'settings') return (await settingsRefusal(agency, body as PublishingSettings, reason)) ?? body;
    if (kind === 'columns') return (await columnsRefusal(context, agency, (body as EntryBody<'columns'>).columns)) ?? body;
    if (kind !== 'guide') return body;
    const guide = body as EntryBody<'guide'>;
    return { ...guide, body: deps.clean(guide.body).html } as EntryBody<K>;
  }

  async function save<K extends EditedKind>(
    viewer: Viewer,
    agency: string,
    kind: K,
    draft: { readonly id: string | null; readonly basedOn: number | null; readonly body: unknown; readonly removed?: boolean },
    reason = '',
  ): Promise<Entry<K> | Refusal> {
    const verb: Verb = CONFIGURED.has(kind) ? 'configurePublishing' : APPROVED.has(kind) ? 'approve' : 'write';
    const refused = denied(viewer, verb, agency);
    if (refused) return APPROVED.has(kind) && may(viewer, 'read', { agency }) ? { ...refused, refused: GUIDE_BY } : refused;
    if (!EDITED.has(kind)) return refuse(`${ENTRY_NAMES[kind]}要在它自己的页面上登记，不能单独修改。`);
    if (draft.removed && SINGLE.has(kind)) return refuse(`${ENTRY_NAMES[kind]}不能整个删去，请修改其中的内容。`);
    const body = await checked(agency, kind, draft.body, reason);
    if (isRefusal(body)) return body;
    if (draft.removed && reason.trim() === '') return refuse(`删去${ENTRY_NAMES[kind]}请写明原因。`);
    const saved = await ports.entries.save(
      agency,
      [{ kind, id: draft.id, basedOn: draft.basedOn, body, removed: draft.removed ?? false }],
      actorOf(viewer),
      storable(reason),
    );
    return isRefusal(saved) ? saved : (saved[0] as Entry<K>);
  }

  /** Keeps duties that are not yet on the office's list, and brings those with the same key up to date. */
  async function keepDuties(
    viewer: Viewer,
    agency: string,
    duties: readonly EntryBody<'duty'>[],
    reason: string,
  ): Promise<number | Refusal> {
    const refused = denied(viewer, 'configurePublishing', agency);
    if (refused) return refused;
    const kept = new Map((await ports.entries.list([agency], 'duty', true)).map((e) => [e.body.key, e]));
    const drafts = duties.map((body) => {
      const old = kept.get(body.key);
      return { kind: 'duty' as const, id: old?.id ?? null, basedOn: old?.version ?? null, body };
    });
    const saved = await ports.entries.save(agency, drafts, actorOf(viewer), reason);
    return isRefusal(saved) ? saved : saved.length;
  }

  return {
    save,
    async list<K extends EntryKind>(viewer: Viewer, agencies: readonly string[], kind: K): Promise<readonly Entry<K>[] | Refusal> {
      const refused = agencies.map((a) => denied(viewer, 'read', a)).find((r) => r !== null);
      return refused ?? ports.entries.list(agencies, kind);
    },
    async versions<K extends EntryKind>(viewer: Viewer, agency: string, kind: K, id: string): Promise<readonly Entry<K>[] | Refusal> {
      return denied(viewer, 'read', agency) ?? ports.entries.versions(agency, kind, id);
    },
    /** Takes an entry off its list; it stays in the history. */
    async remove(viewer: Viewer, agency: string, kind: EditedKind, id: string, basedOn: number, reason: string): Promise<Entry | Refusal> {
      const entry = await ports.entries.get(agency, kind, id);
      if (!entry) return refuse(`没有找到这条${ENTRY_NAMES[kind]}，请刷新后再试。`);
      return save(viewer, agency, kind, { id, basedOn, body: entry.body, removed: true }, reason);
    },
    /** What stands in an office's columns and names them: what can't be deleted. */
    async columnUse(viewer: Viewer, agency: string): Promise<ColumnUse | Refusal> {
      return denied(viewer, 'read', agency) ?? columnUse(context, agency);
    },
    /** The duties with how each stands today. */
    async duties(viewer: Viewer, agency: string): Promise<readonly DutyStanding[] | Refusal> {
      return denied(viewer, 'read', agency) ?? dutyStatuses(context, agency);
    },
    /** Puts the shipped duty catalogue of the office's level on its list. */
    async shipDuties(viewer: Viewer, agency: string): Promise<number | Refusal> {
      return keepDuties(
        viewer,
        agency,
        shippedDuties(await levelOf(context, agency)) as EntryBody<'duty'>[],
        '采用随系统提供的公开事项清单',
      );
    },
    /** Puts one line per field of the grass-roots catalogues on the list. */
    async shipFields(viewer: Viewer, agency: string): Promise<number | Refusal> {
      return keepDuties(viewer, agency, fieldDuties() as EntryBody<'duty'>[], '采用基层政务公开领域名称');
    },
    /** Reads a pasted or uploaded catalogue; kept only with `apply` and when every line was understood. */
    async importDuties(viewer: Viewer, agency: string, field: string, rows: readonly (readonly string[])[], apply: boolean) {
      const read = readCatalogue(storable(field).slice(0, 40), storable(rows));
      if (!apply || read.problems.length > 0) return { ...read, kept: 0 };
      const kept = await keepDuties(viewer, agency, read.duties as EntryBody<'duty'>[], `导入标准目录：${field}`);
      return isRefusal(kept) ? kept : { ...read, kept };
    },
    /** What two versions of the guide differ in. */
    async guideDifference(viewer: Viewer, agency: string, before: number, after: number): Promise<ContentDifference | Refusal> {
      const refused = denied(viewer, 'read', agency);
      if (refused) return refused;
      const versions = await ports.entries.versions(agency, 'guide', 'guide');
      const [a, b] = [before, after].map((n) => versions.find((v) => v.version === n)?.body);
      return a && b ? guideDifference(a, b, deps.plain) : refuse(`没有找到要比较的版本（第${before}版、第${after}版）。`);
    },
    /** Art. 12's elements, checked in the guide as it stands. */
    async guideFindings(viewer: Viewer, agency: string): Promise<readonly GuideFinding[] | Refusal> {
      const refused = denied(viewer, 'read', agency);
      if (refused) return refused;
      const guide = await ports.entries.get(agency, 'guide', 'guide');
      return guideFindings(guide?.body ?? { elements: {}, body: '', effectiveOn: null, reviewedOn: null });
    },
  };
}
