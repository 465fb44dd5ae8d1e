import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SearchDocument, searchableText } from './document.ts';
import { fold, foldMapped } from './fold.ts';
import { BREAK, gramsOf, gramsOfTerm } from './grams.ts';
import { highlight, snippet } from './highlight.ts';
import { pinyinOf } from './pinyin.ts';
import { LONGEST_QUERY, partsOf, readTyped, termsOf } from './query.ts';
import { ranked } from './rank.ts';

const TEXT = fc.string({ unit: fc.constantFrom(...'政府信息公開开宅基地審审ＧＤＰgdp２0 　\n㈠镕𠮷。'), maxLength: 30 });

describe('what is compared', () => {
  it.each([
    ['ＧＢ／Ｔ９７０４－２０１２', 'gb/t9704-2012'],
    ['政府資訊公開', '政府资讯公开'],
    ['土　地 征\n收', '土地征收'],
    ['GB  9704', 'gb 9704'],
    ['㈠、①', '(一)、1'],
    ['ﾊﾝｶｸ', 'ハンカク'],
    ['公\u200b开\ufeff', '公开'],
    ['\0\ud800', ''],
  ])('%j is %j', (source, folded) => {
    expect(fold(source)).toBe(folded);
  });

  it('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => fold(fold(s)) === fold(s)));
  });

  it('every folded unit knows the place it came from, in order', () => {
    fc.assert(
      fc.property(TEXT, (s) => {
        const { text, from } = foldMapped(s);
        expect(from).toHaveLength(text.length + 1);
        expect([...from].toSorted((a, b) => a - b)).toEqual(from);
      }),
    );
  });

  it('reads a title in pinyin, whole and by initials', () => {
    expect(pinyinOf('朝阳镇宅基地（2024）')).toEqual({ whole: 'chaoyangzhenzhaijidi2024', initials: 'cyzzjd2024' });
    expect(pinyinOf('綠化').whole).toBe('lvhua');
  });
});

describe('pairs of characters', () => {
  it('none spans two fields, and the last character of each stands alone', () => {
    expect([...gramsOf(`宅基地${BREAK}审批`)]).toEqual(['宅基', '基地', '地', '审批', '批']);
  });

  it('a text that contains a term has all its pairs', () => {
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (before, term, after) => {
        const folded = fold(term);
        fc.pre(folded !== '');
        const grams = gramsOf(fold(before) + folded + fold(after));
        const { beginning, all } = gramsOfTerm(folded);
        expect(all.every((g) => grams.has(g))).toBe(true);
        if (beginning !== null) expect([...grams].some((g) => g.startsWith(beginning))).toBe(true);
      }),
    );
  });
});

describe('what was typed', () => {
  it('parts at blanks; what stands in quotation marks is a phrase', () => {
    expect(termsOf('宅基地　“审批 流程” 审批')).toEqual([
      { text: '审批流程', phrase: true },
      { text: '宅基地', phrase: false },
      { text: '审批', phrase: false },
    ]);
  });

  it.each(['', '   ', '“”', '"', '\u200b'])('%j asks for nothing', (typed) => {
    expect(termsOf(typed)).toEqual([]);
  });

  it.each([
    ['补贴 -农机', '补贴', ['农机']],
    ['补贴　－農機', '补贴', ['农机']],
    ['补贴 −农机 -“购置 补贴”', '补贴', ['农机', '购置补贴']],
    ['补贴 不含：农机、保险', '补贴', ['农机', '保险']],
    ['不含:农机 补贴', '补贴', ['农机']],
    ['补贴 不含： 农机', '补贴', ['农机']],
    ['-农机', '', ['农机']],
    ['补贴 -农机 -农机', '补贴', ['农机']],
    ['“补贴 -农机”', '“补贴 -农机”', []],
    ['「补贴 不含：农机」 -保险', '「补贴 不含：农机」', ['保险']],
    ['GB/T 33358-2016', 'GB/T 33358-2016', []],
    ['2024 - 2025', '2024 - 2025', []],
    ['补贴-农机', '补贴-农机', []],
    ['补贴 -', '补贴 -', []],
    ['补贴 --农机', '补贴 --农机', []],
    ['补贴 -\u200b', '补贴 -\u200b', []],
    ['办法不含：税', '办法不含：税', []],
  ])('%j looks for %j without %j', (typed, wanted, without) => {
    const read = readTyped(typed);
    expect([read.wanted, read.without]).toEqual([wanted, without]);
    expect(read.terms).toEqual(termsOf(wanted));
  });

  it('a minus makes neither what is typed longer nor the terms more than are allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('', '-', '－', '不含：'), fc.string({ maxLength: 8 })), { maxLength: 30 }), (words) => {
        const { terms, without } = readTyped(words.map(([minus, w]) => minus + w).join(' '));
        expect([terms.length <= 8, without.length <= 8, without.every((w) => w !== '' && w === fold(w))]).toEqual([true, true, true]);
      }),
    );
  });

  it('an unclosed quotation mark is left out', () => {
    expect(termsOf('"宅基地')).toEqual([{ text: '宅基地', phrase: false }]);
  });

  it.each([
    [LONGEST_QUERY - 1, LONGEST_QUERY - 1],
    [LONGEST_QUERY, LONGEST_QUERY],
    [LONGEST_QUERY + 1, LONGEST_QUERY],
  ])('of %d characters %d are read', (typed, read) => {
    expect([...(termsOf('宅'.repeat(typed))[0]?.text ?? '')]).toHaveLength(read);
  });

  it('drops the words of asking from a question', () => {
    expect(partsOf('宅基地怎么审批')).toEqual(['宅基地', '审批']);
    expect(partsOf('怎么')).toEqual(['怎么']);
  });
});

