import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFault, configFrom, demoConfig, readSettings } from './config.ts';

describe('settings', () => {
  it('have their defaults', () => {
    expect(configFrom({}, '/srv/gongkai', 1000)).toEqual({
      port: 8080,
      host: '127.0.0.1',
      data: '/srv/gongkai/data',
      databaseUrl: undefined,
      replicaUrl: undefined,
      secret: undefined,
    });
  });

  it('put root’s data outside the checkout, by its path', () => {
    expect(configFrom({}, '/root/gongkai', 0).data).toBe('/var/lib/gongkai/a9834b60/data');
  });

  it('come from the environment, and from .env where the environment says nothing', async () => {
    const checkout = await mkdtemp(path.join(tmpdir(), 'gongkai-env-'));
    await writeFile(path.join(checkout, '.env'), 'PORT=9000\nHOST="0.0.0.0"\n');
    expect(configFrom(readSettings(checkout, { PORT: '9001' }), checkout, 1000)).toMatchObject({ port: 9001, host: '0.0.0.0' });
    await rm(checkout, { recursive: true });
  });

  it('name a data folder from the checkout, and the demo’s beside it', () => {
    const config = configFrom({ GONGKAI_DATA: 'office', DATABASE_URL: 'postgres://db/x' }, '/srv/gongkai', 1000);
    expect([config.data, demoConfig(config).data, demoConfig(config).databaseUrl]).toEqual([
      '/srv/gongkai/office',
      '/srv/gongkai/office-demo',
      undefined,
    ]);
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT/],
    [{ PORT: '65536' }, /PORT/],
    [{ DATABASE_URL: 'mysql://db' }, /DATABASE_URL/],
  ])('%o: is refused by name', (settings, name) => {
    expect(() => configFrom(settings, '/srv', 1000)).toThrow(ConfigFault);
    expect(() => configFrom(settings, '/srv', 1000)).toThrow(name);
  });
});
