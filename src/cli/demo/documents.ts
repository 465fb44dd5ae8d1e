import type { Application } from '#domain/application.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { TransitionName } from '#domain/publishing/life/states.ts';
import type { ItemView, PublishingService } from '#domain/publishing/service/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { DemoDocument } from '../../demo/content/index.ts';
import { attachmentOf } from './files.ts';
import { publishingAt } from './publishingAt.ts';

/** The people of an office who act in the example. */
export interface DemoOfficers {
  readonly clerk: Viewer;
  readonly reviewer: Viewer;
  readonly signer: Viewer;
}

/** The example data are ours, so a refusal is a mistake of the program. */
export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`example content refused: ${result.refused}`);
  return result as T;
}

type Command = Parameters<PublishingService['items']['step']>[4];

/** Takes the documents that had come out by today through their whole lives; gives the item of each by its key. */
export async function bringDocuments(
  app: Application,
  agency: string,
  { clerk, reviewer, signer }: DemoOfficers,
  documents: readonly DemoDocument[],
): Promise<ReadonlyMap<string, ItemView>> {
  const today = app.today();
  const { service, set } = publishingAt(app, clerk);
  const { items } = service;
  const step = async (who: Viewer, { life }: ItemView, name: TransitionName, command: Command = {}): Promise<ItemView> =>
    accepted(await items.step(who, agency, life.item, name, command, life.revision));

  async function signed(item: ItemView): Promise<ItemView> {
    const attributed = await step(clerk, item, 'decideAttribute', { mode: 'proactive' });
    const cleared = await step(reviewer, attributed, 'clearSecrecy', { opinion: '不涉及国家秘密、商业秘密和个人隐私，可以公开' });
    return step(signer, await step(reviewer, cleared, 'review'), 'approve');
  }

  async function after(document: DemoDocument, published: ItemView): Promise<ItemView> {
    const { revised, abolished, withdrawn } = document;
    let item = published;
    if (revised && revised.on <= today) {
      set(revised.on);
      const open = await step(clerk, item, 'revise', { reason: revised.note });
      const saved = accepted(await items.save(clerk, agency, open.life.item, revised.change, open.life.revision, revised.note));
      item = await step(clerk, await signed(saved.item), 'publish', { portal: true });
    }
    if (abolished && abolished.on <= today) {
      set(abolished.on);
      item = await step(signer, item, 'abolish', { on: abolished.on, reason: abolished.reason });
    }
    if (withdrawn && withdrawn.on <= today) {
      set(withdrawn.on);
      item = await step(signer, item, 'withdraw', { reason: withdrawn.reason });
    }
    return item;
  }

  async function bring(document: DemoDocument): Promise<ItemView> {
    const { content, goes, files = [] } = document;
    set(content.formedOn);
    let { item } = accepted(await items.create(clerk, agency, content));
    for (const file of files) {
      item = accepted(await items.attach(clerk, agency, item.life.item, await attachmentOf(file), item.life.revision));
    }
    if (goes.to === 'draft') return item;
    if (goes.to === 'secrecyReview') return step(clerk, item, 'decideAttribute', { mode: 'proactive' });
    if (goes.to === 'published') set(goes.on);
    const ready = await signed(item);
    return goes.to === 'signed' ? ready : after(document, await step(clerk, ready, 'publish', { portal: true }));
  }

  const lastDay = ({ content, goes }: DemoDocument): string => (goes.to === 'published' ? goes.on : content.formedOn);
  const brought = new Map<string, ItemView>();
  for (const document of documents) if (lastDay(document) <= today) brought.set(document.key, await bring(document));
  return brought;
}
