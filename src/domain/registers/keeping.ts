import type { ChainReport, EventLog } from '#domain/events/ports.ts';
import { maskRecord, maskText } from '#domain/people/mask.ts';
import { actorOf, type Forbidden, forbid, may, type Viewer } from '#domain/people/policy.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { registerOf } from './all.ts';
import {
  type DraftProblem,
  isSaveRefusal,
  type RecordChange,
  type RecordPage,
  type RecordQuery,
  type RegisterStore,
  type SaveRefusal,
} from './ports.ts';
import type { FieldValue, RecordDraft, RegisterRecord } from './record.ts';
import type { RegisterKey } from './register.ts';
import { validateRecord } from './validate.ts';

/** Which record. */
export interface RecordId {
  readonly register: RegisterKey;
  readonly agency: string;
  readonly number: string;
}

/** The registers as people work with them: by role, personal values masked until they are asked for. */
export interface RegisterKeeping {
  list(viewer: Viewer, query: RecordQuery): Promise<RecordPage | Forbidden>;
  get(viewer: Viewer, id: RecordId): Promise<RegisterRecord | null | Forbidden>;
  /** The record with its personal values; who looked, when and why goes into the history. */
  reveal(viewer: Viewer, id: RecordId, reason: string): Promise<RegisterRecord | Refusal>;
  history(viewer: Viewer, id: RecordId): Promise<readonly RecordChange[] | Forbidden>;
  /** All or nothing. A masked value handed back unchanged leaves the value as it is. */
  save(viewer: Viewer, drafts: readonly RecordDraft[], reason: string): Promise<readonly RegisterRecord[] | SaveRefusal | Refusal>;
  void(viewer: Viewer, id: RecordId, basedOn: number, reason: string, on: string): Promise<RegisterRecord | SaveRefusal | Refusal>;
  restore(viewer: Viewer, id: RecordId, basedOn: number, reason: string): Promise<RegisterRecord | SaveRefusal | Refusal>;
  erasePerson(viewer: Viewer, agency: string, personKey: string, reason: string): Promise<{ readonly keys: number } | Refusal>;
  verifyHistory(viewer: Viewer, agency: string): Promise<ChainReport | Forbidden>;
}

function sameAsMask(value: FieldValue | undefined, current: FieldValue | undefined): boolean {
  return typeof value === 'string' && typeof current === 'string' && value !== current && value === maskText(current);
}

/** Values that are only the mask of what is kept are taken out of the draft. */
function withoutMasks(draft: RecordDraft, current: RegisterRecord | undefined): RecordDraft {
  if (!current) return draft;
  const personal = new Set(
    registerOf(draft.register)
      .fields.filter((f) => f.personal)
      .map((f) => f.key),
  );
  const values = Object.fromEntries(
    Object.entries(draft.values).filter(([k, v]) => !(personal.has(k) && sameAsMask(v, current.values[k]))),
  );
  return { ...draft, values };
}

/** What is wrong with each draft, looked at with the values it leaves as they are. */
function problemsOf(draft: RecordDraft, current: RegisterRecord | undefined, index: number): DraftProblem[] {
  const whole: RecordDraft = { ...draft, values: { ...current?.values, ...draft.values }, events: draft.events ?? current?.events ?? [] };
  return validateRecord(whole)
    .filter((e) => e.severity === 'error')
    .map((e) => ({
      index,
      kind: 'invalid',
      ...(draft.number && { number: draft.number }),
      field: e.field,
      ...(e.value !== undefined && { value: e.value }),
      what: `${e.label}：${e.wrong}`,
      fix: e.fix,
      ...(e.basis && { basis: e.basis }),
    }));
}

async function currentOf(store: RegisterStore, drafts: readonly RecordDraft[]): Promise<ReadonlyMap<RecordDraft, RegisterRecord>> {
  const changes = drafts.filter((d) => d.basedOn !== undefined && d.number);
  const found = new Map<RecordDraft, RegisterRecord>();
  for (const list of Map.groupBy(changes, (d) => `${d.agency}\n${d.register}`).values()) {
    const [first] = list;
    if (!first) continue;
    const numbers = list.map((d) => d.number ?? '');
    const page = await store.list({ register: first.register, agencies: [first.agency], numbers, size: 0, void: 'with' });
    const byNumber = new Map(page.records.map((r) => [r.number, r]));
    for (const d of list) {
      const current = byNumber.get(d.number ?? '');
      if (current) found.set(d, current);
    }
  }
  return found;
}

