import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousViolations, signInAs } from './browser.ts';
import { openDesk } from './desk.ts';

const SCREENS = [
  '/console/',
  '/console/registers/requests?year=2023',
  '/console/registers/tickets?year=2023',
  '/console/import',
  '/console/report?year=2023',
  '/console/report?year=2025',
  '/console/declarations',
  '/console/opening',
  '/console/checks',
  '/console/checks?view=matrix',
  '/console/people',
  '/console/calendar',
];

const desk = openDesk();

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(
    `{ const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(text)});
       document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }`,
  );
}

describe('every screen', () => {
  it('can be used by everybody', async () => {
    const { page, errors } = await desk.open('sfz-guanli', '/console/');
    for (const path of SCREENS) {
      await page.goto(desk.site.url + path);
      await page.locator('main h1').first().waitFor();
      await page.locator('.ant-spin-spinning').waitFor({ state: 'detached' });
      expect([path, await seriousViolations(page)]).toEqual([path, []]);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('the registers', () => {
  it('take two hundred rows pasted from a spreadsheet, whole or not at all', async () => {
    const { page, errors } = await desk.open('cyz-jingban', '/console/registers/tickets?year=2025');
    const header = ['工单编号', '收到日期', '办理期限', '办结日期', '诉求标题'];
    const rows = Array.from({ length: 200 }, (_, i) => [
      `T2025-${String(i + 1).padStart(4, '0')}`,
      '2025.3.3',
      '2025/3/10',
      '2025年3月7日',
      `试${i}`,
    ]);
    const text = (all: string[][]) => [header, ...all].map((r) => r.join('\t')).join('\n');
    await paste(page, text(rows.map((r, i) => (i === 57 ? [r[0]!, '不知道', ...r.slice(2)] : r))));
    await page.getByRole('button', { name: '保存200件' }).click();
    await page.getByText('有1处要改，一行也没有保存').waitFor();
    await expect(page.locator('.ant-modal').textContent()).resolves.toContain('第58行');
    const none = await desk.site.app.stores.registers.list({
      register: 'tickets',
      agencies: ['cyz'],
      from: '2025-01-01',
      to: '2025-12-31',
    });
    expect(none.total).toBe(0);
    await page.getByLabel('第58行第2列').fill('2025-03-03');
    await page.getByRole('button', { name: '保存200件' }).click();
    await page.getByText('共200件').waitFor();
    const saved = await desk.site.app.stores.registers.list({
      register: 'tickets',
      agencies: ['cyz'],
      from: '2025-01-01',
      to: '2025-12-31',
    });
    expect(saved.total).toBe(200);
    expect(saved.records[0]?.values).toMatchObject({ receivedOn: '2025-03-03', dueOn: '2025-03-10', closedOn: '2025-03-07' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keep what another person changed meanwhile: the second one is told, and nothing is overwritten', async () => {
    const { page } = await desk.open('cyz-jingban', '/console/registers/tickets?number=T2025-0001&year=2025');
    const drawer = page.locator('.ant-drawer');
    await drawer.getByLabel('诉求标题').fill('我改的');
    const current = await desk.site.app.stores.registers.get('tickets', 'cyz', 'T2025-0001');
    const by = { id: 'system', name: '另一人' };
    const draft = {
      register: 'tickets',
      agency: 'cyz',
      number: 'T2025-0001',
      basedOn: current!.version,
      values: { title: '别人改的' },
    } as const;
    await desk.site.app.stores.registers.saveMany([draft], by, '');
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.getByRole('alert').first().waitFor();
    expect((await desk.site.app.stores.registers.get('tickets', 'cyz', 'T2025-0001'))?.values['title']).toBe('别人改的');
    expect(await drawer.getByLabel('诉求标题').inputValue()).toBe('我改的');
    await page.context().close();
  });

  it('change, void and tell who changed what', async () => {
    const { page } = await desk.open('cyz-jingban', '/console/registers/tickets?number=T2025-0002&year=2025');
    const drawer = page.locator('.ant-drawer');
    await drawer.getByLabel('诉求标题').fill('路灯不亮');
    await drawer.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存 T2025-0002').waitFor();
    await page.goto(`${desk.site.url}/console/registers/tickets?number=T2025-0002&year=2025`);
    await drawer.getByLabel(/^原因/).fill('重复登记');
    await drawer.getByRole('button', { name: '作废' }).click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '作废', exact: true }).click();
    await page.getByText('T2025-0002 已作废').waitFor();
    await page.goto(`${desk.site.url}/console/registers/tickets?number=T2025-0002&year=2025`);
    await drawer.getByRole('tab', { name: '修改记录' }).click();
    await drawer.getByText('路灯不亮').waitFor();
    await expect(drawer.textContent()).resolves.toContain('重复登记');
    await page.context().close();
  });

  it('open a person’s particulars only for a reason, which stays in the history', async () => {
    const { page } = await desk.open('sfz-jingban', '/console/registers/requests?number=SFZ-2023-0001');
    const drawer = page.locator('.ant-drawer');
    await drawer.getByText('（个人信息，已隐去）').first().waitFor();
    await drawer.getByLabel(/^原因/).fill('核对邮寄地址');
    await drawer.getByRole('button', { name: '查看个人信息' }).click();
    await drawer.getByText('（个人信息，已隐去）').first().waitFor({ state: 'detached' });
    const record = await desk.site.app.stores.registers.get('requests', 'sfz', 'SFZ-2023-0001');
    expect(await drawer.getByLabel('申请人（必填）', { exact: true }).inputValue()).toBe(record?.values['applicantName']);
    const history = await desk.site.app.stores.registers.history('requests', 'sfz', 'SFZ-2023-0001');
    expect(history.at(-1)).toMatchObject({ kind: 'revealed', reason: '核对邮寄地址', by: { name: '演示戊' } });
    await page.context().close();
  });
});

describe('the report of a year, from the registers to its corrected version', () => {
  const url = '/console/report?year=2025';
  const cell = (page: Page, key: string) => page.locator(`[id="cell-${key}"]`);

  it('counts nothing over what is not declared; after 零报告 a zero stands on the declaration', async () => {
    const { page, errors } = await desk.open('cyz-shenhe', url);
    await expect(cell(page, 'requests/1/total').textContent()).resolves.toContain('空');
    await page.getByText('还不能提交').waitFor();
    const missing = page.getByLabel('还没有申报的登记簿');
    await missing.locator('.missing', { hasText: '12345' }).getByRole('button', { name: '已如实登记' }).click();
    await missing.locator('.missing', { hasText: '12345' }).waitFor({ state: 'detached' });
    for (let left = await missing.locator('.missing').count(); left > 0; left--) {
      await missing.locator('.missing').first().getByRole('button', { name: '零报告' }).click();
      await missing
        .locator('.missing')
        .nth(left - 1)
        .waitFor({ state: 'detached' });
    }
    await expect(cell(page, 'requests/1/total').textContent()).resolves.toBe('0');
    await cell(page, 'requests/1/total').click();
    const drawer = page.getByLabel(/本年新收.*的记录/);
    await drawer.getByText('零报告').waitFor();
    await expect(drawer.textContent()).resolves.toContain('演示乙');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('a number of the text opens its records', async () => {
    const { page } = await desk.open('cyz-shenhe', url);
    await page.locator('#section-6 .chip', { hasText: /^199$/ }).first().click();
    const drawer = page.locator('#section-6 .figure');
    await drawer.getByText('T2025-0001').waitFor();
    await page.context().close();
  });

  it('an officer overrules a figure with a reason; it is marked, and can be taken back', async () => {
    const { page } = await desk.open('cyz-shenhe', url);
    await cell(page, 'proactive/licences').click();
    await page.getByText('登记簿数得不对').click();
    await page.getByLabel('改为').fill('3');
    await page.getByLabel('原因', { exact: true }).fill('县审批局代办3件，月报未列');
    await page.getByRole('button', { name: '改数' }).click();
    await page.getByText('已改为3').waitFor();
    await expect(cell(page, 'proactive/licences').textContent()).resolves.toBe('3');
    await page.context().close();
  });

  it('a finding is waived with a reason and a name, and comes back when asked', async () => {
    const { page } = await desk.open('cyz-shenhe', url);
    const panel = page.getByLabel('体检结果');
    const finding = panel.locator('.finding').first();
    await finding.getByRole('button', { name: '说明理由，不再提示' }).click();
    await finding.getByLabel('理由').fill('本年没有开展');
    await finding.getByRole('button', { name: '确定' }).click();
    await panel.getByText(/已说明理由、不再提示 1处/).click();
    await panel.getByText('演示乙：本年没有开展').waitFor();
    await page.context().close();
  });

  it('words are the office’s own; a bound number stays bound and saves itself', async () => {
    const { page } = await desk.open('cyz-shenhe', url);
    const section = page.locator('#section-5');
    await section.getByRole('button', { name: '改文字' }).click();
    await section
      .getByLabel('第五部分文字')
      .fill('全年收到转办工单{{figures/tickets/received}}件，存在的主要问题是答复不够细。下一步逐件复核。');
    await section.getByText('已保存').waitFor();
    await section.getByRole('button', { name: '看效果' }).click();
    await section.locator('.chip', { hasText: /^199$/ }).waitFor();
    await page.context().close();
  });

  it('is submitted by one person and approved by another; then figures and words are locked and published', async () => {
    const first = await desk.open('cyz-shenhe', url);
    await first.page.getByText('可以提交', { exact: true }).waitFor();
    await first.page.getByLabel('签批方式').getByText('系统内审签').click();
    await first.page.getByRole('button', { name: '我已核对，审签' }).click();
    await first.page.getByText(/演示乙 2026-11-23 已审签/).waitFor();
    await first.page.getByRole('button', { name: '提交并锁定' }).click();
    await first.page.getByText('审签人不能是提交人本人').waitFor();
    await first.page.context().close();
    const { page } = await desk.open('cyz-qianfa', url);
    await page.getByText(/演示乙 2026-11-23 已审签/).waitFor();
    await page.getByRole('button', { name: '提交并锁定' }).click();
    await page.getByText('第1版 提交').waitFor();
    expect(await page.getByRole('button', { name: '改文字' }).count()).toBe(0);
    const [published] = await desk.site.app.reports.published('cyz', 2025);
    expect(published?.frozen.approval).toMatchObject({ kind: 'system', by: '演示乙' });
    await page.goto(`${desk.site.url}/cyz/reports/2025`);
    await expect(page.locator('main').textContent()).resolves.toContain('县审批局代办3件，月报未列');
    await page.context().close();
  });

  it('what is recorded later shows as a difference with its record; a corrected version is published, both stay readable', async () => {
    desk.site.clock = new Date('2026-11-23T03:00:00Z');
    const clerk = await desk.open('cyz-jingban', '/console/registers/normativeDocuments');
    await clerk.page.getByRole('button', { name: '登记文件' }).click();
    const form = clerk.page.locator('.ant-drawer');
    await form.getByLabel('发文字号').fill('朝政规〔2025〕1号');
    await form.getByLabel('文件名称').fill('演示：迟登记的规范性文件');
    await form.getByLabel('印发日期（必填）').fill('2025-06-01');
    await form.getByLabel('公布日期（必填）').fill('2025-06-03');
    await form.getByRole('button', { name: '保存' }).click();
    await clerk.page.getByText('已保存').waitFor();
    await clerk.page.context().close();
    const { page } = await desk.open('cyz-qianfa', url);
    const changed = page.getByLabel('提交后的变化');
    await changed.getByText(/有\d格与提交时不同/).waitFor();
    await expect(changed.textContent()).resolves.toMatch(/行政规范性文件 · 本年制发件数：提交 0，现在 1.*朝政规〔2025〕1号/);
    await changed.getByRole('button', { name: '编写更正版' }).click();
    await page.getByLabel('更正说明（会公布）').fill('补登规范性文件1件');
    await page.getByLabel('签批人').fill('演示乙');
    await page.getByRole('button', { name: '提交更正版' }).click();
    await page.getByText('第2版 更正').waitFor();
    await page.goto(`${desk.site.url}/cyz/reports/2025`);
    await expect(page.locator('main').textContent()).resolves.toContain('补登规范性文件1件');
    await expect(page.locator('td[data-figure="proactive/normativeDocuments/issued"]').first().textContent()).resolves.toBe('1');
    await page.getByRole('link', { name: '第1版' }).click();
    await expect(page.locator('td[data-figure="proactive/normativeDocuments/issued"]').first().textContent()).resolves.toBe('0');
    await page.context().close();
  });
});

describe('the session', () => {
  it('keeps what was typed when it has ended, and says so', async () => {
    const { page } = await desk.open('sfz-jingban', '/console/registers/tickets');
    await page.getByRole('button', { name: '登记工单' }).click();
    await page.locator('.ant-drawer').getByLabel('诉求标题').fill('没存完的');
    await page.context().clearCookies();
    await page.locator('.ant-drawer').getByRole('button', { name: '保存' }).click();
    await page.getByText('登录已过期').waitFor();
    await signInAs(page, desk.site.url, 'sfz-jingban', '/console/registers/tickets');
    await page.getByRole('button', { name: '登记工单' }).click();
    expect(await page.locator('.ant-drawer').getByLabel('诉求标题').inputValue()).toBe('没存完的');
    await page.context().close();
  });

  it('is left by the button, and the way back asks for the password again', async () => {
    const { page } = await desk.open('sfz-shenhe', '/console/');
    await page.getByRole('button', { name: '退出' }).click();
    await page.goto(`${desk.site.url}/console/`);
    await page.waitForURL(/\/sign-in\?next=/);
    await page.context().close();
  });
});
