import { describe, expect, it } from 'vitest';
import { isKnown, PageCache } from './pageCache.ts';

describe('whether a client has a page already', () => {
  it.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"abc-br"', true],
    ['"x" ,  W/"abc-gzip"', true],
    ['*', true],
    ['"ab"', false],
    ['abc', false],
    ['', false],
  ])('%s: %s', (header, known) => expect(isKnown(header, 'abc')).toBe(known));

  it('is said of any header, however many blanks somebody puts into it', () => {
    expect(isKnown(`"a"${' '.repeat(2_000_000)}"b"`, 'abc')).toBe(false);
    expect(isKnown(`"a"${' '.repeat(2_000_000)}, "abc"`, 'abc')).toBe(true);
  });
});

describe('what was last sent at an address', () => {
  const kept = async (address: string) => {
    const cache = new PageCache(60_000);
    const body = await cache.page('page', async () => 'page');
    cache.sent(address, 'page', body!.etag);
    return cache.tagAt(address);
  };

  it('is remembered for an address of ours', async () => {
    expect(await kept('/cyz/content/news?page=2')).not.toBeNull();
  });

  it('is not for one that somebody made long: it would only take room', async () => {
    expect(await kept(`/cyz?${'x'.repeat(10_000)}`)).toBeNull();
  });
});

describe('a page for a name that anybody may have made up', () => {
  it('is made for its one answer and takes no room', async () => {
    const cache = new PageCache(60_000);
    let made = 0;
    const make = async () => `page ${++made}`;
    expect((await cache.page(null, make))?.plain.toString()).toBe('page 1');
    expect((await cache.page(null, make))?.plain.toString()).toBe('page 2');
    expect(await cache.page(null, async () => null)).toBeNull();
  });
});
