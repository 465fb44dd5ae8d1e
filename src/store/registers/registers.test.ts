import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import { eventLog } from '../events/log.ts';
import { onEveryServer } from '../testing/database.ts';
import { CLERK, testOffice } from '../testing/office.ts';

const ticket = (number: string, more: Record<string, string | boolean | null> = {}) => ({
  register: 'tickets' as const,
  number,
  values: { receivedOn: '2023-03-01', title: '路灯不亮', callerName: '李示例', contact: '13800000000', ...more },
});

onEveryServer('the registers', (open) => {
  const office = async (code: string) => testOffice((await open()).database, code);

  describe('a batch is kept whole or not at all', () => {
    it('keeps records as they were handed in, personal values readable again', async () => {
      const { saved, registers } = await office('keep');
      const [record] = await saved(ticket('T-1', { satisfied: true }));
      expect(record).toMatchObject({ number: 'T-1', version: 1, values: { title: '路灯不亮', callerName: '李示例', satisfied: true } });
      expect(await registers.get('tickets', 'keep', 'T-1')).toEqual(record);
    });

    it('keeps no marks that turn a text round', async () => {
      const { saved, registers } = await office('turned');
      await saved({ ...ticket('T-1', { title: '\u202e亮不灯路\u202c', callerName: '李\u2066示例\u2069' }), number: 'T\u202d-1' });
      expect(await registers.get('tickets', 'turned', 'T-1')).toMatchObject({ values: { title: '亮不灯路', callerName: '李示例' } });
    });

    it('writes nothing when one draft of many can’t be kept, and names every one', async () => {
      const { saved, save, registers } = await office('whole');
      await saved(ticket('T-1'));
      const result = await save(ticket('T-2'), ticket('T-1'), ticket('T-3'), ticket('T-3'));
      expect(isSaveRefusal(result) && result.problems.map((p) => [p.index, p.kind, p.number])).toEqual([
        [1, 'exists', 'T-1'],
        [3, 'exists', 'T-3'],
      ]);
      expect((await registers.list({ register: 'tickets', agencies: ['whole'] })).total).toBe(1);
      expect((await eventLog((await open()).database.db).verify('whole')).events).toBe(2);
    });

    it('never overwrites what somebody else saved meanwhile: the later one gets the newer record back', async () => {
      const { saved, save, registers } = await office('meanwhile');
      await saved(ticket('T-1'));
      await saved({ ...ticket('T-1', { title: '路灯不亮，已报修' }), basedOn: 1 });
      const result = await save({ ...ticket('T-1', { title: '旧内容' }), basedOn: 1 });
      expect(isSaveRefusal(result) && result.problems[0]).toMatchObject({
        kind: 'conflict',
        current: { version: 2, values: { title: '路灯不亮，已报修' } },
      });
      expect((await registers.get('tickets', 'meanwhile', 'T-1'))?.values['title']).toBe('路灯不亮，已报修');
    });

    it('lets exactly one of two simultaneous changes through', async () => {
      const { saved, save } = await office('race');
      await saved(ticket('T-1'));
      const results = await Promise.all(['甲', '乙', '丙'].map((title) => save({ ...ticket('T-1', { title }), basedOn: 1 })));
      expect(results.filter((r) => !isSaveRefusal(r))).toHaveLength(1);
    });

    it('changes what a draft names and leaves the rest', async () => {
      const { saved } = await office('merge');
      await saved(ticket('T-1'));
      const [changed] = await saved({ register: 'tickets', number: 'T-1', basedOn: 1, values: { closedOn: '2023-03-05', title: null } });
      expect(changed?.values).toMatchObject({ closedOn: '2023-03-05', title: null, callerName: '李示例' });
    });

    it('makes no version of a change that changes nothing', async () => {
      const { saved, registers } = await office('same');
      await saved(ticket('T-1'));
      const [again] = await saved({ ...ticket('T-1'), basedOn: 1 });
      expect(again?.version).toBe(1);
      expect(await registers.history('tickets', 'same', 'T-1')).toHaveLength(1);
    });

    it('refuses a change of a record that is not there', async () => {
      const { save } = await office('absent');
      const result = await save({ ...ticket('T-9'), basedOn: 1 });
      expect(isSaveRefusal(result) && result.problems[0]?.kind).toBe('missing');
    });
  });

  describe('numbers are given without a gap', () => {
    const request = (receivedOn: string) => ({ register: 'requests' as const, values: { receivedOn, applicantKind: 'naturalPerson' } });

    it('per agency, register and year', async () => {
      const { saved } = await office('cyz');
      const made = await saved(request('2026-01-05'), request('2025-12-31'), request('2026-02-01'));
      expect(made.map((r) => r.number)).toEqual(['2026-CYZ-依申请-0001', '2025-CYZ-依申请-0001', '2026-CYZ-依申请-0002']);
    });

    it('also where many save at once, where a batch is refused, and where somebody typed one by hand', async () => {
      const { saved, save } = await office('gap');
      await saved({ ...request('2026-01-05'), number: '2026-GAP-依申请-0002' });
      await save(request('2026-01-05'), ticket('X'), ticket('X'));
      const made = await Promise.all(Array.from({ length: 6 }, () => saved(request('2026-01-06'))));
      const numbers = made.map(([r]) => r?.number).sort();
      expect(numbers).toEqual([1, 3, 4, 5, 6, 7].map((n) => `2026-GAP-依申请-000${n}`));
    });
  });

  describe('a void record', () => {
    it('keeps its number, shows 作废 with the reason, and is left out of lists unless asked for', async () => {
      const { saved, registers } = await office('void');
      await saved(ticket('T-1'), ticket('T-2'));
      await saved({ register: 'tickets', number: 'T-1', basedOn: 1, values: {}, void: { reason: '重复登记', on: '2023-03-02' } });
      const numbers = async (v: 'without' | 'with' | 'only') =>
        (await registers.list({ register: 'tickets', agencies: ['void'], void: v })).records.map((r) => r.number);
      expect([await numbers('without'), await numbers('with'), await numbers('only')]).toEqual([['T-2'], ['T-1', 'T-2'], ['T-1']]);
      expect((await registers.history('tickets', 'void', 'T-1')).map((h) => h.kind)).toEqual(['created', 'voided']);
    });
  });

  describe('lists', () => {
    it('filter, search, sort by pinyin, and page', async () => {
      const { saved, registers } = await office('list');
      await saved(
        ticket('T-1', { title: '张村修路', category: 'help' }),
        ticket('T-2', { title: '阿村饮水', category: 'inquiry', receivedOn: '2023-04-01' }),
        ticket('T-3', { title: '李村100%停电', receivedOn: '2024-01-01' }),
      );
      const list = async (q: object) =>
        (await registers.list({ register: 'tickets', agencies: ['list'], ...q })).records.map((r) => r.number);
      expect(await list({ sort: { field: 'title', direction: 'asc' } })).toEqual(['T-2', 'T-3', 'T-1']);
      expect(await list({ from: '2023-01-01', to: '2023-12-31' })).toEqual(['T-1', 'T-2']);
      expect(await list({ filter: { category: ['help', null] } })).toEqual(['T-1', 'T-3']);
      expect(await list({ search: '100%' })).toEqual(['T-3']);
      expect(await list({ search: '_' })).toEqual([]);
      expect(await list({ page: 2, size: 2 })).toEqual(['T-3']);
    });

    it('find the same person again though names and numbers are sealed', async () => {
      const { saved, registers } = await office('person');
      const [a] = await saved(ticket('T-1'), ticket('T-2', { callerName: '王示例' }), ticket('T-3', { callerName: ' 李示例 ' }));
      const same = await registers.list({ register: 'tickets', agencies: ['person'], personKey: a?.personKey ?? '' });
      expect(same.records.map((r) => r.number)).toEqual(['T-1', 'T-3']);
    });
  });

  describe('personal values', () => {
    it('are nowhere in the database in clear', async () => {
      const { saved } = await office('sealed');
      await saved(ticket('T-1', { callerName: '欧阳示例', contact: '13912345678' }));
      const { database } = await open();
      for (const table of ['tickets', 'events', 'facts', 'person_keys']) {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from ${sql.table(table)} t where t::text like '%欧阳示例%' or t::text like '%13912345678%'`.execute(
          database.db,
        );
        expect([table, rows[0]?.n]).toEqual([table, 0]);
      }
    });

    it('are gone for good after an erasure, while the chain still verifies and the count stays', async () => {
      const { saved, registers, facts } = await office('erased');
      const [record] = await saved(ticket('T-1'));
      await registers.erasePerson('erased', record?.personKey ?? '', CLERK, '本人申请删除');
      const after = await registers.get('tickets', 'erased', 'T-1');
      expect(after?.values).toMatchObject({ callerName: null, contact: null, title: '路灯不亮' });
      expect((await registers.history('tickets', 'erased', 'T-1'))[0]?.after?.values['callerName']).toBeNull();
      expect((await eventLog((await open()).database.db).verify('erased')).intact).toBe(true);
      expect(await facts.facts({ agency: 'erased', asOf: null, kinds: ['ticket.received'] })).toHaveLength(1);
    });

    it('of an earlier mistaken identity go with the person, unless another record still needs them', async () => {
      const { saved, registers } = await office('mistaken');
      await saved(ticket('T-1', { callerName: '错示例' }), ticket('T-2', { callerName: '在示例' }));
      await saved({ register: 'tickets', number: 'T-1', basedOn: 1, values: { callerName: '在示例' } });
      const [fixed] = await saved({ register: 'tickets', number: 'T-1', basedOn: 2, values: { callerName: '对示例' } });
      expect(await registers.erasePerson('mistaken', fixed?.personKey ?? '', CLERK, '删除')).toEqual({ keys: 2 });
      expect((await registers.get('tickets', 'mistaken', 'T-2'))?.values['callerName']).toBe('在示例');
      const names = (await registers.history('tickets', 'mistaken', 'T-1')).map((h) => h.after?.values['callerName']);
      expect(names).toEqual([null, '在示例', null]);
    });

    it('of somebody who comes back after an erasure are sealed anew; the old ones stay closed', async () => {
      const { saved, registers } = await office('back');
      const [first] = await saved(ticket('T-1'));
      await registers.erasePerson('back', first?.personKey ?? '', CLERK, '删除');
      await saved(ticket('T-2'));
      expect((await registers.get('tickets', 'back', 'T-2'))?.values['callerName']).toBe('李示例');
      expect((await registers.get('tickets', 'back', 'T-1'))?.values['callerName']).toBeNull();
    });
  });

  describe('the history', () => {
    it('tells who changed what, when and why, before and after', async () => {
      const { registers, saved } = await office('history');
      await saved(ticket('T-1'));
      await registers.saveMany([{ agency: 'history', ...ticket('T-1', { title: '更正' }), basedOn: 1 }], CLERK, '来电人补充');
      const [, change] = await registers.history('tickets', 'history', 'T-1');
      expect(change).toMatchObject({ version: 2, by: CLERK, kind: 'changed', reason: '来电人补充' });
      expect([change?.before?.values['title'], change?.after?.values['title']]).toEqual(['路灯不亮', '更正']);
    });

    it('is a chain: a changed, a dropped and a cut-off event each show', async () => {
      const { saved } = await office('chain');
      const { database } = await open();
      const log = eventLog(database.db);
      await saved(ticket('T-1'), ticket('T-2'), ticket('T-3'));
      const events = (await log.verify('chain')).events;
      expect(await log.verify('chain')).toMatchObject({ intact: true, events: 4 });
      const tried = async (harm: ReturnType<typeof sql>) => {
        let report = await log.verify('chain');
        await database.db
          .transaction()
          .execute(async (tx) => {
            await harm.execute(tx);
            report = await eventLog(tx).verify('chain');
            throw new Error('undo');
          })
          .catch((e) => expect(String(e)).toContain('undo'));
        return report.broken;
      };
      expect(await tried(sql`update events set reason = '别的' where agency = 'chain' and seq = 3`)).toEqual({
        seq: 3,
        why: '内容被改动过',
      });
      expect((await tried(sql`update events set payload = '{}' where agency = 'chain' and seq = 2`))?.seq).toBe(2);
      expect((await tried(sql`update events set actor_name = '别人' where agency = 'chain' and seq = 4`))?.seq).toBe(4);
      expect((await tried(sql`delete from events where agency = 'chain' and seq = 2`))?.seq).toBe(2);
      const swapped = sql`update events e set (at, record, payload, previous, hash) =
        (select o.at, o.record, o.payload, o.previous, o.hash from events o where o.agency = 'chain' and o.seq = 5 - e.seq)
        where e.agency = 'chain' and e.seq in (2, 3)`;
      expect((await tried(swapped))?.seq).toBe(2);
      expect((await tried(sql`delete from chains where agency = 'chain'`))?.why).toBe('末尾的记录被删去');
      expect((await tried(sql`delete from events where agency = 'chain' and seq = ${events}`))?.seq).toBe(events);
    });
  });

  it('names a chain that lost its end among those to verify', async () => {
    const { saved } = await office('endless');
    await saved(ticket('T-1'));
    const { database } = await open();
    let agencies: readonly string[] = [];
    await database.db
      .transaction()
      .execute(async (tx) => {
        await sql`delete from chains where agency = 'endless'`.execute(tx);
        agencies = await eventLog(tx).agencies();
        throw new Error('undo');
      })
      .catch((e) => expect(String(e)).toContain('undo'));
    expect(agencies).toContain('endless');
  });

  it('is whole to whoever verifies it while somebody saves', async () => {
    const { saved } = await office('busy');
    const log = eventLog((await open()).database.db);
    const saving = (async () => {
      for (let n = 1; n <= 40; n++) await saved(ticket(`T-${n}`));
    })();
    const seen = [];
    for (let n = 0; n < 60; n++) seen.push((await log.verify('busy')).broken);
    await saving;
    expect(seen.filter((b) => b !== null)).toEqual([]);
  });

  it('keep the events of a request’s case in their order', async () => {
    const { saved, registers } = await office('events');
    const events = [
      { on: '2024-01-05', kind: 'received' },
      { on: '2024-01-16', kind: 'clarificationSent' },
      { on: '2024-02-21', kind: 'corrected', reason: '补正' },
    ];
    const [made] = await saved({ register: 'requests', values: { applicantKind: 'business', channel: 'counter' }, events });
    expect((await registers.get('requests', 'events', made?.number ?? ''))?.events).toEqual(events);
    await saved({ register: 'requests', number: made?.number ?? '', basedOn: 1, values: {}, events: events.slice(0, 1) });
    expect((await registers.get('requests', 'events', made?.number ?? ''))?.events).toEqual(events.slice(0, 1));
  });
});
