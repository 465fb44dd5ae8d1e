import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_HITS } from '../result.ts';
import { InsideResolver, leadsTo } from './links.ts';

const PAGE = '/slz/items/2026-00001';

describe('where a link leads', () => {
  it.each([
    ['attachment:3', { to: 'attachment', n: 3 }],
    ['#top', { to: 'nowhere' }],
    ['', { to: 'nowhere' }],
    ['  ', { to: 'nowhere' }],
    ['tel:0431-1234567', { to: 'nowhere' }],
    ['mailto:a@a.gov.cn', { to: 'nowhere' }],
    ['/slz/guide', { to: 'inside', path: '/slz/guide' }],
    ['2026-00002', { to: 'inside', path: '/slz/items/2026-00002' }],
    ['../content/notices?page=2#a', { to: 'inside', path: '/slz/content/notices?page=2' }],
    ['/../../etc/passwd', { to: 'inside', path: '/etc/passwd' }],
    ['https://xxgk.example.gov.cn/slz', { to: 'inside', path: '/slz' }],
    ['https://www.gov.cn/a#b', { to: 'outside', href: 'https://www.gov.cn/a#b' }],
    ['//www.gov.cn/a', { to: 'outside', href: 'http://www.gov.cn/a' }],
    ['http://例子.中国/', { to: 'outside', href: 'http://xn--fsqu00a.xn--fiqs8s/' }],
    ['https://xxgk.example.gov.cn.evil.cn/', { to: 'outside', href: 'https://xxgk.example.gov.cn.evil.cn/' }],
    ['http://[::1]/x', { to: 'outside', href: 'http://[::1]/x' }],
  ])('%s', (href, leads) => {
    expect(leadsTo(href, PAGE, 'xxgk.example.gov.cn')).toEqual(leads);
  });
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///c:/x',
    'http://[',
    'attachment:',
    `/${'x'.repeat(2001)}`,
  ])('%s is broken', (href) => expect(leadsTo(href, PAGE, '').to).toBe('broken'));
  it('of anything typed something is said', () =>
    fc.assert(fc.property(fc.string(), (href) => void expect(leadsTo(href, PAGE, 'a.gov.cn')).toHaveProperty('to'))));
});

describe('links inside our own pages', () => {
  const from = { item: 'SLZ/2026-00001', title: '题' };
  const addresses = new Map([
    ['2026-00002', 'full'],
    ['2026-00002/files/1', 'full'],
    ['2026-00003', 'gone'],
  ] as const);

  it.each([
    ['/slz/items/2026-00002', 0],
    ['/slz/items/2026-00002?version=1', 0],
    ['/slz/items/2026-00002/files/1', 0],
    ['/slz/items/2026-00002/compare?from=1&to=2', 0],
    ['/slz/items/2026-00002/files/2', 1],
    ['/slz/items/2026-00003', 1],
    ['/slz/items/none', 1],
    ['/slz/items/%E0%A4%A', 1],
  ])('%s: dead %d', async (path, dead) => {
    const inside = new InsideResolver('slz', addresses);
    inside.add(path, from);
    expect(await inside.settle(null)).toMatchObject({ checked: 1, unchecked: 0, dead: { total: dead } });
  });

  it.each([
    [200, 0],
    [301, 0],
    [399, 0],
    [400, 1],
    [404, 1],
    [410, 1],
    [500, 1],
  ])('a page that answers %d: dead %d', async (status, dead) => {
    const inside = new InsideResolver('slz', new Map());
    inside.add('/slz/guide', from);
    expect((await inside.settle(async () => ({ status, html: '' }))).dead.total).toBe(dead);
  });

  it('ten thousand of them: those to items are all looked up, pages are asked at most 300, the rest is said not to be', async () => {
    const inside = new InsideResolver('slz', new Map());
    for (let i = 0; i < 10_000; i++) {
      inside.add(`/slz/items/none-${i}`, from);
      inside.add(`/other/${i}`, from);
    }
    let asked = 0;
    const found = await inside.settle(async () => {
      asked += 1;
      return { status: 404, html: '' };
    });
    expect([asked, found.checked, found.unchecked]).toEqual([300, 10_300, 9_700]);
    expect([found.dead.total, found.dead.hits.length]).toEqual([10_300, MOST_HITS]);
  });

  it('the same page linked from many items is asked once and named for each', async () => {
    const inside = new InsideResolver('slz', new Map());
    for (let i = 0; i < 20; i++) inside.add('/slz/none', { item: `SLZ/${i}`, title: '' });
    let asked = 0;
    const found = await inside.settle(async () => {
      asked += 1;
      return { status: 404, html: '' };
    });
    expect([asked, found.dead.total]).toEqual([1, 20]);
  });

  it('without our pages they are not checked, which is no success', async () => {
    const inside = new InsideResolver('slz', new Map());
    inside.add('/slz/guide', from);
    expect(await inside.settle(null)).toMatchObject({ checked: 0, unchecked: 1, dead: { total: 0 } });
  });
});
