import type { Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { type Attachment, EMPTY_CONTENT, type ItemContent } from '../content.ts';
import { indexPrefix } from '../indexNumber.ts';
import { edited } from '../life/advance.ts';
import type { ItemLife } from '../life/states.ts';
import type { ItemFile } from '../ports.ts';
import { stale } from '../stale.ts';
import { storable } from '../storable.ts';
import { columnsOf } from './columns.ts';
import { contentProblem, mergeContent } from './contentInput.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import { itemDraft, itemValues } from './records.ts';
import { gone, type ItemView, type ItemViews, type NewAttachment, type SavedDraft } from './view.ts';

/** What an item says: drafts, their words, their files. Every change is a new version. */
export function itemEditing(context: PublishingContext, { view, shown }: ItemViews) {
  const { ports, deps } = context;

  /** Keeps the bytes of a file for the item; it belongs to it only once a version says so. */
  async function keep(viewer: Viewer, file: ItemFile, given: NewAttachment, n: number): Promise<Attachment> {
    const { agency, item } = file.life;
    const name =
      storable(given.name)
        .replace(/[\u0000-\u001f\u007f\\/:*?"<>|]/g, '_')
        .slice(-180) || '附件';
    const kept = await ports.files.add(
      { agency, name, mediaType: given.mediaType, visibility: 'office', register: 'items', record: item },
      given.bytes,
      actorOf(viewer),
    );
    const title = storable(given.title.trim().slice(0, 200)) || name;
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
    if (!file) return gone(item);
    if (file.life.revision !== basedOn) return stale(item);
    const life = edited(file.life, actorOf(viewer));
    return isRefusal(life) ? life : { file, life };
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
    if (!record) return gone(item);
    const drafts = [itemDraft(record, itemValues(content, await columnsOf(context, agency)))];
    const saved = await ports.items.saveContent({ life, content, note: storable(note), basedOn, drafts, added }, actorOf(viewer));
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

  return { create, save, attach, detach };
}
