import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readBody } from '#domain/publishing/entries/entry.ts';
import { eventLog } from '../events/log.ts';
import { onEveryServer } from '../testing/database.ts';
import { done, person, publishingOffice, refusedWith } from './testing/office.ts';

onEveryServer('一条信息和同它一起登记的', (open) => {
  /** An office whose every new entry fails from `fail` on, as if the power went. */
  const office = async (code: string) => {
    const { database } = await open();
    const o = await publishingOffice(database, code);
    const values = { title: '示例办法', kind: 'normativeDocument', issuedOn: '2026-02-20', promulgatedOn: '2026-02-24' };
    done(await o.registers.saveMany([{ register: 'normativeDocuments', agency: code, number: '示政规1号', values }], o.clerk, ''));
    const rows = async () => {
      const { rows: found } = await sql<{ n: number }>`
        select (select count(*) from items where agency = ${code}) + (select count(*) from item_lives where agency = ${code})
          + (select count(*) from files where agency = ${code} and register = 'items') as n`.execute(database.db);
      return found[0]?.n;
    };
    const failing = async (entries: string, work: () => Promise<unknown>): Promise<void> => {
      const name = `broken_${code}`;
      await sql
        .raw(`
        create function ${name}() returns trigger language plpgsql as $$ begin raise exception '断电'; end $$;
        create trigger ${name} before insert on publishing_entries for each row when (new.agency = '${entries}') execute function ${name}()`)
        .execute(database.db);
      await expect(work()).rejects.toThrow('断电');
      await sql.raw(`drop trigger ${name} on publishing_entries; drop function ${name}()`).execute(database.db);
    };
    const intact = async () => (await eventLog(database.db).verify(code)).intact;
    return { ...o, database, rows, failing, intact };
  };
  const picture = async (o: Awaited<ReturnType<typeof office>>) => {
    const body = readBody('picture', {
      title: '一图读懂',
      source: '',
      blocks: [{ heading: '补多少', figure: '', lines: [] }],
      contact: '',
    });
    const entry = done(await o.service.entries.save(o.clerk, o.code, 'picture', { id: null, basedOn: null, body }));
    return () =>
      o.service.interpretations.show(o.clerk, o.code, '示政规1号', entry, {
        svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
        text: '一图读懂',
      });
  };

  it('解读没有建成，不留下没有来历的草稿；再来一次就建成', async () => {
    const o = await office('pbtext');
    const begin = () => o.service.interpretations.draft(o.clerk, 'pbtext', '示政规1号', 'text');
    await o.failing('pbtext', begin);
    expect([await o.rows(), await o.intact()]).toEqual([0, true]);
    const made = done(await begin());
    expect(made.life.item).toBe('PBTEXT/2026-00001');
    const [entry] = await o.entries.list(['pbtext'], 'interpretation');
    expect(entry?.body).toMatchObject({ document: '示政规1号', item: made.life.item });
  });

  it('图解没有建成，图和草稿都不留；建成的，第一版就有图', async () => {
    const o = await office('pbdraw');
    const show = await picture(o);
    await o.failing('pbdraw', show);
    expect(await o.rows()).toBe(0);
    const made = done(await show());
    expect(made.life.version).toBe(1);
    expect(made.current.content.body).toContain('src="attachment:1"');
    expect(made.attachments.map((a) => [a.n, a.title, a.since])).toEqual([[1, '图解', 1]]);
    const again = done(await show());
    expect([again.life.version, again.attachments.map((a) => [a.n, a.until])]).toEqual([
      2,
      [
        [1, 2],
        [2, null],
      ],
    ]);
  });

  it('规范性文件的公开信息没有建成，登记簿不变，解读不转向', async () => {
    const o = await office('pbdoc');
    done(await o.service.interpretations.draft(o.clerk, 'pbdoc', '示政规1号', 'text'));
    const before = await o.rows();
    await o.failing('pbdoc', () => o.service.normative.publishAs(o.clerk, 'pbdoc', '示政规1号'));
    expect(await o.rows()).toBe(before);
    expect((await o.registers.get('normativeDocuments', 'pbdoc', '示政规1号'))?.values['item'] ?? null).toBeNull();
    const made = done(await o.service.normative.publishAs(o.clerk, 'pbdoc', '示政规1号'));
    expect((await o.registers.get('normativeDocuments', 'pbdoc', '示政规1号'))?.values['item']).toBe(made.life.item);
  });

  it('采用报送没有办成，报送还在等着；照片和报送一起进来', async () => {
    const o = await office('pbhand');
    const village = person('村里人', 'clerk', 'pbhand-village');
    const photo = { name: '照片.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    const given = { title: '保洁排班', formedOn: '2026-02-27', text: '每周一次。', column: null, files: [photo] };
    const handed = done(await o.service.submissions.handIn(village, 'pbhand-village', given));
    const take = () => o.service.submissions.takeOver(o.clerk, 'pbhand-village', handed.id, 'pbhand');
    await o.failing('pbhand-village', take);
    expect(await o.rows()).toBe(0);
    expect((await o.entries.get('pbhand-village', 'submission', handed.id))?.body.state).toBe('waiting');
    const made = done(await take());
    expect([made.life.version, made.attachments.map((a) => a.name)]).toEqual([1, ['照片.png']]);
    expect((await o.entries.get('pbhand-village', 'submission', handed.id))?.body).toMatchObject({ state: 'taken', item: made.life.item });
    expect(refusedWith(await take())).toContain('已经处理过');
  });

  it('没有选栏目的，待办里就说，并按公开目录建议；办公室选定的算', async () => {
    const o = await office('pbcol');
    const village = person('村里人', 'clerk', 'pbcol-village');
    const hand = async (title: string, column: string | null = null) =>
      done(
        await o.service.submissions.handIn(village, 'pbcol-village', {
          title,
          formedOn: '2026-02-27',
          text: '共12户。',
          column,
          files: [],
        }),
      );
    const [relief, plain, chosen] = [await hand('第四季度低保名单'), await hand('名单'), await hand('低保名单', 'notices')];
    const proposed = await o.service.submissions.proposed([relief, plain, chosen]);
    expect(proposed.map((p) => p?.label ?? null)).toEqual(['社会救助', null, null]);
    const details = async (agency: string, kind: string) =>
      done(await o.service.tasks(o.clerk, [agency])).flatMap((t) => (t.kind === kind ? [t.detail] : []));
    expect((await details('pbcol-village', 'submission')).map((d) => d.split('等待处理')[1]).toSorted()).toEqual([
      '。',
      '，还没有选栏目。',
      '，还没有选栏目，建议“社会救助”。',
    ]);
    const taken = done(await o.service.submissions.takeOver(o.clerk, 'pbcol-village', relief.id, 'pbcol', 'key-8'));
    expect([taken.current.content.column, taken.proposed]).toEqual(['key-8', null]);
    const open = done(await o.service.submissions.takeOver(o.clerk, 'pbcol-village', plain.id, 'pbcol'));
    expect([open.current.content.column, open.proposed]).toEqual([null, null]);
    const made = done(await o.service.items.create(o.clerk, 'pbcol', { title: '名单', body: '<p>低保对象</p>', formedOn: '2026-02-27' }));
    expect(made.item.proposed).toEqual({ column: 'key-8', label: '社会救助', word: '低保' });
    expect((await details('pbcol', 'publish')).filter((d) => d.includes('还没有选栏目'))).toHaveLength(2);
  });

  it('粘贴进来的图片和正文是同一版', async () => {
    const o = await office('pbpaste');
    const body =
      '<p>图：<img alt="点" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="></p>';
    const { item } = done(await o.service.items.create(o.clerk, 'pbpaste', { title: '附图', body }));
    expect([item.life.version, item.attachments.map((a) => [a.title, a.since])]).toEqual([1, [['正文图片', 1]]]);
    expect(item.current.content.body).toBe('<p>图：<img src="attachment:1" alt="点"></p>');
  });
});
