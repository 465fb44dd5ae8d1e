import { describe, expect, it } from 'vitest';
import { day } from '../../src/lib/day.ts';
import { isRefusal } from '../../src/lib/result.ts';
import { overflow, seriousViolations } from './browser.ts';
import { openDesk } from './desk.ts';
import { publishingDesk } from './publishingDesk.ts';

const SCREENS = [
  '/publishing',
  '/publishing/normative',
  '/publishing/interpretations',
  '/publishing/picture',
  '/publishing/duties',
  '/publishing/guide',
  '/publishing/deliveries',
  '/publishing/columns',
  '/publishing/settings',
  '/publishing/units',
  '/publishing/units?tab=matters',
  '/publishing/units?tab=documents',
];
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const TODAY = '2026-11-23';

const desk = openDesk();
const { as, step, signed, draft, handIn, pages, errors, itemPath } = publishingDesk(desk);

const publicPage = (number: string, more = '') =>
  desk.site.server.inject({ method: 'GET', url: `/cyz/items/${number.split('/').at(-1)}${more}` });

describe('an item, from the draft to its withdrawal', () => {
  it('is public once a second person let it, in its corrected words after a correction, and gone after the withdrawal', async () => {
    const number = await draft('关于做好冬季防火工作的通知', '通知公告');
    await signed(number);
    expect((await publicPage(number)).statusCode).toBe(404);
    await step('cyz-jingban', number, '发布', (p) => p.getByLabel(/同时在本系统的公开页上发布/).check());
    expect((await publicPage(number)).body).toContain('关于做好冬季防火工作的通知');

    await step('cyz-jingban', number, '修改', (p) => p.getByLabel(/^原因/).fill('标题有误'));
    const page = await as('cyz-jingban', itemPath(number));
    await page.getByLabel(/^信息名称/).fill('关于做好今冬明春防火工作的通知');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '已保存' }).waitFor();
    expect((await publicPage(number)).body).toContain('关于做好冬季防火工作的通知');
    await signed(number);
    await step('cyz-jingban', number, '发布', (p) => p.getByLabel(/同时在本系统的公开页上发布/).check());
    expect((await publicPage(number)).body).toContain('关于做好今冬明春防火工作的通知');
    expect((await publicPage(number, '?version=1')).statusCode).toBe(200);

    const versions = await as('cyz-jingban', itemPath(number));
    await versions.getByRole('button', { name: '停止公开' }).click();
    await versions.getByLabel(/停止公开的原因/).fill('标题写错');
    await versions.getByRole('button', { name: '确定停止公开' }).click();
    await versions.getByText('已停止公开').first().waitFor();
    const hidden = await publicPage(number, '?version=1');
    expect([hidden.statusCode, hidden.body.includes('标题写错'), hidden.body.includes('关于做好冬季防火工作的通知')]).toEqual([
      410,
      true,
      false,
    ]);
    expect((await publicPage(number, '/compare?from=1&to=2')).statusCode).toBe(404);
    expect((await desk.site.server.inject(`/api/v1/documents/cyz/${number.split('/').at(-1)}`)).body).not.toContain('version=1');

    await step('cyz-jingban', number, '撤回', (p) => p.getByLabel(/^原因/).fill('内容重复'));
    const gone = await publicPage(number);
    expect([gone.statusCode, gone.body.includes('内容重复'), gone.body.includes('防火')]).toEqual([410, true, false]);
    expect((await desk.site.server.inject('/search?q=今冬明春防火')).body).not.toContain('关于做好今冬明春防火工作的通知');
  }, 180_000);

  it('made public elsewhere is recorded in four fields and counted in the report', async () => {
    const number = await draft('便民服务中心周末值班安排', '通知公告');
    await signed(number);
    const clerk = { id: 'clerk', name: '演示甲', roles: [{ role: 'clerk', agency: 'cyz', reaches: new Set(['cyz']) }] } as const;
    const counted = async () => {
      const year = await desk.site.app.reports.compile(clerk, 'cyz', { from: day('2026-01-01'), to: day(TODAY), asOf: null });
      if (isRefusal(year)) throw new Error(year.refused);
      return year.figures['figures/items'] ?? 0;
    };
    await desk.site.app.declarations.declare(clerk, {
      agency: 'cyz',
      register: 'items',
      from: day('2026-01-01'),
      to: day('2026-12-31'),
      state: 'kept',
    });
    const before = await counted();
    const page = await as('cyz-jingban', itemPath(number));
    await page.getByRole('button', { name: '记一次对外发布' }).click();
    await page.getByLabel(/^发布渠道/).fill('公示栏');
    await page.keyboard.press('Enter');
    await page.getByLabel(/^网址或位置/).fill('镇政府门前公示栏');
    await page.getByLabel(/^发布日期/).fill(TODAY);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('镇政府门前公示栏').waitFor();
    expect(await counted()).toBe(before + 1);
    expect((await publicPage(number)).statusCode).toBe(404);
  }, 120_000);
});