function refusal(problems: readonly DraftProblem[]): SaveRefusal {
  const [first] = problems;
  const where = `第 ${(first?.index ?? 0) + 1} 条`;
  return { refused: `没有保存：有 ${problems.length} 处要改。${where}，${first?.what ?? ''}，${first?.fix ?? ''}。`, basis: [], problems };
}

/** The registers over their store. */
export function keepingOver(store: RegisterStore, events: EventLog): RegisterKeeping {
  const save = async (viewer: Viewer, drafts: readonly RecordDraft[], reason: string) => {
    const refused = [...new Set(drafts.map((d) => d.agency))].map((agency) => forbid(viewer, 'write', { agency })).find((r) => r !== null);
    if (refused) return refused;
    if (drafts.length === 0) return [];
    const current = await currentOf(store, drafts);
    const wanted = drafts.map((d) => withoutMasks(d, current.get(d)));
    const problems = wanted.flatMap((d, i) => problemsOf(d, current.get(drafts[i] as RecordDraft), i));
    if (problems.length > 0) return refusal(problems);
    const saved = await store.saveMany(wanted, actorOf(viewer), reason);
    if (!isSaveRefusal(saved)) return saved.map(maskRecord);
    return { ...saved, problems: saved.problems.map((p) => (p.current ? { ...p, current: maskRecord(p.current) } : p)) };
  };
  const one = async (viewer: Viewer, draft: RecordDraft, reason: string) => {
    if (reason.trim() === '') return refuse('请写明理由。');
    const saved = await save(viewer, [draft], reason);
    return Array.isArray(saved) ? (saved[0] as RegisterRecord) : (saved as SaveRefusal | Refusal);
  };
  return {
    async list(viewer, query) {
      const agencies = query.agencies.filter((agency) => may(viewer, 'read', { agency }));
      if (agencies.length === 0) return forbid(viewer, 'read', { agency: query.agencies[0] ?? '' }) ?? { records: [], total: 0 };
      const page = await store.list({ ...query, agencies });
      return { ...page, records: page.records.map(maskRecord) };
    },
    async get(viewer, id) {
      const refused = forbid(viewer, 'read', id);
      if (refused) return refused;
      const record = await store.get(id.register, id.agency, id.number);
      return record && maskRecord(record);
    },
    async reveal(viewer, id, reason) {
      const refused = forbid(viewer, 'revealPersonal', id) ?? (reason.trim() === '' ? refuse('请写明查看个人信息的理由。') : null);
      if (refused) return refused;
      const record = await store.get(id.register, id.agency, id.number);
      if (!record) return refuse(`没有找到“${id.number}”。`);
      await store.noteReveal(id.register, id.agency, id.number, actorOf(viewer), reason);
      return record;
    },
    async history(viewer, id) {
      const refused = forbid(viewer, 'read', id);
      if (refused) return refused;
      const changes = await store.history(id.register, id.agency, id.number);
      const mask = (state: RecordChange['after']) =>
        state && { ...state, values: maskRecord({ ...state, ...id, version: 0 } as RegisterRecord).values };
      return changes.map((c) => ({ ...c, before: mask(c.before), after: mask(c.after) }));
    },
    save,
    void: (viewer, id, basedOn, reason, on) => one(viewer, { ...id, values: {}, basedOn, void: { reason, on } }, reason),
    restore: (viewer, id, basedOn, reason) => one(viewer, { ...id, values: {}, basedOn, void: null }, reason),
    async erasePerson(viewer, agency, personKey, reason) {
      const refused = forbid(viewer, 'erasePerson', { agency }) ?? (reason.trim() === '' ? refuse('请写明删除个人信息的理由。') : null);
      return refused ?? store.erasePerson(agency, personKey, actorOf(viewer), reason);
    },
    async verifyHistory(viewer, agency) {
      return forbid(viewer, 'audit', { agency }) ?? (await events.verify(agency));
    },
  };
}
