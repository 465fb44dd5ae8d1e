import { describe, expect, it } from 'vitest';
import { type Forbidden, forbid } from '#domain/people/policy.ts';
import { denied } from '#domain/publishing/service/context.ts';
import { refused } from './pipeline.ts';

const NOBODY = { id: 'p', name: '张示例', roles: [] };

describe('没有权限时的答复', () => {
  it.each([forbid(NOBODY, 'managePeople', { agency: 'cyz' }), denied(NOBODY, 'publish', 'cyz')])(
    '说一遍缺什么、一遍找谁：%o',
    (refusal) => {
      const { status, message, advice } = refused(refusal as Forbidden);
      expect(status).toBe(403);
      expect(message).not.toContain('联系');
      expect(advice).toBe('请联系本单位管理员。');
    },
  );

  it('要找别人的，说找谁', () => {
    const above: Forbidden = { refused: '只能由县级监督授予。', basis: [], forbidden: true, advice: '请联系县级监督。' };
    expect(refused(above).advice).toBe('请联系县级监督。');
  });
});
