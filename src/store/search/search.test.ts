import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { fold } from '#domain/search/fold.ts';
import { BREAK } from '#domain/search/grams.ts';
import { readTyped, type SearchDocument, type SearchQuery, searchService, termsOf } from '#domain/search/index.ts';
import { onEveryServer } from '../testing/database.ts';
import { indexDocument, removeDocument, searchStore, segment, writeDocuments } from './index.ts';

const LISTED = { index: '', documentNumber: '', maker: '', formedOn: null, keywords: [], summary: '' };
const NOW = Date.parse('2024-06-01T00:00:00Z');

function document(id: string, title: string, body = '', more: Partial<SearchDocument> = {}): SearchDocument {
  return {
    agency: 'cyz',
    kind: 'item',
    id,
    visibility: 'public',
    url: `/cyz/content/${id}`,
    title,
    listed: LISTED,
    body,
    attachments: [],
    columns: ['notices'],
    type: 'notice',
    validity: null,
    publishedAt: '2024-01-01T00:00:00Z',
    ...more,
  };
}

const query = (typed: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  terms: readTyped(typed).terms,
  without: readTyped(typed).without,
  mode: 'exact',
  sort: 'date',
  filter: {},
  ...more,
});

/** Few characters, so that a term is often there and its pairs are often there apart. */
const WRITTEN = fc.string({ unit: fc.constantFrom(...'政府信息开開Ａa1 。’\\𠮷'), maxLength: 12 });

