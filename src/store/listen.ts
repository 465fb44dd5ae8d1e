import pg from 'pg';

const AGAIN_MS = 1000;

/**
 * Hears a channel on a connection of its own. When the connection breaks it is opened again, and `heard` is called once more: something may
 * have been told meanwhile. The answer closes it.
 */
export async function listenOn(config: pg.ClientConfig, channel: string, heard: () => void): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;

  const open = async (): Promise<void> => {
    const own = new pg.Client(config);
    own.on('notification', heard);
    own.on('error', () => again(own));
    own.on('end', () => again(own));
    client = own;
    await own.connect();
    await own.query(`listen ${pg.escapeIdentifier(channel)}`);
  };
  const again = (broken: pg.Client): void => {
    if (closed || client !== broken) return;
    client = null;
    timer = setTimeout(() => void open().then(heard, () => again(client ?? broken)), AGAIN_MS);
    timer.unref();
  };

  await open();
  return async () => {
    closed = true;
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
