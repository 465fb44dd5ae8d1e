import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, overflow, seriousViolations, watchErrors } from './browser.ts';
import { pageOf, person, portalOffice } from './portalOffice.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let browser: Browser;
let pages: Record<string, string>;
beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: true });
  browser = await openBrowser();
  const office = portalOffice(site, 'cyz');
  for (let i = 0; i < 23; i++) await office.published({ title: `关于第${i + 1}期低保对象名单的公示`, column: 'notices' });
  const item = await office.published(
    {
      title: '朝阳镇农村宅基地审批管理实施细则（试行）',
      column: 'key-4',
      effectiveOn: '2026-11-20',
      validUntil: '2028-11-19',
      keywords: ['宅基地'],
      body: '<h2>第一章　总则</h2><p>第一条　内容。</p><table><thead><tr><th>步骤</th><th>时限</th></tr></thead><tbody><tr><td>受理</td><td>当日</td></tr></tbody></table>',
    },
    { title: '申请表', lines: ['申请人'] },
  );
  await office.revise(item, { title: '朝阳镇农村宅基地审批管理实施细则（修订）', body: '<p>第一条　新的内容。</p>' }, '修订');
  const gone = await office.published({ title: '误发' });
  await office.withdraw(gone, '有误');
  const elements = { officeName: '示例办公室', address: '示例路1号', hours: '工作日8:30—16:30', phone: '0000-0000000', fax: '无' };
  const guide = { elements, body: '<p>说明</p>', effectiveOn: '2026-01-01', reviewedOn: null };
  await site.app.publishing.entries.save(person('孙示例', 'reviewer', 'cyz'), 'cyz', 'guide', { id: null, basedOn: null, body: guide });
  const page = pageOf('cyz', item);
  pages = {
    专栏首页: '/cyz',
    指南: '/cyz/guide',
    制度: '/cyz/rules',
    目录: '/cyz/content',
    列表: '/cyz/content/notices',
    空栏目: '/cyz/content/leaders',
    文件页: page,
    以前的版本: `${page}?version=1`,
    版本比较: `${page}/compare?from=1&to=2`,
    已撤回: pageOf('cyz', gone),
    依申请公开: '/cyz/apply',
    搜索: '/search?q=宅基地&unit=cyz',
    搜不到: '/search?q=宅鸡地',
    网站地图: '/sitemap',
    开放数据: '/open-data',
    首页: '/',
  };
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.each([
  ['a desk', 1440, false],
  ['a phone', 390, false],
  ['a small phone', 360, true],
  ['a desk in elder mode', 1440, true],
  ['a desk at 200 %', 720, false],
] as const)('every template on %s', (_, width, elder) => {
  it('can be used by everybody, fits, and reports no error', async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
    if (elder) await context.addCookies([{ name: 'gongkai_elder', value: '1', url: site.url }]);
    const page = await context.newPage();
    const errors = watchErrors(page);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(site.url + path);
      expect([name, await seriousViolations(page), await overflow(page)]).toEqual([name, [], 0]);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('without scripts, by keyboard', () => {
  it('a citizen searches, narrows, opens a document and its earlier version', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/cyz`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('跳到正文');
    await page.getByRole('searchbox').fill('zhaijidi');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /宅基地审批管理实施细则/ }).click();
    await page.getByRole('link', { name: '第1版', exact: true }).click();
    await expect(page.locator('main').textContent()).resolves.toContain('您看到的是以前的版本');
    await page.getByRole('link', { name: '看现在的版本' }).click();
    await page.getByRole('link', { name: '法定主动公开内容', exact: true }).first().click();
    await page.getByRole('link', { name: '通知公告' }).click();
    await page.getByLabel('年份').selectOption('2026');
    await page.getByRole('button', { name: '筛选' }).click();
    expect(new URL(page.url()).searchParams.get('year')).toBe('2026');
    await page.getByRole('link', { name: '下一页' }).click();
    await expect(page.locator('main').textContent()).resolves.toContain('第2页');
    await context.close();
  });
});

describe('a reader who asks again', () => {
  it('is told that nothing changed, in whichever form the page is held; after a change gets the new page', async () => {
    const ask = (etag?: string, cookie?: string) =>
      fetch(`${site.url}/cyz/content/notices`, { headers: { ...(etag && { 'if-none-match': etag }), ...(cookie && { cookie }) } });
    const first = await ask();
    const etag = first.headers.get('etag') ?? '';
    await first.text();
    for (const held of [etag, `W/${etag}`, etag.replace(/"$/, '-br"'), `"other", ${etag}`]) {
      const again = await ask(held);
      expect([held, again.status, await again.text()]).toEqual([held, 304, '']);
    }
    expect((await ask('"other"')).status).toBe(200);
    expect((await ask(etag, 'gongkai_elder=1')).status).toBe(200);
    await portalOffice(site, 'cyz').published({ title: '刚刚公布的一条', column: 'notices' });
    const changed = await ask(etag);
    expect([changed.status, (await changed.text()).includes('刚刚公布的一条')]).toEqual([200, true]);
  });
});