describe('what a unit hands in by phone', () => {
  it('goes back with a reason, comes again, and is published', async () => {
    const phone = await as('cyz-jingban', '/submit');
    await phone.setViewportSize({ width: 390, height: 844 });
    const photo = { name: '公示.png', mimeType: 'image/png', buffer: PIXEL };
    await handIn(phone, '低保名单', photo);
    expect([await overflow(phone), await seriousViolations(phone)]).toEqual([0, []]);
    let office = await as('cyz-shenhe', '/publishing/submissions');
    const card = office.locator('article').filter({ hasText: '低保名单' }).first();
    await card.getByLabel('退回的原因').fill('请写全标题');
    await card.getByRole('button', { name: '退回' }).click();
    await office.getByText('退回原因：请写全标题').waitFor();
    await phone.reload();
    await phone.getByText('请写全标题').waitFor();
    await phone.getByRole('button', { name: '改好再报：低保名单' }).click();
    await phone.getByText('原来写的已填在下面').waitFor();
    expect(await phone.locator('#h-text').inputValue()).toBe('共12户，公示7天。');
    expect(await phone.locator('#h-formed').inputValue()).toBe('2026-11-19');
    expect(await phone.getByLabel(/^标题/).inputValue()).toBe('低保名单');
    await handIn(phone, '第四季度低保对象名单公示', photo);
    office = await as('cyz-shenhe', '/publishing/submissions');
    const handedIn = office.locator('article').filter({ hasText: '第四季度低保对象名单公示' });
    await handedIn.getByText('按“低保”建议放在“社会救助”').waitFor();
    expect(await seriousViolations(office)).toEqual([]);
    await handedIn.getByRole('button', { name: '采用，建成草稿' }).click();
    await office.waitForURL(/number=/);
    const number = new URL(office.url()).searchParams.get('number') ?? '';
    expect((await desk.site.app.stores.items.get('cyz', number))?.current.content).toMatchObject({
      title: '第四季度低保对象名单公示',
      column: 'key-8',
    });
    await phone.setViewportSize({ width: 1440, height: 900 });
  }, 120_000);
});

