import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#domain/publishing/entries/entry.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import { eventLog } from '../events/log.ts';
import { onEveryServer } from '../testing/database.ts';
import { done, publishingOffice, refusedWith, signed } from './testing/office.ts';

onEveryServer('publishing', (open) => {
  const office = async (code: string, start?: string) => publishingOffice((await open()).database, code, start);
  const visibility = async (code: string, id: string) => {
    const { database } = await open();
    const { rows } = await sql<{ visibility: string }>`select visibility from items where agency = ${code} and number = ${id}`.execute(
      database.db,
    );
    return rows[0]?.visibility;
  };

  describe('a draft', () => {
    it('gets its index number, a line in the register and a clean page', async () => {
      const o = await office('pdraft');
      const made = done(
        await o.service.items.create(o.clerk, 'pdraft', {
          title: ' 防火\n通知 ',
          body: '<p style="color:red" onclick="x()">注意</p><script>1</script>',
          formedOn: '2026-02-27',
        }),
      );
      expect(made.item.life).toMatchObject({ item: 'PDRAFT/2026-00001', work: 'draft', public: 'never', version: 1 });
      expect(made.item.current.content).toMatchObject({ title: '防火 通知', body: '<p>注意</p>', maker: 'pdraft镇人民政府' });
      expect(made.removed.map((r) => r.what)).toEqual(['script', 'style']);
      expect((await o.registers.get('items', 'pdraft', 'PDRAFT/2026-00001'))?.values['title']).toBe('防火 通知');
      expect(made.item.due).toMatchObject({ on: '2026-03-26', state: 'open' });
      const second = done(await o.service.items.create(o.clerk, 'pdraft', { title: '第二条' }));
      expect(second.item.life.item).toBe('PDRAFT/2026-00002');
    });

    it('numbers under the 统一社会信用代码 once that is entered, and refuses a wrong one', async () => {
      const o = await office('pcode');
      const set = (creditCode: string) =>
        o.service.entries.save(o.admin, 'pcode', 'settings', { id: null, basedOn: null, body: { ...DEFAULT_SETTINGS, creditCode } });
      expect(refusedWith(await set('11341702486344515J'))).toContain('校验位');
      done(await set('11341702486344515H'));
      const made = done(await o.service.items.create(o.clerk, 'pcode', { title: '一' }));
      expect(made.item.life.item).toMatch(/^11341702486344515H\//);
    });

    it('needs a ground before a township opens pages of its own', async () => {
      const o = await office('pown');
      const open = (reason: string) =>
        o.service.entries.save(
          o.admin,
          'pown',
          'settings',
          { id: null, basedOn: null, body: { ...DEFAULT_SETTINGS, portal: true } },
          reason,
        );
      expect(await open('')).toMatchObject({ basis: ['SITE2017'] });
      done(await open('经县政府同意，只作预览'));
    });

    it('keeps every version, and shows what changed word by word', async () => {
      const o = await office('pversions');
      const made = done(
        await o.service.items.create(o.clerk, 'pversions', {
          title: '通知',
          body: '<p>定于3月5日开会。</p><p>地点另行通知。</p>',
          formedOn: '2026-02-27',
        }),
      );
      const { item } = made.item.life;
      done(
        await o.service.items.save(
          o.clerk,
          'pversions',
          item,
          { body: '<p>定于3月6日开会。</p>', title: '会议通知' },
          made.item.life.revision,
          '改期',
        ),
      );
      const difference = done(await o.service.items.difference(o.clerk, 'pversions', item, 1, 2));
      expect(difference.fields).toEqual([{ field: 'title', label: '信息名称', before: '通知', after: '会议通知' }]);
      expect(difference.body.map((p) => p.kind)).toEqual(['changed', 'removed']);
      expect(difference.body[0]?.parts.filter((p) => p.kind !== 'same').map((p) => [p.kind, p.text])).toEqual([
        ['removed', '5'],
        ['added', '6'],
      ]);
    });

    it('is never overwritten by what was written on an older state', async () => {
      const o = await office('pmeanwhile');
      const made = done(await o.service.items.create(o.clerk, 'pmeanwhile', { title: '一' }));
      const { item, revision } = made.item.life;
      const answers = await Promise.all(
        ['甲', '乙', '丙'].map((title) => o.service.items.save(o.clerk, 'pmeanwhile', item, { title }, revision)),
      );
      expect(answers.filter((a) => refusedWith(a) === '')).toHaveLength(1);
      expect(answers.map(refusedWith).filter((t) => t.includes('已被别人改过'))).toHaveLength(2);
      expect((await eventLog((await open()).database.db).verify('pmeanwhile')).intact).toBe(true);
    });

    it('takes changes of an office and of its units at the same time, none waiting for another for ever', async () => {
      const o = await office('pring');
      const drafts = await Promise.all(
        ['pring', 'pring-hall'].map(async (unit) => done(await o.service.items.create(o.clerk, unit, { title: unit })).item.life),
      );
      const rounds = Array.from({ length: 6 }, (_, n) => n);
      let [a, b] = drafts.map((d) => d.revision) as [number, number];
      for (const n of rounds) {
        const [one, two] = await Promise.all([
          o.service.items.save(o.clerk, 'pring', drafts[0]?.item ?? '', { title: `甲${n}` }, a),
          o.service.items.save(o.clerk, 'pring-hall', drafts[1]?.item ?? '', { title: `乙${n}` }, b),
          o.service.items.create(o.clerk, n % 2 === 0 ? 'pring' : 'pring-hall', { title: '丙' }),
        ]);
        [a, b] = [done(one).item.life.revision, done(two).item.life.revision];
      }
      const log = eventLog((await open()).database.db);
      expect([(await log.verify('pring')).intact, (await log.verify('pring-hall')).intact]).toEqual([true, true]);
    });
  });

  describe('先审查、后公开 (SECRECYRULES2024 42)', () => {
    it('takes an item the whole way, and writes who reviewed it into the register', async () => {
      const o = await office('pwhole');
      const { id, step } = await signed(o);
      await step(o.clerk, 'publish', { portal: true });
      const file = done(await o.service.items.get(o.clerk, 'pwhole', id)) as ItemView;
      expect(file.steps.map((s) => [s.n, s.transition, s.byName])).toEqual([
        [1, 'decideAttribute', '张示例'],
        [2, 'clearSecrecy', '王示例'],
        [3, 'review', '王示例'],
        [4, 'approve', '赵示例'],
        [5, 'publish', '张示例'],
      ]);
      const record = await o.registers.get('items', 'pwhole', id);
      expect(record?.values).toMatchObject({ mode: 'proactive', reviewedBy: '王示例', reviewedOn: '2026-03-02', category: 'notice' });
      expect((await eventLog((await open()).database.db).verify('pwhole')).intact).toBe(true);
    });

    it('lets nobody publish what was not cleared, nor clear what he wrote himself', async () => {
      const o = await office('pearly');
      const made = done(
        await o.service.items.create(o.reviewer, 'pearly', { title: '一', body: '<p>字</p>', formedOn: '2026-02-27', column: 'notices' }),
      );
      const { item, revision } = made.item.life;
      expect(refusedWith(await o.service.items.step(o.reviewer, 'pearly', item, 'publish', {}, revision))).toContain('不能“发布”');
      const decided = done(await o.service.items.step(o.reviewer, 'pearly', item, 'decideAttribute', { mode: 'proactive' }, revision));
      const own = await o.service.items.step(o.reviewer, 'pearly', item, 'clearSecrecy', { opinion: '可以' }, decided.life.revision);
      expect(refusedWith(own)).toContain('起草人不能自己审自己的稿子');
      expect(own).toMatchObject({ basis: ['OGIR2019 17', 'SECRECY2024 35', 'SECRECYRULES2024 42'] });
      expect(
        refusedWith(await o.service.items.step(o.clerk, 'pearly', item, 'clearSecrecy', { opinion: '可以' }, decided.life.revision)),
      ).toContain('没有');
      const photo = {
        agency: 'pearly',
        name: '签批.jpg',
        mediaType: 'image/jpeg',
        visibility: 'office',
        register: 'items',
        record: item,
      } as const;
      const { id: kept } = await o.files.add(photo, new Uint8Array([1]), { id: o.clerk.id, name: o.clerk.name });
      const { id: others } = await o.files.add({ ...photo, record: 'pearly/2026-09999' }, new Uint8Array([1]), {
        id: o.clerk.id,
        name: o.clerk.name,
      });
      const onPaper = { kind: 'paper', by: '钱示例', on: '2026-03-01', file: kept } as const;
      for (const file of ['photo', '00000000-0000-0000-0000-000000000000', others]) {
        const command = { opinion: '可以公开', signOff: { ...onPaper, file } };
        expect(refusedWith(await o.service.items.step(o.clerk, 'pearly', item, 'clearSecrecy', command, decided.life.revision))).toContain(
          '照片',
        );
      }
      const entered = await o.service.items.step(
        o.clerk,
        'pearly',
        item,
        'clearSecrecy',
        { opinion: '可以公开', signOff: onPaper },
        decided.life.revision,
      );
      expect(done(entered).steps.at(-1)).toMatchObject({ byName: '张示例', signOff: onPaper });
    });

    it('lets no link to a page of ours that is not there go out', async () => {
      const o = await office('plinks');
      const link = (href: string) => `<p>见<a href="${href}">附件说明</a></p>`;
      const dead = await signed(o, { body: link('/plinks/items/2026-00099') });
      expect(refusedWith(await o.service.items.step(o.clerk, 'plinks', dead.id, 'publish', { portal: true }, dead.revision))).toContain(
        '不存在',
      );
      const first = await signed(o);
      await first.step(o.clerk, 'publish', { portal: true });
      for (const href of [`/plinks/items/${first.id.split('/')[1]}`, '/plinks/content/budget', '/plinks/guide']) {
        const alive = await signed(o, { body: link(href) });
        await alive.step(o.clerk, 'publish', { portal: true });
      }
    });

    it('keeps to a check: personal data stop it until it is gone or accepted with a reason', async () => {
      const o = await office('pcheck');
      const { id, revision } = await signed(o, { body: '<p>联系人电话13800001234。</p>' });
      const stopped = await o.service.items.step(o.clerk, 'pcheck', id, 'publish', { portal: true }, revision);
      expect(refusedWith(stopped)).toContain('手机号码');
      expect(refusedWith(stopped)).not.toContain('13800001234');
      const accepted = { 'PUB-PERSONAL-MOBILE': '值班手机，本人同意公开' };
      expect(done(await o.service.items.step(o.clerk, 'pcheck', id, 'publish', { portal: true, accepted }, revision)).life.public).toBe(
        'inForce',
      );
    });
  });

  describe('what everybody sees', () => {
    it('is there the moment it is published, and a page that says so the moment it is withdrawn', async () => {
      const o = await office('ppublic');
      const { id, step } = await signed(o);
      const address = id.split('/')[1] ?? '';
      expect(await o.service.public.byAddress('ppublic', address)).toBeNull();
      expect(await visibility('ppublic', id)).toBe('office');
      await step(o.clerk, 'publish', { portal: true });
      expect((await o.service.public.byAddress('ppublic', address))?.item).toMatchObject({ face: 'full', validity: 'valid' });
      expect((await o.service.public.list('ppublic', {})).items.map((i) => i.life.item)).toEqual([id]);
      expect(await visibility('ppublic', id)).toBe('public');
      await step(o.clerk, 'withdraw', { reason: '内容有误，重新核对' });
      expect((await o.service.public.byAddress('ppublic', address))?.item).toEqual({
        face: 'tombstone',
        agency: 'ppublic',
        item: id,
        withdrawnOn: '2026-03-02',
        reason: '内容有误，重新核对',
      });
      expect((await o.service.public.list('ppublic', {})).total).toBe(0);
      expect(await visibility('ppublic', id)).toBe('office');
      const { records } = await o.registers.list({ register: 'publications', agencies: ['ppublic'] });
      expect(records.map((r) => r.values)).toMatchObject([
        { channel: 'portal', on: '2026-03-02', takenDownOn: '2026-03-02', takenDownReason: '内容有误，重新核对' },
      ]);
    });

    it('stays the old version while a new one is under way', async () => {
      const o = await office('previse');
      const { id, step } = await signed(o);
      await step(o.clerk, 'publish', { portal: true });
      await step(o.clerk, 'revise', { reason: '补充联系方式' });
      const before = done(await o.service.items.get(o.clerk, 'previse', id));
      done(await o.service.items.save(o.clerk, 'previse', id, { body: '<p>新内容。</p>' }, before.life.revision));
      expect((await o.service.public.byNumber('previse', id)) as object).toMatchObject({
        version: 1,
        content: { body: '<p>各村要加强巡护。</p>' },
      });
      expect((await o.service.public.list('previse', {})).items[0]?.title).toBe('关于做好春季森林防火工作的通知');
    });

    it('keeps the old address of a replaced attachment, and opens files only while their item is open', async () => {
      const o = await office('pfiles');
      const text = (t: string) => ({ title: '附表', name: '附表.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(t) });
      const made = done(await o.service.items.create(o.clerk, 'pfiles', { title: '名单公示', formedOn: '2026-02-27', column: 'notices' }));
      const { item } = made.item.life;
      const one = done(await o.service.items.attach(o.clerk, 'pfiles', item, text('第一版'), made.item.life.revision));
      let { revision } = one.life;
      const step = async (
        ...args: [typeof o.clerk, Parameters<typeof o.service.items.step>[3], Parameters<typeof o.service.items.step>[4]]
      ) => {
        revision = done(await o.service.items.step(args[0], 'pfiles', item, args[1], args[2], revision)).life.revision;
      };
      const whole = async () => {
        await step(o.clerk, 'decideAttribute', { mode: 'proactive' });
        await step(o.reviewer, 'clearSecrecy', { opinion: '可以' });
        await step(o.reviewer, 'review', {});
        await step(o.signer, 'approve', {});
        await step(o.clerk, 'publish', { portal: true });
      };
      const file = one.attachments[0]?.file ?? '';
      expect((await o.files.get('pfiles', file))?.visibility).toBe('office');
      await whole();
      expect((await o.files.get('pfiles', file))?.visibility).toBe('public');
      const address = `${item.split('/')[1]}/files/1`;
      await step(o.clerk, 'revise', { reason: '更正名单' });
      revision = done(await o.service.items.attach(o.clerk, 'pfiles', item, { ...text('第二版'), replaces: 1 }, revision)).life.revision;
      expect((await o.service.public.byAddress('pfiles', address))?.attachment?.n).toBe(1);
      await whole();
      expect((await o.service.public.byAddress('pfiles', address))?.attachment?.n).toBe(2);
      expect((await o.files.get('pfiles', file))?.visibility).toBe('office');
      await step(o.clerk, 'withdraw', { reason: '名单有误' });
      const now = await o.files.get('pfiles', done(await o.service.items.get(o.clerk, 'pfiles', item)).attachments[1]?.file ?? '');
      expect(now?.visibility).toBe('office');
      expect((await o.service.public.byAddress('pfiles', address))?.attachment).toBeNull();
    });

    it('appears at the time set, and lapses the day after its last day, by itself and once only', async () => {
      const o = await office('pclock');
      const { id, step } = await signed(o, { validUntil: '2026-03-10' });
      await step(o.clerk, 'schedule', { at: '2026-03-03T08:00:00+08:00', portal: true });
      expect((await o.service.runDue()).published).toEqual([]);
      o.clock.at = new Date('2026-03-03T00:00:00Z');
      const [a, b] = await Promise.all([o.service.runDue(), o.service.runDue()]);
      expect([...a.published, ...b.published]).toEqual([id]);
      o.clock.at = new Date('2026-03-10T15:59:59Z');
      expect((await o.service.runDue()).expired).toEqual([]);
      o.clock.at = new Date('2026-03-10T16:00:00Z');
      expect((await o.service.runDue()).expired).toEqual([id]);
      expect(await o.service.public.byNumber('pclock', id)).toMatchObject({ face: 'full', validity: 'expired', endedOn: '2026-03-11' });
    });
  });

  it('answers nobody of another office', async () => {
    const o = await office('pforeign');
    const { id, revision } = await signed(o);
    const { service: s, stranger } = o;
    const answers = [
      await s.items.get(stranger, 'pforeign', id),
      await s.items.list(stranger, { agencies: ['pforeign'] }),
      await s.items.create(stranger, 'pforeign', { title: '一' }),
      await s.items.save(stranger, 'pforeign', id, { title: '一' }, revision),
      await s.items.step(stranger, 'pforeign', id, 'publish', {}, revision),
      await s.items.step(
        stranger,
        'pforeign',
        id,
        'clearSecrecy',
        { signOff: { kind: 'paper', by: '某', on: '2026-03-01', file: 'x' } },
        revision,
      ),
      await s.items.check(stranger, 'pforeign', id),
      await s.items.versions(stranger, 'pforeign', id),
      await s.items.difference(stranger, 'pforeign', id, 1, 1),
      await s.items.detach(stranger, 'pforeign', id, 1, revision),
      await s.items.addAddress(stranger, 'pforeign', id, 'old/1.html'),
      await s.outside.record(stranger, { agency: 'pforeign', item: id, channel: 'wechat', on: '2026-03-01' }),
      await s.entries.list(stranger, ['pforeign'], 'place'),
      await s.entries.shipDuties(stranger, 'pforeign'),
      await s.submissions.handIn(stranger, 'pforeign-village', { title: '一', formedOn: '2026-03-01', text: '', column: null, files: [] }),
    ];
    expect(answers.map(refusedWith).filter((t) => !t.includes('权限'))).toEqual([]);
  });
});
