import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeTypst } from '../../src/documents/typst/compile.ts';
import { zeroReport } from '../../src/documents/writing/examples.ts';
import { writeReport } from '../../src/documents/writing/index.ts';
import { buildConsole, openBrowser, seriousViolations, watchErrors } from './browser.ts';
import { openSite, type TestSite } from './site.ts';

const SHEETS = join(import.meta.dirname, '../fixtures/sheets');
let site: TestSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  buildConsole();
  site = await openSite({ demo: false, clock: '2024-01-08T01:00:00Z', listen: true });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await closeTypst();
});

/** The report of 2022 as the office keeps it: a Word file. */
async function lastYearsReport(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const example = zeroReport();
  const period = ['2022-01-01', '2022-12-31'] as const;
  const document = {
    ...example,
    unit: { name: '示范镇人民政府', shortName: '示范镇' },
    title: '示范镇2022年政府信息公开工作年度报告',
    year: 2022,
    period,
    signedBy: '示范镇人民政府办公室',
    signedOn: '2023-01-12',
    report: { ...example.report, unit: '示范镇', year: 2022, period: [...period] as [string, string] },
  };
  const buffer = Buffer.from(await writeReport(document, 'docx'));
  return { name: '2022年年报（定稿）.docx', mimeType: 'application/octet-stream', buffer };
}

async function importSheet(name: string, saved: string): Promise<void> {
  await page.getByRole('link', { name: '从表格导入' }).click();
  await page.getByLabel('选择文件').setInputFiles(join(SHEETS, name));
  await page.getByRole('button', { name: /^导入\d+条$/ }).click();
  await page.getByText(saved).first().waitFor();
}

it('from an empty system to the report of the year with its findings, with three files of the office’s own and no template', async () => {
  const errors = watchErrors(page);
  const began = performance.now();

  // The first start: only who can read the server’s console gets in.
  await page.goto(`${site.url}/console/`);
  await page.waitForURL(/\/first-run$/);
  expect(await seriousViolations(page)).toEqual([]);
  const code = await site.app.firstRun.newCode();
  const fill = async (given: string) => {
    await page.getByLabel('一次性代码').fill(given);
    await page.getByLabel('单位全称').fill('示范镇人民政府');
    await page.getByLabel('单位简称').fill('示范镇');
    await page.getByLabel('单位代码').fill('sfz');
    await page.getByLabel('您的姓名').fill('演示甲');
    await page.getByLabel('账号').fill('yanshi');
    await page.getByLabel('密码', { exact: true }).fill('Xin-Mima-2024');
    await page.getByLabel('再输一遍密码').fill('Xin-Mima-2024');
    await page.getByRole('button', { name: '开始使用' }).click();
  };
  await fill('AAAA-BBBB-CCCC');
  await expect(page.locator('#code-error').textContent()).resolves.toContain('一次性代码不对');
  await fill(code);
  await page.getByRole('heading', { name: '待办' }).waitFor();
  // One person alone can sign nothing: that is said on the first day.
  await page.getByRole('link', { name: '添加审核、签发的人' }).waitFor();
  await page.getByRole('link', { name: '开始使用：填公开设置、登记发布场所' }).waitFor();

  // Last year’s report, a Word file, opens the year.
  await page.getByRole('link', { name: '上年年报' }).click();
  await page.getByLabel('选择上年年报').setInputFiles(await lastYearsReport());
  await page.getByText('读出200格').waitFor();
  await page.getByRole('button', { name: '作为期初保存' }).click();
  await page.getByText('2022年年报已作为期初保存').waitFor();

  // Two sheets as the office keeps them.
  await importSheet('依申请公开登记表.xlsx', '已导入5条');
  await importSheet('12345转办件台账.xlsx', '已导入104条');

  // What was kept, and what there was none of.
  await page.getByRole('link', { name: '年报工作台' }).click();
  await page.locator('h1', { hasText: '2023年政府信息公开工作年度报告' }).waitFor();
  const missing = page.getByLabel('还没有申报的登记簿');
  for (let left = await missing.locator('.missing').count(); left > 0; left--) {
    const first = missing.locator('.missing').first();
    const nil = first.getByRole('button', { name: '零报告' });
    await ((await nil.count()) > 0 ? nil : first.getByRole('button', { name: '已如实登记' })).click();
    await missing
      .locator('.missing')
      .nth(left - 1)
      .waitFor({ state: 'detached' });
  }

  // The report of 2023 stands: counted from the registers, opened from last year, checked.
  const cell = (key: string) => page.locator(`[id="cell-${key}"]`);
  // Two of the five came over the internet and nobody noted when they were confirmed: they do not count yet, and it says so.
  await expect(cell('requests/1/total').textContent()).resolves.toBe('3');
  await expect(cell('requests/2/total').textContent()).resolves.toBe('0');
  await cell('requests/1/total').click();
  await page.locator('#section-3').getByText('示公开申〔2023〕1号').waitFor();
  const findings = page.getByLabel('体检结果');
  expect(await findings.locator('.finding').count()).toBeGreaterThan(0);
  await findings.locator('.finding').first().getByText('依据：').waitFor();
  await findings
    .getByText(/示公开申〔2023〕2号.*确认/)
    .first()
    .waitFor();
  expect(errors).toEqual([]);
  process.stdout.write(`from an empty system to the checked report: ${Math.round((performance.now() - began) / 1000)} s of the machine\n`);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: '导出' })
      .hover()
      .then(() => page.getByRole('link', { name: 'Word 文档' }).click()),
  ]);
  expect(download.suggestedFilename()).toContain('2023年政府信息公开工作年度报告');
});

it('the one-time code is used up: the page leads to the sign-in, a second claim changes nothing', async () => {
  await page.goto(`${site.url}/first-run`);
  expect(page.url()).not.toContain('/first-run');
  const again = await site.app.firstRun.claim({
    code: 'AAAA-BBBB-CCCC',
    agency: { code: 'x', name: 'x', shortName: 'x', level: 'township' },
    account: 'other',
    name: '另一人',
    password: 'Xin-Mima-2024',
  });
  expect(again).toMatchObject({ refused: expect.stringContaining('已经设置过') });
});