onEveryServer('search', (open) => {
  beforeEach(async () => {
    await sql`delete from search_documents`.execute((await open()).database.db);
  });

  const index = async (...documents: SearchDocument[]) => {
    const { database } = await open();
    await database.write(async (tx) => {
      for (const d of documents) await indexDocument(tx, d);
    });
  };
  const search = async (q: SearchQuery, page = 1) => searchService(searchStore((await open()).database), segment).search(q, page, NOW);
  const ids = async (q: SearchQuery): Promise<string[]> => (await search(q)).hits.map((h) => h.id).toSorted();

  it.each([
    ['counted exactly', { verified: 5000, newest: 2000 }],
    ['counted exactly, most of them old', { verified: 5000, newest: 3 }],
    ['very many candidates', { verified: 2, newest: 2000 }],
    ['very many candidates, most of them old', { verified: 2, newest: 3 }],
  ])('exact mode finds what contains the term as a substring, no more and no less, newest first on every page (%s)', async (_, bounds) => {
    const { database } = await open();
    const day = fc.integer({ min: 0, max: 5000 });
    const texts = fc.uniqueArray(fc.tuple(WRITTEN, WRITTEN, day), { selector: ([, , at]) => at, minLength: 1, maxLength: 15 });
    /** What happens afterwards to some of them: written anew, or withdrawn. */
    const changes = fc.array(fc.tuple(fc.nat(14), fc.option(fc.tuple(WRITTEN, WRITTEN))), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(texts, changes, WRITTEN, fc.array(WRITTEN, { maxLength: 2 }), async (given, changed, typed, unwanted) => {
        const terms = termsOf(typed);
        const without = unwanted.map(fold).filter((w) => w !== '');
        fc.pre(terms.length > 0 || without.length > 0);
        const there = new Map(
          given.map(([title, body, at], i) => [
            i,
            document(String(i), title, body, { publishedAt: new Date(at * 86_400_000).toISOString() }),
          ]),
        );
        await database.write(async (tx) => {
          await sql`delete from search_documents`.execute(tx);
          await writeDocuments(tx, [...there.values()]);
        });
        for (const [i, to] of changed) {
          const before = there.get(i);
          if (!before) continue;
          const after = to && { ...before, title: to[0], body: to[1] };
          if (after) there.set(i, after);
          else there.delete(i);
          await database.write((tx) => (after ? indexDocument(tx, after) : removeDocument(tx, before)));
        }
        const has = (d: SearchDocument, text: string) => `${fold(d.title)}${BREAK}${fold(d.body)}`.includes(text);
        const oracle = [...there.values()]
          .filter((d) => terms.every((t) => has(d, t.text)) && !without.some((w) => has(d, w)))
          .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
          .map((d) => d.id);
        const store = searchStore(database, bounds);
        const pages = await Promise.all(
          [0, 4, 8, 12, 16].map((offset) => store.find(query(typed, { terms, without }), { sort: 'date', offset, limit: 4 })),
        );
        expect(pages.flatMap((p) => p.documents.map((d) => d.id))).toEqual(oracle);
        for (const { exact, total } of pages) {
          if (exact) expect(total).toBe(oracle.length);
          else expect(total).toBeGreaterThan(bounds.verified);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('finds words of one and of two characters, in title, metadata, body and attachments', async () => {
    await index(
      document('1', '宅基地审批'),
      document('2', '通告', '秸秆禁烧'),
      document('3', '预算', '', { attachments: [{ name: '附表.xlsx', sha256: '00', text: '村级道路养护' }] }),
      document('4', '细则', '', { listed: { ...LISTED, documentNumber: '朝政规〔2024〕1号' } }),
    );
    expect(await ids(query('审批'))).toEqual(['1']);
    expect(await ids(query('烧'))).toEqual(['2']);
    expect(await ids(query('养护'))).toEqual(['3']);
    expect(await ids(query('附表'))).toEqual(['3']);
    expect(await ids(query('朝政规[2024]1号'))).toEqual(['4']);
    expect(await ids(query('朝政规〔２０２４〕1号'))).toEqual(['4']);
  });

  it('finds 简体 by 繁体 and the other way, and a title by its pinyin', async () => {
    await index(document('1', '宅基地审批'), document('2', '寨基', '宅基地審批'), document('3', '别的'));
    expect(await ids(query('審批'))).toEqual(['1', '2']);
    expect(await ids(query('zhaijidi', { mode: 'relevance' }))).toEqual(['1']);
    expect(await ids(query('zjdsp', { mode: 'relevance' }))).toEqual(['1']);
    expect(await ids(query('zhaijidi'))).toEqual([]);
  });

  it('a phrase stands together, in either mode; loose words may stand apart', async () => {
    await index(document('1', '审批宅基地'), document('2', '宅基地的审批'), document('3', '宅基地审批'));
    expect(await ids(query('“宅基地审批”', { mode: 'relevance' }))).toEqual(['3']);
    expect(await ids(query('宅基地怎么审批', { mode: 'relevance' }))).toEqual(['1', '2', '3']);
    expect(await ids(query('宅基地 审批'))).toEqual(['1', '2', '3']);
  });

  it.each(['exact', 'relevance'] as const)('leaves out what has an unwanted word, in %s mode, suggestions included', async (mode) => {
    await index(
      document('1', '补贴发放公示'),
      document('2', '农机购置补贴'),
      document('3', '补贴办法', '農業機械除外，农机另行规定'),
      document('4', '补贴附表', '', { attachments: [{ name: '农机.xlsx', sha256: '00' }] }),
      document('5', '补贴', '农业机械购置'),
      document('6', '农的机'),
    );
    expect(await ids(query('补贴 -农机', { mode }))).toEqual(['1', '5']);
    expect(await ids(query('补贴 －农机 -发', { mode }))).toEqual(['5']);
    expect(await ids(query('补贴 不含：农业机械、农机', { mode }))).toEqual(['1']);
    expect(await ids(query('-补贴', { mode }))).toEqual(['6']);
    expect(await ids(query('“补贴 -农机”', { mode }))).toEqual([]);
    const none = await search(query('补贴养牛 -农机购置 -发放', { mode: 'relevance' }));
    expect([none.total, none.near.map((h) => h.id).toSorted()]).toEqual([0, ['3', '4', '5']]);
  });

  it('filters by unit, column, year, type and validity', async () => {
    await index(
      document('1', '预算'),
      document('2', '预算', '', { agency: 'sfz' }),
      document('3', '预算', '', { columns: ['finance'], type: 'finance' }),
      document('4', '预算', '', { publishedAt: '2022-12-31T16:00:00Z', validity: 'ended' }),
    );
    const filtered = (filter: SearchQuery['filter']) => ids(query('预算', { filter }));
    expect(await filtered({ agency: 'sfz' })).toEqual(['2']);
    expect(await filtered({ column: 'finance' })).toEqual(['3']);
    expect(await filtered({ type: 'notice', agency: 'cyz' })).toEqual(['1', '4']);
    expect(await filtered({ year: 2023 })).toEqual(['4']);
    expect(await filtered({ year: 2022 })).toEqual([]);
    expect(await filtered({ validity: 'ended' })).toEqual(['4']);
    expect(await ids(query('', { filter: { column: 'finance' } }))).toEqual(['3']);
  });

  it('shows the best first by relevance and the newest first by date, page after page without repeating', async () => {
    await index(
      document('old-title', '宅基地审批', '', { publishedAt: '2021-01-01T00:00:00Z' }),
      ...Array.from({ length: 130 }, (_, i) =>
        document(`${i}`, '通告', '宅基地', { publishedAt: new Date(Date.UTC(2022, 0, 1) + i * 1000).toISOString() }),
      ),
    );
    expect((await search(query('宅基地', { mode: 'relevance', sort: 'relevance' }))).hits[0]?.id).toBe('old-title');
    expect((await search(query('宅基地'))).hits[0]?.id).toBe('129');
    for (const sort of ['relevance', 'date'] as const) {
      const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((p) => search(query('宅基地', { mode: 'relevance', sort }), p)));
      const seen = pages.flatMap((p) => p.hits.map((h) => h.id));
      expect(new Set(seen).size).toBe(131);
      expect(pages.map((p) => [p.total, p.pages])).toEqual(pages.map(() => [131, 7]));
    }
  });

  it('offers words that sound alike and near titles where nothing is found', async () => {
    await index(document('1', '农村宅基地审批办法'), document('2', '道路养护'));
    const none = await search(query('宅鸡地', { mode: 'relevance' }));
    expect([none.total, none.words]).toEqual([0, ['宅基地']]);
    const some = await search(query('宅基地养牛', { mode: 'relevance' }));
    expect([some.total, some.near.map((h) => h.id)]).toEqual([0, ['1']]);
  });

  it('what is published is found with the end of its transaction; withdrawn, it is not', async () => {
    const { database } = await open();
    await index(document('1', '通告'));
    await index(document('1', '公告'));
    expect([await ids(query('通告')), await ids(query('公告'))]).toEqual([[], ['1']]);
    await expect(
      database.write(async (tx) => {
        await removeDocument(tx, { agency: 'cyz', kind: 'item', id: '1' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await ids(query('公告'))).toEqual(['1']);
    await database.write((tx) => removeDocument(tx, { agency: 'cyz', kind: 'item', id: '1' }));
    expect(await ids(query('公告'))).toEqual([]);
  });

  it('what is not public is not found, even if it once was', async () => {
    await index(
      document('1', '通告'),
      document('1', '通告', '', { visibility: 'office' }),
      document('2', '通告', '', { visibility: 'restricted' }),
    );
    expect(await ids(query('通告'))).toEqual([]);
    const { database } = await open();
    await database.write((tx) => writeDocuments(tx, [document('3', '通告', '', { visibility: 'office' })]));
    expect(await search(query('通告'))).toMatchObject({ total: 0, hits: [] });
  });

  it.each(["'", '\\', "a' | 'b", '%', ':*', '!', '&', '\ud800', '\0', "')); drop table search_documents; --"])(
    'a hostile word %j is only a word',
    async (typed) => {
      await index(document('1', `甲${typed}乙`));
      for (const mode of ['exact', 'relevance'] as const) expect((await search(query(typed, { mode }))).total).toBe(1);
    },
  );

  it('keeps the longest text whose every pair is different', async () => {
    const body = Array.from({ length: 70_000 }, (_, i) => String.fromCodePoint(0x20000 + ((i * 7919) % 40_000))).join('');
    await index(document('1', '长文', body));
    expect(await ids(query(body.slice(100, 120)))).toEqual(['1']);
  });

  it.each([0, 40, 400])('the rows that counting reads are small: texts of %d characters', async (length) => {
    const { database } = await open();
    const body = Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    await index(...Array.from({ length: 400 }, (_, i) => document(`${i}`, '通告', body)));
    await sql`cluster search_grams using search_grams_pkey`.execute(database.db);
    const { rows } = await sql<{ size: number }>`select pg_relation_size('search_grams') as size`.execute(database.db);
    expect(rows[0]?.size).toBeLessThanOrEqual(400 * 100);
  });

  it.each([
    ['ten thousand characters', '宅基地'.repeat(3400)],
    ['only signs', '，。！？（）《》…—'],
    ['pictures', '🏠🧾👩‍🌾'],
    ['text from right to left', '\u202e地基宅\u202c'],
    ['a pattern', '.*[宅-基]+$^(?:a|b)'],
    ['operators', "宅基地 & !审批 | 公示:* <-> 'x'"],
    ['an unfinished pair', '\ud83d宅\udc00'],
    ['nothing visible', '\u200b\u200e\ufeff\0'],
    ['many words', Array.from({ length: 60 }, (_, i) => `词${i}`).join(' ')],
  ])('a hostile question finds what is there or nothing: %s', async (_, typed) => {
    await index(document('1', `通告 ${typed}`, '正文'), document('2', '无关', '正文'));
    for (const mode of ['exact', 'relevance'] as const) {
      const found = await search(query(typed, { mode }));
      const marked = found.hits.flatMap((h) => [...h.title, ...h.snippet].map((p) => p.text));
      expect(marked.filter((text) => !text.isWellFormed() && typed.isWellFormed())).toEqual([]);
      expect(found.hits.map((h) => h.id)).toContain('1');
    }
  });
});
