import { createHash, randomBytes } from 'node:crypto';
import { type Refusal, refuse } from '#lib/result.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { Credential, PeopleStore, Person } from './ports.ts';

/** Five wrong passwords lock an account for half an hour. */
export const LOCK_AFTER = 5;
export const LOCK_MS = 30 * 60_000;
/** A session ends after half an hour without a request, and after twelve hours whatever happens. */
export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
const TOUCH_MS = 60_000;

/** What a signed-in browser holds: the token in a cookie, csrf in its requests. */
export interface Session {
  readonly token: string;
  readonly csrf: string;
  readonly person: Person;
}

/** Signing in and out. */
export interface SignIn {
  signIn(account: string, password: string): Promise<Session | Refusal>;
  /** The session of a token; null when there is none (any more). */
  session(token: string): Promise<Session | null>;
  signOut(token: string): Promise<void>;
}

/** The same words whether the account is not there, is locked or disabled, or the password is wrong: nobody learns which accounts there are. */
const WRONG = `账号或密码不对。同一账号连续输错 ${LOCK_AFTER} 次锁定半小时，其间密码对也不能登录；请半小时后再试，或请单位管理员重设密码。`;
/** Nobody's id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** True while an account is locked. */
export function isLocked(found: Pick<Credential, 'lockedUntil'> | null, at: Date): boolean {
  return found?.lockedUntil !== null && found?.lockedUntil !== undefined && found.lockedUntil > at;
}

/** A hash nobody's password has, for accounts that are not there or not open. */
let decoy: Promise<string> | null = null;

/** Sign-in over the people's store. */
export function signInOver(people: PeopleStore, now: () => Date): SignIn {
  return {
    async signIn(account, password) {
      const at = now();
      const found = await people.credential(account.trim());
      decoy ??= hashPassword(randomBytes(12).toString('hex'));
      const noOne = await decoy;
      const open = found?.password && !found.person.disabled && !isLocked(found, at);
      // What is done is the same for every account, so that its time tells nothing either.
      const right = await isPassword(password, (open && found.password) || noOne);
      // Many tries at once are all begun before the first is counted: the one that is right comes too late too.
      const late = open && right && isLocked(await people.credential(account.trim()), at);
      if (!open || !right || late) {
        await people.noteFailure(open && !late ? found.person.id : NOBODY, LOCK_AFTER, new Date(at.getTime() + LOCK_MS));
        return refuse(WRONG);
      }
      await people.clearFailures(found.person.id);
      const token = randomBytes(32).toString('base64url');
      const csrf = randomBytes(24).toString('base64url');
      await people.startSession(hashOf(token), {
        person: found.person.id,
        csrf,
        createdAt: at,
        seenAt: at,
        expiresAt: new Date(at.getTime() + ABSOLUTE_MS),
      });
      return { token, csrf, person: found.person };
    },
    async session(token) {
      const at = now();
      const kept = await people.session(hashOf(token));
      if (!kept || kept.expiresAt <= at || at.getTime() - kept.seenAt.getTime() > IDLE_MS) return null;
      const person = await people.byId(kept.person);
      if (!person || person.disabled) return null;
      if (at.getTime() - kept.seenAt.getTime() > TOUCH_MS) await people.touchSession(hashOf(token), at);
      return { token, csrf: kept.csrf, person };
    },
    signOut: (token) => people.endSession(hashOf(token)),
  };
}
