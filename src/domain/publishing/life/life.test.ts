import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citation } from '#law/articles/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { EMPTY_CONTENT } from '../content.ts';
import { advance, type Command, edited, possible, type Situation } from './advance.ts';
import { newLife } from './beginning.ts';
import { type ItemLife, publicFace, type TransitionName } from './states.ts';
import { TRANSITIONS } from './transitions.ts';

const AUTHOR = { id: 'a', name: '张示例' };
const OTHER = { id: 'b', name: '王示例' };
const LIFE: ItemLife = { ...newLife('sfz', 'SFZ/2026-00001', AUTHOR), portal: true };

function situation(life: ItemLife, command: Command = {}, more: Partial<Situation> = {}): Situation {
  const content = { ...EMPTY_CONTENT, title: '通知', body: '<p>字</p>', formedOn: '2026-02-27', column: 'notices' };
  return {
    life,
    content,
    attachments: 0,
    command,
    by: OTHER,
    now: '2026-03-02T01:00:00.000Z',
    today: '2026-03-02',
    mayOverrule: false,
    errors: [],
    ...more,
  };
}

const refusalOf = (x: unknown): Refusal => {
  if (!isRefusal(x)) throw new Error('not refused');
  return x;
};

/** Walks the table from a life by names and commands. */
function walk(life: ItemLife, ...steps: readonly (readonly [TransitionName, Command?])[]): ItemLife {
  return steps.reduce((l, [name, command]) => {
    const next = advance(name, situation(l, command));
    if (isRefusal(next)) throw new Error(next.refused);
    return next.life;
  }, life);
}

const APPROVED: readonly (readonly [TransitionName, Command?])[] = [
  ['decideAttribute', { mode: 'proactive' }],
  ['clearSecrecy', { opinion: '可以公开' }],
  ['review'],
  ['approve'],
];

