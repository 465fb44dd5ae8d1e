import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PlainFault } from '#lib/fault.ts';
import { makeDataFolder } from '../embedded/places.ts';

/** The keys everything sealed hangs on. They never enter the database. */
export interface Secret {
  /** Wraps the keys of persons. */
  readonly wrapping: Buffer;
  /** Makes personKey out of an identity. */
  readonly identity: Buffer;
  /** Tells this secret from another without telling anything else: kept in the database. */
  readonly mark: string;
}

const SHORTEST = 32;

/** The secret is missing, too short, or another than the data was sealed with. */
export class SecretFault extends PlainFault {}

function derive(master: string): Secret {
  const key = (label: string): Buffer => Buffer.from(hkdfSync('sha256', master, 'gongkai', label, 32));
  return {
    wrapping: key('wrapping of person keys'),
    identity: key('identity of persons'),
    mark: createHmac('sha256', key('mark')).update('gongkai').digest('hex').slice(0, 16),
  };
}

async function readKey(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((e: NodeJS.ErrnoException) => {
    if (e.code === 'ENOENT') return null;
    throw new SecretFault(`无法读取密钥文件 ${file}：${e.message}。`, { cause: e });
  });
  if (text === null) return null;
  if (text.trim().length < SHORTEST) throw new SecretFault(`密钥文件 ${file} 不完整。请从备份恢复这个文件。`);
  return text.trim();
}

/** Made once, whole or not at all; of two processes the first wins. */
async function makeKey(file: string): Promise<void> {
  const fresh = `${file}.${randomBytes(6).toString('hex')}.new`;
  const handle = await open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(fresh, file).catch((e: NodeJS.ErrnoException) => {
    if (e.code !== 'EEXIST') throw e;
  });
  await rm(fresh, { force: true });
}

/**
 * The secret from the setting GONGKAI_SECRET, else from `secret.key` in the data folder, which is made on first use.
 * Whoever loses it loses every sealed value.
 */
export async function openSecret(data: string, setting?: string): Promise<Secret> {
  if (setting !== undefined && setting !== '') {
    if (setting.length < SHORTEST) throw new SecretFault(`GONGKAI_SECRET 太短：至少 ${SHORTEST} 个字符。`);
    return derive(setting);
  }
  const file = path.join(data, 'secret.key');
  await makeDataFolder(data);
  const kept = await readKey(file);
  if (kept) return derive(kept);
  await makeKey(file);
  return derive((await readKey(file)) ?? '');
}

/** HMAC of a normalised identity: the same person on sealed data, nothing to read back. */
export function personKeyOf(secret: Secret, agency: string, identity: string): string {
  return createHmac('sha256', secret.identity).update(`${agency}\n${identity}`).digest('hex').slice(0, 32);
}
