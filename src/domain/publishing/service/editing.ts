import type { Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { stale } from '#lib/stale.ts';
import { type Attachment, EMPTY_CONTENT, type ItemContent } from '../content.ts';
import { indexPrefix } from '../indexNumber.ts';
import { edited } from '../life/advance.ts';
import type { ItemLife } from '../life/states.ts';
import type { Beside, ItemBytes, ItemFile } from '../ports.ts';
import { storable } from '../storable.ts';
import { columnsOf } from './columns.ts';
import { contentProblem, mergeContent } from './contentInput.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import { itemDraft, itemValues } from './records.ts';
import { gone, type ItemView, type ItemViews, type NewAttachment, type SavedDraft } from './view.ts';

/** A file's name and title as they may be kept. */
function named<F extends { readonly title: string; readonly name: string }>(given: F): F {
  const name =
    storable(given.name)
      .replace(/[\u0000-\u001f\u007f\\/:*?"<>|]/g, '_')
      .slice(-180) || '附件';
  return { ...given, name, title: storable(given.title.trim().slice(0, 200)) || name };
}

interface CleanPage {
  readonly html: string;
  readonly images: readonly { readonly src: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

/** Pictures that came inside a paste become attachments after the `before` there are, and the page refers to them by number. */
function withPictures(page: CleanPage, before: number): { readonly body: string; readonly pictures: readonly ItemBytes[] } {
  let body = page.html;
  const pictures = page.images.map(({ src, mediaType, bytes }, i): ItemBytes => {
    body = body.replaceAll(`src="${src}"`, `src="attachment:${before + i + 1}"`);
    const extension = mediaType.slice('image/'.length).replace('jpeg', 'jpg');
    return { title: '正文图片', name: `${src.slice('attachment:'.length)}.${extension}`, mediaType, bytes };
  });
  return { body, pictures };
}

/** What an item says: drafts, their words, their files. Every change is a new version. */
export function itemEditing(context: PublishingContext, { view, shown }: ItemViews) {
  const { ports, deps } = context;

  /** Keeps the bytes of a file for the item; it belongs to it only once a version says so. */
  async function keep(viewer: Viewer, file: ItemFile, given: ItemBytes, n: number): Promise<Attachment> {
    const { agency, item } = file.life;
    const { name, title } = named(given);
    const kept = await ports.files.add(
      { agency, name, mediaType: given.mediaType, visibility: 'office', register: 'items', record: item },
      given.bytes,
      actorOf(viewer),
    );
    const { mediaType, size, sha256 } = kept;
    return { n, file: kept.id, title, name, mediaType, size, sha256, since: file.life.version + 1, until: null, replacedBy: null };
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

  /** New words, new files, or both, as one new version. */
  async function save(
    viewer: Viewer,
    agency: string,
    item: string,
    change: Partial<ItemContent>,
    basedOn: number,
    note = '',
    given: readonly NewAttachment[] = [],
  ): Promise<SavedDraft | Refusal> {
    const problem = contentProblem(change);
    if (problem) return problem;
    const open = await forEdit(viewer, agency, item, basedOn);
    if (isRefusal(open)) return open;
    const { file, life } = open;
    const before = file.attachments.length;
    const page = deps.clean(change.body ?? file.current.content.body);
    const { body, pictures } = withPictures(page, before + given.length);
    const record = await ports.registers.get('items', agency, item);
    if (!record) return gone(item);
    const added: Attachment[] = [];
    for (const f of [...given, ...pictures]) added.push(await keep(viewer, file, f, before + added.length + 1));
    const ended = given.flatMap(({ replaces }, i) => (replaces === undefined ? [] : [{ n: replaces, replacedBy: before + i + 1 }]));
    const content = mergeContent(file.current.content, { ...change, body });
    const drafts = [itemDraft(record, itemValues(content, await columnsOf(context, agency)))];
    const saved = await ports.items.saveContent({ life, content, note: storable(note), basedOn, drafts, added, ended }, actorOf(viewer));
    return isRefusal(saved) ? saved : { item: await view(viewer, saved), removed: page.removed };
  }

  /** A new item; `beside`: what belongs to it and is written with it or not at all. */
  async function create(
    viewer: Viewer,
    agency: string,
    given: Partial<ItemContent> = {},
    beside: Beside = {},
  ): Promise<SavedDraft | Refusal> {
    const refused = denied(viewer, 'draft', agency) ?? contentProblem(given);
    if (refused) return refused;
    const settings = await context.settings(agency);
    const prefix = indexPrefix(agency, settings.creditCode);
    if (isRefusal(prefix)) return prefix;
    const state = (await context.tree()).stateOf(agency, context.today());
    const page = deps.clean(given.body ?? '');
    const files = beside.files ?? [];
    const { body, pictures } = withPictures(page, files.length);
    const content = mergeContent({ ...EMPTY_CONTENT, maker: state?.name ?? '' }, { ...given, body });
    const draft = { register: 'items', agency, values: itemValues(content, await columnsOf(context, agency)) } as const;
    const whole = { ...beside, files: [...files, ...pictures].map(named) };
    const made = await ports.items.create(agency, prefix, content, draft, actorOf(viewer), whole);
    return isRefusal(made) ? made : { item: await view(viewer, made), removed: page.removed };
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