describe('marks', () => {
  it('stand where the term stands in the text as it is shown', () => {
    expect(highlight('《土地管理法》與土 地', ['土地'])).toEqual([
      { text: '《', hit: false },
      { text: '土地', hit: true },
      { text: '管理法》與', hit: false },
      { text: '土 地', hit: true },
    ]);
  });

  it('the pieces together are the text', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (s, t) => {
        const pieces = highlight(s, [fold(t)]);
        expect(pieces.map((p) => p.text).join('')).toBe(s);
      }),
    );
  });

  it('a long text is shown around the first place', () => {
    const pieces = snippet(`${'前'.repeat(500)}宅基地${'后'.repeat(500)}`, ['宅基地']);
    expect(pieces.find((p) => p.hit)?.text).toBe('宅基地');
    expect(pieces.map((p) => p.text).join('').length).toBeLessThan(130);
    expect(snippet('没有', ['宅基地'])).toEqual([{ text: '没有', hit: false }]);
  });
});

describe('order', () => {
  const found = (title: string, shown: string, more: object = {}) => ({
    agency: 'cyz',
    kind: 'item' as const,
    id: title,
    visibility: 'public' as const,
    url: '/',
    title,
    listed: { index: '', documentNumber: '', maker: '', formedOn: null, keywords: [], summary: '' },
    type: null,
    reprint: false,
    validity: null,
    publishedAt: '2024-01-01T00:00:00Z',
    shown,
    ...more,
  });
  const first = (...documents: ReturnType<typeof found>[]) =>
    ranked(documents, ['宅基地'], ['宅基地'], Date.parse('2024-06-01T00:00:00Z'))[0]?.title;

  it('title before text, in force before ended, new before old', () => {
    expect(first(found('甲', '宅基地宅基地宅基地'), found('宅基地审批', ''))).toBe('宅基地审批');
    expect(first(found('宅基地一', '', { validity: 'ended' }), found('宅基地二', ''))).toBe('宅基地二');
    expect(first(found('宅基地旧', '', { publishedAt: '2019-01-01T00:00:00Z' }), found('宅基地新', ''))).toBe('宅基地新');
  });
});

describe('the text of a document', () => {
  const document: SearchDocument = {
    agency: 'cyz',
    kind: 'item',
    id: '1',
    visibility: 'public',
    url: '/cyz/1',
    title: '通告',
    listed: { index: '', documentNumber: '朝政规〔2024〕1号', maker: '', formedOn: null, keywords: [], summary: '' },
    body: '正文',
    attachments: [{ name: '附件1.docx', sha256: '', text: '附表' }],
    columns: [],
    type: null,
    validity: null,
    publishedAt: '2024-01-01T00:00:00Z',
  };

  it('holds title, metadata, body and attachments, apart', () => {
    expect(searchableText(document).folded.split(BREAK)).toEqual(['通告', '朝政规(2024)1号', '正文', '附件1.docx', '附表']);
  });

  it.each([
    [119_995, false],
    [119_997, false],
    [119_998, true],
  ])('is searched up to 120,000 characters: a body of %d after a title of two', (n, clipped) => {
    const text = searchableText({ ...document, listed: { ...document.listed, documentNumber: '' }, attachments: [], body: '文'.repeat(n) });
    expect(text.clipped).toBe(clipped);
    expect([...text.folded].length).toBeLessThanOrEqual(120_000);
  });
});
