import type { Actor } from '#domain/people/actor.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import type { Visibility } from '#domain/visibility/gate.ts';

/** A file's particulars; its bytes are kept once per agency by their SHA-256. */
export interface StoredFile {
  readonly agency: string;
  readonly id: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly mediaType: string;
  readonly visibility: Visibility;
  /** The record it belongs to, if any. */
  readonly register: RegisterKey | null;
  readonly record: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
}

/** What is handed in with the bytes. */
export type NewFile = Pick<StoredFile, 'agency' | 'name' | 'mediaType' | 'visibility' | 'register' | 'record'>;

/** Bytes in the database, in pieces of 1 MB at most, so that one backup and one transaction hold everything. */
export interface FileStore {
  add(file: NewFile, bytes: AsyncIterable<Uint8Array> | Uint8Array, by: Actor): Promise<StoredFile>;
  get(agency: string, id: string): Promise<StoredFile | null>;
  of(agency: string, register: RegisterKey, record: string): Promise<readonly StoredFile[]>;
  /** The bytes in order, piece by piece; checks the SHA-256 at the end and throws when it differs. */
  read(file: StoredFile): AsyncIterable<Uint8Array>;
}
