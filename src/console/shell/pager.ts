import type { PaginationProps } from 'antd';
import { cloneElement, isValidElement } from 'react';

const ARROWS = { prev: '上一页', next: '下一页', 'jump-prev': '向前5页', 'jump-next': '向后5页' } as const;

/** What every row of pages is drawn with: the arrows say what they do, where they came as pictures named in English. */
export const pager: Pick<PaginationProps, 'itemRender' | 'showSizeChanger'> = {
  showSizeChanger: false,
  itemRender: (_, type, element) => {
    if (type === 'page' || !isValidElement<{ role?: string; 'aria-label'?: string }>(element)) return element;
    // The two leaps are links that lead nowhere; a name is for what has a role.
    return cloneElement(element, { 'aria-label': ARROWS[type], ...(type.startsWith('jump') && { role: 'img' }) });
  },
};
