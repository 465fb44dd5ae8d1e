import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildConsole, openBrowser, signInAs, watchErrors } from './browser.ts';
import { openSite, type TestSite } from './site.ts';

/** A site with the example data, and a browser before it, for all tests of a file. */
export interface Desk {
  readonly site: TestSite;
  readonly browser: Browser;
  /** A fresh window in which a person is signed in, on a screen. */
  open(account: string, path: string): Promise<{ page: Page; errors: string[] }>;
}

/** Opens site and browser before the tests of the file that calls this, and closes them after. */
export function openDesk(): Desk {
  const opened: { site?: TestSite; browser?: Browser } = {};
  beforeAll(async () => {
    buildConsole();
    opened.site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: true });
    opened.browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await opened.browser?.close();
    await opened.site?.close();
  });
  const there = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('asked for before the tests began');
    return part;
  };
  const desk: Desk = {
    get site() {
      return there(opened.site);
    },
    get browser() {
      return there(opened.browser);
    },
    async open(account, path) {
      const context = await desk.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
      const page = await context.newPage();
      const errors = watchErrors(page);
      await signInAs(page, desk.site.url, account, path);
      await page.locator('main h1').first().waitFor();
      return { page, errors };
    },
  };
  return desk;
}
