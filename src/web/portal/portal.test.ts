import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { markup } from '#documents/markup.ts';
import { PageCache } from '../plugins/pageCache.ts';
import { page } from './layout.ts';
import { Portal } from './portal.ts';

/** Where 长者模式 leads back to from an address as it stands in the request's first line. */
function wayBack(url: string): string {
  let location = '';
  const reply = { setCookie: () => reply, redirect: (to: string) => (location = to) } as unknown as FastifyReply;
  const query = Object.fromEntries(new URLSearchParams(url.split('?')[1]));
  const portal = new Portal(
    () => {
      throw new Error('asks nothing of the site');
    },
    new PageCache(60_000),
    () => new Date(),
  );
  portal.chooseElder({ url, query, method: 'GET', protocol: 'http' } as unknown as FastifyRequest, reply);
  return location;
}

describe('the way back from choosing 长者模式', () => {
  it.each([
    ['/reports?elder=1', '/reports'],
    ['/cyz/content/news?page=2&elder=0', '/cyz/content/news?page=2'],
    ['/search?q=%E9%95%87&elder=1', '/search?q=%E9%95%87'],
    ['//elsewhere.example?elder=1', '/elsewhere.example'],
    ['/\\elsewhere.example?elder=1', '/elsewhere.example'],
    ['/.//elsewhere.example?elder=1', '/elsewhere.example'],
    ['http://elsewhere.example/?elder=1', '/'],
    ['http://[bad/?elder=1', '/'],
  ])('%s leads to %s, and never to another site', (url, to) => expect(wayBack(url)).toBe(to));
});

it('the search field in the head says what can be looked for', () => {
  const site = { name: '', organiser: '', domain: '', idCode: '', icp: '', police: '', contact: '', demo: false };
  expect(page({ title: '', site }, markup``)).toMatch(/<input id="find"[^>]* placeholder="查文件、公示、办事依据">/);
});
