import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Network } from '../../src/cli/inspect/ask.ts';
import { inspectCommandOver } from '../../src/cli/inspect.ts';
import type { ShownInspection } from '../../src/domain/inspection/service.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/publishing/entries/entry.ts';
import { isRefusal } from '../../src/lib/result.ts';
import { buildConsole, openBrowser, overflow, seriousViolations, signInAs, watchErrors } from './browser.ts';
import { pageOf, person, portalOffice } from './portalOffice.ts';
import { openSite, signIn, type TestSite } from './site.ts';

let site: TestSite;
let browser: Browser;
let office: ReturnType<typeof portalOffice>;
let broken: string;
let withdrawn: string;
beforeAll(async () => {
  buildConsole();
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: true });
  browser = await openBrowser();
  office = portalOffice(site, 'cyz');
  const admin = person('钱示例', 'unitAdmin', 'cyz');
  const settings = { ...DEFAULT_SETTINGS, portal: true, startedOn: '2026-01-01' };
  const draft = { id: null, basedOn: null, body: settings };
  const kept = await site.app.publishing.entries.save(admin, 'cyz', 'settings', draft, '示例：测试用');
  if (isRefusal(kept)) throw new Error(kept.refused);
  const good = await office.published({ title: '关于修路的通知', column: 'notices', summary: '修路' }, { title: '附件', lines: ['路线'] });
  const target = await office.published({ title: '后来撤回的', column: 'notices', summary: '撤回' });
  withdrawn = pageOf('cyz', target);
  broken = await office.published({
    title: '有链接的通知',
    column: 'notices',
    summary: '链接',
    body: `<p><a href="${pageOf('cyz', good)}">好的</a><a href="${pageOf('cyz', good)}/files/1">附件</a><a href="${withdrawn}">撤回的</a>
      <a href="/cyz/guide">指南</a><a href="https://www.example.gov.cn/a">站外</a></p>`,
  });
  await office.withdraw(target, '内容有误');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(account: string, path: string, width = 1440): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await signInAs(page, site.url, account, path);
  await page.locator('main h1').first().waitFor();
  return { page, errors };
}

async function inspected(): Promise<ShownInspection> {
  const shown = await site.app.inspection.run(office.clerk, 'cyz');
  if (isRefusal(shown)) throw new Error(shown.refused);
  return shown;
}
const found = (s: ShownInspection, item: string, place?: string) =>
  s.inspection.results.find((r) => r.item === item && (place === undefined || r.place === place));

