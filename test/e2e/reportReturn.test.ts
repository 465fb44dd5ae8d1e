import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildConsole, openBrowser, seriousViolations, signInAs } from './browser.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  buildConsole();
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: true });
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(account: string, path: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await signInAs(page, site.url, account, path);
  await page.locator('main h1').first().waitFor();
  return page;
}

describe('a submitted report that is not public', () => {
  it('is returned by the county with a reason, which the office reads', async () => {
    const [latest] = (await site.app.stores.reports.versions('cyz', 2023)).slice(-1);
    await site.app.stores.reports.setStatus('cyz', 2023, latest!.version, 'submitted', { id: 'system', name: '系统' }, '');
    const office = await open('cyz-guanli', '/console/report?year=2023');
    await office.getByText('已提交的版本').waitFor();
    expect(await office.getByLabel('退回原因').count()).toBe(0);
    const county = await open('xian-jiandu', '/console/report?year=2023');
    await county.evaluate(`localStorage.setItem('gongkai.agency', 'cyz')`);
    await county.reload();
    await county.getByLabel('退回原因').fill('第六部分没有写收取信息处理费的情况');
    expect(await seriousViolations(county)).toEqual([]);
    await county.getByRole('button', { name: /^退回第/ }).click();
    await county.getByText('县里已退回，请改好后重新提交').waitFor();
    await office.reload();
    await office.getByText('退回原因：第六部分没有写收取信息处理费的情况').waitFor();
    expect(await seriousViolations(office)).toEqual([]);
  });
});
