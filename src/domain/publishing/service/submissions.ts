import type { Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { type Entry, readBody, type Submission } from '../entries/entry.ts';
import type { ItemBytes } from '../ports.ts';
import type { Proposal } from '../proposal.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import type { ItemView, itemService } from './items.ts';
import { officeOver, proposer } from './proposing.ts';

/** What a village or a department types on the phone: four fields, and photos. */
export interface HandedIn {
  readonly title: string;
  readonly formedOn: string;
  readonly text: string;
  readonly column: string | null;
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

const MOST_FILES = 9;
const escaped = (t: string): string => t.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);

/** Information from villages and departments: handed in, returned with a reason, or taken over as an item of the office. */
export function submissionService(context: PublishingContext, items: ReturnType<typeof itemService>) {
  const { ports } = context;

  const settled = (entry: Entry<'submission'>, change: Partial<Submission>) =>
    ({ kind: 'submission', id: entry.id, basedOn: entry.version, body: { ...entry.body, ...change } }) as const;

  async function waiting(viewer: Viewer, unit: string, id: string): Promise<Entry<'submission'> | Refusal> {
    const refused = denied(viewer, 'draft', unit);
    if (refused) return refused;
    const entry = await ports.entries.get(unit, 'submission', id);
    if (!entry) return refuse('没有找到这条报送信息，请刷新后再试。');
    return entry.body.state === 'waiting' ? entry : refuse('这条报送信息已经处理过了。');
  }

  async function bytesOf(unit: string, id: string): Promise<{ name: string; mediaType: string; bytes: Uint8Array } | null> {
    const file = await ports.files.get(unit, id);
    if (!file) return null;
    const parts: Uint8Array[] = [];
    for await (const part of ports.files.read(file)) parts.push(part);
    return { name: file.name, mediaType: file.mediaType, bytes: new Uint8Array(Buffer.concat(parts)) };
  }

  return {
    /** Where what a unit handed in without a column probably belongs. */
    async proposed(entries: readonly Entry<'submission'>[]): Promise<(Proposal | null)[]> {
      const offices = new Map<string, Awaited<ReturnType<typeof proposer>>>();
      const out: (Proposal | null)[] = [];
      for (const { agency, body } of entries) {
        const office = await officeOver(context, agency);
        const propose = offices.get(office) ?? (await proposer(context, office));
        offices.set(office, propose);
        out.push(body.state === 'waiting' ? propose(body) : null);
      }
      return out;
    },
    async handIn(viewer: Viewer, unit: string, given: HandedIn): Promise<Entry<'submission'> | Refusal> {
      const refused = denied(viewer, 'handIn', unit);
      if (refused) return refused;
      if (given.files.length > MOST_FILES) return refuse(`照片和文件一次最多${MOST_FILES}个。`);
      const state = (await context.tree()).stateOf(unit, context.today());
      const form = {
        from: state?.name ?? unit,
        title: given.title,
        formedOn: given.formedOn,
        text: given.text,
        column: given.column,
        files: [] as string[],
        village: state?.kind === 'villageCommittee',
        handedInBy: viewer.name,
        handedInAt: context.deps.now().toISOString(),
        state: 'waiting',
        reason: '',
        item: null,
      };
      const looked = readBody('submission', form);
      if (isRefusal(looked)) return looked;
      for (const f of given.files) {
        const kept = await ports.files.add(
          { agency: unit, name: f.name, mediaType: f.mediaType, visibility: 'office', register: null, record: null },
          f.bytes,
          actorOf(viewer),
        );
        form.files.push(kept.id);
      }
      const body = { ...looked, files: form.files };
      const saved = await ports.entries.save(unit, [{ kind: 'submission', id: null, basedOn: null, body }], actorOf(viewer), '');
      return isRefusal(saved) ? saved : (saved[0] as Entry<'submission'>);
    },
    /** Sends it back: the unit reads why. */
    async giveBack(viewer: Viewer, unit: string, id: string, reason: string): Promise<Entry<'submission'> | Refusal> {
      if (reason.trim() === '') return refuse('退回请写明原因，报送单位才知道怎么改。');
      const entry = await waiting(viewer, unit, id);
      if (isRefusal(entry)) return entry;
      const back = settled(entry, { state: 'returned', reason: reason.trim() });
      const saved = await ports.entries.save(unit, [back], actorOf(viewer), reason.trim());
      return isRefusal(saved) ? saved : (saved[0] as Entry<'submission'>);
    },
    /** Makes an item of the office of it: a draft, which goes the whole way of review. A village's stays 村务公开. `column`: chosen by the office. */
    async takeOver(viewer: Viewer, unit: string, id: string, agency: string, column: string | null = null): Promise<ItemView | Refusal> {
      const entry = await waiting(viewer, unit, id);
      if (isRefusal(entry)) return entry;
      const { body } = entry;
      const paragraphs = body.text.split(/\n+/).filter((p) => p.trim() !== '');
      const files: ItemBytes[] = [];
      for (const id of body.files) {
        const file = await bytesOf(unit, id);
        if (file) files.push({ title: file.name, ...file });
      }
      const content = {
        title: body.title,
        formedOn: body.formedOn,
        body: paragraphs.map((p) => `<p>${escaped(p)}</p>`).join('\n'),
        column: column ?? body.column,
        handler: body.from,
        village: body.village,
      };
      const entries = (item: string) => [{ agency: unit, drafts: [settled(entry, { state: 'taken', item })] }];
      const made = await items.create(viewer, agency, content, { files, entries });
      return isRefusal(made) ? made : made.item;
    },
  };
}