describe('the life of an item', () => {
  it('is a table whose every article exists', () => {
    expect(TRANSITIONS.flatMap((t) => t.basis).filter((b) => !citation(b))).toEqual([]);
    expect(new Set(TRANSITIONS.map((t) => t.name)).size).toBe(TRANSITIONS.length);
  });

  it('goes from draft to public in this order and in no shorter way', () => {
    const out = walk(LIFE, ...APPROVED, ['publish']);
    expect(out).toMatchObject({ work: 'published', public: 'inForce', publicVersion: 1, firstPublishedAt: '2026-03-02T01:00:00.000Z' });
    for (let n = 0; n < APPROVED.length; n++) {
      const early = walk(LIFE, ...APPROVED.slice(0, n));
      expect(refusalOf(advance('publish', situation(early))).refused).toContain('不能“发布”');
    }
  });

  it('is never public without secrecy review, review and approval of that very version, whatever is tried', () => {
    const names = fc.constantFrom(...TRANSITIONS.map((t) => t.name));
    const command = fc.record({
      mode: fc.constantFrom('proactive' as const, 'onRequest' as const, 'closed' as const),
      ground: fc.constantFrom('process', 'none'),
      opinion: fc.constantFrom('', '可以'),
      reason: fc.constantFrom('', '有原因'),
      on: fc.constantFrom('2026-03-01', ''),
      at: fc.constantFrom('2026-03-05T00:00:00Z', ''),
    });
    const action = fc.oneof(
      fc.record({ kind: fc.constant('step' as const), name: names, command, by: fc.constantFrom(AUTHOR, OTHER) }),
      fc.record({ kind: fc.constant('edit' as const), by: fc.constantFrom(AUTHOR, OTHER) }),
    );
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 120 }), (actions) => {
        let life = LIFE;
        let signed = new Set<string>();
        for (const a of actions) {
          if (a.kind === 'edit') {
            const next = edited(life, a.by);
            if (isRefusal(next)) continue;
            life = next;
            signed = new Set();
            continue;
          }
          const next = advance(a.name, situation(life, a.command, { by: a.by }));
          if (isRefusal(next)) continue;
          if (next.life.work === 'draft') signed = new Set();
          if (['clearSecrecy', 'review', 'approve'].includes(a.name)) {
            expect(life.authors.map((x) => x.id)).not.toContain(a.by.id);
            signed.add(a.name);
          }
          if (a.name === 'publish') {
            expect([...signed].sort()).toEqual(['approve', 'clearSecrecy', 'review']);
            expect(next.life.mode).toBe('proactive');
            expect(next.life.publicVersion).toBe(life.version);
          }
          expect((next.life.public === 'never') === (next.life.publicVersion === null)).toBe(true);
          expect((next.life.work === 'scheduled') === (next.life.scheduledFor !== null)).toBe(true);
          life = next.life;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('offers only what it takes', () => {
    expect(possible(LIFE)).toEqual(['decideAttribute']);
    const out = walk(LIFE, ...APPROVED, ['publish']);
    expect(possible(out)).toEqual(['revise', 'abolish', 'expire', 'withdraw']);
  });
});

describe('what each step needs', () => {
  const at = (n: number): ItemLife => walk(LIFE, ...APPROVED.slice(0, n));

  it.each([
    [['decideAttribute', {}], 0, '先选择公开属性', 'DETAIL2016'],
    [['decideAttribute', { mode: 'onRequest' }], 0, '写明理由', 'DETAIL2016'],
    [['decideAttribute', { mode: 'closed', reason: '不宜' }], 0, '条例规定的情形', 'OGIR2019 14'],
    [['clearSecrecy', { opinion: ' ' }], 1, '需要写明意见', 'SECRECYRULES2024 42'],
    [['refer', {}], 1, '需要写明原因', 'OGIR2019 17.3'],
    [['schedule', { at: '2026-03-02T01:00:00Z' }], 4, '已经过去', ''],
    [['schedule', { at: 'x' }], 4, '日期和时间', ''],
    [['schedule', { at: '2100-01-02' }], 4, '年份', ''],
    [['schedule', { at: '+275760-09-12T00:00:00Z' }], 4, '年份', ''],
    [['keep', {}], 4, '应当发布', 'OGIR2019 13'],
    [['returnToDraft', {}], 2, '需要写明原因', 'OGIR2019 17'],
  ] as const)('%j', ([name, command], n, says, basis) => {
    const refused = refusalOf(advance(name, situation(at(n), command)));
    expect(refused.refused).toContain(says);
    if (basis) expect(refused.basis).toContain(basis);
  });

  it('an unpublished title, a date of tomorrow, an empty page', () => {
    const decide = { mode: 'proactive' as const };
    const with_ = (content: Partial<typeof EMPTY_CONTENT>) =>
      situation(LIFE, decide, { content: { ...situation(LIFE).content, ...content } });
    expect(refusalOf(advance('decideAttribute', with_({ title: ' ' }))).refused).toContain('信息名称');
    expect(refusalOf(advance('decideAttribute', with_({ formedOn: null }))).refused).toContain('成文日期');
    expect(refusalOf(advance('decideAttribute', with_({ formedOn: '2026-03-03' }))).refused).toContain('晚于今天');
    expect(isRefusal(advance('decideAttribute', with_({ formedOn: '2026-03-02' })))).toBe(false);
    const empty = situation(at(1), { opinion: '可以' }, { content: { ...situation(LIFE).content, body: '' } });
    expect(refusalOf(advance('clearSecrecy', empty)).refused).toContain('没有正文');
    expect(isRefusal(advance('clearSecrecy', { ...empty, attachments: 1 }))).toBe(false);
  });

  it('two persons: the signer is no author, on paper neither; without needs the right and a reason', () => {
    const clear = (signOff: Command['signOff'], more: Partial<Situation> = {}) =>
      advance('clearSecrecy', situation(at(1), { opinion: '可以', signOff }, more));
    expect(refusalOf(clear({ kind: 'system' }, { by: AUTHOR })).refused).toContain('不能自己审自己');
    const paper = { kind: 'paper', by: '赵示例', on: '2026-03-02', file: 'f' } as const;
    expect(isRefusal(clear(paper, { by: AUTHOR }))).toBe(false);
    expect(refusalOf(clear({ ...paper, by: '张示例' })).refused).toContain('与起草人相同');
    expect(refusalOf(clear({ ...paper, on: '2026-03-03' })).refused).toContain('不晚于今天');
    expect(refusalOf(clear({ ...paper, file: '' })).refused).toContain('照片');
    expect(refusalOf(clear({ kind: 'override', reason: '人手不足，紧急发布' }, { by: AUTHOR })).refused).toContain('权限');
    expect(refusalOf(clear({ kind: 'override', reason: '急' }, { by: AUTHOR, mayOverrule: true })).refused).toContain('理由');
    expect(isRefusal(clear({ kind: 'override', reason: '人手不足，紧急发布' }, { by: AUTHOR, mayOverrule: true }))).toBe(false);
  });

  it('findings that must be mended stop publication until each is accepted with a reason', () => {
    const errors = [
      { rule: 'A', message: '有身份证号。' },
      { rule: 'B', message: '日期不对。' },
    ];
    const publish = (accepted: Record<string, string>) => advance('publish', situation(at(4), { accepted }, { errors }));
    expect(refusalOf(publish({})).refused).toContain('共2处');
    expect(refusalOf(publish({ A: '已同意', B: ' ' })).refused).toContain('日期不对');
    expect(isRefusal(publish({ A: '已同意', B: '原文如此' }))).toBe(false);
  });
});

describe('after publication', () => {
  const out = walk(LIFE, ...APPROVED, ['publish']);

  it('words change only after 修改, and the public keeps the old version until the new one is through', () => {
    expect(refusalOf(edited(out, AUTHOR)).refused).toContain('先点“修改”');
    const revised = walk(out, ['revise', { reason: '补充' }]);
    const next = edited(revised, OTHER);
    expect(next).toMatchObject({ version: 2, publicVersion: 1, public: 'inForce' });
  });

  it('a withdrawn item is a page that says so; its new version goes back to the draft; it may come again', () => {
    const under = walk(out, ['revise', { reason: '补充' }], ['decideAttribute', { mode: 'proactive' }]);
    const gone = walk(under, ['withdraw', { reason: '有误' }]);
    expect(gone).toMatchObject({ work: 'draft', public: 'withdrawn', endedReason: '有误' });
    expect([publicFace(LIFE), publicFace(out), publicFace(gone)]).toEqual(['none', 'full', 'tombstone']);
    expect(publicFace({ ...out, portal: false })).toBe('none');
    expect(refusalOf(advance('withdraw', situation(LIFE, { reason: '有误' }))).refused).toContain('不能“撤回”');
    expect(refusalOf(advance('withdraw', situation(out))).refused).toContain('原因');
  });

  it('abolished and lapsed stay readable, with the day', () => {
    const abolished = walk(out, ['abolish', { on: '2026-03-01', reason: '已有新规定' }]);
    expect(abolished).toMatchObject({ public: 'abolished', endedOn: '2026-03-01' });
    expect(publicFace(abolished)).toBe('full');
    expect(refusalOf(advance('abolish', situation(abolished, { on: '2026-03-01', reason: '再次' }))).refused).toContain('已废止');
  });

  it('what is not made public of our own accord is kept, and looked at again', () => {
    const kept = walk(LIFE, ['decideAttribute', { mode: 'closed', reason: '过程稿', ground: 'process' }], ...APPROVED.slice(1), ['keep']);
    expect(kept).toMatchObject({ work: 'kept', public: 'never', modeGround: 'process' });
    expect(walk(kept, ['reassess', { reason: '情况变化' }]).work).toBe('draft');
  });
});
