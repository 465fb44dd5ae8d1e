import type { Viewer } from '#domain/people/policy.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/record.ts';
import { textOf } from '#domain/registers/record.ts';
import { parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { type Cleanup, type Entry, type LegalReview, readBody } from '../entries/entry.ts';
import { CLEANUP_RESULTS, cleanupProblem, cleanupValues, registerDate, reviewProblem } from '../legality.ts';
import type { EntryDraft } from '../ports.ts';
import { storable } from '../storable.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import type { ItemView, itemService } from './items.ts';

const REGISTER = 'normativeDocuments';

/** What of an entry is handed in to keep it. */
export interface GivenEntry {
  readonly id: string | null;
  readonly basedOn: number | null;
  readonly body: unknown;
}

/** What was kept, and what the office should still see to. */
export interface Cleaned {
  readonly kept: number;
  readonly warnings: readonly string[];
}

/** 规范性文件: legality review, clean-up and end, and the item it is published as; the register always agrees. */
export function normativeService(context: PublishingContext, items: Pick<ReturnType<typeof itemService>, 'create' | 'get' | 'step'>) {
  const { ports } = context;

  async function documentOf(agency: string, number: string): Promise<RegisterRecord | Refusal> {
    const found = await ports.registers.get(REGISTER, agency, number);
    return found && !found.void ? found : refuse(`登记簿里没有规范性文件“${number}”，请先登记，再回来办理。`, 'OGIR2019 20(1)');
  }

  function change(document: RegisterRecord, values: RecordDraft['values']): RecordDraft {
    return { register: REGISTER, agency: document.agency, number: document.number, basedOn: document.version, values };
  }

  async function reviewsOf(agency: string, number: string): Promise<readonly Entry<'legalReview'>[]> {
    return (await ports.entries.list([agency], 'legalReview')).filter((e) => e.body.document === number);
  }

  async function keepReview(
    viewer: Viewer,
    agency: string,
    given: GivenEntry,
    removed: boolean,
    reason: string,
  ): Promise<Entry<'legalReview'> | Refusal> {
    const refused = denied(viewer, 'write', agency);
    if (refused) return refused;
    const read = readBody('legalReview', given.body);
    if (isRefusal(read)) return read;
    const document = await documentOf(agency, read.document);
    if (isRefusal(document)) return document;
    const body: LegalReview = { ...read, title: textOf(document, 'title') ?? read.title };
    const problem = removed ? null : reviewProblem(body, context.today());
    if (problem) return problem;
    if (body.file !== null && !(await ports.files.get(agency, body.file))) return refuse('没有找到审核意见书的照片，请重新上传。');
    const before = await reviewsOf(agency, document.number);
    const others = before.filter((e) => e.id !== given.id).map((e) => e.body);
    const date = registerDate(
      document,
      before.map((e) => e.body),
      removed ? others : [...others, body],
    );
    const records = date === undefined ? [] : [change(document, { legalReviewOn: date })];
    const draft = { kind: 'legalReview', id: given.id, basedOn: given.basedOn, body, removed } as const;
    const saved = await ports.entries.save(agency, [draft], actorOf(viewer), storable(reason), records);
    return isRefusal(saved) ? saved : (saved[0] as Entry<'legalReview'>);
  }

  /** The item the document stands in follows it: marked 废止 where it is still shown as in force. */
  async function followed(viewer: Viewer, document: RegisterRecord, on: string, reason: string): Promise<string[]> {
    const number = textOf(document, 'item');
    const item = number === null ? null : await items.get(viewer, document.agency, number);
    if (!item || isRefusal(item) || item.life.public !== 'inForce') return [];
    const done = await items.step(viewer, document.agency, item.life.item, 'abolish', { on, reason }, item.life.revision);
    return isRefusal(done) ? [`“${document.number}”对应的公开信息还标着有效：${done.refused}`] : [];
  }

  /** The document's interpretations, turned to the item it is published as now, so that each page leads to the other. */
  async function turned(agency: string, number: string, documentItem: string | null): Promise<EntryDraft<'interpretation'>[]> {
    const made = (await ports.entries.list([agency], 'interpretation')).filter((e) => e.body.document === number);
    return made
      .filter((e) => e.body.documentItem !== documentItem)
      .map((e) => ({ kind: 'interpretation', id: e.id, basedOn: e.version, body: { ...e.body, documentItem } }));
  }

  return {
    /** Keeps a legality review, and its date in the register with it. */
    review: (viewer: Viewer, agency: string, given: GivenEntry, reason = '') => keepReview(viewer, agency, given, false, reason),
    /** Takes a review that was recorded by mistake off the list; the register's date goes back with it. */
    async removeReview(
      viewer: Viewer,
      agency: string,
      id: string,
      basedOn: number,
      reason: string,
    ): Promise<Entry<'legalReview'> | Refusal> {
      if (reason.trim() === '') return refuse('删去合法性审核请写明原因。');
      const entry = await ports.entries.get(agency, 'legalReview', id);
      if (!entry || entry.removed) return refuse('没有找到这次合法性审核，请刷新后再试。');
      return keepReview(viewer, agency, { id, basedOn, body: entry.body }, true, reason);
    },
    /** Keeps the outcome of a clean-up for some documents, all or none; what ends or goes on is written into the register with it. */
    async cleanUp(
      viewer: Viewer,
      agency: string,
      documents: readonly { readonly number: string; readonly version: number }[],
      given: unknown,
    ): Promise<Cleaned | Refusal> {
      const refused = denied(viewer, 'write', agency);
      if (refused) return refused;
      const bodies: Cleanup[] = [];
      const records: RecordDraft[] = [];
      const found: RegisterRecord[] = [];
      for (const { number, version } of documents) {
        const document = await documentOf(agency, number);
        if (isRefusal(document)) return document;
        const body = readBody('cleanup', { ...(given as object), document: number, title: textOf(document, 'title') ?? '' });
        if (isRefusal(body)) return body;
        if (body.on > context.today()) return refuse(`“清理日期”${body.on}晚于今天，请核对。`);
        const problem = cleanupProblem(body, document);
        if (problem) return problem;
        const values = cleanupValues(body);
        bodies.push(body);
        found.push(document);
        if (values) records.push({ ...change(document, values), basedOn: version });
      }
      const [first] = bodies;
      if (!first) return refuse('请先选择要清理的文件。');
      const reason = `清理结果：${CLEANUP_RESULTS[first.result]}`;
      const drafts = bodies.map((body) => ({ kind: 'cleanup' as const, id: null, basedOn: null, body }));
      const saved = await ports.entries.save(agency, drafts, actorOf(viewer), reason, records);
      if (isRefusal(saved)) return saved;
      const warnings: string[] = [];
      if (first.endedOn !== null && (first.result === 'abolished' || first.result === 'lapsed'))
        for (const document of found)
          warnings.push(...(await followed(viewer, document, first.endedOn, `${reason}${first.by && `（${first.by}）`}`)));
      return { kept: saved.length, warnings };
    },
    /** Says which item a document is published as; null: none. Its day of publication is filled in where it was blank. */
    async link(viewer: Viewer, agency: string, number: string, item: string | null, basedOn: number): Promise<RegisterRecord | Refusal> {
      const document = denied(viewer, 'write', agency) ?? (await documentOf(agency, number));
      if (isRefusal(document)) return document;
      const view = item === null ? null : await items.get(viewer, agency, item);
      if (isRefusal(view)) return view;
      const days = (view?.publications ?? []).flatMap((p) => (p.void ? [] : [String(p.values['on'] ?? '')]));
      const on = days.filter((d) => parseDay(d) !== null).sort()[0];
      const promulgated: RecordDraft['values'] = textOf(document, 'promulgatedOn') === null && on ? { promulgatedOn: on } : {};
      const draft = { ...change(document, { item, ...promulgated }), basedOn };
      const saved = await ports.entries.save(agency, await turned(agency, number, item), actorOf(viewer), '', [draft]);
      return isRefusal(saved) ? saved : documentOf(agency, number);
    },
    /** Begins the item a document of the register is to be published as, and links it. */
    async publishAs(viewer: Viewer, agency: string, number: string): Promise<ItemView | Refusal> {
      const document = denied(viewer, 'write', agency) ?? (await documentOf(agency, number));
      if (isRefusal(document)) return document;
      if (textOf(document, 'item') !== null) return refuse(`“${number}”已经有对应的公开信息${textOf(document, 'item')}。`);
      // Their new places are known with the item's number; which they are is asked before.
      const after = await turned(agency, number, '');
      const content = {
        title: textOf(document, 'title') ?? number,
        documentNumber: number,
        formedOn: textOf(document, 'issuedOn'),
        effectiveOn: textOf(document, 'effectiveOn'),
        validUntil: textOf(document, 'validUntil'),
        handler: textOf(document, 'handler') ?? '',
        column: 'normative',
      };
      const made = await items.create(viewer, agency, content, {
        records: (item) => [change(document, { item })],
        entries: (item) => [{ agency, drafts: after.map((d) => ({ ...d, body: { ...d.body, documentItem: item } })) }],
        reason: '建立公开信息',
      });
      return isRefusal(made) ? made : made.item;
    },
  };
}
