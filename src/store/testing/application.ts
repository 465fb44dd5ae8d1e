import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Agency } from '#domain/agencies/agency.ts';
import type { Application } from '#domain/application.ts';
import { SYSTEM } from '#domain/people/actor.ts';
import { hashPassword } from '#domain/people/passwords.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { Role } from '#domain/people/roles.ts';
import { openApplication } from '../../application.ts';
import { openTestDatabase, type TestServer, testServers } from './database.ts';
import { agency } from './office.ts';

/** An application over a database of its own, with a clock that tests set. */
export interface TestApplication {
  readonly app: Application;
  readonly url: string;
  setNow(instant: string): void;
  /** Makes an account with one role and gives its viewer. */
  person(account: string, role: Role, agency: string): Promise<Viewer>;
  agency(code: string, more?: Partial<Agency>): Promise<void>;
  close(): Promise<void>;
}

/** A password every invented person of the tests has. */
export const PASSWORD = 'Shili-2026';

/** Opens an application for tests; `now` starts at the instant given. */
export async function openTestApplication(
  now = '2024-01-15T09:00:00+08:00',
  server: TestServer = testServers()[0] as TestServer,
): Promise<TestApplication> {
  const database = await openTestDatabase(server);
  const data = await mkdtemp(path.join(tmpdir(), 'gongkai-app-'));
  let instant = new Date(now);
  const app = await openApplication(
    {
      port: 0,
      host: '127.0.0.1',
      data,
      databaseUrl: database.url,
      replicaUrl: undefined,
      secret: 'a secret for tests only, thirty-two characters',
    },
    { now: () => instant },
  );
  const password = await hashPassword(PASSWORD);
  return {
    app,
    url: database.url,
    setNow: (text) => {
      instant = new Date(text);
    },
    async person(account, role, agency) {
      const person = { id: randomUUID(), account, name: `${account}示例`, mustChange: false, disabled: false };
      const membership = { agency, person: person.id, role, from: '2020-01-01', until: null };
      if (!(await app.stores.people.add(person, password, [membership], SYSTEM))) throw new Error(`the account ${account} exists`);
      return app.accounts.viewer(person);
    },
    agency: (code, more = {}) => app.stores.agencies.save([agency(code, more)], SYSTEM),
    async close() {
      await app.close();
      await database.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
