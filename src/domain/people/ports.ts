import type { RegisterKey } from '#domain/registers/register.ts';
import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/** A person who may sign in. */
export interface Person {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly mustChange: boolean;
  readonly disabled: boolean;
}

/** What sign-in needs to know of an account. */
export interface Credential {
  readonly person: Person;
  /** Null: no password was ever set. */
  readonly password: string | null;
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

/** A role in an agency for a time. */
export interface Membership {
  readonly agency: string;
  readonly person: string;
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
}

/** An account to make, its password already hashed; null: it cannot be signed in with. */
export interface NewAccount {
  readonly person: Person;
  readonly password: string | null;
  readonly memberships: readonly Membership[];
  /** Made only while nobody has an account. */
  readonly onlyIfFirst?: boolean;
}

/** A session as it is kept: only the hash of its token. */
export interface StoredSession {
  readonly person: string;
  readonly csrf: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
}

export interface PeopleStore {
  count(): Promise<number>;
  byId(id: string): Promise<Person | null>;
  credential(account: string): Promise<Credential | null>;
  /** False: the account exists. */
  add(person: Person, password: string | null, memberships: readonly Membership[], by: Actor): Promise<boolean>;
  /** Ends every session of the person. `by`: somebody else than the person, of which an event is kept. */
  setPassword(person: string, password: string, mustChange: boolean, by?: Actor): Promise<void>;
  noteFailure(person: string, lockAfter: number, lockUntil: Date): Promise<void>;
  clearFailures(person: string): Promise<void>;
  setDisabled(person: string, disabled: boolean, by: Actor): Promise<void>;
  membershipsOf(person: string): Promise<readonly Membership[]>;
  membersOf(agencies: readonly string[]): Promise<readonly { person: Person; membership: Membership }[]>;
  grant(membership: Membership, by: Actor): Promise<void>;
  endMembership(membership: Membership, until: string, by: Actor): Promise<void>;
  startSession(tokenHash: Buffer, session: StoredSession): Promise<void>;
  session(tokenHash: Buffer): Promise<StoredSession | null>;
  touchSession(tokenHash: Buffer, seenAt: Date): Promise<void>;
  endSession(tokenHash: Buffer): Promise<void>;
}

/** Filters of a register that somebody saved under a name. */
export interface FilterStore {
  filters(agency: string, person: string, register: RegisterKey): Promise<readonly { readonly name: string; readonly filter: unknown }[]>;
  /** A filter of null takes it away. */
  saveFilter(agency: string, person: string, register: RegisterKey, name: string, filter: unknown): Promise<void>;
}
