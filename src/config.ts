import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { PlainFault } from '#lib/fault.ts';

/** The settings of contracts.md, read once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The data folder, absolute. */
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly replicaUrl: string | undefined;
  /** A secret given from outside instead of the data folder's key file. */
  readonly secret: string | undefined;
}

/** A setting that can't be used; the message says which and why. */
export class ConfigFault extends PlainFault {}

type Settings = Readonly<Record<string, string | undefined>>;

/** The folder the program stands in. */
export const CHECKOUT: string = path.resolve(import.meta.dirname, '..');

/** Root's data stand outside the checkout: the database's own user could not get into /root. */
function defaultData(checkout: string, uid: number | undefined): string {
  if (uid !== 0) return path.join(checkout, 'data');
  const name = createHash('sha256').update(checkout).digest('hex').slice(0, 8);
  return path.join('/var/lib/gongkai', name, 'data');
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 8080;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ConfigFault(`设置 PORT“${text}”不是端口号（0 至 65535）。`);
  return port;
}

function urlOf(name: string, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^postgres(ql)?:\/\//.test(text)) throw new ConfigFault(`设置 ${name} 须以 postgres:// 开头。`);
  return text;
}

/** `.env` in the checkout, under the environment. */
export function readSettings(checkout: string = CHECKOUT, environment: Settings = process.env): Settings {
  let file: Settings = {};
  try {
    file = parseEnv(readFileSync(path.join(checkout, '.env'), 'utf8'));
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'ENOENT') throw new ConfigFault(`无法读取 .env：${e instanceof Error ? e.message : e}`);
  }
  return { ...file, ...environment };
}

/**
 * The configuration from settings. Throws {@link ConfigFault} for a setting that can't be used.
 * @param uid the user's number; undefined where there are none
 */
export function configFrom(settings: Settings, checkout: string = CHECKOUT, uid: number | undefined = process.getuid?.()): Config {
  const given = settings['GONGKAI_DATA'];
  return {
    port: portOf(settings['PORT']),
    host: settings['HOST'] || '127.0.0.1',
    data: given ? path.resolve(checkout, given) : defaultData(checkout, uid),
    databaseUrl: urlOf('DATABASE_URL', settings['DATABASE_URL']),
    replicaUrl: urlOf('DATABASE_REPLICA_URL', settings['DATABASE_REPLICA_URL']),
    secret: settings['GONGKAI_SECRET'] || undefined,
  };
}

/** The configuration of this process. */
export function readConfig(): Config {
  return configFrom(readSettings());
}

/** The demo's configuration: a data folder of its own beside the real one, never a server of the office's. */
export function demoConfig(config: Config): Config {
  return { ...config, data: `${config.data}-demo`, databaseUrl: undefined, replicaUrl: undefined };
}
