import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV = 12;
const TAG = 16;

/** Seals bytes with AES-256-GCM. `bound` must be the same when opening: a sealed value moved elsewhere does not open. */
export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made. @throws when the bytes, the key or `bound` is not the one it was sealed with */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer {
  if (sealed[0] !== VERSION) throw new Error('sealed bytes of an unknown version');
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV), { authTagLength: TAG });
  cipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG));
  return Buffer.concat([cipher.update(sealed.subarray(1 + IV + TAG)), cipher.final()]);
}
