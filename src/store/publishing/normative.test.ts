import { expect, it } from 'vitest';
import { readBody } from '#domain/publishing/entries/entry.ts';
import { onEveryServer } from '../testing/database.ts';
import { done, publishingOffice, refusedWith, signed } from './testing/office.ts';

const REVIEW = {
  title: '',
  submittedOn: '2026-02-02',
  reviewer: '示例司法所',
  result: 'lawful',
  opinion: '',
  on: '2026-02-10',
  file: null,
};

onEveryServer('规范性文件', (open) => {
  const office = async (code: string) => {
    const o = await publishingOffice((await open()).database, code);
    const values = { title: '示例办法', kind: 'normativeDocument', issuedOn: '2026-02-20', promulgatedOn: '2026-02-24' };
    const register = async (number: string, more: Record<string, string> = {}) =>
      done(
        await o.registers.saveMany([{ register: 'normativeDocuments', agency: code, number, values: { ...values, ...more } }], o.clerk, ''),
      );
    const read = async (number: string) => {
      const found = await o.registers.get('normativeDocuments', code, number);
      if (!found) throw new Error(number);
      return found;
    };
    const review = (body: object, id: string | null = null, basedOn: number | null = null) =>
      o.service.normative.review(o.clerk, code, { id, basedOn, body: { ...REVIEW, document: '示政规1号', ...body } });
    await register('示政规1号');
    return { ...o, register, read, review };
  };

  it('carry the date of the last opinion that found them lawful, and lose it with the opinion', async () => {
    const o = await office('pnlegal');
    const date = async () => (await o.read('示政规1号')).values['legalReviewOn'] ?? null;
    done(await o.review({ result: 'open', on: null }));
    expect(await date()).toBeNull();
    const first = done(await o.review({}));
    expect(await date()).toBe('2026-02-10');
    const second = done(await o.review({ submittedOn: '2026-02-11', on: '2026-02-13' }));
    expect(await date()).toBe('2026-02-13');
    done(
      await o.review({ result: 'unlawful', opinion: '超越职权', submittedOn: '2026-02-11', on: '2026-02-13' }, second.id, second.version),
    );
    expect(await date()).toBe('2026-02-10');
    done(await o.service.normative.removeReview(o.clerk, 'pnlegal', first.id, first.version, '登记错了'));
    expect(await date()).toBeNull();
  });

  it('keep a date typed into the register before any review was recorded', async () => {
    const o = await office('pntyped');
    await o.register('示政规2号', { legalReviewOn: '2026-01-15' });
    done(await o.review({ document: '示政规2号', result: 'open', on: null }));
    expect((await o.read('示政规2号')).values['legalReviewOn']).toBe('2026-01-15');
  });

  it('refuse a review that can’t have been, and write nothing', async () => {
    const o = await office('pnrefuse');
    const wrong = [
      [{ submittedOn: '2026-03-03' }, '晚于今天'],
      [{ on: '2026-02-01' }, '审核日期'],
      [{ on: null }, '请填写“审核日期”'],
      [{ result: 'open' }, '审核日期”请空着'],
      [{ result: 'change' }, '请写明要改什么'],
      [{ reviewer: '' }, '审核机构'],
      [{ document: '没有的文号' }, '请先登记'],
      [{ submittedOn: '2026-02-30' }, '送审日期'],
      [{ file: '00000000-0000-0000-0000-000000000000' }, '重新上传'],
    ] as const;
    for (const [part, says] of wrong) expect([part, refusedWith(await o.review(part))]).toEqual([part, expect.stringContaining(says)]);
    expect(await o.entries.list(['pnrefuse'], 'legalReview')).toEqual([]);
  });

  it('end, or go on, with the clean-up, in the register and on the public page alike', async () => {
    const o = await office('pnclean');
    await o.register('示政规2号');
    const { id, revision, step } = await signed(o);
    expect(revision).toBeGreaterThan(0);
    await step(o.clerk, 'publish', { portal: true });
    const linked = done(await o.service.normative.link(o.clerk, 'pnclean', '示政规2号', id, 1));
    const clean = (result: string, more: object, documents: { number: string; version: number }[]) =>
      o.service.normative.cleanUp(o.clerk, 'pnclean', documents, {
        on: '2026-03-01',
        by: '',
        result,
        validUntil: null,
        endedOn: null,
        remark: '',
        ...more,
      });
    expect(refusedWith(await clean('abolished', {}, [{ number: '示政规1号', version: 1 }]))).toContain('失效（废止）日期');
    expect(done(await clean('keep', { validUntil: '2031-02-28' }, [{ number: '示政规1号', version: 1 }])).kept).toBe(1);
    expect((await o.read('示政规1号')).values['validUntil']).toBe('2031-02-28');
    const both = [
      { number: '示政规1号', version: 2 },
      { number: '示政规2号', version: linked.version },
    ];
    expect(refusedWith(await clean('abolished', { endedOn: '2026-03-02' }, [both[0]!, { ...both[1]!, version: 1 }]))).not.toBe('');
    expect((await o.read('示政规1号')).values['endedOn'] ?? null).toBeNull();
    expect(done(await clean('abolished', { endedOn: '2026-03-02' }, both)).warnings).toEqual([]);
    expect((await o.read('示政规2号')).values).toMatchObject({ endedOn: '2026-03-02', endedHow: 'abolished' });
    expect(await o.service.public.byNumber('pnclean', id)).toMatchObject({ face: 'full', validity: 'abolished' });
  });

  it('are interpreted by an item that leads to them, and they to it, whichever was there first', async () => {
    const o = await office('pnread');
    const { interpretations, normative } = o.service;
    const questions = done(await interpretations.draft(o.clerk, 'pnread', '示政规1号', 'questions'));
    expect(questions.current.content).toMatchObject({ title: '《示例办法》问答', column: 'interpretations' });
    const item = done(await normative.publishAs(o.clerk, 'pnread', '示政规1号'));
    expect(item.current.content).toMatchObject({
      title: '示例办法',
      documentNumber: '示政规1号',
      formedOn: '2026-02-20',
      column: 'normative',
    });
    const [entry] = await o.entries.list(['pnread'], 'interpretation');
    expect(entry?.body).toMatchObject({ document: '示政规1号', documentItem: item.life.item, item: questions.life.item });
    expect(refusedWith(await normative.publishAs(o.clerk, 'pnread', '示政规1号'))).toContain('已经有对应');
    expect(refusedWith(await interpretations.link(o.clerk, 'pnread', '示政规1号', 'text', questions.life.item))).toContain('已经是');
  });

  it('are drawn as a picture with its words, and drawn anew in the same draft', async () => {
    const o = await office('pndraw');
    const body = readBody('picture', {
      title: '一图读懂',
      source: '',
      blocks: [{ heading: '补多少', figure: '100元', lines: [] }],
      contact: '',
    });
    const picture = done(await o.service.entries.save(o.clerk, 'pndraw', 'picture', { id: null, basedOn: null, body }));
    const draw = (text: string) =>
      o.service.interpretations.show(o.clerk, 'pndraw', '示政规1号', picture, { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', text });
    const first = done(await draw('一图读懂\n1. 补多少\n100元 <b>'));
    expect(first.current.content.body).toContain('<h2>补多少</h2>');
    expect(first.current.content.body).toContain('alt="一图读懂；1. 补多少；100元 &lt;b&gt;"');
    expect(first.current.content.body).not.toContain('<b>');
    const again = done(await draw('一图读懂\n1. 补多少\n200元'));
    expect(again.life.item).toBe(first.life.item);
    expect(again.attachments.map((a) => a.until)).toEqual([again.attachments[1]!.since, null]);
    expect(again.current.content.body).toContain('attachment:2');
    expect(await o.entries.list(['pndraw'], 'interpretation')).toHaveLength(1);
  });
});
