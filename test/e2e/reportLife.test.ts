import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './browser.ts';
import { openDesk } from './desk.ts';

const desk = openDesk();
const REPORT = '/console/report?year=2025';

/** The report's screen of a person, for the township. */
async function at(account: string): Promise<Page> {
  const { page } = await desk.open(account, REPORT);
  await page.evaluate(`localStorage.setItem('gongkai.agency', 'cyz')`);
  await page.reload();
  await page.locator('.bench').waitFor();
  return page;
}

const again = async (page: Page) => {
  await page.reload();
  await page.locator('.bench').waitFor();
};
const buttons = (page: Page) => page.locator('.rail').getByRole('button').allTextContents();

async function submit(page: Page, name: string): Promise<void> {
  await page.getByLabel('签批人').fill('王镇长示例');
  await page.getByRole('checkbox', { name: '提交后在网上公布' }).uncheck();
  await page.getByRole('button', { name }).click();
  await page
    .getByText(/已提交$/)
    .first()
    .waitFor();
}

it('a year’s report goes from the office to the county and back, to the public, and is corrected; each sees only the steps that are open', async () => {
  const [office, county, clerk] = [await at('cyz-guanli'), await at('xian-jiandu'), await at('cyz-jingban')];
  const missing = office.getByLabel('还没有申报的登记簿');
  // The county looks on: it declares nothing and writes nothing.
  expect(await county.getByRole('button', { name: '改文字' }).count()).toBe(0);
  expect((await buttons(county)).filter((b) => b !== '跳到原文')).toEqual([]);
  await missing.waitFor();
  for (let left = await missing.locator('.missing').count(); left > 0; left--) {
    await missing.getByRole('button').first().click();
    await expect.poll(() => missing.locator('.missing').count()).toBe(left - 1);
  }
  await submit(office, '提交并锁定');
  await office.getByRole('heading', { name: /已提交$/ }).waitFor();
  expect(await buttons(office)).toEqual(expect.arrayContaining(['在网上公布第1版', '编写更正版']));

  await again(county);
  expect((await buttons(county)).filter((b) => /公布|更正|说明/.test(b))).toEqual([]);
  await county.getByLabel('退回原因').fill('第六部分没有写收取信息处理费的情况');
  expect(await seriousViolations(county)).toEqual([]);
  await county.getByRole('button', { name: '退回第1版' }).click();
  await county.getByText('已退回，等单位改好后重新提交').waitFor();
  expect((await buttons(county)).filter((b) => /公布|更正|提交|退回/.test(b))).toEqual([]);

  for (const page of [office, clerk]) {
    await again(page);
    await page
      .getByText(/退回原因：第六部分没有写/)
      .first()
      .waitFor();
    expect((await buttons(page)).filter((b) => /公布|更正/.test(b))).toEqual([]);
    expect(await seriousViolations(page)).toEqual([]);
  }
  await clerk.getByText('提交由本单位的审核、签发人员或者单位管理员办理').waitFor();

  await submit(office, '提交并锁定');
  await office.getByRole('button', { name: '在网上公布第2版' }).click();
  await office.getByRole('heading', { name: /已公布$/ }).waitFor();
  expect((await buttons(office)).filter((b) => b.includes('公布'))).toEqual([]);

  desk.site.clock = new Date(desk.site.clock.getTime() + 5 * 60_000);
  const late = { receivedOn: '2025-03-03', channel: 'counter', applicantKind: 'naturalPerson', applicantName: '李示例' };
  await desk.site.app.stores.registers.saveMany(
    [{ register: 'requests', agency: 'cyz', number: 'R2025-LATE', values: late }],
    { id: 'system', name: '补登示例' },
    '',
  );
  await again(office);
  await office.getByText(/格与提交时不同/).waitFor();
  await office.getByText('R2025-LATE').first().waitFor();
  await again(county);
  await county.getByText(/格与提交时不同/).waitFor();
  expect(await county.getByLabel('只留说明').count()).toBe(0);

  await office.getByRole('button', { name: '编写更正版' }).click();
  await office.getByRole('button', { name: '不更正了' }).click();
  await office.getByRole('button', { name: '编写更正版' }).click();
  await office.getByLabel(/^更正说明/).fill('补登一件申请');
  await submit(office, '提交更正版');
  // What was corrected is closed again, and agrees with the registers.
  await office.getByText('登记簿与已提交的数字一致').waitFor();
  expect(await office.getByRole('button', { name: '提交更正版' }).count()).toBe(0);
  const versions = await desk.site.app.stores.reports.versions('cyz', 2025);
  expect(versions.map((v) => [v.kind, v.status])).toEqual([
    ['submitted', 'returned'],
    ['submitted', 'published'],
    ['corrected', 'submitted'],
  ]);
}, 240_000);
