import type { FileStore } from '#domain/files/ports.ts';
import { may, type Viewer } from '#domain/people/policy.ts';
import { parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { dueState, publicationDue } from '../due.ts';
import { possible } from '../life/advance.ts';
import type { TransitionName } from '../life/states.ts';
import { transitionOf } from '../life/transitions.ts';
import type { ItemFile } from '../ports.ts';
import type { Proposal } from '../proposal.ts';
import type { PublishingContext } from './context.ts';
import { proposer } from './proposing.ts';

/** An item as the console shows it: everything, what can be done with it by whom asks, and by when it must be public. */
export interface ItemView extends ItemFile {
  readonly can: readonly TransitionName[];
  readonly editable: boolean;
  /** Where it probably belongs; null: it has a column, or nothing says so. */
  readonly proposed: Proposal | null;
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

/** The refusal for an item that is not there. */
export function gone(item: string): Refusal {
  return refuse(`没有找到信息“${item}”，请刷新后再试。`);
}

/** Shows items to whoever asks. */
export function itemViews(context: PublishingContext) {
  const { deps } = context;

  async function view(viewer: Viewer, file: ItemFile): Promise<ItemView> {
    const formed = parseDay(file.current.content.formedOn ?? '');
    const due =
      formed && file.life.mode !== 'closed' && file.life.mode !== 'onRequest' ? publicationDue(formed, await deps.calendar()) : null;
    const days = file.publications.flatMap((p) => (p.void ? [] : [parseDay(String(p.values['on'] ?? ''))])).filter((d) => d !== null);
    const state = due && dueState(due.dueOn, days.sort()[0] ?? null, context.today());
    const { content } = file.current;
    const propose = content.column === null ? await proposer(context, file.life.agency) : null;
    return {
      ...file,
      proposed: propose?.({ ...content, text: deps.plain(content.body) }) ?? null,
      can: possible(file.life).filter((t) => may(viewer, transitionOf(t)?.verb ?? 'write', { agency: file.life.agency })),
      editable: file.life.work === 'draft' && may(viewer, 'draft', { agency: file.life.agency }),
      due: due && state ? { on: due.dueOn, state, provisional: due.provisional, why: due.why } : null,
    };
  }

  async function shown(viewer: Viewer, result: ItemFile | Refusal): Promise<ItemView | Refusal> {
    return isRefusal(result) ? result : view(viewer, result);
  }

  return { view, shown };
}

export type ItemViews = ReturnType<typeof itemViews>;
