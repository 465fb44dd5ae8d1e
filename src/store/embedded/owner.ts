import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Whom the server runs as. PostgreSQL refuses to run as root, so root hands it to `postgres`, or else `nobody`. */
export interface ServerOwner {
  readonly uid: number;
  readonly gid: number;
  /** True: our own user is root and processes must be handed over. */
  readonly handOver: boolean;
  /** False: the user has no entry in the password file; initdb refuses and needs a mapped name. */
  readonly named: boolean;
}

function passwd(name: string): { uid: number; gid: number } | null {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((l) => l.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
  } catch {
    return null;
  }
}

function isNamed(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

/** The user the embedded server runs as, for the user this process runs as. */
export function serverOwner(): ServerOwner {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, handOver: false, named: isNamed() };
  const user = passwd('postgres') ?? passwd('nobody') ?? { uid: 65534, gid: 65534 };
  return { ...user, handOver: true, named: true };
}
