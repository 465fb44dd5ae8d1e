import { type Refusal, refuse } from '#lib/result.ts';
import { actorOf, forbid, type Viewer } from '../people/policy.ts';
import type { RegisterKey } from '../registers/register.ts';
import { visible } from '../visibility/gate.ts';
import type { FileStore, NewFile, StoredFile } from './ports.ts';

/** Files as people work with them; what is not visible to somebody is not there for them. */
export interface FileKeeping {
  add(viewer: Viewer, file: NewFile, bytes: AsyncIterable<Uint8Array> | Uint8Array): Promise<StoredFile | Refusal>;
  /** Null: no such file, or not for this viewer (null: the public). */
  get(viewer: Viewer | null, agency: string, id: string): Promise<{ file: StoredFile; bytes: AsyncIterable<Uint8Array> } | null>;
  of(viewer: Viewer | null, agency: string, register: RegisterKey, record: string): Promise<readonly StoredFile[]>;
}

const LONGEST_NAME = 200;

/** A name without folders and invisible characters. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
}

/** Files over their store. */
export function filesOver(store: FileStore): FileKeeping {
  return {
    async add(viewer, file, bytes) {
      const refused = forbid(viewer, 'write', file);
      if (refused) return refused;
      const name = cleanName(file.name);
      return name === '' ? refuse('文件没有名称。') : store.add({ ...file, name }, bytes, actorOf(viewer));
    },
    async get(viewer, agency, id) {
      const file = await store.get(agency, id);
      return file && visible(file, viewer) ? { file, bytes: store.read(file) } : null;
    },
    async of(viewer, agency, register, record) {
      return (await store.of(agency, register, record)).filter((f) => visible(f, viewer));
    },
  };
}
