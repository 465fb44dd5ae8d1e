import { drawPicture, pictureText } from '#documents/forms/picture.ts';
import type { Application } from '#domain/application.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { TransitionName } from '#domain/publishing/life/states.ts';
import type { ItemView, PublishingService } from '#domain/publishing/service/index.ts';
import type { DemoDocument, DemoPicture, DemoSubmission } from '../../demo/content/index.ts';
import { accepted } from './accepted.ts';
import { attachmentOf } from './files.ts';
import { publishingAt } from './publishingAt.ts';

/** The people of an office who act in the example. */
export interface DemoOfficers {
  readonly clerk: Viewer;
  readonly reviewer: Viewer;
  readonly signer: Viewer;
  /** Who hands in for the office's first village. */
  readonly village: Viewer;
}

type Command = Parameters<PublishingService['items']['step']>[4];

/** The last day of a document's own way; what became of it later is another matter. */
function lastDay({ content, goes }: DemoDocument): string {
  return goes.to === 'published' ? goes.on : content.formedOn;
}

/** An office's desk in the example: documents taken through their whole lives, each at its own time. */
export function deskOf(app: Application, agency: string, { clerk, reviewer, signer, village }: DemoOfficers) {
  const today = app.today();
  const { service, set } = publishingAt(app, clerk);
  const { items, submissions, interpretations } = service;
  const step = async (who: Viewer, { life }: ItemView, name: TransitionName, command: Command = {}): Promise<ItemView> =>
    accepted(await items.step(who, agency, life.item, name, command, life.revision));

  async function signed(item: ItemView): Promise<ItemView> {
    const attributed = await step(clerk, item, 'decideAttribute', { mode: 'proactive' });
    const cleared = await step(reviewer, attributed, 'clearSecrecy', { opinion: '不涉及国家秘密、商业秘密和个人隐私，可以公开' });
    return step(signer, await step(reviewer, cleared, 'review'), 'approve');
  }

  const published = async (item: ItemView): Promise<ItemView> => step(clerk, await signed(item), 'publish', { portal: true });

  const saved = async ({ life }: ItemView, content: Parameters<typeof items.save>[3], note = ''): Promise<ItemView> =>
    accepted(await items.save(clerk, agency, life.item, content, life.revision, note)).item;

  async function after(document: DemoDocument, out: ItemView): Promise<ItemView> {
    const { revised, abolished, expired, withdrawn } = document;
    let item = out;
    if (revised && revised.on <= today) {
      set(revised.on);
      const open = await step(clerk, item, 'revise', { reason: revised.note });
      item = await published(await saved(open, revised.change, revised.note));
    }
    if (abolished && abolished.on <= today) {
      set(abolished.on);
      item = await step(signer, item, 'abolish', { on: abolished.on, reason: abolished.reason });
    }
    if (expired && expired.on <= today) {
      set(expired.on);
      item = await step(signer, item, 'expire', { on: expired.on, reason: expired.reason });
    }
    if (withdrawn && withdrawn.on <= today) {
      set(withdrawn.on);
      item = await step(signer, item, 'withdraw', { reason: withdrawn.reason });
    }
    return item;
  }

  /** Begun by a clerk, or handed in by the village and taken over. */
  async function begun({ content, handedInBy }: DemoDocument): Promise<ItemView> {
    if (!handedInBy) return accepted(await items.create(clerk, agency, content)).item;
    const { title, formedOn, column, summary = '' } = content;
    const given = { title, formedOn, column, text: summary, files: [] };
    const { id } = accepted(await submissions.handIn(village, handedInBy, given));
    return saved(accepted(await submissions.takeOver(clerk, handedInBy, id, agency)), content);
  }

  async function bring(document: DemoDocument): Promise<ItemView> {
    const { content, goes, files = [] } = document;
    set(content.formedOn);
    let item = await begun(document);
    for (const file of files) {
      item = accepted(await items.attach(clerk, agency, item.life.item, await attachmentOf(file), item.life.revision));
    }
    if (goes.to === 'draft') return item;
    if (goes.to === 'secrecyReview') return step(clerk, item, 'decideAttribute', { mode: 'proactive' });
    if (goes.to === 'published') set(goes.on);
    return goes.to === 'signed' ? signed(item) : after(document, await published(item));
  }

  return {
    /** Brings those that had come out by today, the oldest first; gives the item of each by its key. */
    async bringAll(documents: readonly DemoDocument[]): Promise<ReadonlyMap<string, ItemView>> {
      const brought = new Map<string, ItemView>();
      const due = documents.filter((d) => lastDay(d) <= today).sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
      for (const document of due) brought.set(document.key, await bring(document));
      return brought;
    },
    /** Draws a picture, shows it in an item of its own and makes that public. */
    async bringPicture(number: string, { on, topic, handler, drawn }: DemoPicture, keywords: readonly string[]): Promise<void> {
      if (on > today) return;
      set(on);
      const draft = { id: null, basedOn: null, body: drawn };
      const entry = accepted(await service.entries.save(clerk, agency, 'picture', draft, ''));
      const picture = { svg: drawPicture(drawn), text: pictureText(drawn) };
      const shown = accepted(await interpretations.show(clerk, agency, number, entry, picture));
      const summary = `图解：${drawn.blocks.map((b) => b.heading).join('、')}。`;
      await published(await saved(shown, { summary, formedOn: on, topic, handler, genre: '图解', keywords: [...keywords, '图解'] }));
    },
    /** What the village handed in that waits, or went back to it with the reason. */
    async bringSubmission({ unit, returned, ...given }: DemoSubmission): Promise<void> {
      set(given.formedOn);
      const { id } = accepted(await submissions.handIn(village, unit, { ...given, column: null, files: [] }));
      if (returned !== null) accepted(await submissions.giveBack(clerk, unit, id, returned));
    },
  };
}
