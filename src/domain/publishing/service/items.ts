import type { FileStore } from '#domain/files/ports.ts';
import { may, type Verb, type Viewer } from '#domain/people/policy.ts';
import type { PrecheckFinding } from '#domain/precheck/index.ts';
import { parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { columnTree } from '../columns.ts';
import { type Attachment, attachmentsOf, type ContentVersion, EMPTY_CONTENT, type ItemContent } from '../content.ts';
import { type ContentDifference, contentDifference } from '../contentDiff.ts';
import { dueState, publicationDue } from '../due.ts';
import { addressOf, indexPrefix } from '../indexNumber.ts';
import { advance, type Command, edited, possible } from '../life/advance.ts';
import type { ItemLife, TransitionName } from '../life/states.ts';
import { transitionOf } from '../life/transitions.ts';
import type { ItemFile, ItemPage, ItemQuery } from '../ports.ts';
import { precheck } from './check.ts';
import { columnsOf } from './columns.ts';
import { contentProblem, mergeContent } from './contentInput.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import { itemDraft, itemValues, portalDrafts, stepValues } from './records.ts';

/** An item as the console shows it: everything, what can be done with it by whom asks, and by when it must be public. */
export interface ItemView extends ItemFile {
  readonly can: readonly TransitionName[];
  readonly editable: boolean;
  readonly due: { readonly on: string; readonly state: string; readonly provisional: boolean; readonly why: string } | null;
}

/** What a save gave: the item, and what the clean page no longer has. */
export interface SavedDraft {
  readonly item: ItemView;
  readonly removed: readonly { readonly what: string; readonly says: string; readonly count: number }[];
}

/** A file handed in for an item. */
export interface NewAttachment {
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Parameters<FileStore['add']>[1];
  /** The number of the attachment it takes the place of. */
  readonly replaces?: number;
}

const GONE = (item: string): Refusal => refuse(`没有找到信息“${item}”，请刷新后再试。`);

/** A signature on paper is entered by whoever handles the item; one in the system is the signer's own. */
function verbOf(name: TransitionName, command: Command): Verb | null {
  const t = transitionOf(name);
  if (!t) return null;
  return t.needs.includes('secondPerson') && command.signOff?.kind === 'paper' ? 'draft' : t.verb;
}

/** Items: list, draft, check, every step of their life, versions, attachments. */
export function itemService(context: PublishingContext) {
  const { ports, deps } = context;

  async function view(viewer: Viewer, file: ItemFile): Promise<ItemView> {
    const formed = parseDay(file.current.content.formedOn ?? '');
    const due =
      formed && file.life.mode !== 'closed' && file.life.mode !== 'onRequest' ? publicationDue(formed, await deps.calendar()) : null;
    const days = file.publications.flatMap((p) => (p.void ? [] : [parseDay(String(p.values['on'] ?? ''))])).filter((d) => d !== null);
    const state = due && dueState(due.dueOn, days.sort()[0] ?? null, context.today());
    return {
      ...file,
      can: possible(file.life).filter((t) => may(viewer, transitionOf(t)?.verb ?? 'write', { agency: file.life.agency })),
      editable: file.life.work === 'draft' && may(viewer, 'draft', { agency: file.life.agency }),
      due: due && state ? { on: due.dueOn, state, provisional: due.provisional, why: due.why } : null,
    };
  }

  async function shown(viewer: Viewer, result: ItemFile | Refusal): Promise<ItemView | Refusal> {
    return isRefusal(result) ? result : view(viewer, result);
  }

  /** Keeps the bytes of a file for the item; it belongs to it only once a version says so. */
  async function keep(viewer: Viewer, file: ItemFile, given: NewAttachment, n: number): Promise<Attachment> {
    const { agency, item } = file.life;
    const name = given.name.replace(/[\u0000-\u001f\u007f\\/:*?"<>|]/g, '_').slice(-180) || '附件';
    const kept = await ports.files.add(
      { agency, name, mediaType: given.mediaType, visibility: 'office', register: 'items', record: item },
      given.bytes,
      actorOf(viewer),
    );
    const title = given.title.trim().slice(0, 200) || name;
    const { mediaType, size, sha256 } = kept;
    return { n, file: kept.id, title, name, mediaType, size, sha256, since: file.life.version + 1, until: null, replacedBy: null };
  }

  /** Pictures that came inside a paste become attachments, and the page refers to them by number. */
  async function keepImages(viewer: Viewer, file: ItemFile, page: ReturnType<typeof deps.clean>) {
    let body = page.html;
    const added: Attachment[] = [];
    for (const image of page.images) {
      const extension = image.mediaType.slice('image/'.length).replace('jpeg', 'jpg');
      const name = `${image.src.slice('attachment:'.length)}.${extension}`;
      const n = file.attachments.length + added.length + 1;
      added.push(await keep(viewer, file, { title: '正文图片', name, mediaType: image.mediaType, bytes: image.bytes }, n));
      body = body.replaceAll(`src="${image.src}"`, `src="attachment:${n}"`);
    }
    return { body, added };
  }

  /** The item as it must stand for its content to be changed, with the life after the change. */
  async function forEdit(
    viewer: Viewer,
    agency: string,
    item: string,
    basedOn: number,
  ): Promise<{ file: ItemFile; life: ItemLife } | Refusal> {
    const refused = denied(viewer, 'draft', agency);
    if (refused) return refused;
    const file = await ports.items.get(agency, item);
    if (!file) return GONE(item);
    const life = edited(file.life, actorOf(viewer));
    if (isRefusal(life)) return life;
    if (file.life.revision !== basedOn) return refuse(`“${item}”在您打开之后已被别人改过，请刷新后对照最新内容再保存。`);
    return { file, life };
  }

  async function save(
    viewer: Viewer,
    agency: string,
    item: string,
    change: Partial<ItemContent>,
    basedOn: number,
    note = '',
  ): Promise<SavedDraft | Refusal> {
    const problem = contentProblem(change);
    if (problem) return problem;
    const open = await forEdit(viewer, agency, item, basedOn);
    if (isRefusal(open)) return open;
    const { file, life } = open;
    const page = deps.clean(change.body ?? file.current.content.body);
    const { body, added } = await keepImages(viewer, file, page);
    const content = mergeContent(file.current.content, { ...change, body });
    const record = await ports.registers.get('items', agency, item);
    if (!record) return GONE(item);
    const drafts = [itemDraft(record, itemValues(content, await columnsOf(context, agency)))];
    const saved = await ports.items.saveContent({ life, content, note, basedOn, drafts, added }, actorOf(viewer));
    return isRefusal(saved) ? saved : { item: await view(viewer, saved), removed: page.removed };
  }

  async function create(viewer: Viewer, agency: string, given: Partial<ItemContent> = {}): Promise<SavedDraft | Refusal> {
    const refused = denied(viewer, 'draft', agency) ?? contentProblem(given);
    if (refused) return refused;
    const settings = await context.settings(agency);
    const prefix = indexPrefix(agency, settings.creditCode);
    if (isRefusal(prefix)) return prefix;
    const state = (await context.tree()).stateOf(agency, context.today());
    const page = deps.clean(given.body ?? '');
    const content = mergeContent(
      { ...EMPTY_CONTENT, maker: state?.name ?? '' },
      { ...given, body: page.images.length > 0 ? '' : page.html },
    );
    const values = itemValues(content, await columnsOf(context, agency));
    const made = await ports.items.create(agency, prefix, content, { register: 'items', agency, values }, actorOf(viewer));
    if (isRefusal(made)) return made;
    if (page.images.length > 0) return save(viewer, agency, made.life.item, { body: given.body ?? '' }, made.life.revision);
    return { item: await view(viewer, made), removed: page.removed };
  }

  async function step(
    viewer: Viewer,
    agency: string,
    item: string,
    name: TransitionName,
    command: Command,
    basedOn: number,
  ): Promise<ItemView | Refusal> {
    const verb = verbOf(name, command);
    if (!verb) return refuse(`没有“${String(name).slice(0, 40)}”这个步骤。`);
    const refused = denied(viewer, verb, agency);
    if (refused) return refused;
    const file = await ports.items.get(agency, item);
    if (!file) return GONE(item);
    return shown(viewer, await take(file, name, command, basedOn, actorOf(viewer), may(viewer, 'overrule', { agency })));
  }

  /** The step itself, for a person or for the system. */
  async function take(
    file: ItemFile,
    name: TransitionName,
    command: Command,
    basedOn: number,
    by: { id: string; name: string },
    mayOverrule: boolean,
  ) {
    const { life } = file;
    const today = context.today();
    const checked = name === 'publish' || name === 'schedule' ? await precheck(context, file) : [];
    const portal =
      command.portal ??
      (name === 'publish' || name === 'schedule' ? (await context.settings(life.agency)).portal || life.portal : life.portal);
    const found = advance(name, {
      life,
      content: file.current.content,
      attachments: attachmentsOf(file.attachments, life.version).length,
      command: { ...command, portal },
      by,
      now: deps.now().toISOString(),
      today,
      mayOverrule,
      errors: checked.filter((f) => f.severity === 'error'),
    });
    if (isRefusal(found)) return found;
    const record = await ports.registers.get('items', life.agency, life.item);
    if (!record) return GONE(life.item);
    const values = stepValues(found.step, found.life.mode, today);
    const drafts = [
      ...(values ? [itemDraft(record, values)] : []),
      ...portalDrafts(found.life, file.publications, found.step, today, `/${life.agency}/items/${addressOf(life.item)}`),
    ];
    return ports.items.takeStep({ life: found.life, step: found.step, basedOn, drafts }, by);
  }

  async function attach(viewer: Viewer, agency: string, item: string, given: NewAttachment, basedOn: number): Promise<ItemView | Refusal> {
    const open = await forEdit(viewer, agency, item, basedOn);
    if (isRefusal(open)) return open;
    const { file, life } = open;
    const added = await keep(viewer, file, given, file.attachments.length + 1);
    const ended = given.replaces === undefined ? [] : [{ n: given.replaces, replacedBy: added.n }];
    const change = { life, content: file.current.content, note: `附件：${added.title}`, basedOn, drafts: [], added: [added], ended };
    return shown(viewer, await ports.items.saveContent(change, actorOf(viewer)));
  }

  async function detach(viewer: Viewer, agency: string, item: string, n: number, basedOn: number): Promise<ItemView | Refusal> {
    const open = await forEdit(viewer, agency, item, basedOn);
    if (isRefusal(open)) return open;
    const { file, life } = open;
    const note = `删去附件：${file.attachments.find((a) => a.n === n)?.title ?? n}`;
    const change = { life, content: file.current.content, note, basedOn, drafts: [], ended: [{ n, replacedBy: null }] };
    return shown(viewer, await ports.items.saveContent(change, actorOf(viewer)));
  }

  return {
    create,
    save,
    step,
    attach,
    /** For the system: what is due by itself. Not for callers of the web. */
    take,
    async list(viewer: Viewer, query: ItemQuery): Promise<ItemPage | Refusal> {
      const refused = query.agencies.map((a) => denied(viewer, 'read', a)).find((r) => r !== null);
      return refused ?? ports.items.list(query);
    },
    async get(viewer: Viewer, agency: string, item: string): Promise<ItemView | Refusal> {
      const refused = denied(viewer, 'read', agency);
      if (refused) return refused;
      const file = await ports.items.get(agency, item);
      return file ? view(viewer, file) : GONE(item);
    },
    async check(viewer: Viewer, agency: string, item: string): Promise<readonly PrecheckFinding[] | Refusal> {
      const refused = denied(viewer, 'read', agency);
      if (refused) return refused;
      const file = await ports.items.get(agency, item);
      return file ? precheck(context, file) : GONE(item);
    },
    async versions(viewer: Viewer, agency: string, item: string): Promise<readonly ContentVersion[] | Refusal> {
      return denied(viewer, 'read', agency) ?? ports.items.versions(agency, item);
    },
    async difference(viewer: Viewer, agency: string, item: string, before: number, after: number): Promise<ContentDifference | Refusal> {
      const refused = denied(viewer, 'read', agency);
      if (refused) return refused;
      const versions = await ports.items.versions(agency, item);
      const [a, b] = [before, after].map((n) => versions.find((v) => v.version === n)?.content);
      return a && b ? contentDifference(a, b, deps.plain) : refuse(`没有找到要比较的版本（第${before}版、第${after}版）。`);
    },
    detach,
    /** An address the item has had on another site or an older system; it leads to the item from now on. */
    async addAddress(viewer: Viewer, agency: string, item: string, address: string): Promise<Refusal | null> {
      const clean = address.trim().replace(/^\/+/, '');
      if (!/^[\w./~%-]{1,300}$/.test(clean)) return refuse('地址里有不能用的字符；请填写网址中域名后面的部分。');
      return denied(viewer, 'publish', agency) ?? ports.items.addAddress(agency, item, clean, actorOf(viewer));
    },
    async columns(agency: string) {
      return columnTree(await columnsOf(context, agency));
    },
  };
}
