import { addDays, day } from '#lib/day.ts';
import { sized, sumOf } from '../organ.ts';
import { body, document, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';
import { recent, words } from '../when.ts';

/** 村务公开, handed in by the village and taken over by the township. */
export function village(town: Town, today: string): readonly DemoDocument[] {
  const { agency, mark, villages } = town;
  const [first] = villages;
  const accounts = recent(today, 11, 4);
  const month = addDays(day(`${accounts[0].slice(0, 7)}-01`), -1);
  const opening = sized(town, 6.4, 1);
  const income = [sized(town, 3.1, 1), sized(town, 1.1, 1)] as const;
  const spent = [sized(town, 1.9, 1), sized(town, 1.2, 1), sized(town, 0.5, 1)] as const;
  const [all, out] = [sumOf(...income), sumOf(...spent)];
  return [
    document(
      'village-accounts',
      'news',
      accounts,
      `${first}村级财务收支公开（${words(month).replace(/\d+日$/, '')}）${mark}`,
      '本期村集体收入、支出和结余，逐项列明。',
      body(
        part('收支情况', `期初结余${opening}万元，本期收入${all}万元，支出${out}万元，期末结余${sumOf(opening, all, -out)}万元。`),
        part(
          '收支明细',
          table(
            '收支明细（万元）',
            ['项目', '收入', '支出'],
            ['集体土地发包', income[0], '—'],
            ['上级补助', income[1], '—'],
            ['村道养护', '—', spent[0]],
            ['保洁人员补助', '—', spent[1]],
            ['办公和水电', '—', spent[2]],
            ['合计', all, out],
          ),
        ),
        part('审核', '已经村务监督委员会审核、村民代表会议通过，原始凭证可以到村委会查看。'),
      ),
      { topic: '村务公开', genre: '村级财务', keywords: ['村务公开', '村级财务'], village: true, handler: `${first}村民委员会` },
      { handedInBy: `${agency}-c1` },
    ),
    document(
      'village-vote',
      'news',
      ['2026-08-17', '2026-08-20'],
      `${first}村民代表会议决议：集体林地续包${mark}`,
      '会议时间、到会人数、表决结果和公示期。',
      body(
        part('会议情况', '2026年8月14日召开，应到村民代表32人，实到29人，符合规定人数。'),
        part('表决结果', table('表决结果（票）', ['事项', '同意', '反对', '弃权'], ['集体林地续包五年，租金用于村内公益', 27, 1, 1])),
        part('公示', '公示期为8月20日至8月26日。有意见的，向村务监督委员会提出。'),
      ),
      { topic: '村务公开', genre: '村民决议', keywords: ['村务公开', '村民代表会议'], village: true, handler: `${first}村民委员会` },
      { handedInBy: `${agency}-c1` },
    ),
  ];
}
