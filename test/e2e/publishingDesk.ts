import type { Page } from 'playwright-core';
import type { Desk } from './desk.ts';

const itemPath = (number: string) => `/publishing/item?number=${encodeURIComponent(number)}`;

/** What people of an office do at their screens, in a few words. */
export function publishingDesk(desk: Desk) {
  const pages = new Map<string, Page>();
  const errors: string[][] = [];

  /** The screen of a person, who stays signed in. */
  async function as(account: string, path: string): Promise<Page> {
    let page = pages.get(account);
    if (!page) {
      const opened = await desk.open(account, '/console/');
      page = opened.page;
      errors.push(opened.errors);
      pages.set(account, page);
    }
    await page.goto(`${desk.site.url}/console${path}`);
    await page.locator('main h1').first().waitFor();
    return page;
  }

  /** Takes one step of an item's life as a person: opens it, fills in what it needs, confirms. */
  async function step(
    account: string,
    number: string,
    label: string,
    fill: (form: Page) => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    const page = await as(account, itemPath(number));
    await page.getByRole('button', { name: label, exact: true }).click();
    await fill(page);
    await page.getByRole('button', { name: `确定：${label}` }).click();
    await page.getByText(`已办：${label}`).first().waitFor();
  }

  /** From the attribute to the signature, each by who may; nobody passes what they wrote. */
  async function signed(number: string): Promise<void> {
    await step('cyz-jingban', number, '认定公开属性', (p) => p.getByRole('radio', { name: '主动公开' }).check());
    await step('cyz-shenhe', number, '通过保密审查', (p) => p.getByLabel(/^意见/).fill('经逐项审查，不涉密，可以公开。'));
    await step('cyz-shenhe', number, '审核通过');
    await step('cyz-qianfa', number, '签发');
  }

  async function draft(title: string, column: string): Promise<string> {
    const page = await as('cyz-jingban', '/publishing');
    await page.getByRole('button', { name: '新增信息' }).click();
    await page.getByLabel(/^信息名称/).fill(title);
    await page.getByLabel(/^成文日期/).fill('2026-11-20');
    await page
      .getByLabel(/^栏目$/)
      .last()
      .fill(column);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '建立草稿' }).click();
    await page.waitForURL(/number=/);
    const number = new URL(page.url()).searchParams.get('number') ?? '';
    await page.locator('#c-body').click();
    await page.keyboard.type('请各村做好准备。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '已保存' }).waitFor();
    return number;
  }

  /** Hands something in by phone, with a photo or without. */
  async function handIn(phone: Page, title: string, photo?: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await phone.getByLabel(/^标题/).fill(title);
    await phone.locator('#h-formed').fill('2026-11-19');
    await phone.locator('#h-text').fill('共12户，公示7天。');
    if (photo) await phone.locator('#h-photo').setInputFiles(photo);
    await phone.getByRole('button', { name: '报送', exact: true }).click();
    await phone.getByText('已报送。').waitFor();
  }

  return { as, step, signed, draft, handIn, pages, errors, itemPath };
}
