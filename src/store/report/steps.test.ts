import { beforeAll, describe, expect, it } from 'vitest';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import type { TestApplication } from '../testing/application.ts';
import { missing, reportDesk, request } from './testing/desk.ts';

const desk = reportDesk();
const { office } = desk;
let t: TestApplication;
beforeAll(() => {
  t = desk.t;
});

describe('what may be done with a report', () => {
  it('follows where it stands: submitted, sent back, submitted again, published, and who looks', async () => {
    const { code, clerk, declare, submit, signer, bench } = await office();
    const county = await t.person(`county-${code}`, 'countySupervisor', 'county');
    const steps = async () => {
      const of = async (viewer: Viewer) => (await bench(viewer)).steps;
      const [own, above, below] = [await of(signer), await of(county), await of(clerk)];
      expect([above.submit, above.publish, above.note, above.draft, below.submit, below.publish, below.note]).toEqual([
        null,
        null,
        false,
        false,
        null,
        null,
        false,
      ]);
      expect([own.giveBack, below.giveBack]).toEqual([null, null]);
      return [own.submit, own.publish, own.note, above.giveBack];
    };
    await declare('nil');
    expect(await steps()).toEqual(['first', null, false, null]);
    await submit(signer);
    expect(await steps()).toEqual(['corrected', 1, true, 1]);
    await t.app.reports.giveBack(county, code, 2023, '缺一段');
    expect(await steps()).toEqual(['first', null, false, null]);
    await submit(signer);
    expect(await steps()).toEqual(['corrected', 2, true, 2]);
    expect(await t.app.reports.publish(signer, code, 2023, 2)).toBeNull();
    expect(await steps()).toEqual(['corrected', null, true, null]);
  });

  it('a version sent back is neither published nor corrected, and differs from nothing', async () => {
    const { code, clerk, save, declare, submit, signer, bench } = await office();
    const county = await t.person(`county-${code}`, 'countySupervisor', 'county');
    await declare('kept');
    expect(missing(await submit(signer, { correcting: true, note: '更正' }))).toEqual([expect.stringContaining('还没有提交过')]);
    await submit(signer);
    await t.app.reports.giveBack(county, code, 2023, '缺一段');
    await save(request('R-after'));
    expect((await bench()).differences).toEqual([]);
    expect(await t.app.reports.publish(signer, code, 2023, 1)).toMatchObject({ refused: expect.stringContaining('已退回') });
    expect(missing(await submit(signer, { correcting: true, note: '更正' }))).toEqual([expect.stringContaining('没有可以更正的版本')]);
    expect(await t.app.reports.published(code, 2023)).toEqual([]);
    expect(isForbidden(await t.app.reports.publish(clerk, code, 2023, 1))).toBe(true);
    expect(isForbidden(await t.app.reports.publish(county, code, 2023, 1))).toBe(true);
  });

  it('only the latest version is put online, once', async () => {
    const { code, declare, submit, signer } = await office();
    await declare('nil');
    await submit(signer);
    await submit(signer, { note: '改一处文字' });
    const publish = (version: number) => t.app.reports.publish(signer, code, 2023, version);
    expect(await publish(1)).toMatchObject({ refused: expect.stringContaining('最新的一版') });
    expect(await publish(3)).toMatchObject({ refused: expect.stringContaining('最新的一版') });
    expect(await publish(2)).toBeNull();
    expect(await publish(2)).toMatchObject({ refused: expect.stringContaining('已经公布') });
  });

  it('a correction sent back leaves the published version standing: the next one is a correction too, with its note', async () => {
    const { code, declare, submit, signer, bench } = await office();
    const county = await t.person(`county-${code}`, 'countySupervisor', 'county');
    await declare('nil');
    await submit(signer, { publish: true });
    await submit(signer, { note: '改一处' });
    await t.app.reports.giveBack(county, code, 2023, '没有改全');
    const found = await bench(signer);
    expect([found.status, found.steps.submit]).toEqual(['returned', 'corrected']);
    expect(missing(await submit(signer))).toEqual([expect.stringContaining('更正说明')]);
    expect(await submit(signer, { note: '改全了', correcting: true })).toMatchObject({ version: 3, kind: 'corrected' });
  });
});
