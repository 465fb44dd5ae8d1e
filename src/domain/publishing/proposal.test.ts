import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from './columns.ts';
import { proposedColumn } from './proposal.ts';
import { shippedColumns } from './shipped/columns.ts';
import { shippedDuties } from './shipped/duties.ts';

const label = (title: string, text = '', level: 'township' | 'county' = 'township') =>
  proposedColumn({ title, text }, shippedColumns(level), shippedDuties(level))?.label ?? null;

describe('没有选栏目的，按公开目录建议一个', () => {
  it.each([
    ['第四季度低保对象名单公示', '社会救助'],
    ['演示村宅基地审批结果公示', '宅基地使用情况审核'],
    ['2026年耕地地力保护补贴发放公示', '贯彻落实农业农村政策'],
    ['演示村灌溉渠道清淤安排', '农田水利工程建设运营'],
    ['农村土地承包经营权流转办事指南', '农村土地承包经营权流转'],
    ['演示路征地补偿费用分配公示', '土地征收'],
    ['一事一议项目审核结果', '筹资筹劳'],
    ['护林员名单', '人事信息'],
    ['2026年预算公开', '预算'],
    ['汛期防汛值班安排', '应急预案和预警信息'],
    ['关于停电的通知', '通知公告'],
  ])('%s：%s', (title, expected) => expect(label(title)).toBe(expected));

  it('标题看不出的看正文开头；都看不出的看文种，再看不出就不建议', () => {
    expect(label('名单公示', '下列家庭享受最低生活保障。')).toBe('社会救助');
    expect(label('公示', `${'甲'.repeat(600)}低保`)).toBe('通知公告');
    expect(label('名单', '共12户。')).toBeNull();
    expect(label('', '')).toBeNull();
  });

  it('县级的建议县级的栏目', () => expect(label('城区路灯改造', '', 'county')).toBe('市政建设'));

  it('停用的栏目、本单位不承担的事项，不建议', () => {
    const columns = shippedColumns('township');
    const relief = shippedDuties('township').find((d) => d.key === '21/township/8');
    const closed = columns.map((c): Column => (c.id === relief?.column ? { ...c, closed: true } : c));
    const aside = shippedDuties('township').map((d) => (d.key === relief?.key ? { ...d, notOurs: '由街道办理' } : d));
    const said = { title: '低保名单', text: '' };
    expect([
      proposedColumn(said, closed, shippedDuties('township')),
      proposedColumn(said, columns, aside),
      proposedColumn(said, columns, []),
    ]).toEqual([null, null, null]);
  });

  it('建议的总是一个在用的栏目，说明的词就在文字里', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.constantFrom('低保', '征地', '招聘公告', '预警', '通知', ''), (noise, word) => {
        const columns = shippedColumns('county');
        const found = proposedColumn({ title: noise + word, text: noise }, columns, shippedDuties('county'));
        if (found === null) return;
        expect(columns.find((c) => c.id === found.column)?.closed).toBe(false);
        expect(`${noise}${word}`).toContain(found.word);
      }),
    ));
});
