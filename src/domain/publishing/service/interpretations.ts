import type { Viewer } from '#domain/people/policy.ts';
import { textOf } from '#domain/registers/record.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { attachmentsOf } from '../content.ts';
import type { Entry, EntryBody } from '../entries/entry.ts';
import type { ItemBytes } from '../ports.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import type { ItemView, itemService } from './items.ts';

type Form = EntryBody<'interpretation'>['form'];

/** A 图解 as drawn: the picture, its words, and both as a page. */
export interface DrawnPicture {
  readonly svg: string;
  /** What stands beside it for those who do not see it. */
  readonly text: string;
}

const TITLES: Readonly<Record<Form, (title: string) => string>> = {
  text: (t) => `《${t}》解读`,
  questions: (t) => `《${t}》问答`,
  picture: (t) => `图解：${t}`,
};
const BODIES: Readonly<Record<Exclude<Form, 'picture'>, string>> = {
  text: '<h2>一、为什么制定</h2><p></p><h2>二、主要内容</h2><p></p><h2>三、和群众有什么关系</h2><p></p><h2>四、有疑问找谁</h2><p></p>',
  questions: '<h2>问：这个文件管什么？</h2><p>答：</p><h2>问：哪些人能享受？</h2><p>答：</p><h2>问：怎么办理、找谁？</h2><p>答：</p>',
};
const SVG = 'image/svg+xml';

const escaped = (t: string): string => t.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** The page of a 图解: the picture with its words as its alternative, and the words once more to be read and found. */
function pictureBody(n: number, text: string): string {
  const lines = text.split('\n').filter((l) => l.trim() !== '');
  const body = lines.slice(1).map((l) => (/^\d+\. /.test(l) ? `<h2>${escaped(l.replace(/^\d+\. /, ''))}</h2>` : `<p>${escaped(l)}</p>`));
  return `<p><img src="attachment:${n}" alt="${escaped(lines.join('；'))}"></p>${body.join('')}`;
}

const pictureWords = (n: number, text: string) => ({ body: pictureBody(n, text), summary: text.replaceAll('\n', '　').slice(0, 400) });

const pictureFile = ({ svg }: DrawnPicture): ItemBytes => ({
  title: '图解',
  name: '图解.svg',
  mediaType: SVG,
  bytes: new TextEncoder().encode(svg),
});

/** 政策解读: begun from the document it explains, linked both ways. */
export function interpretationService(context: PublishingContext, items: ReturnType<typeof itemService>) {
  const { ports } = context;

  async function explained(agency: string, number: string): Promise<{ title: string; item: string | null } | Refusal> {
    const found = await ports.registers.get('normativeDocuments', agency, number);
    if (!found || found.void) return refuse(`登记簿里没有规范性文件“${number}”，请先登记。`);
    return { title: textOf(found, 'title') ?? number, item: textOf(found, 'item') };
  }

  async function of(agency: string, number: string): Promise<readonly Entry<'interpretation'>[]> {
    return (await ports.entries.list([agency], 'interpretation')).filter((e) => e.body.document === number);
  }

  /** A draft of an interpretation together with the line that says what it interprets, or neither. */
  async function begin(
    viewer: Viewer,
    agency: string,
    content: { readonly title: string; readonly body: string; readonly summary?: string },
    about: Omit<EntryBody<'interpretation'>, 'item' | 'notNeeded'>,
    more: { readonly old?: Entry<'interpretation'> | null; readonly files?: readonly ItemBytes[] } = {},
  ): Promise<ItemView | Refusal> {
    const { old = null, files = [] } = more;
    const entries = (item: string) => {
      const body = { ...about, item, notNeeded: null };
      return [{ agency, drafts: [{ kind: 'interpretation' as const, id: old?.id ?? null, basedOn: old?.version ?? null, body }] }];
    };
    const given = { ...content, formedOn: context.today(), column: 'interpretations' };
    const made = await items.create(viewer, agency, given, { files, entries });
    return isRefusal(made) ? made : made.item;
  }

  /** An item that is a draft takes the new picture and its words at once; one that is out needs 修改 first. */
  async function drawnOn(viewer: Viewer, view: ItemView, drawn: DrawnPicture): Promise<ItemView | Refusal> {
    const { agency, item, version } = view.life;
    const old = attachmentsOf(view.attachments, version).find((a) => a.mediaType === SVG);
    const given = { ...pictureFile(drawn), ...(old && { replaces: old.n }) };
    const words = pictureWords(view.attachments.length + 1, drawn.text);
    const saved = await items.save(viewer, agency, item, words, view.life.revision, '附件：图解', [given]);
    return isRefusal(saved) ? saved : saved.item;
  }

  return {
    /** Begins an interpretation in words: a draft with headings to fill in. */
    async draft(viewer: Viewer, agency: string, number: string, form: 'text' | 'questions'): Promise<ItemView | Refusal> {
      const of = denied(viewer, 'draft', agency) ?? (await explained(agency, number));
      if (isRefusal(of)) return of;
      const content = { title: TITLES[form](of.title), body: BODIES[form] };
      return begin(viewer, agency, content, { document: number, documentItem: of.item, form, picture: null });
    },
    /** Says that an item there is already interprets the document. */
    async link(viewer: Viewer, agency: string, number: string, form: Form, item: string): Promise<ItemView | Refusal> {
      const document = denied(viewer, 'write', agency) ?? (await explained(agency, number));
      if (isRefusal(document)) return document;
      const view = await items.get(viewer, agency, item);
      if (isRefusal(view)) return view;
      if (document.item === item) return refuse('“信息索引号”填的是文件自己的，请填解读的索引号。');
      if ((await of(agency, number)).some((e) => e.body.item === item)) return refuse(`${item}已经是这件文件的解读了。`);
      const body = { document: number, documentItem: document.item, form, item, notNeeded: null, picture: null };
      const draft = { kind: 'interpretation', id: null, basedOn: null, body } as const;
      const saved = await ports.entries.save(agency, [draft], actorOf(viewer), '');
      return isRefusal(saved) ? saved : view;
    },
    /** Puts a 图解 into an item: a new draft, or the draft it stands in already. */
    async show(
      viewer: Viewer,
      agency: string,
      number: string,
      picture: Entry<'picture'>,
      drawn: DrawnPicture,
    ): Promise<ItemView | Refusal> {
      const document = denied(viewer, 'draft', agency) ?? (await explained(agency, number));
      if (isRefusal(document)) return document;
      const old = (await of(agency, number)).find((e) => e.body.picture === picture.id) ?? null;
      if (old?.body.item) {
        const view = await items.get(viewer, agency, old.body.item);
        return isRefusal(view) ? view : drawnOn(viewer, view, drawn);
      }
      const content = { title: TITLES.picture(document.title), ...pictureWords(1, drawn.text) };
      const about = { document: number, documentItem: document.item, form: 'picture', picture: picture.id } as const;
      return begin(viewer, agency, content, about, { old, files: [pictureFile(drawn)] });
    },
  };
}
