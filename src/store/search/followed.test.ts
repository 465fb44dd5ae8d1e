import { expect, it } from 'vitest';
import { type SearchQuery, searchService, termsOf } from '#domain/search/index.ts';
import { openDatabase } from '../database.ts';
import { publishingOffice, signed } from '../publishing/testing/office.ts';
import { onEveryServer } from '../testing/database.ts';
import { indexMissing, searchStore, segment } from './index.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const PHOTO = '0b5e7a52-3f0e-4a39-9f5d-7a6a3f0f2c11';

onEveryServer('the search follows what is public', (open) => {
  const found = async (typed: string, agency: string, mode: SearchQuery['mode'] = 'exact') => {
    const { database } = await open();
    const query = { terms: termsOf(typed), mode, sort: 'date', filter: { agency } } as const;
    return (await searchService(searchStore(database), segment).search(query, 1, NOW)).hits.map((h) => h.url);
  };

  it('a leader is found by post and duties, not by the number of the photo; a paper by its dates and its topic', async () => {
    const { database } = await open();
    const o = await publishingOffice(database, 'sleader');
    const leader = await signed(o, {
      title: '李示例',
      body: '<p>简历：略。</p>',
      column: 'leaders',
      topic: '机构职能',
      particulars: { post: '镇长', duties: '分管财政、审计', photo: PHOTO },
    });
    expect(await found('分管财政', 'sleader')).toEqual([]);
    await leader.step(o.clerk, 'publish', { portal: true });
    const [url] = await found('分管财政', 'sleader');
    expect(url).toMatch(/^\/sleader\/items\//);
    for (const typed of ['镇长', '李示例', '机构职能', '2026年2月27日', '2026-02-27', 'lishili'])
      expect([typed, await found(typed, 'sleader', 'relevance')]).toEqual([typed, [url]]);
    expect(await found(PHOTO, 'sleader')).toEqual([]);
  });

  it('what one process publishes or withdraws, another finds or no longer finds at once', async () => {
    const { database, url } = await open();
    const o = await publishingOffice(database, 'sother');
    const other = await openDatabase({ data: '/nowhere', databaseUrl: url });
    try {
      const query = { terms: termsOf('森林防火'), mode: 'exact', sort: 'date', filter: { agency: 'sother' } } as const;
      const total = async () => (await searchStore(other).find(query, { sort: 'date', offset: 0, limit: 20 })).total;
      const item = await signed(o);
      expect(await total()).toBe(0);
      await item.step(o.clerk, 'publish', { portal: true });
      expect(await total()).toBe(1);
      await item.step(o.signer, 'withdraw', { reason: '内容有误' });
      expect(await total()).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('the guide is found as it was last saved', async () => {
    const { database } = await open();
    const o = await publishingOffice(database, 'sguide');
    const guide = (body: string) => ({
      elements: { officeName: '示例镇党政综合办公室', address: '示例路8号' },
      body,
      effectiveOn: '2026-01-01',
      reviewedOn: null,
    });
    const save = (body: string, basedOn: number) =>
      o.entries.save('sguide', [{ kind: 'guide', id: null, body: guide(body), basedOn }], { id: o.admin.id, name: o.admin.name }, '');
    await save('<p>查阅点：镇<b>便民</b>服务大厅 &lt;一楼&gt;</p>', 0);
    for (const typed of ['示例路8号', '便民服务大厅', '<一楼>', '公开指南'])
      expect(await found(typed, 'sguide')).toEqual(['/sguide/guide']);
    await save('<p>查阅点：文化站</p>', 1);
    expect([await found('便民', 'sguide'), await found('文化站', 'sguide')]).toEqual([[], ['/sguide/guide']]);
  });

  it('what was public before there was a search, or folded otherwise, is found when the missing is looked for', async () => {
    const { database } = await open();
    const o = await publishingOffice(database, 'smissing');
    const item = await signed(o);
    await item.step(o.clerk, 'publish', { portal: true });
    await indexMissing(database);
    await database.db.deleteFrom('search_grams' as never).execute();
    expect(await found('森林防火', 'smissing')).toEqual([]);
    expect(await indexMissing(database)).toBeGreaterThan(0);
    expect(await found('森林防火', 'smissing')).toHaveLength(1);
    expect(await indexMissing(database)).toBe(0);
  });
});
