import { describe, expect, it } from 'vitest';
import type { Viewer } from '#domain/people/policy.ts';
import type { Role } from '#domain/people/roles.ts';
import { EMPTY_CONTENT } from '#domain/publishing/content.ts';
import { newLife } from '#domain/publishing/life/beginning.ts';
import type { ItemLife } from '#domain/publishing/life/states.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import { answerOf } from './publishingPresent.ts';

const viewer = (id: string, role: Role): Viewer => ({ id, name: '示例', roles: [{ role, agency: 'sfz', reaches: new Set(['sfz']) }] });

function item(life: Partial<ItemLife>): ItemView {
  const current = { version: 1, content: EMPTY_CONTENT, note: '', savedBy: 'a', savedByName: '示例', savedAt: '2026-03-01T00:00:00Z' };
  return {
    life: { ...newLife('sfz', 'SFZ/2026-00001', { id: 'a', name: '示例' }), work: 'cleared', mode: 'proactive', ...life },
    current,
    shown: null,
    attachments: [],
    steps: [],
    addresses: [],
    publications: [],
    can: [],
    editable: false,
    proposed: null,
    due: null,
  };
}

const choice = (who: Viewer, name: string, life: Partial<ItemLife> = {}) => answerOf(who, item(life)).choices.find((c) => c.name === name);

describe('the steps offered to a person', () => {
  it('who wrote a version is not offered to review it in the system, but may enter a signed paper', () => {
    expect(choice(viewer('a', 'reviewer'), 'review')).toMatchObject({ system: false, paper: true, override: true });
    expect(choice(viewer('b', 'reviewer'), 'review')).toMatchObject({ system: true, why: null });
  });

  it('a clerk may only enter what was signed on paper', () => {
    expect(choice(viewer('a', 'clerk'), 'review')).toMatchObject({ system: false, paper: true, override: false });
  });

  it('who may only read is offered nothing', () => {
    expect(answerOf(viewer('c', 'auditor'), item({})).choices).toEqual([]);
  });

  it('what was decided open is published, not kept; what was decided otherwise is kept, not published', () => {
    const open = answerOf(viewer('b', 'signer'), item({ work: 'approved' })).choices.map((c) => c.name);
    expect(open).toContain('publish');
    expect(open).not.toContain('keep');
    const closed = answerOf(viewer('b', 'signer'), item({ work: 'approved', mode: 'closed' }));
    expect(closed.choices.map((c) => c.name)).toContain('keep');
    expect(closed.choices.map((c) => c.name)).not.toContain('publish');
    expect(closed.next).toBe('留存');
  });

  it('a withdrawn item says so, not that it is published', () => {
    expect(answerOf(viewer('b', 'clerk'), item({ work: 'published', public: 'withdrawn' })).workName).toBe('已撤回');
    expect(answerOf(viewer('b', 'clerk'), item({ work: 'published', public: 'inForce' })).workName).toBe('已发布');
  });
});
