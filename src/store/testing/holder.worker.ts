import pg from 'pg';
import { openEmbedded } from '#store/embedded/embedded.ts';

// A program for tests: holds the embedded server of a folder until its standard input ends, then closes cleanly.
const server = await openEmbedded(process.argv[2] ?? '');
const client = new pg.Client(server.connection);
await client.connect();
const { rows } = await client.query<{ pid: number; encoding: string }>(
  `select pg_backend_pid() as pid, current_setting('server_encoding') as encoding`,
);
await client.end();
process.stdout.write(`${JSON.stringify({ ...rows[0], ...server })}\n`);
for await (const _ of process.stdin);
await server.close();
