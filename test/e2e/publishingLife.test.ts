import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../src/documents/reading/pdf/open.ts';
import { closeTypst } from '../../src/documents/typst/compile.ts';
import { overflow } from './browser.ts';
import { openDesk } from './desk.ts';
import { pageOf, portalOffice } from './portalOffice.ts';
import { publishingDesk } from './publishingDesk.ts';
import { signIn } from './site.ts';

const TODAY = '2026-11-23';
const desk = openDesk();
const { as, step, signed, draft, handIn, itemPath, errors } = publishingDesk(desk);
afterAll(closeTypst);

const page = (number: string) => desk.site.server.inject({ method: 'GET', url: pageOf('cyz', number) });
const asPerson = async (account: string, url: string) => {
  const { cookie } = await signIn(desk.site, account, `Yanshi-${account}-2023`);
  return desk.site.server.inject({ method: 'GET', url: `/api/console${url}`, headers: { cookie } });
};

async function printed(pdf: Uint8Array): Promise<string[]> {
  const document = await openPdf(pdf);
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(
      items
        .map((i) => ('str' in i ? i.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  await document.loadingTask.destroy();
  return pages;
}

describe('an item set for a later time', () => {
  it('is nowhere before it, out by itself when the time has come, and counted on that day', async () => {
    const number = await draft('关于冬季用电安全的提醒', '通知公告');
    await signed(number);
    await step('cyz-jingban', number, '定时发布', async (p) => {
      await p.getByLabel(/^发布时间/).fill('2026-11-24T09:00');
      await p.getByLabel(/同时在本系统的公开页上发布/).check();
    });
    expect(await desk.site.app.publishing.runDue()).toMatchObject({ published: [] });
    expect((await page(number)).statusCode).toBe(404);
    const before = desk.site.clock;
    desk.site.clock = new Date('2026-11-24T00:59:59Z');
    expect(await desk.site.app.publishing.runDue()).toMatchObject({ published: [] });
    desk.site.clock = new Date('2026-11-24T01:00:00Z');
    expect(await desk.site.app.publishing.runDue()).toMatchObject({ published: [number], refused: [] });
    expect(await desk.site.app.publishing.runDue()).toMatchObject({ published: [] });
    const { statusCode, body } = await page(number);
    expect([statusCode, body.includes('2026-11-24 09:00')]).toEqual([200, true]);
    expect((await desk.site.server.inject('/sitemap-1.xml')).body).toContain(pageOf('cyz', number));
    desk.site.clock = before;
  }, 120_000);
});

describe('a publication elsewhere', () => {
  it('is taken down with its day and its reason, which stay in the register', async () => {
    const number = await draft('便民服务中心搬迁公告', '通知公告');
    await signed(number);
    const screen = await as('cyz-jingban', itemPath(number));
    await screen.getByRole('button', { name: '记一次对外发布' }).click();
    await screen.getByLabel(/^发布渠道/).fill('公示栏');
    await screen.keyboard.press('Enter');
    await screen.getByLabel(/^网址或位置/).fill('镇政府门前公示栏');
    await screen.getByLabel(/^发布日期/).fill('2026-11-20');
    await screen.getByRole('button', { name: '登记', exact: true }).click();
    await screen.getByText('镇政府门前公示栏').waitFor();
    await screen.getByRole('button', { name: '登记撤下' }).click();
    const form = screen.locator('.ant-popover');
    await form.getByLabel('撤下日期').fill(TODAY);
    await form.getByLabel('撤下的原因').fill('已搬迁完毕');
    await form.getByRole('button', { name: /登\s*记/ }).click();
    await screen
      .getByText(/已搬迁完毕/)
      .first()
      .waitFor();
    const { records } = await desk.site.app.stores.registers.list({
      register: 'publications',
      agencies: ['cyz'],
      filter: { item: number },
    });
    expect(records.map((r) => [r.values['takenDownOn'], r.values['takenDownReason']])).toEqual([[TODAY, '已搬迁完毕']]);
  }, 120_000);
});

describe('the log of corrections', () => {
  it('takes a mistake somebody pointed out, and what became of it', async () => {
    const screen = await as('cyz-jingban', '/publishing/corrections');
    await screen.getByRole('button', { name: '登记更正' }).click();
    const form = screen.locator('.ant-modal, .ant-drawer').last();
    await form.getByLabel(/^信息索引号/).fill('CYZ/2026-00001');
    await form.getByLabel(/^发现日期/).fill('2026-11-20');
    await form.getByLabel(/^错误内容/).fill('联系电话少一位');
    await form.getByRole('button', { name: /^(保存|登记|确\s*定)$/ }).click();
    await screen.getByRole('button', { name: /联系电话少一位/ }).click();
    await form.getByLabel(/^更正日期/).fill(TODAY);
    await form.getByRole('button', { name: /^(保存|登记|确\s*定)$/ }).click();
    await expect
      .poll(async () =>
        (await desk.site.app.stores.entries.list(['cyz'], 'correction')).map((e) => [e.body.wrong, e.body.correctedOn, e.version]),
      )
      .toContainEqual(['联系电话少一位', TODAY, 2]);
  }, 60_000);
});

describe('what a unit hands in again', () => {
  it('goes its way to the public page', async () => {
    const phone = await as('cyz-jingban', '/submit');
    await phone.setViewportSize({ width: 390, height: 844 });
    const card = async (title: string) =>
      (await as('cyz-shenhe', '/publishing/submissions')).locator('article').filter({ hasText: title }).first();
    await handIn(phone, '护林员名单');
    const first = await card('护林员名单');
    await first.getByLabel('退回的原因').fill('请写明哪个村');
    await first.getByRole('button', { name: '退回' }).click();
    await first.getByText('退回原因：请写明哪个村').waitFor();
    await handIn(phone, '演示村护林员名单公示');
    await (await card('演示村护林员名单公示')).getByRole('button', { name: '采用，建成草稿' }).click();
    const office = await as('cyz-shenhe', '/publishing');
    await office.getByRole('link', { name: '演示村护林员名单公示' }).click();
    await office.waitForURL(/number=/);
    const number = new URL(office.url()).searchParams.get('number') ?? '';
    await phone.setViewportSize({ width: 1440, height: 900 });
    const desk = await as('cyz-jingban', itemPath(number));
    await desk.locator('#c-column').fill('通知公告');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: '保存', exact: true }).click();
    await desk.getByRole('button', { name: '已保存' }).waitFor();
    await step('cyz-jingban', number, '认定公开属性', (p) => p.getByRole('radio', { name: '主动公开' }).check());
    await step('cyz-qianfa', number, '通过保密审查', (p) => p.getByLabel(/^意见/).fill('经逐项审查，不涉密，可以公开。'));
    await step('cyz-qianfa', number, '审核通过');
    await step('cyz-qianfa', number, '签发');
    await step('cyz-jingban', number, '发布', (p) => p.getByLabel(/同时在本系统的公开页上发布/).check());
    const { statusCode, body } = await page(number);
    expect([statusCode, body.includes('共12户，公示7天。')]).toEqual([200, true]);
  }, 180_000);
});

describe('the printed forms', () => {
  it.each([
    ['approval', '信息发布审批表', ['关于冬季防滑的通知', '保密审查意见', '签名：赵示例', '通知公告']],
    ['secrecy', '政府信息公开保密审查表', ['关于冬季防滑的通知', '可以公开', '签名：王示例']],
    ['attribute', '公文公开属性认定单', ['关于冬季防滑的通知', '√主动公开', '拟主动公开。', '公开工作机构意见']],
  ] as const)(
    '%s is one page of A4 that can be read, with what is known filled in',
    async (form, title, filled) => {
      const number = await portalOffice(desk.site, 'cyz').signed({ title: '关于冬季防滑的通知' });
      const url = `/publishing/item/print?agency=cyz&item=${encodeURIComponent(number)}&form=${form}`;
      const pdf = await asPerson('cyz-jingban', `${url}&format=pdf`);
      expect([pdf.statusCode, pdf.headers['content-type'], pdf.headers['content-disposition']]).toEqual([
        200,
        'application/pdf',
        expect.stringContaining(encodeURIComponent(title)),
      ]);
      const pages = await printed(pdf.rawPayload);
      expect(pages).toHaveLength(1);
      for (const text of [title, number.replace(/\s/g, ''), ...filled]) expect(pages[0]).toContain(text);
      const html = await asPerson('cyz-jingban', `${url}&format=html`);
      for (const text of [title, number, filled[0]]) expect(html.body).toContain(text);
      expect((await asPerson('sfz-jingban', `${url}&format=pdf`)).statusCode).toBe(403);
    },
    60_000,
  );

  it('the form for applicants is one page too', async () => {
    const [only, ...more] = await printed((await desk.site.server.inject('/cyz/apply/form.pdf')).rawPayload);
    expect(more).toEqual([]);
    for (const text of ['政府信息公开申请表', '朝阳镇人民政府', '需要的信息', '打印日期：2026年11月23日']) expect(only).toContain(text);
  });
});

describe('各单位公开情况', () => {
  it('shows a county what its units owe, leads to the lines, and goes along as a sheet', async () => {
    const screen = await as('xian-jiandu', '/publishing/units');
    const row = screen.getByRole('row', { name: /朝阳镇人民政府/ });
    await row.getByRole('button', { name: /公开指南要补/ }).click();
    await screen
      .getByRole('row', { name: /朝阳镇人民政府.*公开指南要补/ })
      .first()
      .waitFor();
    expect(await overflow(screen)).toBe(0);
    const sheet = await asPerson('xian-jiandu', '/publishing/standings/export?agency=hnx&sheet=matters');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sheet.rawPayload as unknown as ArrayBuffer);
    const rows = book.worksheets[0]?.getSheetValues().flatMap((r) => (Array.isArray(r) ? [[r[1], r[2]]] : [])) ?? [];
    expect(rows[0]).toEqual(['单位', '类别']);
    expect(rows).toContainEqual(['朝阳镇人民政府', '公开指南要补']);
    expect(rows.flat().some((t) => String(t).includes('示范镇'))).toBe(false);
    expect(errors.flat()).toEqual([]);
  }, 60_000);
});
