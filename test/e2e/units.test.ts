import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildConsole, openBrowser, overflow, seriousViolations, watchErrors } from './browser.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  buildConsole();
  site = await openSite({ demo: false, clock: '2024-01-08T01:00:00Z', listen: true });
  const code = await site.app.firstRun.newCode();
  const agency = { code: 'sfz', name: '示范镇人民政府', shortName: '示范镇', level: 'township' } as const;
  await site.app.firstRun.claim({ code, agency, account: 'yanshi', name: '演示甲', password: 'Xin-Mima-2024' });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Signs in; where the password was made by somebody else, changes it first. */
async function enter(on: Page, account: string, password: string, own?: string): Promise<void> {
  await on.goto(`${site.url}/sign-in`);
  await on.getByLabel('账号').fill(account);
  await on.getByLabel('密码').fill(password);
  await on.getByRole('button', { name: '登录' }).click();
  if (own) {
    await on.waitForURL(/\/password/);
    const fields = on.locator('input[type=password]');
    for (const [i, text] of [password, own, own].entries()) await fields.nth(i).fill(text);
    await on.locator('main button[type=submit], form button').last().click();
    await on.waitForURL((u) => !u.pathname.startsWith('/password'));
    if (on.url().includes('/sign-in')) return enter(on, account, own);
  }
  await on.goto(`${site.url}/console/`);
}

async function told(): Promise<string> {
  const text = (await page.getByText(/一次性密码：/).textContent()) ?? '';
  return text.split('一次性密码：')[1]?.trim() ?? '';
}

it('one unit of the first run grows a village below and a county above, and each signs in', async () => {
  const errors = watchErrors(page);
  await enter(page, 'yanshi', 'Xin-Mima-2024');
  await page.getByRole('link', { name: '单位', exact: true }).click();
  const add = page.getByRole('form', { name: '添加下级单位' });
  await add.getByLabel('全称').fill('一村村民委员会');
  await add.getByLabel('简称').fill('一村');
  await add.getByLabel('代码').fill('sfz-c1');
  await add.getByRole('button', { name: '添加单位' }).click();
  await page.getByRole('cell', { name: '一村村民委员会' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  const above = page.getByRole('form', { name: '上级单位' });
  await above.getByLabel('上级单位全称').fill('示范县人民政府');
  await above.getByLabel('上级单位简称').fill('示范县');
  await above.getByLabel('上级单位代码').fill('sfx');
  await above.getByLabel('县级监督人员姓名').fill('演示乙');
  await above.getByLabel('县级监督人员账号').fill('jiandu');
  await above.getByRole('button', { name: '添加上级单位' }).click();
  const supervisor = await told();
  await page.getByText('上级单位：示范县').waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('link', { name: '人员与权限' }).click();
  await page.getByLabel('姓名').fill('演示丙');
  await page.getByLabel('账号').fill('chujin');
  await page.getByLabel('初始密码').fill('Chu-Mima-2024');
  await page.locator('#p-unit').click();
  await page.locator('.ant-select-item-option', { hasText: '一村' }).click();
  await page.getByRole('button', { name: '添加', exact: true }).click();
  const row = page.getByRole('row', { name: /演示丙/ });
  await row.getByRole('button', { name: '重设密码' }).click();
  await page.getByRole('button', { name: '确定重设' }).click();
  const submitter = await told();
  expect(await seriousViolations(page)).toEqual([]);

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'zh-CN' })).newPage();
  await enter(phone, 'chujin', submitter, 'Xiang-Cun-2024');
  await phone.getByRole('heading', { name: '报送公开信息' }).waitFor();
  await phone.getByText('一村村民委员会').waitFor();

  const desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage();
  await enter(desk, 'jiandu', supervisor, 'Xian-Mima-2024');
  await desk.getByRole('link', { name: '单位', exact: true }).click();
  await desk.getByRole('cell', { name: '示范镇人民政府' }).waitFor();
  expect(errors).toEqual([]);
}, 120_000);
