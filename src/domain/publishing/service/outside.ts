import type { Actor } from '#domain/people/actor.ts';
import { may, type Viewer } from '#domain/people/policy.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/record.ts';
import { parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { PLACE_KINDS } from '../places.ts';
import { PUBLICATION_CHANNELS } from '../publications.ts';
import { storable } from '../storable.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import type { itemService } from './items.ts';

/** Where, which address or photo, when; who is whoever records it. */
export interface OutsidePublication {
  readonly agency: string;
  /** 索引号. */
  readonly item: string;
  /** A channel of the publications register, or the id of one of the office's places. */
  readonly channel?: string;
  readonly place?: string;
  readonly on: string;
  readonly address?: string;
  readonly photo?: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
}

/** What was kept, and what the office should still see to. */
export interface RecordedPublication {
  readonly publication: RegisterRecord;
  readonly warnings: readonly string[];
}

const IMAGE = /^image\/(png|jpeg|webp|gif)$/;

/** Publications on other channels: recorded in four fields, taken down with a reason. */
export function outsideService(context: PublishingContext, items: Pick<ReturnType<typeof itemService>, 'take'>) {
  const { ports } = context;

  async function where(p: OutsidePublication): Promise<{ channel: string; address: string } | Refusal> {
    if (p.place) {
      const place = await ports.entries.get(p.agency, 'place', p.place);
      if (!place || place.removed) return refuse('没有找到这个发布场所，请重新选择。');
      const address = p.address?.trim() || [place.body.name, place.body.address].filter((t) => t !== '').join(' ');
      return { channel: PLACE_KINDS[place.body.kind].channel, address };
    }
    const channel = PUBLICATION_CHANNELS.find(
      (c) => c.value === p.channel || c.label === p.channel || c.synonyms?.includes(p.channel ?? ''),
    );
    if (!channel) return refuse('请选择发布渠道。', 'OGIR2019 23');
    return { channel: channel.value, address: p.address?.trim() ?? '' };
  }

  function problem(p: OutsidePublication): Refusal | null {
    const on = parseDay(p.on);
    if (!on) return refuse('请填写发布日期，如 2026-01-31。', 'OGIR2019 26');
    if (on > context.today()) return refuse(`发布日期${p.on}晚于今天，请核对。`);
    if (p.address && p.address.length > 500) return refuse('网址或位置超过500个字，请缩短。');
    if (p.photo && !IMAGE.test(p.photo.mediaType)) return refuse('照片请用 PNG、JPG 或 WebP 格式的图片。');
    return null;
  }

  /** Noted by the place itself: renaming it, or writing another address, changes nothing of where it was made. */
  async function keep(draft: RecordDraft, place: string | undefined, by: Actor): Promise<RegisterRecord | Refusal> {
    if (place) return ports.entries.publishAt(draft, place, by);
    const saved = await ports.registers.saveMany([draft], by, '');
    return isSaveRefusal(saved) ? saved : saved[0]!;
  }

  /** An item that was signed goes on to “published”; one that was not is kept all the same, and said. */
  async function follow(viewer: Viewer, p: OutsidePublication): Promise<string[]> {
    const file = await ports.items.get(p.agency, p.item);
    if (!file) return [];
    const { life } = file;
    if (life.work === 'approved' && life.mode === 'proactive') {
      const mayOverrule = may(viewer, 'overrule', { agency: p.agency });
      const done = await items.take(file, 'publish', {}, life.revision, actorOf(viewer), mayOverrule);
      return isRefusal(done) ? [`发布已登记；${done.refused}`] : [];
    }
    if (life.public !== 'never') return [];
    if (life.mode && life.mode !== 'proactive') return ['这条信息没有认定为主动公开，却已在外面发布：请核对，必要时立即撤下。'];
    return ['这条信息还没有走完保密审查和签发就已发布：请补办，并核对内容能否公开。'];
  }

  return {
    /** Records a publication elsewhere. What happened is kept, even where it should not have happened yet. */
    async record(viewer: Viewer, given: OutsidePublication): Promise<RecordedPublication | Refusal> {
      const p = storable(given);
      const refused = denied(viewer, 'write', p.agency) ?? problem(p);
      if (refused) return refused;
      const item = await ports.registers.get('items', p.agency, p.item);
      if (!item || item.void) return refuse(`没有找到信息“${p.item}”，请核对索引号。`, 'OGIR2019 12');
      const at = await where(p);
      if (isRefusal(at)) return at;
      const by = actorOf(viewer);
      const values = { item: p.item, channel: at.channel, on: p.on, address: at.address || null };
      const publication = await keep({ register: 'publications', agency: p.agency, values }, p.place, by);
      if (isRefusal(publication)) return publication;
      const warnings = await follow(viewer, p);
      if (p.photo) {
        const file = {
          agency: p.agency,
          name: p.photo.name,
          mediaType: p.photo.mediaType,
          visibility: 'office',
          register: 'publications',
          record: publication.number,
        } as const;
        await ports.files.add(file, p.photo.bytes, by);
      }
      if (at.address === '' && !p.photo) warnings.push('还没有网址或照片，检查时无法证明已经发布，请补上。');
      return { publication, warnings };
    },
    /** Notes that something was taken down, when and why. */
    async takeDown(
      viewer: Viewer,
      agency: string,
      number: string,
      on: string,
      reason: string,
      basedOn: number,
    ): Promise<RegisterRecord | Refusal> {
      const refused = denied(viewer, 'write', agency);
      if (refused) return refused;
      const day = parseDay(on);
      if (!day || day > context.today()) return refuse('请填写撤下日期，不晚于今天。');
      if (reason.trim() === '') return refuse('请写明撤下的原因。');
      const draft = {
        register: 'publications',
        agency,
        number,
        basedOn,
        values: { takenDownOn: on, takenDownReason: storable(reason.trim()) },
      } as const;
      const saved = await ports.registers.saveMany([draft], actorOf(viewer), storable(reason));
      if (isSaveRefusal(saved)) return saved;
      return saved[0] ?? refuse('没有找到这条发布记录。');
    },
  };
}
