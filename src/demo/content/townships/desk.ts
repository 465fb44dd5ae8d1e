import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';
import { recent, words } from '../when.ts';

/** What still lies on the desks: a draft, something before its secrecy review, something signed and not out yet. */
export function desk(town: Town, today: string): readonly DemoDocument[] {
  const { name, mark, villages, phone } = town;
  const [draft] = recent(today, 1, 1);
  const [review] = recent(today, 2, 1);
  const [signed] = recent(today, 1, 2);
  return [
    document(
      'desk-draft',
      'notices',
      [draft, draft],
      `${name}冬季清洁取暖补助申报通知（起草中）${mark}`,
      '',
      body(part('补助对象', '使用清洁取暖方式的农户，每户每个取暖季补助一次。'), part('申报', `向所在村委会申报，咨询电话${phone}。`)),
      { topic: '生态环境' },
      { goes: { to: 'draft' } },
    ),
    document(
      'desk-review',
      'key-8',
      [review, review],
      `${name}高龄津贴发放情况${mark}`,
      '各村发放人数和金额，只公布汇总。',
      body(
        part(
          '发放情况',
          table('高龄津贴', ['村', '人数', '金额（元）'], [villages[0], 31, 3100], [villages[1], 24, 2400], ['合计', 55, 5500]),
        ),
      ),
      { topic: '社会救助', keywords: ['高龄津贴'] },
      { goes: { to: 'secrecyReview' } },
    ),
    document(
      'desk-signed',
      'meetings',
      [signed, signed],
      `${name}人民政府安全生产专题会议（${words(signed)}）${mark}`,
      '研究岁末年初安全生产检查和消防隐患整治。',
      body(
        part('研究的事项', list('岁末年初安全生产检查安排；', '沿街商铺消防隐患整治。')),
        part('议定的事项', '综合行政执法队牵头，两周内对沿街商铺逐户检查，建立隐患清单。'),
      ),
      {
        topic: '政府会议',
        particulars: { heldOn: signed, topics: '安全生产检查；消防隐患整治', decisions: '综合行政执法队两周内完成沿街商铺逐户检查' },
      },
      { goes: { to: 'signed' } },
    ),
  ];
}
