import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';

/** Office hours of every office of the example. */
export const HOURS = '工作日上午8:30—11:30，下午1:30—5:00';

/** What a township's government does, word for word the same in both. */
export const DUTIES = part(
  '主要职责',
  list(
    '执行本级人民代表大会的决议和上级国家行政机关的决定、命令；',
    '执行本行政区域的经济和社会发展计划、预算；',
    '管理农业农村、民政、社会保障、应急、生态环境等行政工作；',
    '办理上级人民政府交办的其他事项。',
  ),
);

type Days = readonly [formedOn: string, publishedOn: string];

/** The guide to handing over contracted land; `papers`: heading of the part, and its lines. */
export function landTransfer(
  days: Days,
  title: string,
  filedAt: string,
  papers: readonly [heading: string, ...lines: (readonly (string | number)[])[]],
  content: Partial<DemoDocument['content']>,
): DemoDocument {
  const [heading, ...lines] = papers;
  return document(
    'land-transfer',
    'key-3',
    days,
    title,
    '流转的方式、程序、材料和合同备案。',
    body(
      part('可以怎样流转', '出租（转包）、入股等方式，期限不超过承包期的剩余期限。'),
      part('怎么办', list('双方协商，签订书面合同；', '合同报村民委员会；', `到镇${filedAt}备案。`)),
      part(heading, table('材料', ['材料', '份数', '来源'], ['流转合同', 3, '双方签订'], ...lines)),
    ),
    { topic: '农村土地', genre: '办事指南', ...content },
  );
}

interface Vote {
  readonly title: string;
  readonly summary: string;
  readonly lamps: number;
  /** In 万元, as printed. */
  readonly budget: string;
  readonly people: string;
  readonly reward: string;
  readonly village: string;
}

/** A village's vote on what everybody pays and works for its street lamps. */
export function villageLabour(days: Days, { title, summary, lamps, budget, people, reward, village }: Vote): DemoDocument {
  return document(
    'labour',
    'key-7',
    days,
    title,
    summary,
    body(
      part('项目', `村内主路安装太阳能路灯${lamps}盏，预算${budget}万元。`),
      part(
        '筹资筹劳',
        table(
          '资金和用工来源',
          ['来源', '数量'],
          ['村民筹资', people],
          ['财政奖补', `${reward}万元`],
          ['村集体', `${village}万元`],
          ['村民筹劳', '每个劳动力1个工日'],
        ),
      ),
      part('审核意见', '村民会议表决程序完备，筹资标准没有超过限额，同意实施。'),
    ),
    { topic: '农村公益事业', genre: '审核结果', keywords: ['筹资筹劳', '一事一议'] },
  );
}

type Rows = readonly (readonly (string | number)[])[];

/** What water works are mended, where, for how much. */
export function waterWorks(...rows: Rows): string {
  return part('维修内容', table('维修项目', ['项目', '地点', '经费（万元）', '完工'], ...rows));
}

/** What is paid for land taken, in 万元: for the land, for what grows on it, in all. */
export function landPaid(land: number, crops: number, all: number): string {
  const rows: Rows = [
    ['土地补偿费和安置补助费', land],
    ['青苗和地上附着物补偿费', crops],
    ['合计', all],
  ];
  return part('补偿费用', table('补偿费用（万元）', ['项目', '金额'], ...rows));
}

/** What is paid for houses taken. */
export function housesPaid(...rows: Rows): string {
  return part('补偿情况', table('房屋补偿', ['户', '房屋面积（平方米）', '补偿方式', '金额（万元）'], ...rows));
}
