import { may, type Verb, type Viewer } from '#domain/people/policy.ts';
import type { PrecheckFinding } from '#domain/precheck/index.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { stale } from '#lib/stale.ts';
import { columnTree } from '../columns.ts';
import { attachmentsOf, type ContentVersion } from '../content.ts';
import { type ContentDifference, contentDifference } from '../contentDiff.ts';
import { addressOf } from '../indexNumber.ts';
import { advance, type Command } from '../life/advance.ts';
import type { TransitionName } from '../life/states.ts';
import { transitionOf } from '../life/transitions.ts';
import type { ItemFile, ItemPage, ItemQuery } from '../ports.ts';
import { storable } from '../storable.ts';
import { precheck } from './check.ts';
import { columnsOf } from './columns.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import { itemEditing } from './editing.ts';
import { itemDraft, portalDrafts, stepValues } from './records.ts';
import { gone, type ItemView, itemViews } from './view.ts';

export type { ItemView, NewAttachment } from './view.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A signature on paper is entered by whoever handles the item; one in the system is the signer's own. */
function verbOf(name: TransitionName, command: Command): Verb | null {
  const t = transitionOf(name);
  if (!t) return null;
  return t.needs.includes('secondPerson') && command.signOff?.kind === 'paper' ? 'draft' : t.verb;
}

/** Items: list, draft, check, every step of their life, versions, attachments. */
export function itemService(context: PublishingContext) {
  const { ports, deps } = context;
  const views = itemViews(context);
  const { view, shown } = views;

  /** A signature on paper stands on its photo: the file must be one handed in for this very item. */
  async function unsigned(agency: string, item: string, { signOff }: Command): Promise<Refusal | null> {
    if (signOff?.kind !== 'paper' || signOff.file === '') return null;
    const photo = UUID.test(signOff.file) ? await ports.files.get(agency, signOff.file) : null;
    return photo?.register === 'items' && photo.record === item ? null : refuse('没有找到纸质签批件的照片，请重新上传。', 'OGIR2019 17');
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
    const refused = denied(viewer, verb, agency) ?? (await unsigned(agency, item, command));
    if (refused) return refused;
    const file = await ports.items.get(agency, item);
    if (!file) return gone(item);
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
    if (life.revision !== basedOn) return stale(life.item);
    const today = context.today();
    const checked = name === 'publish' || name === 'schedule' ? await precheck(context, file) : [];
    const portal =
      command.portal ??
      (name === 'publish' || name === 'schedule' ? (await context.settings(life.agency)).portal || life.portal : life.portal);
    const found = advance(name, {
      life,
      content: file.current.content,
      attachments: attachmentsOf(file.attachments, life.version).length,
      command: storable({ ...command, portal }),
      by,
      now: deps.now().toISOString(),
      today,
      mayOverrule,
      errors: checked.filter((f) => f.severity === 'error'),
    });
    if (isRefusal(found)) return found;
    const record = await ports.registers.get('items', life.agency, life.item);
    if (!record) return gone(life.item);
    const values = stepValues(found.step, found.life.mode, today);
    const drafts = [
      ...(values ? [itemDraft(record, values)] : []),
      ...portalDrafts(found.life, file.publications, found.step, today, `/${life.agency}/items/${addressOf(life.item)}`),
    ];
    return ports.items.takeStep({ life: found.life, step: found.step, basedOn, drafts }, by);
  }

  return {
    ...itemEditing(context, views),
    step,
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
      return file ? view(viewer, file) : gone(item);
    },
    async check(viewer: Viewer, agency: string, item: string): Promise<readonly PrecheckFinding[] | Refusal> {
      const refused = denied(viewer, 'read', agency);
      if (refused) return refused;
      const file = await ports.items.get(agency, item);
      return file ? precheck(context, file) : gone(item);
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
