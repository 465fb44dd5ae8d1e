import { Pagination } from 'antd';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { pager } from './pager.ts';

it('every arrow of a row of pages has a Chinese name of its own, and the numbers keep theirs', () => {
  const html = renderToStaticMarkup(createElement(Pagination, { total: 400, pageSize: 10, defaultCurrent: 20, ...pager }));
  const named = (tag: string) => [...html.matchAll(new RegExp(`<${tag} [^>]*aria-label="([^"]+)"`, 'g'))].map((m) => m[1]);
  expect(named('button')).toEqual(['上一页', '下一页']);
  expect(named('a')).toEqual(['向前5页', '向后5页']);
  expect(html).toContain('>20</a>');
});
