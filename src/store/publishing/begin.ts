import type { Actor } from '#domain/people/actor.ts';
import type { Attachment } from '#domain/publishing/content.ts';
import type { ItemLife } from '#domain/publishing/life/states.ts';
import type { ItemBytes } from '#domain/publishing/ports.ts';
import type { Tx } from '../database.ts';
import { addFile } from '../files/files.ts';
import { writeAttachment } from './write.ts';

/** Keeps the bytes that come with a new item as the attachments of its first version. */
export async function keepFiles(tx: Tx, life: ItemLife, files: readonly ItemBytes[], by: Actor, at: Date): Promise<Attachment[]> {
  const { agency, item, version } = life;
  const kept: Attachment[] = [];
  for (const { title, name, mediaType, bytes } of files) {
    const file = { agency, name, mediaType, visibility: 'office', register: 'items', record: item } as const;
    const { id, size, sha256 } = await addFile(tx, file, bytes, by, at);
    const n = kept.length + 1;
    kept.push({ n, file: id, title, name, mediaType, size, sha256, since: version, until: null, replacedBy: null });
  }
  for (const a of kept) await writeAttachment(tx, life, a);
  return kept;
}
