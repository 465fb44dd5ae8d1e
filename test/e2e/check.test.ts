import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, seriousViolations, signInAs, watchErrors } from './browser.ts';
import { openDesk } from './desk.ts';

const REPORTS = join(import.meta.dirname, '../fixtures/reports');
const CHAOYANG = join(REPORTS, 'chaoyang-2023.txt');
const BROKEN = { name: '坏的.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4]) };

const desk = openDesk();

async function visit(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
  const context = await desk.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(desk.site.url + path);
  return { page, errors };
}

function text(name: string, content: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content) };
}

describe('the public page without JavaScript', () => {
  it('takes files by the plain form, answers a page with each finding beside its place, and filters by the style sheet alone', async () => {
    const { page } = await visit('/check', { javaScriptEnabled: false });
    await page.getByLabel('选择年报文件').setInputFiles(CHAOYANG);
    await page.getByRole('button', { name: '开始检查' }).click();
    await page.getByRole('heading', { name: /^体检结果：有\d+处必须改$/ }).waitFor();
    const said = page.locator('.said');
    await expect(said.locator('.finding.error').count()).resolves.toBeGreaterThan(3);
    await expect(page.locator('.paper mark').count()).resolves.toBeGreaterThan(5);
    expect(await said.locator('.finding.warning').first().isVisible()).toBe(true);
    await said.locator('.show label', { hasText: '必须改' }).click();
    expect(await said.locator('.finding.warning').first().isVisible()).toBe(false);
    expect(await said.locator('.finding.error').first().isVisible()).toBe(true);
    await said
      .getByRole('link', { name: /跳到原文/ })
      .first()
      .click();
    expect(page.url()).toMatch(/#r1m\d+$/);
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    await page.context().close();
  });

  it('says at the field that no file was chosen, and saves a result asked for as a file', async () => {
    const { page } = await visit('/check', { javaScriptEnabled: false, acceptDownloads: true });
    await page.getByLabel('选择年报文件').setInputFiles(CHAOYANG);
    await page.getByText('上年年报、机关层级、结果形式').click();
    await page.getByLabel('结果形式').selectOption('xlsx');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '开始检查' }).click()]);
    expect(download.suggestedFilename()).toBe('年报体检清单.xlsx');
    await page.context().close();
  });
});