describe('the screens of publishing', () => {
  it('can be used by everybody, on a desk and on a phone', async () => {
    for (const width of [1440, 390])
      for (const path of SCREENS) {
        const page = await as('sfz-guanli', path);
        await page.setViewportSize({ width, height: 900 });
        await page.locator('.ant-spin-spinning').first().waitFor({ state: 'detached' });
        expect([width, path, await overflow(page), await seriousViolations(page)]).toEqual([width, path, 0, []]);
      }
    await pages.get('sfz-guanli')?.setViewportSize({ width: 1440, height: 900 });
    expect(errors.flat()).toEqual([]);
  }, 120_000);

  it('take a catalogue pasted from its sheet', async () => {
    const page = await as('cyz-guanli', '/publishing/duties');
    await page.getByRole('button', { name: '导入标准目录' }).click();
    await page.getByLabel(/^领域名称/).fill('社会救助');
    await page.getByLabel(/^目录内容/).fill('序号\t一级事项\t二级事项\t公开时限\n1\t最低生活保障\t审批信息\t20个工作日内');
    await page.getByRole('button', { name: '先看一遍' }).click();
    await page.getByRole('button', { name: '列入目录' }).click();
    await page.getByText('已列入1项').waitFor();
    await page.getByText('审批信息').waitFor();
  });

  it('refuse a wrong code at its field, keep a right one, and tell who changed what', async () => {
    const page = await as('cyz-guanli', '/publishing/settings');
    await page.getByLabel('统一社会信用代码').fill('11341702486344515J');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.line.bad').getByText('校验位').waitFor();
    await page.getByLabel('统一社会信用代码').fill('11341702486344515H');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByLabel('修改记录').getByText('11341702486344515H').waitFor();
  });

  it('add, move and close columns; one with content stays', async () => {
    const page = await as('cyz-guanli', '/publishing/columns');
    await page.getByRole('button', { name: '加下级：法定主动公开内容' }).click();
    await page.getByLabel(/^栏目名称/).fill('乡村振兴');
    await page.getByRole('button', { name: /^确\s*定$/ }).click();
    await page.getByRole('button', { name: '上移：乡村振兴' }).click();
    await page.getByRole('button', { name: '通知公告', exact: true }).click();
    await page.getByText(/“通知公告”下有\d+条信息，不能删去/).waitFor();
    expect(await page.getByRole('button', { name: /^删\s*去$/ }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '保存栏目' }).click();
    await page.getByText('已保存').first().waitFor();
    const kept = await desk.site.app.stores.entries.get('cyz', 'columns', 'columns');
    expect(kept?.body.columns.some((c) => c.label === '乡村振兴' && c.parent === 'content')).toBe(true);
  });

  it('record a legality review that the register agrees with', async () => {
    const page = await as('sfz-shenhe', '/publishing/normative');
    await page.getByRole('link', { name: '示范镇宅基地申请审批办法' }).click();
    await page.getByRole('button', { name: '登记送审' }).click();
    await page.getByLabel(/^送审日期/).fill('2023-12-01');
    await page.getByLabel(/^审核机构/).fill('演示司法所');
    await page.getByLabel(/^结果/).click();
    await page.getByTitle('合法，可以印发').click();
    await page.getByLabel(/^审核日期/).fill('2023-12-15');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('登记簿的合法性审核日期同步更新').waitFor();
    const number = new URL(page.url()).searchParams.get('number') ?? '';
    expect((await desk.site.app.stores.registers.get('normativeDocuments', 'sfz', number))?.values['legalReviewOn']).toBe('2023-12-15');
  });

  it('begin an interpretation, and draw one from a small form into a draft', async () => {
    const page = await as('sfz-jingban', '/publishing/normative');
    await page.getByRole('link', { name: '示范镇宅基地申请审批办法' }).click();
    await page.getByRole('button', { name: '做图解' }).click();
    await page.getByLabel(/^小标题/).fill('谁能申请');
    await page.getByLabel(/^大字/).fill('一户一宅');
    await page.locator('img.drawn').waitFor();
    await page.getByRole('button', { name: '放进信息，准备发布' }).click();
    await page.waitForURL(/item\?number=/);
    const number = new URL(page.url()).searchParams.get('number') ?? '';
    const item = await desk.site.app.stores.items.get('sfz', number);
    expect(item?.attachments.map((a) => a.mediaType)).toEqual(['image/svg+xml']);
    expect(item?.current.content.body).toContain('谁能申请');
    const made = await desk.site.app.stores.entries.list(['sfz'], 'interpretation');
    expect(made.some((e) => e.body.item === number && e.body.form === 'picture')).toBe(true);
  });
});
