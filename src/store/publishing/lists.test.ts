import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import { DEFAULT_SETTINGS } from '#domain/publishing/entries/entry.ts';
import { shippedColumns } from '#domain/publishing/shipped/columns.ts';
import { placeBody } from '#domain/publishing/testing/place.ts';
import { onEveryServer } from '../testing/database.ts';
import { done, publishingOffice, refusedWith, signed } from './testing/office.ts';

onEveryServer('publishing elsewhere and what hangs on it', (open) => {
  const office = async (code: string, start?: string) => publishingOffice((await open()).database, code, start);

  describe('columns', () => {
    it('with an item in them stay, and say why; an internal unit has none of its own', async () => {
      const o = await office('pcolumns');
      const { entries, items } = o.service;
      done(await items.create(o.clerk, 'pcolumns', { title: '通知一', column: 'notices' }));
      const before = shippedColumns('township');
      const save = (agency: string, columns: unknown, basedOn: number | null = null) =>
        entries.save(o.admin, agency, 'columns', { id: null, basedOn, body: { columns } }, '调整');
      expect(
        refusedWith(
          await save(
            'pcolumns',
            before.filter((c) => c.id !== 'notices'),
          ),
        ),
      ).toContain('“通知公告”下有1条信息，不能删去');
      const own = { ...before[0], id: 'own-1', parent: 'content', label: '乡村振兴', order: 50 };
      done(await save('pcolumns', [...before.filter((c) => c.id !== 'personnel'), own]));
      const labels = JSON.stringify(await items.columns('pcolumns'));
      expect(labels).toContain('乡村振兴');
      expect(labels).not.toContain('人事信息');
      expect(refusedWith(await save('pcolumns-hall', before))).toContain('统一设置');
    });

    it.each(['columns', 'guide', 'settings'] as const)('%s of an office are changed, never taken away whole', async (kind) => {
      const o = await office(`pwhole-${kind}`);
      const { entries } = o.service;
      const guide = { elements: {}, body: '', effectiveOn: null, reviewedOn: null };
      const body = { columns: { columns: shippedColumns('township') }, guide, settings: DEFAULT_SETTINGS }[kind];
      const who = kind === 'guide' ? o.reviewer : o.admin;
      const kept = done(await entries.save(who, o.code, kind, { id: null, basedOn: null, body }, '设置'));
      expect(refusedWith(await entries.remove(who, o.code, kind, kept.id, 1, '删去'))).toContain('不能整个删去');
    });
  });

  it('公开指南一保存就公开：审核、签发人员才能保存，每一版都留着', async () => {
    const o = await office('pguide');
    const { entries } = o.service;
    const body = (phone: string) => ({ elements: { phone }, body: '', effectiveOn: null, reviewedOn: null });
    const save = (who: Viewer, phone: string, basedOn: number | null) =>
      entries.save(who, o.code, 'guide', { id: basedOn ? 'guide' : null, basedOn, body: body(phone) });
    done(await save(o.reviewer, '0000-1000000', null));
    for (const who of [o.clerk, o.admin]) expect(refusedWith(await save(who, '0000-9999999', 1))).toContain('由本单位审核或者签发人员保存');
    expect(refusedWith(await save(o.stranger, '0000-9999999', 1))).not.toContain('公开指南');
    done(await save(o.signer, '0000-2000000', 1));
    const versions = done(await entries.versions(o.clerk, o.code, 'guide', 'guide'));
    expect(versions.map((v) => [v.version, v.body.elements['phone'], v.recordedBy]).sort()).toEqual([
      [1, '0000-1000000', o.reviewer.name],
      [2, '0000-2000000', o.signer.name],
    ]);
  });

  it.each(['legalReview', 'cleanup', 'placed', 'submission', 'hiddenVersion'] as const)(
    '%s has a way of its own, and no other',
    async (kind) => {
      const o = await office(`pway-${kind.toLowerCase()}`);
      const save = o.service.entries.save as (...given: unknown[]) => Promise<unknown>;
      expect(refusedWith(await save(o.admin, o.code, kind, { id: null, basedOn: null, body: {} }))).toContain('不能单独修改');
      expect(refusedWith(await save(o.clerk, o.code, kind, { id: null, basedOn: null, body: {} }))).toContain('不能单独修改');
    },
  );

  describe('a publication elsewhere, in four fields', () => {
    it('counts, follows a place of the office, and takes a signed item to 已发布', async () => {
      const o = await office('poutside');
      const { id } = await signed(o);
      const place = done(
        await o.service.entries.save(o.clerk, 'poutside', 'place', {
          id: null,
          basedOn: null,
          body: placeBody({ kind: 'loudspeaker', name: '示例村大喇叭', address: '村部' }),
        }),
      );
      const kept = done(await o.service.outside.record(o.clerk, { agency: 'poutside', item: id, place: place.id, on: '2026-03-01' }));
      expect(kept.publication.values).toMatchObject({ item: id, channel: 'broadcast', on: '2026-03-01', address: '示例村大喇叭 村部' });
      expect(kept.warnings).toEqual([]);
      const file = done(await o.service.items.get(o.clerk, 'poutside', id));
      expect(file.life).toMatchObject({ work: 'published', public: 'inForce', portal: false });
      expect(file.due?.state).toBe('inTime');
      expect(await o.service.public.byNumber('poutside', id)).toBeNull();
      const { rows } = await sql<{ kind: string; n: number }>`
        select kind, sum(quantity) as n from facts where agency = 'poutside' group by kind order by kind`.execute(
        (await open()).database.db,
      );
      expect(rows).toEqual([
        { kind: 'item.published', n: 1 },
        { kind: 'publication.made', n: 1 },
      ]);
    });

    it('keeps its place fresh by the place itself, whatever either is called later', async () => {
      const o = await office('pplaceid');
      const { id } = await signed(o);
      const body = placeBody({ kind: 'board', name: '示例村公示栏', address: '村部', everyDays: 5 });
      const keep = async (more: object, old: { id: string; version: number } | null = null) =>
        done(
          await o.service.entries.save(o.clerk, 'pplaceid', 'place', {
            id: old?.id ?? null,
            basedOn: old?.version ?? null,
            body: { ...body, ...more },
          }),
        );
      const [used, twin] = [await keep({}), await keep({ name: '示例村' })];
      done(await o.service.outside.record(o.clerk, { agency: 'pplaceid', item: id, place: used.id, on: '2026-03-01', address: '村口' }));
      await keep({ name: '便民公示栏' }, used);
      const stale = done(await o.service.tasks(o.clerk, ['pplaceid'])).filter((t) => t.kind === 'place');
      expect(stale.map((t) => t.record)).toEqual([twin.id]);
    });

    it('and its place are kept together or not at all', async () => {
      const o = await office('ptogether');
      const { id } = await signed(o);
      const place = done(
        await o.service.entries.save(o.clerk, 'ptogether', 'place', {
          id: null,
          basedOn: null,
          body: placeBody({ kind: 'board', name: '示例公示栏' }),
        }),
      );
      const given = { agency: 'ptogether', item: id, place: place.id, on: '2026-03-01' };
      const first = done(await o.service.outside.record(o.clerk, given)).publication.number;
      const kept = async () => ({
        publications: (await o.registers.list({ register: 'publications', agencies: ['ptogether'] })).total,
        placed: (await o.entries.list(['ptogether'], 'placed')).map((e) => [e.id, e.body.place]),
      });
      expect(await kept()).toEqual({ publications: 1, placed: [[first, place.id]] });
      const next = first.replace(/\d+$/, (n) => String(Number(n) + 1).padStart(n.length, '0'));
      const taken = { kind: 'placed', id: next, basedOn: null, body: { publication: next, place: 'other' } } as const;
      done(await o.entries.save('ptogether', [taken], { id: o.clerk.id, name: o.clerk.name }, ''));
      expect(refusedWith(await o.service.outside.record(o.clerk, given))).toContain('改过');
      expect((await kept()).publications).toBe(1);
    });

    it('is answered as forbidden to who may not, not as wrong', async () => {
      const o = await office('pdenied');
      expect(isForbidden(await o.service.items.create(o.stranger, 'pdenied', { title: '一' }))).toBe(true);
    });

    it('is kept even where it should not have happened yet, and said', async () => {
      const o = await office('ptooearly');
      const made = done(await o.service.items.create(o.clerk, 'ptooearly', { title: '一', formedOn: '2026-02-27' }));
      const kept = done(
        await o.service.outside.record(o.clerk, { agency: 'ptooearly', item: made.item.life.item, channel: '微信', on: '2026-03-01' }),
      );
      expect(kept.publication.values['channel']).toBe('wechat');
      expect(kept.warnings.join('')).toMatch(/补办.*网址或照片/);
      expect(
        refusedWith(await o.service.outside.record(o.clerk, { agency: 'ptooearly', item: 'X', channel: 'wechat', on: '2026-03-01' })),
      ).toContain('没有找到');
      expect(
        refusedWith(
          await o.service.outside.record(o.clerk, { agency: 'ptooearly', item: made.item.life.item, channel: 'wechat', on: '2026-03-03' }),
        ),
      ).toContain('晚于今天');
      expect(
        refusedWith(
          await o.service.outside.record(o.clerk, { agency: 'ptooearly', item: made.item.life.item, channel: '飞鸽', on: '2026-03-01' }),
        ),
      ).toContain('渠道');
    });
  });

  describe('villages and departments hand in', () => {
    it('four fields and a photo, returned with a reason or taken over as 村务公开 of its own count', async () => {
      const o = await office('phand');
      const unit = 'phand-village';
      const photo = { name: '公示.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('照片') };
      const given = {
        title: '三月低保名单公示',
        formedOn: '2026-03-01',
        text: '第一段<script>\n第二段',
        column: 'notices',
        files: [photo],
      };
      const first = done(await o.service.submissions.handIn(o.clerk, unit, given));
      expect(refusedWith(await o.service.submissions.giveBack(o.reviewer, unit, first.id, ' '))).toContain('写明原因');
      expect(done(await o.service.submissions.giveBack(o.reviewer, unit, first.id, '请隐去身份证号')).body).toMatchObject({
        state: 'returned',
        reason: '请隐去身份证号',
      });
      const second = done(await o.service.submissions.handIn(o.clerk, unit, given));
      const item = done(await o.service.submissions.takeOver(o.reviewer, unit, second.id, 'phand'));
      expect(item.current.content).toMatchObject({
        village: true,
        handler: 'phand-village镇人民政府',
        body: '<p>第一段&lt;script&gt;</p>\n<p>第二段</p>',
      });
      expect(item.attachments).toHaveLength(1);
      expect(refusedWith(await o.service.submissions.takeOver(o.reviewer, unit, second.id, 'phand'))).toContain('已经处理');
    });
  });

  it('keeps words of every kind, and of hostile ones what a database can hold', async () => {
    const o = await office('pwords');
    const evil = "a\u0000b\ud800c\u001b[31m';drop table items;--";
    const good = "ab\ufffdc[31m';drop table items;--";
    const made = done(
      await o.service.items.create(o.clerk, 'pwords', {
        title: evil,
        summary: evil,
        keywords: [evil.slice(0, 20)],
        particulars: { [evil]: evil, __proto__: evil },
        body: `<p>${evil}</p><a href="/x\u0000\ud800">y</a>`,
        formedOn: '2026-02-27',
      }),
    );
    expect(made.item.current.content).toMatchObject({ title: good, summary: good });
    expect(made.item.current.content.particulars[good]).toBe(good);
    const { item, revision } = made.item.life;
    const next = done(await o.service.items.save(o.clerk, 'pwords', item, { title: '好' }, revision, evil));
    const closed = { mode: 'onRequest' as const, reason: evil };
    done(await o.service.items.step(o.clerk, 'pwords', item, 'decideAttribute', closed, next.item.life.revision));
    const published = done(
      await o.service.outside.record(o.clerk, { agency: 'pwords', item, channel: 'wechat', on: '2026-03-01', address: evil }),
    );
    expect(published.publication.values['address']).toBe(good);
    const file = { title: evil, name: `${evil}/../x.txt`, mediaType: 'text/plain', bytes: new Uint8Array([1]) };
    const other = done(await o.service.items.create(o.clerk, 'pwords', { title: '二' }));
    done(await o.service.items.attach(o.clerk, 'pwords', other.item.life.item, file, other.item.life.revision));
    const body = { foundOn: '2026-03-01', where: evil, claim: evil, handler: '', item: null, clarifiedOn: null, remark: evil };
    expect(done(await o.service.entries.save(o.clerk, 'pwords', 'clarification', { id: null, basedOn: null, body }, evil)).body.claim).toBe(
      good,
    );
    expect(
      refusedWith(
        await o.service.entries.save(o.clerk, 'pwords', 'clarification', { id: null, basedOn: null, body: { __proto__: null, x: [[[]]] } }),
      ),
    ).toContain('没有保存');
    expect(done(await o.service.items.list(o.clerk, { agencies: ['pwords'], search: '%_\\' })).total).toBe(0);
  });

  describe('the small lists', () => {
    it('keep every version, and take nothing that is not whole', async () => {
      const o = await office('plists');
      const body = {
        to: '示例县档案馆',
        kind: 'archive',
        on: '2026-03-01',
        items: [{ item: 'A', title: '', copies: 2 }],
        handedBy: '',
        receivedBy: '',
        receivedOn: null,
        receipt: null,
        remark: '',
      };
      expect(
        refusedWith(
          await o.service.entries.save(o.clerk, 'plists', 'delivery', {
            id: null,
            basedOn: null,
            body: { ...body, on: '2026-02-30', items: [] },
          }),
        ),
      ).toMatch(/移交记录没有保存.*“日期”日期请写成.*“信息”没有选择信息/);
      const kept = done(await o.service.entries.save(o.clerk, 'plists', 'delivery', { id: null, basedOn: null, body }));
      const received = { ...body, receivedOn: '2026-03-02', receivedBy: '收件人甲' };
      done(await o.service.entries.save(o.clerk, 'plists', 'delivery', { id: kept.id, basedOn: 1, body: received }));
      expect(refusedWith(await o.service.entries.save(o.clerk, 'plists', 'delivery', { id: kept.id, basedOn: 1, body }))).toContain('改过');
      const versions = done(await o.service.entries.versions(o.clerk, 'plists', 'delivery', kept.id));
      expect(versions.map((v) => v.body.receivedOn)).toEqual([null, '2026-03-02']);
      expect(
        refusedWith(await o.service.entries.save(o.clerk, 'plists', 'columns', { id: null, basedOn: null, body: { columns: [] } })),
      ).toContain('权限');
    });

    it('tell what is owed: missing duties, the guide, places gone quiet, papers without interpretation', async () => {
      const o = await office('powed');
      await o.saved({
        register: 'normativeDocuments',
        number: '示政规〔2026〕1号',
        values: {
          title: '示例办法',
          issuedOn: '2026-02-20',
          promulgatedOn: '2026-02-24',
          legalReviewOn: '2026-02-01',
          validUntil: '2026-04-30',
        },
      });
      expect(done(await o.service.entries.shipDuties(o.admin, 'powed'))).toBeGreaterThan(20);
      expect(done(await o.service.entries.shipDuties(o.admin, 'powed'))).toBeGreaterThan(20);
      const tasks = done(await o.service.tasks(o.clerk, ['powed']));
      const kinds = new Map(Map.groupBy(tasks, (t) => t.kind));
      expect(kinds.get('document')?.map((t) => [t.record, t.dueOn])).toEqual([
        ['interpretation:示政规〔2026〕1号', '2026-02-27'],
        ['expiry:示政规〔2026〕1号', '2026-04-30'],
      ]);
      expect(kinds.get('guide')?.[0]?.detail).toContain('指南缺少“办公地址”');
      expect(kinds.get('duty')?.map((t) => t.title)).toEqual(expect.arrayContaining(['贯彻落实农业农村政策', '政府信息公开工作年度报告']));
      expect(refusedWith(await o.service.tasks(o.stranger, ['powed']))).toContain('权限');
    });
  });
});
