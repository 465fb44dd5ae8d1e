import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, overflow, seriousViolations, watchErrors } from './browser.ts';
import { openSite, type TestSite } from './site.ts';

const REPORT = join(import.meta.dirname, '../fixtures/reports/chaoyang-2023.txt');
const PAGES = [
  '/',
  '/reports',
  '/sfz/reports',
  '/sfz/reports/2023',
  '/cyz/reports/2023',
  '/sfz/reports/2023/figures/requests/1/total',
  '/cyz/reports/2023/figures/figures/items',
  '/check',
  '/sign-in',
  '/nowhere',
];

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: true });
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.each([
  ['a desk', 1440],
  ['a phone', 390],
  ['a small phone', 360],
])('public pages on %s', (_, width) => {
  it.each(PAGES)('%s can be used by everybody and fits', async (path) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'zh-CN' });
    const errors = watchErrors(page);
    await page.goto(site.url + path);
    expect(await seriousViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('长者模式 enlarges the letters and still fits', async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${site.url}/sfz/reports/2023`);
    const size = () => page.evaluate('parseFloat(getComputedStyle(document.documentElement).fontSize)') as Promise<number>;
    const before = await size();
    await page.getByRole('link', { name: '长者模式' }).click();
    expect(await size()).toBeGreaterThan(before * 1.2);
    expect(await overflow(page)).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('a figure of the report opens what was counted, and leads back', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/`);
    await page.getByRole('link', { name: '示范镇人民政府' }).click();
    await page.getByRole('link', { name: /2023年政府信息公开工作年度报告/ }).click();
    await page.locator('td[data-figure="requests/3.1/naturalPerson"] a').first().click();
    await expect(page.locator('h1').textContent()).resolves.toContain('予以公开');
    await expect(page.locator('main').textContent()).resolves.toContain('这个数是怎么数出来的');
    await page.getByRole('link', { name: '回到年报' }).click();
    expect(page.url()).toBe(`${site.url}/sfz/reports/2023`);
    await context.close();
  });

  it('a report is checked: the findings are beside the text', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/check`);
    await page.getByLabel('选择年报文件').setInputFiles(REPORT);
    await page.getByRole('button', { name: '开始检查' }).click();
    await expect(page.locator('h1').textContent()).resolves.toMatch(/体检结果：有\d处必须改/);
    const found = page.locator('.finding', { hasText: 'TEXT-TABLE' });
    await found.getByRole('link', { name: /跳到原文/ }).click();
    await expect(page.locator('.paper mark.error:target').textContent()).resolves.toContain('30条');
    await context.close();
  });
});

describe('with JavaScript', () => {
  it('files dropped on the page are listed with their size, and one too many is told before it is sent', async () => {
    const page = await browser.newPage();
    const errors = watchErrors(page);
    await page.goto(`${site.url}/check`);
    const drop = (count: number) =>
      page.evaluate(
        `{ const data = new DataTransfer();
           for (let i = 0; i < ${count}; i++) data.items.add(new File(['x'.repeat(2048)], '年报' + i + '.txt'));
           document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }`,
      );
    await drop(2);
    expect(await page.locator('#chosen li').allTextContents()).toEqual(['年报0.txt　2 KB', '年报1.txt　2 KB']);
    await drop(21);
    await expect(page.locator('#problems').textContent()).resolves.toContain('一次最多20个文件，现在选了21个');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('on a phone section three shows each row with its total; a tap opens the six kinds', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`${site.url}/sfz/reports/2023`);
    const row = page.locator('.rows details', { hasText: '一、本年新收' });
    await expect(row.locator('summary').textContent()).resolves.toContain('68');
    expect(await row.getByText('科研机构').isVisible()).toBe(false);
    await row.locator('summary').click();
    expect(await row.getByText('科研机构').isVisible()).toBe(true);
    await page.close();
  });
});