describe('the public page with JavaScript', () => {
  it('shows a line for each of several files, one of them broken, then the results; all of it usable by everybody', async () => {
    const { page, errors } = await visit('/check', { acceptDownloads: true });
    expect(await seriousViolations(page)).toEqual([]);
    await page
      .getByLabel('选择年报文件')
      .setInputFiles([
        { name: '朝阳镇.txt', mimeType: 'text/plain', buffer: await readFile(CHAOYANG) },
        BROKEN,
        { name: '洪泽.pdf', mimeType: 'application/pdf', buffer: await readFile(join(REPORTS, 'real/hongze-2023.pdf')) },
      ]);
    await expect(page.locator('#chosen').textContent()).resolves.toMatch(/朝阳镇\.txt.*KB/);
    await page.getByRole('button', { name: '开始检查' }).click();
    const run = page.locator('#run');
    await run.getByText(/^读不出来：.*损坏/).waitFor();
    expect(await page.evaluate(`document.activeElement?.id`)).toBe('run-title');
    await page.getByRole('heading', { name: /^体检结果：有\d+处必须改$/ }).waitFor();
    expect(await page.evaluate(`document.activeElement?.tagName`)).toBe('H1');
    expect(page.url()).toBe(`${desk.site.url}/check`);
    await expect(page.title()).resolves.toMatch(/^体检结果：/);
    await expect(page.locator('.overview').textContent()).resolves.toMatch(/共3份，读出2份.*坏的\.docx读不了/);
    expect(await seriousViolations(page)).toEqual([]);
    for (const [label, start] of [
      ['清单 Excel', 'PK'],
      ['带批注的 Word（ZIP）', 'PK'],
      ['数据 JSON', '['],
      ['带批注的网页', '<!doctype html>'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: label }).click()]);
      expect((await readFile(await download.path())).subarray(0, start.length).toString()).toBe(start);
    }
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(true);
    const first = page.locator('.result').first();
    await first.locator('.show label', { hasText: '可不改' }).click();
    expect(await first.locator('.finding.info').first().isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('refuses too many, too large and empty files before anything is sent', async () => {
    const { page } = await visit('/check');
    let sent = 0;
    await page.route('**/check', async (route) => {
      if (route.request().method() === 'POST') sent++;
      await route.continue();
    });
    const input = page.getByLabel('选择年报文件');
    const send = async () => {
      await page.getByRole('button', { name: '开始检查' }).click();
      return page.getByRole('alert').textContent();
    };
    await input.setInputFiles([text('空.txt', '')]);
    expect(await send()).toContain('“空.txt”是空的');
    await input.setInputFiles(Array.from({ length: 21 }, (_, i) => text(`${i}.txt`, 'x')));
    expect(await send()).toContain('一次最多20个文件，现在选了21个');
    await input.setInputFiles([{ name: '大.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(30 * 1024 * 1024 + 1) }]);
    expect(await send()).toContain('“大.pdf”有30.0 MB，超过30.0 MB');
    expect(sent).toBe(0);
    await page.context().close();
  }, 60_000);

  it('stops when told to, and the form is there again with its files', async () => {
    const { page, errors } = await visit('/check');
    let letGo: (() => void) | undefined;
    await page.route('**/check', async (route) => {
      if (route.request().method() === 'GET') return route.continue();
      await new Promise<void>((done) => {
        letGo = done;
      });
      await route.abort().catch(() => undefined);
    });
    await page.getByLabel('选择年报文件').setInputFiles(CHAOYANG);
    await page.getByRole('button', { name: '开始检查' }).click();
    await page.getByRole('button', { name: '停下，不查了' }).click();
    await page.getByRole('heading', { name: '已经停下' }).waitFor();
    expect(await page.getByRole('button', { name: '开始检查' }).isVisible()).toBe(true);
    await expect(page.locator('#chosen').textContent()).resolves.toContain('chaoyang-2023.txt');
    letGo?.();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('tells a refusal of the server in its own words', async () => {
    const { page } = await visit('/check');
    for (let i = 0; i < 20; i++)
      await desk.site.server.inject({
        method: 'POST',
        url: '/check',
        payload: 'x=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        remoteAddress: '127.0.0.1',
      });
    await page.getByLabel('选择年报文件').setInputFiles(CHAOYANG);
    await page.getByRole('button', { name: '开始检查' }).click();
    await page.getByText(/请在\d+秒后再来/).waitFor();
    await page.context().close();
  });

  it('fits a phone, and the larger type of the elders’ mode', async () => {
    const { page } = await visit('/check?elder=1', { viewport: { width: 360, height: 740 } });
    expect(await overflow(page)).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the checks of an office', () => {
  const open = async (account: string, path = '/console/checks') => {
    const context = await desk.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const errors = watchErrors(page);
    await signInAs(page, desk.site.url, account, path);
    await page.locator('main h1').first().waitFor();
    return { page, errors };
  };
  const pick = (page: Page) => page.locator('.file-pick input[type=file]');

  it('several files, each with its line; a mended report shows what was fixed, what is new and what is still there', async () => {
    const { page, errors } = await open('cyz-jingban');
    const wrong = await readFile(CHAOYANG, 'utf8');
    await pick(page).setInputFiles([text('朝阳镇2023.txt', wrong), BROKEN]);
    const jobs = page.locator('.uploads .jobs');
    await jobs.getByText(/^查完：必须改 \d+/).waitFor();
    await jobs.getByText(/^读不出来：.*损坏/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    const mended = wrong.replace('解读解读', '解读').replace('我乡', '我镇');
    await pick(page).setInputFiles([text('朝阳镇2023改.txt', mended)]);
    await jobs.getByText(/改好2，新出现0，还在\d+/).waitFor();
    await page.getByRole('button', { name: '朝阳镇 2023年度' }).click();
    const drawer = page.locator('.ant-drawer');
    await drawer.getByRole('heading', { name: '已经改好（2）' }).waitFor();
    await drawer.getByText('历次体检（2）').waitFor();
    const versions = drawer.getByRole('list', { name: '历次体检' });
    await versions.getByRole('button', { name: '第1次' }).click();
    await drawer.getByText('这份年报后来又查过').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('a finding is left with a reason, by whom and until when, and taken back', async () => {
    const { page } = await open('cyz-jingban', encodeURI('/console/checks?unit=朝阳镇'));
    await page.getByRole('button', { name: '朝阳镇 2023年度' }).click();
    const drawer = page.locator('.ant-drawer');
    const finding = drawer.locator('.finding').first();
    await finding.getByRole('button', { name: '说明理由，不改' }).click();
    await finding.getByLabel('不改的理由').fill('县里统一公布');
    await finding.getByLabel(/到哪天为止/).fill('2026-12-31');
    await finding.getByRole('button', { name: '保存理由' }).click();
    await drawer.getByText('已说明理由，不改（1）').click();
    const left = drawer.locator('.finding', { hasText: '县里统一公布' });
    await expect(left.textContent()).resolves.toMatch(/县里统一公布（演示甲，2026-11-23，到2026-12-31为止）/);
    await left.getByRole('button', { name: '收回' }).click();
    await left.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('figures in doubt are settled by looking at the original; the report is checked anew, and who said so stays', async () => {
    const { page, errors } = await open('cyz-jingban');
    await pick(page).setInputFiles(join(REPORTS, 'real/jtj-2023.txt'));
    await page
      .locator('.uploads .jobs')
      .getByText(/处读不准/)
      .waitFor();
    await page.goto(`${desk.site.url}/console/checks?outcome=doubtful`);
    await page.getByRole('button', { name: /2023年度/ }).click();
    const drawer = page.locator('.ant-drawer');
    await drawer.locator('.doubt').first().waitFor();
    const before = await drawer.locator('.doubt').count();
    await drawer
      .locator('.doubt')
      .first()
      .getByRole('button', { name: /^是这种/ })
      .first()
      .click();
    await drawer.getByRole('heading', { name: /第2次$/ }).waitFor();
    expect(await drawer.locator('.doubt').count()).toBe(before - 1);
    await expect(drawer.getByRole('list', { name: '已经定下的数字' }).textContent()).resolves.toContain('演示甲 2026-11-23 对照原件定');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('the county sees its units by rules, takes the table away, and opens what a unit was told', async () => {
    const { page, errors } = await open('xian-jiandu', '/console/checks?view=matrix&year=2023');
    const matrix = page.locator('.matrix');
    await matrix.getByRole('rowheader', { name: '朝阳镇', exact: true }).waitFor();
    await expect(matrix.getByRole('columnheader', { name: /正文的数字与表格一致/ }).textContent()).resolves.toContain('1个单位');
    expect(await seriousViolations(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()]);
    expect(download.suggestedFilename()).toBe('辉南县人民政府年报体检2023.xlsx');
    await matrix.getByRole('button', { name: '朝阳镇', exact: true }).click();
    await page.locator('.ant-drawer .finding').first().waitFor();
    expect(await page.locator('.ant-drawer').getByRole('button', { name: '说明理由，不改' }).count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
