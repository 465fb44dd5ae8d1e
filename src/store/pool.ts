import pg from 'pg';

/** A server that does not answer any more is not waited for longer. */
const PATIENCE_MS = 5000;

/**
 * Connections that end no program when they break. One that is broken, idle or in use, is dropped: its query fails, the next gets a new
 * connection. Without somebody listening to pool and connection it would be an uncaught error.
 */
export class QuietPool extends pg.Pool {
  readonly #open = new Set<pg.PoolClient>();

  constructor(config: pg.PoolConfig) {
    super(config);
    this.on('error', () => undefined);
    this.on('connect', (client) => {
      this.#open.add(client);
      client.on('error', () => undefined);
    });
    this.on('remove', (client) => void this.#open.delete(client));
  }

  /** Resolves once the server has let go of every connection: the plain pool's only says good-bye, and a server stopped or a database dropped
   * right after would still tell it so. */
  override end(): Promise<void> {
    return super.end().then(() => this.#gone());
  }

  #gone(): Promise<void> {
    if (this.#open.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MS);
      timer.unref();
      this.on('remove', () => {
        if (this.#open.size > 0) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
