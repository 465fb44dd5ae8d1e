import { visible } from '#domain/visibility/gate.ts';
import { parseDay, shanghaiDay } from '#lib/day.ts';
import { type Attachment, attachmentsOf, type ItemContent } from '../content.ts';
import { publicFace } from '../life/states.ts';
import type { ItemFile } from '../ports.ts';
import { type Validity, validityOn } from '../validity.ts';
import type { PublishingContext } from './context.ts';

/** An item as everybody may see it. */
export type PublicItem =
  | {
      readonly face: 'full';
      readonly agency: string;
      readonly item: string;
      readonly content: ItemContent;
      readonly version: number;
      readonly validity: Validity;
      readonly publishedAt: string;
      readonly firstPublishedAt: string;
      readonly endedOn: string | null;
      readonly endedReason: string;
      readonly attachments: readonly Attachment[];
      readonly addresses: readonly string[];
    }
  | {
      /** It was here and was taken back: a page that says so and why, without its title, which may be the reason. */
      readonly face: 'tombstone';
      readonly agency: string;
      readonly item: string;
      readonly withdrawnOn: string | null;
      readonly reason: string;
    };

function tombstone(file: ItemFile): PublicItem {
  const last = file.steps.findLast((s) => s.transition === 'withdraw');
  const withdrawnOn = last ? shanghaiDay(Date.parse(last.at)) : null;
  return { face: 'tombstone', agency: file.life.agency, item: file.life.item, withdrawnOn, reason: file.life.endedReason };
}

/** The public face of an item, through the gate; null: there is nothing to see, and nothing to say of it. */
export function publicItem(file: ItemFile, today: string): PublicItem | null {
  const face = publicFace(file.life);
  const { life, shown } = file;
  const visibility = face === 'none' ? 'office' : 'public';
  if (!shown || !visible({ agency: life.agency, visibility }, null)) return null;
  if (face === 'tombstone') return tombstone(file);
  const { content } = shown;
  const on = parseDay(today);
  const ends = {
    effectiveOn: content.effectiveOn,
    validUntil: content.validUntil,
    endedOn: life.public === 'abolished' ? life.endedOn : null,
  };
  return {
    face: 'full',
    agency: life.agency,
    item: life.item,
    content,
    version: shown.version,
    validity: on ? validityOn(ends, on) : 'valid',
    publishedAt: life.publishedAt ?? '',
    firstPublishedAt: life.firstPublishedAt ?? '',
    endedOn: life.endedOn,
    endedReason: life.endedReason,
    attachments: attachmentsOf(file.attachments, shown.version),
    addresses: file.addresses,
  };
}

/** What pages of ours ask: an item by an address it has or had, and the file an old address of an attachment leads to now. */
export function publicService(context: PublishingContext) {
  const { items } = context.ports;
  return {
    async byAddress(agency: string, address: string): Promise<{ item: PublicItem; attachment: Attachment | null } | null> {
      const found = await items.byAddress(agency, address);
      const file = found ? await items.get(agency, found.item) : null;
      const item = file ? publicItem(file, context.today()) : null;
      if (!found || !file || !item) return null;
      if (found.attachment === null || item.face === 'tombstone') return { item, attachment: null };
      let n: number | null = found.attachment;
      for (let steps = 0; n !== null && steps <= file.attachments.length; steps++) {
        const here = item.attachments.find((a) => a.n === n);
        if (here) return { item, attachment: here };
        n = file.attachments.find((a) => a.n === n)?.replacedBy ?? null;
      }
      return { item, attachment: null };
    },
    async byNumber(agency: string, number: string): Promise<PublicItem | null> {
      const file = await items.get(agency, number);
      return file ? publicItem(file, context.today()) : null;
    },
    list: (agency: string, query: { columns?: readonly string[]; page?: number; size?: number; village?: boolean }) =>
      items.list({ agencies: [agency], onlyPublic: true, sort: 'publishedAt', ...query }),
  };
}