describe('the self-inspection on screen', () => {
  it('is run by a click, says what to do and where, and shows what was fixed since', async () => {
    const { page, errors } = await open('cyz-jingban', '/console/inspection');
    await page.getByText('还没有查过').waitFor();
    await page.getByRole('button', { name: '现在查一次' }).click();
    const dead = page.getByRole('region', { name: '站内链接和附件打不开：本系统公开页' });
    await dead.waitFor();
    await expect(dead.textContent()).resolves.toContain(`${withdrawn} 已经撤回`);
    await expect(dead.textContent()).resolves.not.toContain('/cyz/guide');
    await expect(dead.textContent()).resolves.toContain('未核实');
    await page.getByRole('region', { name: '空白栏目：本系统公开页' }).getByText('不合格', { exact: true }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await office.revise(
      broken,
      { body: '<p><a href="/cyz/guide">指南</a><a href="https://www.example.gov.cn/a">站外</a></p>' },
      '改正链接',
    );
    await page.getByRole('button', { name: '现在查一次' }).click();
    await page.getByText(/新出现0处，改好1处/).waitFor();
    await dead.waitFor({ state: 'detached' });
    await page.getByLabel('合格的、不适用的也列出').check();
    await expect(dead.textContent()).resolves.toContain('合格');
    await expect(page.getByRole('region', { name: /^服务不实用/ }).textContent()).resolves.toContain('不适用');
    expect(await seriousViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('leads from a finding to where it is mended, and from the to-do list to the finding', async () => {
    const { page } = await open('cyz-jingban', '/console/');
    await page.getByRole('link', { name: '空白栏目（单项否决）' }).click();
    const empty = page.getByRole('region', { name: '空白栏目：本系统公开页' });
    await empty.getByRole('button', { name: /^全部/ }).click();
    await empty.getByRole('link', { name: '土地征收', exact: true }).click();
    await page.waitForURL(/\/console\/publishing\?column=/);
    await page.context().close();
  });

  it('puts the county’s units side by side; the supervisor inspects one of them and takes the table along', async () => {
    const { page, errors } = await open('xian-jiandu', '/console/inspection?tab=units');
    const row = page.getByRole('row', { name: /朝阳镇人民政府/ });
    await expect(row.textContent()).resolves.toContain('不合格');
    await expect(page.getByRole('row', { name: /辉南县人民政府/ }).textContent()).resolves.toContain('未查');
    expect(await page.getByRole('row', { name: /示范镇/ }).count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    const client = await signIn(site, 'xian-jiandu', 'Yanshi-xian-jiandu-2023');
    const sheet = await site.server.inject({ url: '/api/console/inspection/units/export?agency=hnx', headers: { cookie: client.cookie } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sheet.rawPayload as unknown as ArrayBuffer);
    const rows = book.worksheets[0]?.getSheetValues().flatMap((r) => (Array.isArray(r) ? [String(r[1]), String(r[2])] : [])) ?? [];
    expect(rows).toEqual(expect.arrayContaining(['单位', '朝阳镇人民政府', '不合格', '辉南县人民政府', '未查']));
    await page.context().close();
  });

  it('shows every number with its source and how well it is known; a unit does not change them', async () => {
    const { page } = await open('cyz-guanli', '/console/inspection?tab=numbers');
    await page.getByText('这些数字由辉南县人民政府设置').waitFor();
    await expect(page.locator('main').textContent()).resolves.toMatch(/政务新媒体账号多少天不更新.*未核实，2026-11-01核对/s);
    expect(await page.getByLabel('首页多少天不更新').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: '保存' }).count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await page.context().close();
    const county = await open('xian-jiandu', '/console/inspection?tab=numbers');
    const field = county.page.getByLabel('首页多少天不更新');
    await field.fill('7');
    await county.page.getByRole('button', { name: '保存' }).click();
    await county.page.getByText('请写明这些数字的出处').waitFor();
    await county.page.getByLabel(/^出处/).fill('示例县通知〔2026〕1号');
    await county.page.getByRole('button', { name: '保存' }).click();
    await county.page.getByText('已保存，下一次自查起照此计算').waitFor();
    await county.page.getByText(/示例县通知〔2026〕1号（演示壬，2026-11-23）/).waitFor();
    expect(found(await inspected(), 'home')?.standard).toBe('7天内要有更新');
    await county.page.context().close();
  });

  it.each(['', '?tab=units', '?tab=numbers'])('fits a phone: %s', async (tab) => {
    const { page } = await open('cyz-jingban', `/console/inspection${tab}`, 390);
    await page.locator('.ant-spin-spinning').waitFor({ state: 'detached' });
    await page.locator('.found, .ant-table-row, dl.numbers').first().waitFor();
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });
});

describe('what is found on our own pages', () => {
  it('tags, footer and the way to report errors of the site as it stands; times and search are right', async () => {
    const shown = await inspected();
    expect(found(shown, 'meta')?.hits.map((h) => [h.title, h.says])).toEqual([
      ['所有页面', '缺少SiteDomain'],
      ['所有页面', '缺少SiteIDCode'],
    ]);
    expect(found(shown, 'footer')?.hits.map((h) => h.key)).toEqual(['网站标识码', 'ICP备案号', '公安备案号', '联系方式']);
    expect((['reportErrors', 'search', 'timeFormat'] as const).map((k) => found(shown, k)?.state)).toEqual(['fail', 'pass', 'pass']);
  });

  it('an item taken back answers as it should, and says why', async () => {
    expect(found(await inspected(), 'tombstones')?.state).toBe('pass');
    expect(found(await inspected(), 'deadLinks')?.hits.map((h) => h.says)).toEqual([]);
  });
});

describe('links of other sites', () => {
  const io = (out: string[]) => ({
    cwd: '/',
    out: (text: string) => void out.push(text),
    err: () => undefined,
    open: async () => ({ ...site.app, close: async () => undefined }),
  });
  const asked: string[] = [];
  const network: Network = {
    resolve: async () => [{ address: '8.8.8.8', family: 4 }],
    ask: async (target) => {
      asked.push(target.url.href);
      return { status: 404, location: null };
    },
    wait: async () => undefined,
    now: () => site.clock,
  };

  it('are listed as not checked, and nobody is called, until somebody asks for it', async () => {
    const out: string[] = [];
    await inspectCommandOver(network).run(['--agency', 'cyz', '--format', 'json'], io(out));
    const { line, results } = JSON.parse(out.join('')) as {
      line: { trigger: string };
      results: { item: string; state: string; found: string }[];
    };
    expect(line.trigger).toBe('command');
    expect(results.find((r) => r.item === 'externalLinks')).toMatchObject({
      state: 'notChecked',
      found: expect.stringContaining('--online'),
    });
    expect(asked).toEqual([]);
  });

  it('with --online are asked, never inside the own network, and the result stays with its date', async () => {
    await office.published({ title: '又有链接', column: 'notices', summary: '链接', body: '<p><a href="http://10.0.0.5/x">内部</a></p>' });
    const out: string[] = [];
    const code = await inspectCommandOver(network).run(['--agency', '朝阳镇', '--online'], io(out));
    expect(code).toBe(1);
    expect([...new Set(asked)]).toEqual(['https://www.example.gov.cn/a']);
    expect(out.join('')).toContain('https://www.example.gov.cn/a 打不开（404，2026-11-23查）');
    expect(found(await inspected(), 'externalLinks')).toMatchObject({ state: 'fail', found: '2个里有1个打不开，1个没有查' });
  });

  it.each([
    [['--most', '0', '--agency', 'cyz'], '--most'],
    [['--agency', 'nobody'], '没有“nobody”'],
    [[], '--agency'],
    [['--agency', 'cyz', '--format', 'xml'], '--format'],
  ])('%j is refused with what to do', async (args, says) => {
    await expect(inspectCommandOver(network).run(args, io([]))).rejects.toThrow(says);
  });
});
