import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type Refusal, refuse } from '#lib/result.ts';

const derive = promisify(argon2);

/** 19 MiB and two passes, about 40 ms: OWASP's least for argon2id. */
const COST = { parallelism: 1, tagLength: 32, memory: 19 * 1024, passes: 2 } as const;
const LONGEST = 200;

/** A password as it is kept: `argon2id$memory$passes$nonce$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...COST });
  return ['argon2id', COST.memory, COST.passes, nonce.toString('base64url'), Buffer.from(tag).toString('base64url')].join('$');
}

/** True when the password is the one kept. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [kind, memory, passes, nonce, tag] = kept.split('$');
  if (kind !== 'argon2id' || !nonce || !tag || password.length > LONGEST) return false;
  const wanted = Buffer.from(tag, 'base64url');
  const given = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce, 'base64url'),
    parallelism: COST.parallelism,
    tagLength: wanted.length,
    memory: Number(memory),
    passes: Number(passes),
  });
  return timingSafeEqual(Buffer.from(given), wanted);
}

/** No letters or digits that look alike. */
const PARTS = ['ABCDEFGHJKMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789'];

/** A password to be told once and changed at the first sign-in: four groups of a capital, a small letter and a digit. */
export function oneTimePassword(): string {
  const group = () => PARTS.map((letters) => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** At least eight characters of three of the four classes, and not the account's name. Null: good enough. */
export function weakPassword(password: string, account: string): Refusal | null {
  if (password.length < 8) return refuse('密码至少 8 位，请加长。');
  if (password.length > LONGEST) return refuse(`密码最多 ${LONGEST} 位。`);
  if (CLASSES.filter((c) => c.test(password)).length < 3) return refuse('密码须含大写字母、小写字母、数字、符号中的三类。');
  if (account.length > 2 && password.toLowerCase().includes(account.toLowerCase())) return refuse('密码不能包含账号。');
  return null;
}
