import { describe, expect, it } from 'vitest';
import type { EntryBody } from '#domain/publishing/entries/entry.ts';
import { publishingService } from '#domain/publishing/service/index.ts';
import { duty } from '#domain/publishing/shipped/duties.ts';
import { placeBody } from '#domain/publishing/testing/place.ts';
import { onEveryServer } from '../testing/database.ts';
import { done, person, publishingOffice, refusedWith, signed } from './testing/office.ts';

onEveryServer('what an office owes the public', (open) => {
  const office = async (code: string, start?: string) => publishingOffice((await open()).database, code, start);

  describe('a duty', () => {
    it('is met by what stands under its column too, and by the guide, which is a page of its own', async () => {
      const o = await office('duties');
      const own = (key: string, column: string) =>
        o.entries.save(
          'duties',
          [
            {
              kind: 'duty',
              id: null,
              basedOn: null,
              body: { ...duty({ key, group: '自定', label: key, basis: [], source: 'own', column }) } as EntryBody<'duty'>,
            },
          ],
          { id: o.admin.id, name: o.admin.name },
          '',
        );
      for (const [key, column] of [
        ['政策', 'policies'],
        ['指南', 'guide'],
        ['会议', 'meetings'],
      ] as const)
        done(await own(key, column));
      const states = async () => {
        const found = done(await o.service.entries.duties(o.clerk, 'duties'));
        return Object.fromEntries(found.map(({ entry, status }) => [entry.body.label, status.state === 'missing']));
      };
      expect(await states()).toEqual({ 政策: true, 指南: true, 会议: true });
      const { step } = await signed(o, { column: 'interpretations' });
      await step(o.clerk, 'publish', { portal: true });
      const guide = { elements: {}, body: '', effectiveOn: null, reviewedOn: null };
      done(await o.service.entries.save(o.reviewer, 'duties', 'guide', { id: null, basedOn: null, body: guide }));
      expect(await states()).toEqual({ 政策: false, 指南: false, 会议: true });
      expect(refusedWith(await o.service.entries.duties(o.stranger, 'duties'))).toContain('权限');
    });
  });

  describe('各单位公开情况', () => {
    it('看第二遍和重新读的一样：登记、发布、改场所、过一天，都跟着变', async () => {
      const { database } = await open();
      const o = await publishingOffice(database, 'again', '2026-04-20T01:00:00Z');
      /** Who reads everything anew. */
      const fresh = async () => {
        const other = publishingService(
          { items: o.items, entries: o.entries, registers: o.registers, agencies: o.agencies, files: o.files },
          { ...o.deps, now: () => o.clock.at },
        );
        return done(await other.units(o.clerk, 'again'));
      };
      let before = '';
      const follows = async () => {
        const shown = done(await o.service.units(o.clerk, 'again'));
        expect(shown).toEqual(await fresh());
        expect(done(await o.service.units(o.clerk, 'again'))).toEqual(shown);
        expect(JSON.stringify(shown)).not.toBe(before);
        before = JSON.stringify(shown);
      };
      await follows();
      done(await o.service.items.create(o.clerk, 'again', { title: '早该公开的', formedOn: '2026-02-27' }));
      await follows();
      const place = placeBody({ kind: 'board', name: '示例公示栏', everyDays: 5, lastOn: '2026-04-19' });
      const kept = done(await o.service.entries.save(o.clerk, 'again', 'place', { id: null, basedOn: null, body: place }));
      o.clock.at = new Date('2026-04-26T01:00:00Z');
      await follows();
      const on = { register: 'publications', values: { channel: 'noticeBoard', on: '2026-04-22', address: '示例公示栏东侧' } } as const;
      done(await o.save(on));
      await follows();
      done(await o.service.entries.save(o.clerk, 'again', 'place', { id: kept.id, basedOn: 1, body: { ...place, everyDays: 1 } }));
      await follows();
    });

    it('先读好的，打开时不再读；只补读改过的单位，叫停就停', async () => {
      const { database } = await open();
      const o = await publishingOffice(database, 'ahead', '2026-04-20T01:00:00Z');
      let lists = 0;
      const counted: typeof o.items = {
        ...o.items,
        list: (query) => {
          lists += 1;
          return o.items.list(query);
        },
      };
      const { entries, registers, agencies, files, deps } = o;
      const service = publishingService({ items: counted, entries, registers, agencies, files }, { ...deps, now: () => o.clock.at });
      const yes = async () => true;
      expect(await service.keepUnits(async () => false)).toBe(0);
      expect(lists).toBe(0);
      expect(await service.keepUnits(yes)).toBeGreaterThan(0);
      expect(await service.keepUnits(yes)).toBe(0);
      lists = 0;
      expect(done(await service.units(o.clerk, 'ahead'))).toEqual(done(await o.service.units(o.clerk, 'ahead')));
      expect(lists).toBe(0);
      done(await o.service.items.create(o.clerk, 'ahead', { title: '早该公开的', formedOn: '2026-02-27' }));
      expect(await service.keepUnits(yes)).toBe(1);
      lists = 0;
      expect(done(await service.units(o.clerk, 'ahead'))[0]?.matters.map((m) => m.title)).toContain('早该公开的');
      expect(lists).toBe(0);
      o.clock.at = new Date('2026-04-21T01:00:00Z');
      expect(await service.keepUnits(yes)).toBeGreaterThan(0);
    });

    it('names what is overdue, unmet, not interpreted and not updated, unit by unit, and every normative document', async () => {
      const o = await office('county1', '2026-04-20T01:00:00Z');
      done(await o.service.items.create(o.clerk, 'county1', { title: '早该公开的', formedOn: '2026-02-27' }));
      done(await o.service.items.create(o.clerk, 'county1', { title: '还有时间的', formedOn: '2026-04-17' }));
      const values = { title: '示例办法', kind: 'normativeDocument', issuedOn: '2026-02-20', promulgatedOn: '2026-02-24' };
      await o.save({ register: 'normativeDocuments', number: '示政规1号', values: { ...values, legalReviewOn: '2026-02-10' } });
      const place = placeBody({ kind: 'board', name: '示例公示栏', everyDays: 5, lastOn: '2026-03-01' });
      done(await o.service.entries.save(o.clerk, 'county1', 'place', { id: null, basedOn: null, body: place }));
      const [unit, ...others] = done(await o.service.units(o.clerk, 'county1'));
      expect(others).toEqual([]);
      expect(unit?.matters.filter((m) => m.kind !== 'guide').map((m) => [m.kind, m.title])).toEqual([
        ['interpretation', '示例办法'],
        ['overdue', '早该公开的'],
        ['update', '示例公示栏'],
      ]);
      expect(unit?.documents).toMatchObject([{ number: '示政规1号', state: 'inForce', interpreted: false, reviewedOn: '2026-02-10' }]);
      const why = { document: '示政规1号', documentItem: null, form: 'text', item: null, notNeeded: '只涉及内部管理', picture: null };
      done(await o.service.entries.save(o.clerk, 'county1', 'interpretation', { id: null, basedOn: null, body: why }));
      const [after] = done(await o.service.units(o.clerk, 'county1'));
      expect(after?.matters.some((m) => m.kind === 'interpretation')).toBe(false);
      expect(after?.documents[0]?.interpreted).toBe(true);
    });

    it('are shown to nobody else', async () => {
      const o = await office('county2');
      expect(refusedWith(await o.service.units(o.stranger, 'county2'))).toContain('权限');
      const elsewhere = person('邻县督查', 'countySupervisor', 'elsewhere');
      expect(refusedWith(await o.service.units(elsewhere, 'county2'))).toContain('权限');
    });
  });
});
